"""The units that keep what was pushed: numbers, refusals and rows, for one push or for several at once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from jointly.kit.db import Apart, Many, Query, together
from jointly.kit.sealing import SealingKey, Unreadable
from jointly.people import audit
from jointly.people.service import bring_back
from jointly.people.vault import Gone, Session
from jointly.record.lives import ERASED
from jointly.record.schemas import NewVersion

TOGETHER_ROWS = 2000
"""Rows that are kept at once for different people, at most; SQLite takes 32,766 parameters."""


class Prepared(NamedTuple):
    """A version that has been checked and sealed, ready to be kept. `index` is its place in the request.

    `entry` is none for the first version of its entry, `body` (canonical JSON) for a deletion.
    """

    index: int
    id: UUID
    entry: UUID | None
    version: NewVersion
    corrected_at: datetime | None
    body: bytes | None
    sealed: bytes | None


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes for whom, the subject's key, and how wrong the clock of their device is (seconds, from 2 minutes)."""

    person: UUID
    key: SealingKey
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


class Sent(NamedTuple):
    """One push: who writes, what, when it was received, and the key of the audit that says so.

    `check` says to look first for what is kept already of these ids. Without it, meeting one breaks the unit.
    """

    author: Author
    batch: Sequence[Prepared]
    received_at: datetime
    audit_key: bytes
    check: bool


def _keep_all(pushes: Sequence[tuple[Sent]]):
    """Unit: keeps the pushes of different people at once; gives what became of each."""
    sent = [push for (push,) in pushes]
    if len(sent) > 1 and sum(len(push.batch) for push in sent) > TOGETHER_ROWS:
        raise Apart
    feeds = yield from _take_numbers(sent)
    known = yield from _known(sent)
    brought: list[tuple] = []
    rows: list[tuple] = []
    kept = [_number(push, feeds[push.author.person], known, brought, rows) for push in sent]
    if rows:
        yield Many(_INSERT_PUSH, brought)
        yield Many(_INSERT, rows)
        wrote = [_wrote(push, one) for push, one in zip(sent, kept, strict=True) if one.head > one.head_before]
        yield from audit.note(sent[0].audit_key, sent[0].received_at, wrote)
    for push, one in zip(sent, kept, strict=True):
        if one.head < one.head_before + len(push.batch):
            # Numbers that nothing was kept under are given back, so that the feed has no gaps.
            yield Query("update feed set number = ? where person = ?", (one.head, push.author.person))
    return kept


def _wrote(push: Sent, kept: Kept) -> audit.Event:
    author = push.author
    kinds = {item.version.kind for item in push.batch}
    count = kept.head - kept.head_before
    return audit.did(
        author.session, "wrote", chain=author.person, subject=author.person, what=kinds, count=count, purpose="sync"
    )


@together(_keep_all)
def keep(push: Sent):
    """Unit: keeps one push."""
    [kept] = yield from _keep_all([(push,)])
    return kept


class _Feed(NamedTuple):
    """A feed whose numbers up to `number` are taken."""

    number: int
    grant: int
    epoch: UUID


def _take_numbers(pushes: Sequence[Sent]):
    # Writing the row first takes its lock, so that on PostgreSQL the pushes of one person go one after the other.
    taken = yield Query(
        f"insert into feed (person, number, grant_version) values {', '.join(['(?, ?, 1)'] * len(pushes))} "  # nosec B608 # the names are ours, every value is bound
        "on conflict (person) do update set number = feed.number + excluded.number "
        # The names tell SQLite the types of columns that are no table's own.
        'returning person as "person [UUID]", number, grant_version, '
        '(select epoch from epoch where id = 1) as "epoch [UUID]"',
        tuple(value for push in pushes for value in (push.author.person, len(push.batch))),
    )
    feeds = {person: _Feed(*feed) for person, *feed in taken}
    if len(feeds) < len(pushes):
        raise Apart  # one person's two phones
    if any(feed.grant == ERASED for feed in feeds.values()):
        raise Gone
    for push in pushes:
        own = push.author.session.person == push.author.person
        if own and feeds[push.author.person].number == len(push.batch):
            yield from bring_back(push.author.session, push.received_at)
    return feeds


def _number(push: Sent, feed: _Feed, known: dict[UUID, "_Known"], brought: list[tuple], rows: list[tuple]) -> Kept:
    """Numbers what is new in a push, adding to `brought`, `rows` and `known`, and refuses what cannot be kept."""
    author, batch, received_at, _, check = push
    head = head_before = feed.number - len(batch)
    numbers: dict[int, int] = {}
    refused: dict[int, str] = {}
    person = str(author.person)
    for item in batch:
        if check:
            earlier = known.get(item.id)
            first = known.get(item.entry) if item.entry else None
            if code := _refusal(author, item, earlier, first):
                refused[item.index] = code
                continue
            if earlier:
                numbers[item.index] = earlier.number
                continue
            known[item.id] = _New(author.person, head + 1, item)
        head += 1
        numbers[item.index] = head
        rows.append((str(item.id), person, head, head_before + 1, *_facts(item), item.corrected_at, item.sealed))
    if head > head_before:
        session = author.session
        sender = (str(session.person), str(session.device), author.skew_seconds)
        brought.append((rows[head_before - head][0], person, head_before + 1, *sender, received_at))
    return Kept(
        numbers=numbers, refused=refused, head_before=head_before, head=head, grant=feed.grant, epoch=feed.epoch
    )


def _facts(item: Prepared) -> tuple:
    """What of a version is kept in clear, in the order of its columns."""
    version = item.version
    return (item.entry, version.previous, version.kind, version.at, version.zone, version.picked, version.how)


class _New(NamedTuple):
    """A version that this unit keeps."""

    person: UUID
    number: int
    item: Prepared

    @property
    def kind(self) -> str:
        return self.item.version.kind

    def says(self, again: Prepared, _key: SealingKey) -> bool:
        """Whether `again`, which has its id, is the same version."""
        return self.item.body == again.body and _facts(self.item) == _facts(again)


class _Old(NamedTuple):
    """A version that was kept before."""

    id: UUID
    person: UUID
    number: int
    entry: UUID | None
    previous: UUID | None
    kind: str
    at: str
    zone: str
    picked: bool
    how: str
    sealed: bytes | None

    def says(self, again: Prepared, key: SealingKey) -> bool:
        """Whether `again`, which has its id, is the same version."""
        if self[3:-1] != _facts(again):
            return False
        try:
            return again.body == (self.sealed and key.open(self.sealed, place_of(self.person, self.entry, self.id)))
        except Unreadable:
            return False


_Known = _New | _Old


def place_of(person: UUID, entry: UUID | None, id: UUID) -> bytes:
    """What the sealed body of a version is bound to."""
    return person.bytes + (entry or id).bytes + id.bytes + b"/body"


def _refusal(author: Author, item: Prepared, earlier: _Known | None, first: _Known | None) -> str | None:
    """Why `item` cannot be kept, seeing an earlier version with its id and the first version of its entry.

    Somebody else's entry is like one that does not exist: a correction of it stays in the feed of who sent it.
    """
    if earlier:
        if earlier.person != author.person:
            return "not-yours"
        return None if earlier.says(item, author.key) else "id-reused"
    other_kind = first and first.person == author.person and first.kind != item.version.kind
    return "other-kind" if other_kind else None


def _known(pushes: Sequence[Sent]):
    asked = list({id for push in pushes if push.check for item in push.batch for id in (item.id, item.entry) if id})
    if not asked:
        return {}
    # The last is asked for again up to a power of two, so that few different statements are ever prepared.
    asked += asked[-1:] * ((1 << (len(asked) - 1).bit_length()) - len(asked))
    columns = ", ".join(_Old._fields)
    rows = yield Query(f"select {columns} from version where id in ({_marks(asked)})", tuple(asked))  # nosec B608 # the names are ours, every value is bound
    return {row[0]: _Old(*row) for row in rows}


def _marks(values: Collection) -> str:
    return ", ".join("?" * len(values))


def _insert(table: str, columns: str) -> str:
    return f"insert into {table} ({columns}) values ({_marks(columns.split(','))})"  # nosec B608 # the names are ours, every value is bound


_INSERT_PUSH = _insert("push", "id, person, number, by, device, skew_seconds, received_at")
_INSERT = _insert(
    "version", "id, person, number, push, entry, previous, kind, at, zone, picked, how, corrected_at, sealed"
)
