"""Verbs: keep versions in a person's feed, and read it."""

import asyncio
import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec

from jointly.kit import clock
from jointly.kit.db import Database, Many, Query, stored
from jointly.kit.sealing import SealingKey, Unreadable
from jointly.people.service import bring_back
from jointly.people.vault import Gone, Session
from jointly.record.lives import ERASED, present_epoch
from jointly.record.schemas import NewVersion, Page, Row

log = logging.getLogger("jointly")

PAGE_ROWS = 2000
"""Rows of one pull at most."""
OPENED_INLINE = 64
"""More rows than this are opened off the event loop."""


class Prepared(NamedTuple):
    """A version that has been checked and sealed, ready to be kept. `index` is its place in the request."""

    index: int
    version: NewVersion
    id: UUID
    entry: UUID
    happened_at: datetime
    digest: bytes
    sealed: bytes | None


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes for whom, and how wrong the clock of their device is (in seconds, from 2 minutes on)."""

    person: UUID
    session: Session
    skew_seconds: int | None


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a batch: numbers by index, refusal codes by index, and the feed before and after."""

    numbers: dict[int, int]
    refused: dict[int, str]
    head_before: int
    head: int
    grant: int
    epoch: UUID


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
    return await db.run(_keep, author, batch, received_at, actor=author.session.person, purpose="sync")


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


def _keep(author: Author, batch: Sequence[Prepared], received_at: datetime):
    # Writing the row first takes its lock, so that on PostgreSQL the pushes of one person go one after the other.
    [(number, grant, epoch)] = yield Query(_TAKE_NUMBERS, (author.person, len(batch)))
    if grant == ERASED:
        raise Gone
    head = number - len(batch)
    if head == 0:
        yield from bring_back(author.session, received_at)
    known = yield from _known({id for item in batch for id in (item.id, item.entry)})
    numbers: dict[int, int] = {}
    refused: dict[int, str] = {}
    rows: list[tuple] = []
    row = _rows_of(author, received_at)
    for item in batch:
        earlier, first = known.get(item.id), known.get(item.entry)
        code = _refusal(author.person, item, earlier, first) if earlier or first else None
        if code:
            refused[item.index] = code
        elif earlier:
            numbers[item.index] = earlier.number
        else:
            number = head + len(rows) + 1
            numbers[item.index] = number
            rows.append(row(item, number))
            known[item.id] = _Known(author.person, number, item.digest, item.version.kind)
    if rows:
        yield Many(_INSERT, rows)
    if len(rows) < len(batch):
        # Numbers that nothing was kept under are given back, so that the feed has no gaps.
        yield Query("update feed set number = ? where person = ?", (head + len(rows), author.person))
    return Kept(numbers=numbers, refused=refused, head_before=head, head=head + len(rows), grant=grant, epoch=epoch)


_TAKE_NUMBERS = (
    "insert into feed (person, number, grant_version) values (?, ?, 1) "
    "on conflict (person) do update set number = feed.number + excluded.number "
    # The name tells SQLite the type of a column that is no table's own.
    'returning number, grant_version, (select epoch from epoch where id = 1) as "epoch [UUID]"'
)


class _Known(NamedTuple):
    """A version that is kept already."""

    person: UUID
    number: int
    digest: bytes
    kind: str


def _refusal(person: UUID, item: Prepared, earlier: _Known | None, first: _Known | None) -> str | None:
    """Why `item` cannot be kept, seeing an earlier version with its id and the first version of its entry.

    The first version decides whose an entry is: its id is the entry's, so nobody can claim the entry beforehand.
    """
    if any(known and known.person != person for known in (earlier, first)):
        return "not-yours"
    if earlier:
        return None if earlier.digest == item.digest else "id-reused"
    return "other-kind" if first and first.kind != item.version.kind else None


def _known(ids: Collection[UUID]):
    rows = yield Query(f"select id, person, number, digest, kind from version where id in ({_marks(ids)})", tuple(ids))  # noqa: S608
    return {id: _Known(*known) for id, *known in rows}


def _marks(values: Collection) -> str:
    return ", ".join("?" * len(values))


_COLUMNS = (
    "id, entry, person, number, previous, kind, at, zone, happened_at, picked, how, gone, "
    "by, device, skew_seconds, received_at, digest, sealed"
)
_INSERT = f"insert into version ({_COLUMNS}) values ({_marks(_COLUMNS.split(','))})"  # noqa: S608


def _rows_of(author: Author, received_at: datetime) -> Callable[[Prepared, int], tuple]:
    """Makes the rows of one push. Ids are given as text, which both databases take, so that none is made twice."""
    person, by, device = str(author.person), str(author.session.person), str(author.session.device)
    skew_seconds = author.skew_seconds

    def row(item: Prepared, number: int) -> tuple:
        _, version, id, entry, happened_at, digest, sealed = item
        text = str(id)
        return (
            text,
            text if entry is id else str(entry),
            person,
            number,
            version.previous,
            version.kind,
            version.at,
            version.zone,
            happened_at,
            version.picked,
            version.how,
            version.gone,
            by,
            device,
            skew_seconds,
            received_at,
            digest,
            sealed,
        )

    return row


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
