"""Verb: who is expected at the sessions of these days, so that they can be ticked off where there is no signal."""

from datetime import datetime, timedelta
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.listings.model import Occurrence, decode_occurrence
from jointly.people.house import House
from jointly.people.names import names
from jointly.people.rules import Actor
from jointly.people.vault import Session as SignedIn
from jointly.prescribing.groups.inbox import note_listed
from jointly.prescribing.groups.reaching import Reached, actor_of, reached, steps_of
from jointly.prescribing.groups.schemas import Expected, Register, Session
from jointly.prescribing.reading import StepRow
from jointly.prescribing.rules import visits

BACK, AHEAD = timedelta(hours=48), timedelta(days=7)
MOST = 200
"""Sessions in these days."""
EXPECTED = ("booked", "going", "missed")
"""Who missed a visit is expected at the next one."""


async def register(house: House, *, session: SignedIn) -> Register:
    """The sessions of the publisher's organisation, two days back and a week ahead, with who is expected at each.

    People are told by a short name: the list may lie open on a table. That it was opened is kept, as for the inbox.
    """
    now = clock.now()
    dates, found, steps = await house.db.read(
        _find, actor_of(session), now, actor=session.person, group=session.organisation, purpose="register"
    )
    await note_listed(house, session, len(found), now)
    called = await names(house, {one.row.person for one in found})
    short = {person: short_name(each) for person, each in called.items()}
    marks = {one.row.id: _marks(one.row.id, steps) for one in found}
    sessions = []
    for listing, name, date in dates:
        off = date.status == "cancelled"
        here = [] if off else [one for one in found if _expected(one, listing, date, marks[one.row.id])]
        people = [_person(one, date, marks[one.row.id], short) for one in here]
        people.sort(key=lambda each: ((each.called or "~").casefold(), str(each.prescription)))
        sessions.append(Session(listing=listing, name=name, start=date.start, end=date.end, off=off, people=people))
    return Register(sessions=sessions)


def short_name(called: str) -> str:
    """What somebody is called, with the rest of their name as a letter: "Margaret T."."""
    first, *rest = called.split()
    return f"{first} {rest[-1][0].upper()}." if rest else first


def _expected(one: Reached, listing: UUID, date: Occurrence, marks: dict) -> bool:
    if one.row.thing != str(listing):
        return False
    day = visits.day_of(date.start)
    if day in marks:
        return True
    if one.row.state == "booked":
        return one.row.first_at is not None and visits.day_of(one.row.first_at) == day
    return one.row.state in EXPECTED


def _person(one: Reached, date: Occurrence, marks: dict, short: dict[UUID, str]) -> Expected:
    mark = marks.get(visits.day_of(date.start))
    return Expected(
        prescription=one.row.id,
        called=short.get(one.row.person),
        first=one.row.visits == 0,
        came=mark and mark.kind,
        mark=mark and mark.id,
    )


def _marks(prescription: UUID, steps: list[StepRow]) -> dict:
    found = [step for step in steps if step.about == prescription and step.kind in visits.KINDS]
    return visits.standing(visits.Mark(step.id, step.kind, step.at, step.previous) for step in found)


def _find(actor: Actor, now: datetime):
    listings = yield Query(
        "select id, name from listing where organisation = ? and state not in ('gone', 'hidden') "
        "and source in (select id from source where kind = 'here') limit 500",
        (actor.organisation,),
    )
    named = dict(listings)
    dates = []
    if named:
        marks = ", ".join("?" * len(named))
        rows = yield Query(
            f"select listing, body from dated where listing in ({marks}) and start > ? and start < ? "  # nosec B608 # every value is bound
            "order by start, listing limit ?",
            (*named, now - BACK, now + AHEAD, MOST),
        )
        dates = [(listing, named[listing], decode_occurrence(body)) for listing, body in rows]
    found = yield from reached(actor, now, open_only=True)
    steps = yield from steps_of((one.row.id for one in found), kinds=visits.KINDS)
    return dates, found, steps
