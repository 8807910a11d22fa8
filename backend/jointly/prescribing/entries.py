"""What of a prescription stands in somebody's own record, so that their phone has it without a signal.

`prescription` is written here and not by a phone: each change of it adds a version, with the steps that its person
sees. `answer` is what the person says to it, from their phone, perhaps days before it arrives.
"""

from typing import Annotated, ClassVar, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from jointly.prescribing.rules import prescription
from jointly.record.schemas import Body, LocalTime

Line = Annotated[str, Meta(min_length=1, max_length=150)]
Text = Annotated[str, Meta(min_length=1, max_length=2000)]
Slug = Annotated[str, Meta(pattern=r"^[a-z0-9-]+$(?!\n)", max_length=80)]


class Happened(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True, frozen=True):
    """A step as its person sees it. `called` is who wrote it, as far as they have a name here."""

    id: UUID
    kind: str
    side: str
    at: str
    called: str | None = None
    words: str | None = None
    start: str | None = None
    meets: str | None = None
    getting: str | None = None
    wear: str | None = None
    outcome: str | None = None
    to: str | None = None
    """Whom a message is for."""
    agreed: bool | None = None
    """Of a group that was told: whether it was written down that the person agreed to that first."""


class Prescribed(Body):
    """Something that was suggested: what, by whom and why, where it stands, and what happened so far, oldest first."""

    scope: ClassVar[str] = "support"
    stays: ClassVar[bool] = True
    here: ClassVar[bool] = True

    kind: prescription.Kind
    thing: Slug
    name: str
    state: prescription.State
    called: str | None = None
    """Who suggested it."""
    organisation: str | None = None
    why: str | None = None
    start: str | None = None
    visits: int = 0
    outcome: prescription.Outcome | None = None
    """How it ended."""
    steps: list[Happened] = []


class Reply(Body):
    """What somebody says to a suggestion. Saying it twice is one step; one that comes too late is kept as a message.

    `start` is the visit they mean, as RFC 3339.
    """

    scope: ClassVar[str] = "support"

    prescription: UUID
    answer: Literal["yes", "no", "ask", "say", "book", "been", "missed", "finish", "withdraw"]
    words: Text | None = None
    to: Literal["worker", "group"] | None = None
    outcome: Literal["going-on", "done", "stopped", "not-suitable", "other"] | None = None
    start: LocalTime | None = None


KINDS: dict[str, type[Body]] = {"prescription": Prescribed, "answer": Reply}
"""The bodies of the entries that this room owns."""
