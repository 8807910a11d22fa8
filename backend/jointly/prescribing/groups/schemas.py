"""The organisation's side on the wire: as little of a person as will do."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, StringConstraints

from jointly.people.schemas import Wire
from jointly.prescribing.rules import prescription
from jointly.prescribing.rules.moves import Side
from jointly.prescribing.schemas import Line, Name, Text


class InboxStep(Wire):
    """A step as a group reads it. `called` is who wrote it down, as far as they have a name here."""

    id: UUID
    kind: str
    side: Side
    at: datetime
    called: str | None
    words: str | None
    start: datetime | None
    meets: str | None


class InboxItem(Wire):
    """Somebody who was sent to this organisation, for one of the things that it runs.

    `contact`, `adjustments` and `words` are what the worker passed on for them. `start` is the date that is suggested,
    or the visit that is booked.
    """

    id: UUID
    called: str | None
    listing: str
    name: str
    state: prescription.State
    sent_at: datetime
    answered_at: datetime | None
    start: datetime | None
    contact: str | None
    adjustments: str | None
    words: str | None
    visits: int
    missed: int
    closed_at: datetime | None
    steps: list[InboxStep]


class Inbox(Wire):
    """Who was sent to an organisation: those who wait for a first answer, longest first, then the others."""

    people: list[InboxItem]


class Expected(Wire):
    """Somebody who is expected at a session, by a short name. `came` is what the register says of them so far, `mark`
    the step that says it."""

    prescription: UUID
    called: str | None
    first: bool
    came: Literal["been", "missed"] | None
    mark: UUID | None


class Session(Wire):
    """One date of a listing with those who are expected. `off` means that it does not take place."""

    listing: UUID
    name: str
    start: datetime
    end: datetime | None
    off: bool
    people: list[Expected]


class Register(Wire):
    """The sessions of two days ago to a week ahead."""

    sessions: list[Session]


class MadeLink(Wire):
    """A link with which a group answers once: shown when it is made. `qr` are its rows of "0" and "1"."""

    code: str
    link: str
    ends_at: datetime
    qr: list[str]


class LinkNow(Wire):
    """How the newest link of a suggestion stands."""

    state: Literal["none", "open", "used", "ended", "expired"]
    made_at: datetime | None
    ends_at: datetime | None


Typed = Annotated[str, StringConstraints(min_length=1, max_length=60)]


class LookAt(Wire):
    """The code that stands in a link, or was typed."""

    code: Typed


class Asked(Wire):
    """What a group needs in order to answer: what, for whom, and who asks."""

    service: str
    name: str
    called: str | None
    worker: str | None
    contact: str | None
    adjustments: str | None
    words: str | None
    start: datetime | None
    ends_at: datetime


class AskedByLink(Wire):
    """What a link opens: `asked` is none once it was answered."""

    answered_at: datetime | None
    asked: Asked | None


class NewAnswer(Wire):
    """What a group says by its link. The page makes the id, so that an answer that is sent again is one."""

    code: Typed
    id: UUID
    kind: Literal["seen", "offer", "wait", "full", "unsuitable"]
    words: Text | None = None
    name: Name | None = None
    """Who of the group says it."""
    start: AwareDatetime | None = None
    meets: Line | None = None
