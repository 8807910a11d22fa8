"""Who acts when nobody of ours is signed in: a group that answers by a link, and the service itself."""

from uuid import UUID, uuid5

from jointly.kit import clock
from jointly.people.audit import JOB
from jointly.people.house import House
from jointly.people.vault import Session

BY_LINK = "answer-link"
"""The part of whoever answers by a link: nobody who has an account here."""


def by_link(house: House, prescription: UUID, digest: bytes) -> Session:
    """Whoever holds the link. The id stands for the link, and is nobody's."""
    return _session(house, uuid5(prescription, digest.hex()), BY_LINK)


def by_service(house: House, person: UUID | None = None) -> Session:
    """The service, which goes on with what `person` began."""
    return _session(house, person or house.service, JOB)


def _session(house: House, id: UUID, role: str) -> Session:
    return Session(
        person=id,
        device=id,
        service=house.service,
        organisation=None,
        role=role,
        device_name="",
        heard_at=clock.now(),
    )
