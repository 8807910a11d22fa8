"""Verbs: a worker names a way of looking at the list, chooses among those they named, and takes one away."""

from datetime import datetime
from uuid import UUID

from jointly.caseload.schemas import ListView, ListViews, NewView
from jointly.kit import clock
from jointly.kit.db import ConstraintBroken, Query, stored
from jointly.kit.errors import Refusal
from jointly.kit.sealing import SealingKey
from jointly.people.house import House
from jointly.people.vault import Session

MOST = 20
"""Views of one worker."""


async def views(house: House, *, session: Session) -> ListViews:
    """What whoever is signed in named, the oldest first: nobody else's."""
    me = session.person
    rows = await house.db.read(_views, me, actor=me, subject=me, purpose="list views of the list")
    key = await house.vault.key(me)
    return ListViews(views=[_opened(key, me, *row) for row in rows])


async def put(house: House, *, session: Session, id: UUID, view: NewView | None) -> ListViews:
    """Keeps a view, or takes it away where there is none; gives all. Doing it again changes nothing.

    Raises a 409 `Refusal`: for more than `MOST`, a name that another one has, or an id of somebody else's.
    """
    me, now, id = session.person, clock.now(), stored(id)
    key = await house.vault.key(me)
    who = {"actor": me, "subject": me, "purpose": "name a view of the list"}
    if view is None:
        await house.db.run(_take_away, id, me, **who)
        return await views(house, session=session)
    sealed = key.seal(view.model_dump_json().encode(), _place(me, id))
    try:
        refused = await house.db.run(_put, id, me, now, sealed, key, view.name.casefold(), **who)
    except ConstraintBroken:
        refused = "view-id-reused"
    if refused:
        raise Refusal(409, refused)
    return await views(house, session=session)


def _views(me: UUID):
    return (yield Query("select id, sealed from list_view where person = ? order by made_at, id", (me,)))


def _put(id: UUID, me: UUID, now: datetime, sealed: bytes, key: SealingKey, name: str):
    """Unit: keeps a view; gives the refusal's code where it does not."""
    yield Query("update person set role = role where id = ?", (me,))  # of two at once, the second sees the first's
    rows = yield from _views(me)
    others = [_opened(key, me, other, kept) for other, kept in rows if other != id]
    if len(others) >= MOST:
        return "views-many"
    if any(other.name.casefold() == name for other in others):
        return "view-name"
    if len(others) < len(rows):
        yield Query("update list_view set sealed = ? where id = ? and person = ?", (sealed, id, me))
    else:
        yield Query("insert into list_view (id, person, made_at, sealed) values (?, ?, ?, ?)", (id, me, now, sealed))
    return None


def _take_away(id: UUID, me: UUID):
    yield Query("delete from list_view where id = ? and person = ?", (id, me))


def _opened(key: SealingKey, me: UUID, id: UUID, sealed: bytes) -> ListView:
    return ListView(id=id, **NewView.model_validate_json(key.open(sealed, _place(me, id))).model_dump())


def _place(me: UUID, id: UUID) -> bytes:
    return me.bytes + id.bytes + b"/list-view"
