"""The verb by which a carer takes up the share that their code gives."""

from datetime import datetime
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.people import audit
from jointly.people.house import House
from jointly.people.vault import Session


async def take_up(house: House, *, found: dict, session: Session) -> None:
    """Gives the share of a carer's code to whoever is signed in, and uses the code up.

    Raises a `Refusal` when somebody else was quicker, or the share has ended meanwhile.
    """
    subject = found["person"]
    event = audit.did(session, "took-up", chain=subject, subject=subject, what=["person"], purpose="sharing")
    who = {"actor": session.person, "subject": subject, "purpose": "sharing"}
    given = (found["digest"], found["share"], session.person, session.device, house.audit_key, clock.now(), event)
    if not await house.db.run(_take_up, *given, **who):
        raise Refusal(410, "code-used")


def _take_up(
    digest: bytes, share: UUID, carer: UUID, device: UUID, audit_key: bytes, now: datetime, event: audit.Event
):
    """Unit: gives the share to the carer and uses up the code; gives whether it could."""
    taken = yield Query(
        "update share set with_id = ? where id = ? and ended_at is null and (with_id is null or with_id = ?) "
        "returning id",
        (carer, share, carer),
    )
    if not taken:
        return False
    yield Query(
        "update join_code set used_at = ?, used_by_device = ? where digest = ? and used_at is null",
        (now, device, digest),
    )
    yield from audit.note(audit_key, now, [event])
    return True
