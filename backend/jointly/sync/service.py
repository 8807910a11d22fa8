"""The verb: one sync of one device."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

import msgspec

from jointly.kit import clock
from jointly.kit.db import stored
from jointly.kit.errors import Refusal
from jointly.kit.sealing import SealingKey
from jointly.people.access import access as access_to
from jointly.people.house import House
from jointly.people.names import names
from jointly.people.rules import Access
from jointly.people.vault import Gone, Session
from jointly.prescribing import answering
from jointly.record import lives, reading
from jointly.record import service as record
from jointly.record.schemas import NewVersion, Page, Refused, is_zone
from jointly.record.times import OutOfRange, corrected_at, skew_seconds
from jointly.reminders import planning as reminders
from jointly.sync.kinds import HERE, KINDS, SCOPE_OF, STAYS, canonical, view_of
from jointly.sync.letters import whole_letters
from jointly.sync.schemas import MAX_ENTRIES, LooseRequest, SyncAnswer, SyncPull, SyncPush, SyncRequest
from jointly.sync.words import Words

CHECKED_INLINE = 100
"""More entries than this are checked and sealed off the event loop."""

_UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What decoding raises for bytes that are no JSON, no such message, or nested without end."""

Entry = NewVersion | msgspec.Raw
"""A version, or what may be none."""

_request = msgspec.json.Decoder(SyncRequest)
_loose_request = msgspec.json.Decoder(LooseRequest)
_version = msgspec.json.Decoder(NewVersion)
_some_id = msgspec.json.Decoder(dict[str, msgspec.Raw])


def read_request(body: bytes) -> SyncRequest:
    """The envelope; raises a `Refusal` for one that is no sync at all or holds too much."""
    try:
        request = _envelope(body)
    except _UNREADABLE:
        raise Refusal(400, "not-a-sync") from None
    if sum(len(push.entries) for push in request.subjects) > MAX_ENTRIES:
        raise Refusal(413, "too-many-entries", limit=MAX_ENTRIES)
    return request


def _envelope(body: bytes) -> SyncRequest:
    """Nearly always each entry is a version, and reading all at once takes half the time of reading one by one."""
    try:
        return _request.decode(body)
    except _UNREADABLE:
        pass
    try:
        return _loose_request.decode(body)
    except msgspec.DecodeError:
        return _loose_request.decode(whole_letters(body))


async def sync(house: House, *, session: Session, request: SyncRequest, words: Words) -> SyncAnswer:
    """Keeps what the device sends and gives what it misses. What is refused comes back with a reason."""
    now = clock.now()
    said_now = clock.rfc3339(now)
    asked = _Asked(house, session, now, said_now, _skew(request.device_now, now), request.epoch, words)
    answers: list[SyncPull] = []
    erased: list[UUID] = []
    epoch: UUID | None = None
    for push in request.subjects:
        try:
            found, answer = await _one(asked, push)
            answers.append(answer)
            epoch = found or epoch
        except Gone:
            erased.append(push.subject)
    epoch = epoch or await lives.epoch(house.db)
    return SyncAnswer(now=said_now, epoch=epoch, subjects=answers, erased=erased)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One request: who asks, when, by how wrong a clock, and the epoch that the device last heard of."""

    house: House
    session: Session
    now: datetime
    said_now: str
    skew: int | None
    epoch: UUID | None
    words: Words

    def from_another_life(self, push: SyncPush, found: record.Kept | Page, head: int) -> bool:
        """Whether the device's cursor means nothing here: another epoch or grant, or a number never given."""
        return self.epoch not in (None, found.epoch) or push.number > head or push.grant not in (0, found.grant)


async def _one(asked: _Asked, push: SyncPush) -> tuple[UUID | None, SyncPull]:
    """What is said of one subject, and the epoch in which it is true."""
    house, session, person = asked.house, asked.session, stored(push.subject)
    access = await access_to(house, session=session, subject=person)
    view = access and view_of(access)
    if access is None or not view:
        return None, _not_yours(push, asked)
    key = await house.vault.key(person)
    given = (key, access, push.entries, asked)
    if len(push.entries) > CHECKED_INLINE:
        batch, refused = await asyncio.to_thread(_prepare_all, *given)
    else:
        batch, refused = _prepare_all(*given)
    numbers: dict[int, int] = {}
    if batch:
        author = record.Author(person=person, key=key, session=session, skew_seconds=asked.skew)
        kept = await record.keep(house, author=author, batch=batch, received_at=asked.now)
        numbers = kept.numbers
        if access.as_ == "self":
            kept_now = (item for item in batch if item.index in numbers)
            await answering.take(house, session=session, person=person, items=kept_now)
        await reminders.record_changed(house, person, {item.version.kind for item in batch if item.index in numbers})
        refused += [asked.words.refused(_id_of(push.entries[index]), code) for index, code in kept.refused.items()]
        kept = replace(kept, grant=access.grant or kept.grant)
        feed = {"head": kept.head, "grant": kept.grant}
        if asked.from_another_life(push, kept, kept.head_before):
            return kept.epoch, _pull(push, asked.said_now, numbers, refused, number=0, again=True, **feed)
        if push.number == kept.head_before:
            return kept.epoch, _pull(push, asked.said_now, numbers, refused, number=kept.head, **feed)
    asks = {"session": session, "access": access, "view": view}
    page = await reading.page(house, key, **asks, after=push.number, skip=set(numbers.values()))
    feed = {"head": page.head, "grant": page.grant}
    if asked.from_another_life(push, page, page.head):
        return page.epoch, _pull(push, asked.said_now, numbers, refused, number=0, again=True, **feed)
    others = {row.by for row in page.rows} | {look.by for look in page.seen}
    rest = {
        "number": page.number,
        "rows": page.rows,
        "seen": page.seen,
        "names": await names(house, others - {person}),
        "more": page.more,
    }
    return page.epoch, _pull(push, asked.said_now, numbers, refused, **rest, **feed)


def _pull(push: SyncPush, now: str, numbers: dict[int, int], refused: list[Refused], **rest) -> SyncPull:
    found = {"more": False, "again": False, "withdrawn": False, "rows": [], "seen": [], "names": {}} | rest
    return SyncPull(subject=push.subject, received_at=now, numbers=runs(numbers), refused=refused, **found)


def _not_yours(push: SyncPush, asked: _Asked) -> SyncPull:
    """Somebody else's record, shared no more or never, answers exactly like one that does not exist."""
    refused = [asked.words.refused(_id_of(entry), "not-yours") for entry in push.entries]
    return _pull(push, asked.said_now, {}, refused, withdrawn=True, number=0, head=0, grant=0)


def _prepare_all(
    key: SealingKey, access: Access, entries: Sequence[Entry], asked: _Asked
) -> tuple[list[record.Prepared], list[Refused]]:
    batch: list[record.Prepared] = []
    refused: list[Refused] = []
    for index, entry in enumerate(entries):
        try:
            batch.append(_prepare(key, access, index, entry, asked.skew, asked.now))
        except _Unfit as unfit:
            refused.append(asked.words.refused(_id_of(entry), unfit.code, unfit.field))
    return batch, refused


def checked(
    key: SealingKey, access: Access, version: NewVersion, now: datetime, words: Words
) -> tuple[record.Prepared | None, str]:
    """One version ready to be kept, or none and why not in plain words."""
    try:
        return _prepare(key, access, 0, version, None, now), ""
    except _Unfit as unfit:
        return None, words.refused(str(version.id), unfit.code, unfit.field).message


class _Unfit(Exception):
    def __init__(self, code: str, field: str = "") -> None:
        self.code, self.field = code, field


def _prepare(
    key: SealingKey, access: Access, index: int, entry: Entry, skew: int | None, now: datetime
) -> record.Prepared:
    version = entry if type(entry) is NewVersion else _read_version(entry)
    if version.kind not in KINDS:
        raise _Unfit("unknown-kind")
    if version.kind in HERE or SCOPE_OF[version.kind] not in access.writes or version.how not in access.ways:
        raise _Unfit("not-yours")
    if version.gone and version.kind in STAYS:
        raise _Unfit("stays")
    if version.gone == bool(len(version.body)) or not is_zone(version.zone) or not _in_line(version):
        raise _Unfit("malformed")
    try:
        corrected = corrected_at(version.at, version.picked, skew, now)
    except OutOfRange:
        raise _Unfit("date-out-of-range") from None
    except ValueError:
        raise _Unfit("malformed") from None
    body = None if version.gone else _read_body(version)
    return record.prepare(key, access.subject, index, version, corrected, body)


def _read_version(entry: msgspec.Raw) -> NewVersion:
    try:
        return _version.decode(entry)
    except _UNREADABLE as fault:
        raise _Unfit("unknown-field" if _UNKNOWN in str(fault) else "malformed") from None


def _read_body(version: NewVersion) -> bytes:
    try:
        return canonical(version.kind, version.body)
    except _UNREADABLE as fault:
        if _UNKNOWN in str(fault):
            raise _Unfit("unknown-field") from None
        # Only the name of a known field is told: what a person wrote never comes back in an error.
        field = _FIELD.search(str(fault))
        raise _Unfit("bad-value", field[1] if field else "") from None


_UNKNOWN = "unknown field"
_FIELD = re.compile(r"at `\$\.(\w+)")
"""Where msgspec says what is wrong: "Expected `int` <= 10 - at `$.score`"."""


def _in_line(version: NewVersion) -> bool:
    """Whether it is the first of its entry, or a later one that names entry and predecessor, neither of them itself."""
    if version.entry is None:
        return version.previous is None
    return version.previous is not None and version.id not in (version.entry, version.previous)


def _id_of(entry: Entry) -> str:
    """The id of an entry that may not decode, so that its refusal finds it; empty when it has none."""
    if type(entry) is NewVersion:
        return str(entry.id)
    try:
        id = msgspec.json.decode(_some_id.decode(entry).get("id", b'""'))
    except _UNREADABLE:
        return ""
    return id[:36] if isinstance(id, str) else ""


def _skew(device_now: str, now: datetime) -> int | None:
    try:
        return skew_seconds(datetime.fromisoformat(device_now), now)
    except (ValueError, TypeError):
        raise Refusal(400, "not-a-sync") from None


def runs(numbers: dict[int, int]) -> list[tuple[int, int, int]]:
    """Numbers by index, folded into runs of `(first index, first number, length)`.

    >>> runs({0: 11, 1: 12, 3: 13})
    [(0, 11, 2), (3, 13, 1)]
    """
    folded: list[tuple[int, int, int]] = []
    for index, number in sorted(numbers.items()):
        if folded:
            first, start, length = folded[-1]
            if index == first + length and number == start + length:
                folded[-1] = (first, start, length + 1)
                continue
        folded.append((index, number, 1))
    return folded
