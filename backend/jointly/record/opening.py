"""Verbs: what somebody else sees of a record who opens it now and keeps nothing of it."""

import asyncio
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec

from jointly.kit.db import Query
from jointly.kit.paging import up_to
from jointly.kit.sealing import SealingKey
from jointly.people.house import House
from jointly.people.rules import Access
from jointly.people.vault import Gone, Session
from jointly.record.about import About
from jointly.record.keeping import place_of
from jointly.record.lives import ERASED
from jointly.record.reading import PAGE_ROWS, SELECT, Reader, View, open_all, pushes_of, reader_of, see
from jointly.record.schemas import Row


class Newest(NamedTuple):
    """Versions, the newest first, and whether there are older ones. `standing` are those older ones that still say how
    things stand; `whole` is false when there are more of these than are given."""

    rows: list[Row]
    more: bool
    standing: list[Row]
    whole: bool


async def newest(
    house: House,
    key: SealingKey,
    *,
    session: Session,
    access: Access,
    view: View,
    before: int | None,
    standing: Collection[str],
) -> Newest:
    """The newest versions of `access.subject` before a number, at most 2,000, for somebody who opens the record now.

    With the first of them come as many older ones of the kinds in `standing`: a plan that was made a year ago is
    followed today, however much was written since.
    """
    kinds = [kind for kind in view.kinds if kind in standing] if before is None else []
    given = (reader_of(house, session, access), access.subject, view, up_to(before), kinds)
    who = {"actor": session.person, "subject": access.subject, "purpose": "open a record"}
    pushes, rows, older = await house.db.run(_newest, *given, **who)

    def opened(rows: list[tuple]) -> list[Row]:
        return open_all(key, access.subject, pushes, rows[:PAGE_ROWS], view.notes)

    found = await asyncio.to_thread(opened, rows), await asyncio.to_thread(opened, older)
    return Newest(found[0], len(rows) > PAGE_ROWS, found[1], len(older) <= PAGE_ROWS)


async def shared_with(house: House, organisation: UUID, *, now: datetime) -> list[UUID]:
    """Who was referred to an organisation and lets it know, at most 200, the latest first."""
    return await house.db.read(_shared_with, organisation, now, group=organisation, purpose="list the referred")


async def about(house: House, *, session: Session, access: Access) -> About | None:
    """What somebody says about themselves, as it stands, or none when they have not."""
    person = access.subject
    who = {"actor": session.person, "subject": person, "purpose": "read about somebody"}
    found = await house.db.read(_about, person, **who)
    if not found or found[0][2] is None:
        return None
    [(entry, id, sealed)] = found
    key = await house.vault.key(person)
    return msgspec.json.decode(key.open(sealed, place_of(person, entry, id)), type=About)


def _newest(reader: Reader, person: UUID, view: View, before: int, standing: Sequence[str]):
    feed = yield Query("select number, grant_version from feed where person = ?", (person,))
    head, grant = feed[0] if feed else (0, 1)
    if grant == ERASED:
        raise Gone
    rows = yield _before(person, before, view.kinds)
    older = []
    if standing and len(rows) > PAGE_ROWS:
        older = yield _before(person, rows[PAGE_ROWS - 1][0], standing)
    pushes = []
    if rows:
        pushes = yield from pushes_of(person, (older or rows)[-1][1], rows[0][1])
    yield from see(reader, person, head, min(len(rows), PAGE_ROWS) + min(len(older), PAGE_ROWS))
    return pushes, rows, older


def _before(person: UUID, number: int, kinds: Sequence[str]) -> Query:
    """Versions of these kinds with smaller numbers, the newest first, and one more than a page has room for."""
    marks = ", ".join("?" * len(kinds))
    return Query(
        f"{SELECT} where person = ? and number < ? and kind in ({marks}) order by number desc limit ?",
        (person, number, *kinds, PAGE_ROWS + 1),
    )


def _shared_with(organisation: UUID, now: datetime):
    rows = yield Query(
        "select person, ends_at from share where with_kind = 'organisation' and with_id = ? and ended_at is null "
        "order by given_at desc limit 200",
        (organisation,),
    )
    return list(dict.fromkeys(person for person, ends_at in rows if ends_at is None or ends_at > now))


def _about(person: UUID):
    rows = yield Query(
        "select entry, id, sealed from version where person = ? and kind = 'about' order by number desc limit 1",
        (person,),
    )
    return rows
