"""The closing message on the wire: what a reviewer changes, and both letters as plain values to read."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from jointly.people.schemas import Wire

_PLAIN = r"^[^\x00-\x08\x0b-\x1f\x7f]*$"
Some = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500, pattern=_PLAIN)]
"""A line. What is longer than the standard's 150 letters is told as a warning, and never cut."""
Much = Annotated[str, StringConstraints(strip_whitespace=True, max_length=6_000, pattern=_PLAIN)]


class Requested(Wire):
    """Something that is asked for, of professionals, or of the person or their carer, and what was agreed about it."""

    professionals: Some = ""
    person: Some = ""
    agreed: Some = ""


class WhatHelped(Wire):
    """What helped about something that was tried, and what did not. `id` is the suggestion's, or the step's that ended
    the episode for the support as a whole."""

    id: UUID
    what_helped: Much = ""
    what_did_not: Much = ""


class Edits(Wire):
    """All that a reviewer writes or puts right. The rest of the message stands where it is from: on the person's page,
    in the episode, in their own record."""

    summary: Much = ""
    impact: Some = ""
    plan: Annotated[list[Requested], Field(max_length=20)] = []
    tried: Annotated[list[WhatHelped], Field(max_length=600)] = []
    to_person: Much = ""
    told: Annotated[list[Some], Field(max_length=10)] = []
    contact: Some = ""
    """How to reach the team."""
    given: Some = ""
    family: Some = ""
    born_on: date | None = None
    nhs_number: Annotated[str, StringConstraints(pattern=r"^[0-9]{0,10}$")] = ""
    practice_code: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{0,6}$")] = ""
    practice: Some = ""
    referrer: Some = ""
    referrer_service: Some = ""
    referrer_organisation: Some = ""
    referrer_contact: Some = ""
    safeguarding: bool = False
    """Whether safeguarding concerns go to the professionals. They never go to the person."""


class ReadMessage(Edits):
    """A message that somebody has read, both letters of it, and lets go. `as_read` and `previous` are those of the
    draft that they read: anything that changed since has to be read again."""

    as_read: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
    previous: UUID | None = None
    read: Literal[True]


class Block(Wire):
    """A part of a section. `kind` says which fields it has: `words` of a text, a quote or a heading (`under`), `items`
    of points, `pairs` of facts; a table has a `caption`, a `header` and `rows`."""

    kind: Literal["text", "quote", "under", "points", "facts", "table"]
    words: str = ""
    items: list[str] = []
    pairs: list[tuple[str, str]] = []
    caption: str = ""
    header: list[str] = []
    rows: list[list[str]] = []


class Part(Wire):
    """A section of a letter. `key` is the part of the message that it says."""

    key: str
    heading: str
    blocks: list[Block]


class ReadLetter(Wire):
    """A letter to read on a screen, or to print from there."""

    title: str
    sections: list[Part]


class Lack(Wire):
    """What a message lacks, in words. One that `stops` may not go. `part` is the section and `field` what of it."""

    words: str
    stops: bool
    part: str
    field: str


class Sent(Wire):
    """A message that was reviewed. `replaces` is the one that it puts right."""

    id: UUID
    at: datetime
    called: str
    replaces: UUID | None


class Draft(Wire):
    """The message as it would be now. `tried` names what `edits.tried` says more of; `personal` is none for somebody
    who has died. `sent` are the messages that were reviewed before, the newest first."""

    referral: UUID
    closed: bool
    edits: Edits
    tried: dict[UUID, str]
    has_safeguarding: bool
    professional: ReadLetter
    personal: ReadLetter | None
    faults: list[Lack]
    as_read: str
    sent: list[Sent]


class OwnLetter(Wire):
    """The person's own letter, and when it was written."""

    referral: UUID
    at: datetime
    letter: ReadLetter
