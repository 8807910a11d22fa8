"""People on the wire."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, StringConstraints

Called = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
CodeText = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Role = Literal["patient", "carer", "advisor", "link-worker", "publisher", "lead", "administrator"]
CodeKind = Literal["person", "service", "invitation", "carer", "demonstration", "recovery"]
Method = Literal["code", "passkey", "recovery", "nhs-login", "demonstration"]


class Wire(BaseModel):
    """Unknown fields are refused, so that a slip is seen and not swallowed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Look(Wire):
    """A code as it was typed or opened from a link."""

    code: CodeText


class Opens(Wire):
    """What a code would open. Looking does not use it up."""

    kind: CodeKind
    role: Role
    service: str
    called: str | None
    """What the person is called, when the code opens a record that exists."""


class Join(Wire):
    """Joining with a code. `device` is made and kept by the phone, so a lost answer can be asked for again.

    It is this joining's secret: the answer gives the device another id, which is the one that entries carry.
    """

    code: CodeText
    device: UUID
    called: Called | None = None
    device_name: Annotated[str, StringConstraints(max_length=80, pattern=r"^[^\x00-\x1f\x7f]*$")] = ""


class Me(Wire):
    """Who is signed in on this device, where and how. `csrf` goes with every change, as `X-Jointly-CSRF`."""

    person: UUID
    role: Role
    called: str | None
    device: UUID
    service: str
    organisation: UUID | None
    csrf: str
    method: Method
    passkeys: int
    recovery_codes_left: int
    proved_until: datetime | None
    """Until when they may export, delete and share without proving once more that they are there."""


class Rename(Wire):
    """What somebody wants to be called: 1 to 60 characters."""

    called: Called


class NewCode(Wire):
    """A code to make: `service` for new people, `person` to open one record (again)."""

    kind: Literal["person", "service"]
    person: UUID | None = None
    called: Called | None = None


class Code(Wire):
    """A code that was made. It is shown once: only its digest is kept."""

    code: str
    kind: CodeKind
    ends_at: datetime
    link: str


class Joined(Wire):
    """Somebody of the advisor's service."""

    person: UUID
    called: str | None
    joined_at: datetime | None
    last_heard_at: datetime | None


class People(Wire):
    """At most 1,000 people, newest first."""

    people: list[Joined]
