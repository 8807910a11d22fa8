"""Verbs: keep versions in a person's feed, and read it."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from jointly.kit import clock
from jointly.kit.db import Database, Query, stored
from jointly.kit.sealing import SealingKey, Unreadable
from jointly.people.vault import Gone
from jointly.record import keeping
from jointly.record.keeping import Author, Kept, Prepared
from jointly.record.lives import ERASED, present_epoch
from jointly.record.schemas import NewVersion, Page, Row

log = logging.getLogger("jointly")

PAGE_ROWS = 2000
"""Rows of one pull at most."""
OPENED_INLINE = 64
"""More rows than this are opened off the event loop."""


def prepare(
    key: SealingKey, *, person: UUID, index: int, version: NewVersion, body: bytes | None, happened_at: datetime
) -> Prepared:
    """Seals a checked version for its place. `body` is its canonical JSON, or none for a deletion."""
    id = stored(version.id)
    entry = stored(version.entry) if version.entry else id
    previous = version.previous.bytes if version.previous else b""
    marks = f"{version.kind}|{version.at}|{version.zone}|{version.how}|{version.picked:d}{version.gone:d}".encode()
    digest = key.digest(b"|".join((entry.bytes, previous, marks, body or b"")))
    sealed = None if body is None else key.seal(body, _place(person, entry, id))
    return Prepared(index, version, id, entry, happened_at, digest, sealed)


async def keep(db: Database, *, author: Author, batch: Sequence[Prepared], received_at: datetime) -> Kept:
    """Keeps a batch in one transaction: new versions get the next numbers, a version kept before keeps its own.

    Raises `Gone` when the person was erased.
    Each stands alone: refusal codes are `id-reused` (the id has other content), `not-yours` (the id or entry
    belongs to somebody else) and `other-kind` (an entry cannot change its kind).
    """
    return await db.run(keeping.keep, author, batch, received_at, actor=author.session.person, purpose="sync")


async def page(db: Database, key: SealingKey, *, person: UUID, actor: UUID, after: int, skip: set[int]) -> Page:
    """The feed of `person` after a number, at most 2,000 rows, without the numbers in `skip`.

    Raises `Gone` when the person was erased.
    """
    head, grant, epoch, rows = await db.read(_page, person, after, actor=actor, purpose="sync")
    more = len(rows) > PAGE_ROWS
    rows = rows[:PAGE_ROWS]
    number = rows[-1][0] if more else head
    wanted = [row for row in rows if row[0] not in skip]
    if len(wanted) > OPENED_INLINE:
        opened = await asyncio.to_thread(_open_all, key, person, wanted)
    else:
        opened = _open_all(key, person, wanted)
    return Page(number=number, head=head, grant=grant, epoch=epoch, rows=opened, more=more)


def _place(person: UUID, entry: UUID, version: UUID) -> bytes:
    return person.bytes + entry.bytes + version.bytes + b"/body"


def _page(person: UUID, after: int):
    feed = yield Query("select number, grant_version from feed where person = ?", (person,))
    head, grant = feed[0] if feed else (0, 1)
    if grant == ERASED:
        raise Gone
    epoch = yield from present_epoch()
    rows: list[tuple] = []
    if head > after:
        rows = yield Query(
            "select number, id, kind, at, zone, by, device, received_at, entry, previous, picked, how, gone, "
            "skew_seconds, sealed from version where person = ? and number > ? order by number limit ?",
            (person, after, PAGE_ROWS + 1),
        )
    return head, grant, epoch, rows


def _open_all(key: SealingKey, person: UUID, rows: list[tuple]) -> list[Row]:
    opened = []
    for row in rows:
        try:
            opened.append(_open(key, person, row))
        except Unreadable:
            # One damaged row must not keep the rest of a record from its person. It stays where it is.
            log.error("a sealed version does not open: number %d of a feed, id %s", row[0], row[1])
    return opened


def _open(key: SealingKey, person: UUID, row: tuple) -> Row:
    number, id, kind, at, zone, by, device, received_at, entry, previous, picked, how, gone, skew, sealed = row
    return Row(
        number=number,
        id=id,
        kind=kind,
        at=at,
        zone=zone,
        by=by,
        device=device,
        received_at=clock.rfc3339(received_at),
        entry=None if entry == id else entry,
        previous=previous,
        picked=bool(picked),
        how=how,
        gone=bool(gone),
        skew_seconds=skew,
        body=None if sealed is None else msgspec.Raw(key.open(sealed, _place(person, entry, id))),
    )
