"""Opening a record on the wire. msgspec structs, because rows of the feed are."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from jointly.record.schemas import LocalTime, NewVersion, Row, Zone


class OpenedRecord(msgspec.Struct, frozen=True):
    """What is shared of a record, until when, and what of it the reader may write.

    `ways` are how they mark what they write; none means they may not. `ends_at` is none while it has no end.
    `standing` are older versions that still say how things stand, such as a plan; they come with the first page.
    `whole`: none of those is left out. `more`: there are others before `rows`.
    """

    person: UUID
    called: str | None
    as_: str
    scopes: list[str]
    writes: list[str]
    ways: list[str]
    ends_at: datetime | None
    rows: list[Row]
    standing: list[Row]
    names: dict[UUID, str]
    more: bool
    whole: bool


class EntryFor(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """An entry that staff write for somebody: see `NewVersion`. They add and correct, and delete nothing."""

    id: UUID
    kind: Annotated[str, Meta(max_length=24)]
    at: LocalTime
    zone: Zone
    how: Literal["phone", "paper", "together"]
    body: dict[str, Any]
    entry: UUID | None = None
    previous: UUID | None = None
    picked: bool = False

    def version(self) -> NewVersion:
        """The same as devices send it."""
        facts = {name: getattr(self, name) for name in self.__struct_fields__ if name != "body"}
        return NewVersion(**facts, body=msgspec.Raw(msgspec.json.encode(self.body)))


class Written(msgspec.Struct, frozen=True):
    """The feed number under which an entry was kept for good."""

    number: int


class Referred(msgspec.Struct, frozen=True):
    """Somebody who was referred to an organisation."""

    person: UUID
    called: str | None
    adjustments: list[str]
    other_adjustments: str | None


class ReferredPeople(msgspec.Struct, frozen=True):
    """At most 200, who came last first."""

    people: list[Referred]
