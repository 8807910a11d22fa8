"""Verbs: keep versions in a person's feed, and read it."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from jointly.kit import clock
from jointly.kit.db import ConstraintBroken, Database, Query, stored
from jointly.kit.sealing import SealingKey, Unreadable
from jointly.people.vault import Gone
from jointly.record import keeping
from jointly.record.keeping import Author, Kept, Prepared, place_of
from jointly.record.lives import ERASED, present_epoch
from jointly.record.schemas import NewVersion, Page, Row

log = logging.getLogger("jointly")

PAGE_ROWS = 2000
"""Rows of one pull at most."""
OPENED_INLINE = 64
"""More rows than this are opened off the event loop."""


def prepare(
    key: SealingKey, person: UUID, index: int, version: NewVersion, corrected_at: datetime | None, body: bytes | None
) -> Prepared:
    """Seals a checked version for its place. `body` is its canonical JSON, or none for a deletion."""
    id = stored(version.id)
    entry = stored(version.entry) if version.entry else None
    sealed = None if body is None else key.seal(body, place_of(person, entry, id))
    return Prepared(index, id, entry, version, corrected_at, body, sealed)


async def keep(db: Database, *, author: Author, batch: Sequence[Prepared], received_at: datetime) -> Kept:
    """Keeps a batch in one transaction: new versions get the next numbers, a version kept before keeps its own.

    Raises `Gone` when the person was erased.
    Each stands alone: refusal codes are `id-reused` (the id has other content), `not-yours` (the id or entry
    belongs to somebody else) and `other-kind` (an entry cannot change its kind).
    """
    check = any(item.entry for item in batch)
    who = {"actor": author.session.person, "purpose": "sync"}
    try:
        return await db.run(keeping.keep, keeping.Sent(author, batch, received_at, check), **who)
    except ConstraintBroken:
        if check:
            raise
    # An id is there already: some of this was sent before, or is somebody else's. That is rare, and looking for it
    # each time would take longer than all the rest.
    return await db.run(keeping.keep, keeping.Sent(author, batch, received_at, check=True), **who)


async def page(db: Database, key: SealingKey, *, person: UUID, actor: UUID, after: int, skip: set[int]) -> Page:
    """The feed of `person` after a number, at most 2,000 rows, without the numbers in `skip`.

    Raises `Gone` when the person was erased.
    """
    head, grant, epoch, pushes, rows = await db.read(_page, person, after, actor=actor, purpose="sync")
    more = len(rows) > PAGE_ROWS
    rows = rows[:PAGE_ROWS]
    number = rows[-1][0] if more else head
    wanted = [row for row in rows if row[0] not in skip]
    if len(wanted) > OPENED_INLINE:
        opened = await asyncio.to_thread(_open_all, key, person, pushes, wanted)
    else:
        opened = _open_all(key, person, pushes, wanted)
    return Page(number=number, head=head, grant=grant, epoch=epoch, rows=opened, more=more)


def _page(person: UUID, after: int):
    feed = yield Query("select number, grant_version from feed where person = ?", (person,))
    head, grant = feed[0] if feed else (0, 1)
    if grant == ERASED:
        raise Gone
    epoch = yield from present_epoch()
    pushes: list[tuple] = []
    rows: list[tuple] = []
    if head > after:
        rows = yield Query(
            "select number, push, id, entry, previous, kind, at, zone, picked, how, sealed from version "
            "where person = ? and number > ? order by number limit ?",
            (person, after, PAGE_ROWS + 1),
        )
    if rows:
        pushes = yield Query(
            "select number, by, device, skew_seconds, received_at from push "
            "where person = ? and number between ? and ?",
            (person, rows[0][1], rows[-1][1]),
        )
    return head, grant, epoch, pushes, rows


def _open_all(key: SealingKey, person: UUID, pushes: list[tuple], rows: list[tuple]) -> list[Row]:
    brought = {
        number: (by, device, skew, clock.rfc3339(received_at)) for number, by, device, skew, received_at in pushes
    }
    opened = []
    for number, push, id, entry, previous, kind, at, zone, picked, how, sealed in rows:
        try:
            body = sealed and msgspec.Raw(key.open(sealed, place_of(person, entry, id)))
        except Unreadable:
            # One damaged row must not keep the rest of a record from its person. It stays where it is.
            log.error("a sealed version does not open: number %d of a feed, id %s", number, id)
            continue
        by, device, skew, received_at = brought[push]
        # By position, in the order of the struct's fields: by name takes three times as long.
        facts = (kind, at, zone, by, device, received_at, entry, previous, picked, how, body is None, skew, body)
        opened.append(Row(number, id, *facts))
    return opened
