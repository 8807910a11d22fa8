"""Staff and organisations on the wire."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import StringConstraints

from jointly.people.schemas import Called, Wire

StaffRole = Literal["advisor", "link-worker", "publisher", "lead", "administrator"]
OrganisationName = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80, pattern=r"^[^\x00-\x1f\x7f]*$")
]


class NewStaff(Wire):
    """Somebody who is to work here. A publisher belongs to an organisation, and nobody else does."""

    role: StaffRole
    called: Called
    organisation: UUID | None = None


class StaffMember(Wire):
    """Somebody who works, or worked, for the service or one of its organisations."""

    person: UUID
    called: str | None
    role: StaffRole
    organisation: UUID | None
    joined_at: datetime | None
    last_heard_at: datetime | None
    ended_at: datetime | None


class Staff(Wire):
    """At most 1,000, newest first."""

    staff: list[StaffMember]


class TeamMember(Wire):
    """Somebody with whom a diary can be shared by name."""

    person: UUID
    called: str
    role: StaffRole


class Team(Wire):
    """At most 1,000, newest first; who has not said what they are called is left out."""

    team: list[TeamMember]


class NewOrganisation(Wire):
    """A leisure centre or a patient organisation."""

    name: OrganisationName


class Organisation(Wire):
    """An organisation that works with the service. One with `ended_at` works with it no more."""

    id: UUID
    name: str
    made_at: datetime
    ended_at: datetime | None


class Organisations(Wire):
    """All of the service, at most 1,000, newest first."""

    organisations: list[Organisation]
