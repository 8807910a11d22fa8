"""Verbs: read a person's feed, for themselves or for somebody they share it with."""

import asyncio
import hashlib
import logging
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.sealing import SealingKey, Unreadable
from jointly.people import audit
from jointly.people.house import House
from jointly.people.rules import Access
from jointly.people.vault import Gone, Session
from jointly.record.keeping import place_of
from jointly.record.lives import ERASED, present_epoch
from jointly.record.schemas import Opened, Page, Row

log = logging.getLogger("jointly")

PAGE_ROWS = 2000
"""Rows of one pull at most."""
OPENED_INLINE = 64
"""More rows than this are opened off the event loop."""


SELECT = "select number, push, id, entry, previous, kind, at, zone, picked, how, sealed from version"
"""The columns of a version, in the order that `open_all` takes."""


class View(NamedTuple):
    """What of a diary somebody else may see: entries of these kinds, with or without the words in them."""

    kinds: tuple[str, ...]
    notes: bool


class Reader(NamedTuple):
    """Somebody who looks at another's diary: who, for whose audit, when, which scopes, in what part."""

    session: Session
    audit_key: bytes
    at: datetime
    scopes: str
    as_: str


async def page(
    house: House, key: SealingKey, *, session: Session, access: Access, view: View, after: int, skip: set[int]
) -> Page:
    """The feed of `access.subject` after a number, at most 2,000 rows, without the numbers in `skip`.

    Somebody else gets what `view` says they share; that they looked is kept before anything is given.
    Raises `Gone` when the person was erased.
    """
    own = access.as_ == "self"
    given = (access.subject, after, None if own else view)
    who = {"actor": session.person, "subject": access.subject, "purpose": "sync"}
    if own:
        head, grant, epoch, seen, pushes, rows = await house.db.read(_page, *given, **who)
    else:
        reader = reader_of(house, session, access)
        head, grant, epoch, seen, pushes, rows = await house.db.run(_page_for, reader, *given, **who)
        grant = access.grant
    more = len(rows) > PAGE_ROWS
    rows = rows[:PAGE_ROWS]
    number = rows[-1][0] if more else head
    wanted = [row for row in rows if row[0] not in skip]
    notes = own or view.notes
    if len(wanted) > OPENED_INLINE:
        opened = await asyncio.to_thread(open_all, key, access.subject, pushes, wanted, notes)
    else:
        opened = open_all(key, access.subject, pushes, wanted, notes)
    looks = [Opened(by, number, scopes.split(), clock.rfc3339(at)) for by, number, scopes, at in seen]
    return Page(number=number, head=head, grant=grant, epoch=epoch, rows=opened, seen=looks, more=more)


def reader_of(house: House, session: Session, access: Access) -> Reader:
    """Who looks now."""
    return Reader(session, house.audit_key, clock.now(), " ".join(sorted(access.scopes)), access.as_)


def _page_for(reader: Reader, person: UUID, after: int, view: View):
    """Unit: the same for somebody else, with the note that they looked; without news nothing is noted."""
    found = yield from _page(person, after, view)
    head, rows = found[0], found[-1]
    if rows:
        number = rows[PAGE_ROWS - 1][0] if len(rows) > PAGE_ROWS else head
        yield from see(reader, person, number, min(len(rows), PAGE_ROWS))
    return found


def see(reader: Reader, person: UUID, number: int, count: int):
    """Part of a unit: notes for the person, and in the audit, that somebody saw their diary up to `number`."""
    session, audit_key, at, scopes, as_ = reader
    one = hashlib.blake2b(person.bytes + session.person.bytes + scopes.encode(), digest_size=16)
    yield Query(
        "insert into seen (id, person, by, scopes, number, at) values (?, ?, ?, ?, ?, ?) "
        "on conflict (id) do update set at = excluded.at, "
        "number = case when excluded.number > seen.number then excluded.number else seen.number end",
        (UUID(bytes=one.digest()), person, session.person, scopes, number, at),
    )
    purpose = "emergency" if as_ == "emergency" else "care"
    facts = {"chain": person, "subject": person, "what": scopes.split(), "count": count, "purpose": purpose}
    yield from audit.note(audit_key, at, [audit.did(session, "read", **facts)])


def _page(person: UUID, after: int, view: View | None):
    feed = yield Query("select number, grant_version from feed where person = ?", (person,))
    head, grant = feed[0] if feed else (0, 1)
    if grant == ERASED:
        raise Gone
    epoch = yield from present_epoch()
    seen = []
    if view is None:
        seen = yield Query(
            "select by, number, scopes, at from seen where person = ? order by at desc limit 50", (person,)
        )
    pushes: list[tuple] = []
    rows: list[tuple] = []
    if head > after and (view is None or view.kinds):
        only = f"and kind in ({', '.join('?' * len(view.kinds))}) " if view else ""
        rows = yield Query(
            f"{SELECT} where person = ? and number > ? {only}order by number limit ?",
            (person, after, *(view.kinds if view else ()), PAGE_ROWS + 1),
        )
    if rows:
        pushes = yield from pushes_of(person, rows[0][1], rows[-1][1])
    return head, grant, epoch, seen, pushes, rows


def pushes_of(person: UUID, first: int, last: int):
    """Part of a unit: the pushes from one number to another."""
    sql = "select number, by, device, skew_seconds, received_at from push where person = ? and number between ? and ?"
    rows = yield Query(sql, (person, first, last))
    return rows


def _without_note(body: bytes) -> bytes:
    return _write({name: value for name, value in _read(body).items() if name != "note"})


_read = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_write = msgspec.json.Encoder().encode


def open_all(key: SealingKey, person: UUID, pushes: list[tuple], rows: list[tuple], notes: bool) -> list[Row]:
    """Rows of a person as they go out, opened with their key, with or without the words they added."""
    brought = {
        number: (by, device, skew, clock.rfc3339(received_at)) for number, by, device, skew, received_at in pushes
    }
    opened = []
    for number, push, id, entry, previous, kind, at, zone, picked, how, sealed in rows:
        try:
            body = sealed and key.open(sealed, place_of(person, entry, id))
        except Unreadable:
            # One damaged row must not keep the rest of a record from its person. It stays where it is.
            log.error("a sealed version does not open: number %d of a feed, id %s", number, id)
            continue
        if body is not None:
            body = msgspec.Raw(body if notes else _without_note(body))
        by, device, skew, received_at = brought[push]
        # By position, in the order of the struct's fields: by name takes three times as long.
        facts = (kind, at, zone, by, device, received_at, entry, previous, picked, how, body is None, skew, body)
        opened.append(Row(number, id, *facts))
    return opened
