"""Opening a record on the wire. msgspec structs, because rows of the feed are."""

from uuid import UUID

import msgspec

from jointly.record.schemas import Row


class OpenedRecord(msgspec.Struct, frozen=True):
    """What is shared of a record. `ways` are how the reader may mark what they write; none means they may not."""

    person: UUID
    called: str | None
    as_: str
    scopes: list[str]
    ways: list[str]
    rows: list[Row]
    names: dict[UUID, str]
    more: bool


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
