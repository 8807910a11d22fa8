"""Somebody's entries as the service reads them for itself: opened with their key, merged, as structs."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

import msgspec

from jointly.kit.sealing import SealingKey, Unreadable
from jointly.record.keeping import place_of
from jointly.record.rules import Version, entry_of
from jointly.record.schemas import Body

log = logging.getLogger("jointly")


class Sealed(NamedTuple):
    """A version as the database gives it; `entry` is none for the first of its entry, `sealed` when it deletes."""

    person: UUID
    number: int
    id: UUID
    entry: UUID | None
    previous: UUID | None
    kind: str
    at: str
    sealed: bytes | None


class Read(NamedTuple):
    """An entry that was not deleted: what it says as it stands, and the local time it is about."""

    id: UUID
    at: str
    body: Body

    @property
    def day(self) -> date:
        """The day on the calendar of whoever wrote it."""
        return date.fromisoformat(self.at[:10])


def read(rows: Iterable[Sealed], key: SealingKey, kinds: Mapping[str, type[Body]]) -> list[Read]:
    """The entries of one person, their bodies as the structs of `kinds`. A row that does not open, or says what this
    program cannot read, is passed over: one damaged entry must not hide all others."""
    by_entry: dict[UUID, list[Sealed]] = {}
    for row in rows:
        by_entry.setdefault(row.entry or row.id, []).append(row)
    return [found for id, versions in by_entry.items() for found in _merged(id, versions, key, kinds)]


def _merged(id: UUID, rows: list[Sealed], key: SealingKey, kinds: Mapping[str, type[Body]]) -> Iterator[Read]:
    versions = [version for row in rows if (version := _version(row, key))]
    if not versions:
        return
    head = entry_of(versions).head
    if head.gone:
        return
    try:
        yield Read(id, head.at, msgspec.convert(head.body, kinds[rows[0].kind]))
    except msgspec.ValidationError:
        log.error("an entry cannot be read: kind %s, id %s", rows[0].kind, id)


def _version(row: Sealed, key: SealingKey) -> Version | None:
    try:
        body = row.sealed and key.open(row.sealed, place_of(row.person, row.entry, row.id))
    except Unreadable:
        log.error("a sealed version does not open: number %d of a feed, id %s", row.number, row.id)
        return None
    return Version(
        id=str(row.id),
        previous=row.previous and str(row.previous),
        number=row.number,
        at=row.at,
        gone=body is None,
        body=body and msgspec.json.decode(body),
    )
