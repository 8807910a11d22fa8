"""Reads how people are supported, for the list: a fixed number of statements, however many people are on it."""

from collections.abc import Mapping, Sequence, Set
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from jointly.caseload import writing
from jointly.caseload.support_rules import Episode, Suggested, Supported
from jointly.kit.db import Query
from jointly.kit.sealing import SealingKey
from jointly.listings.rules import Checked, freshness
from jointly.prescribing.rules.moves import CLOSED
from jointly.prescribing.sealed import open_said

ZONE = ZoneInfo("Europe/London")


class Referred(NamedTuple):
    """An open referral."""

    id: UUID
    person: UUID
    state: str
    owner: UUID
    next_on: date | None
    received_at: datetime
    first_contact_at: datetime | None


class Prescribed(NamedTuple):
    """A suggestion that is open, or that somebody said no to."""

    id: UUID
    person: UUID
    kind: str
    thing: str
    state: str
    next_on: date | None
    made_at: datetime
    sent_at: datetime | None
    answered_at: datetime | None
    missed: int
    closed_at: datetime | None
    sealed: bytes | None


class Supports(NamedTuple):
    """All that is read of it for one list."""

    referrals: list[Referred]
    prescribed: list[Prescribed]
    tasks: list[tuple[UUID, date]]
    stale: frozenset[str]
    written: list[writing.Written]


NOBODY = Supports([], [], [], frozenset(), [])


def find(people: Sequence[UUID], now: datetime):
    """Unit: how these people are supported."""
    if not people:
        return NOBODY
    marks = ", ".join("?" * len(people))
    columns = ", ".join(Referred._fields)
    referrals = yield Query(
        f"select {columns} from referral where person in ({marks}) and state <> 'closed'",  # nosec B608 # the names are ours, every value is bound
        tuple(people),
    )
    columns = ", ".join(Prescribed._fields)
    prescribed = yield Query(
        f"select {columns} from prescription where person in ({marks}) "  # nosec B608 # the names are ours, every value is bound
        "and (state <> 'closed' or outcome = 'said-no')",
        tuple(people),
    )
    tasks = yield Query(
        f"select person, due_on from task where person in ({marks}) and done_at is null",  # nosec B608 # the names are ours, every value is bound
        tuple(people),
    )
    rows = [Prescribed(*row) for row in prescribed]
    stale = yield from _stale({one.thing for one in rows if one.kind == "activity" and one.state != CLOSED}, now)
    written = yield from writing.find(people)
    return Supports([Referred(*row) for row in referrals], rows, [tuple(row) for row in tasks], stale, written)


def _stale(things: Set[str], now: datetime):
    """Which of these listings have faded, are hidden or are gone. What no listing can be called is in no directory."""
    named = {thing: id for thing in things if (id := _listing(thing))}
    stale = frozenset(things) - named.keys()
    if not named:
        return stale
    ids = sorted(set(named.values()))
    ids += ids[-1:] * ((1 << (len(ids) - 1).bit_length()) - len(ids))
    marks = ", ".join("?" * len(ids))
    rows = yield Query(
        f"select id, state, checked_at, runs_days, source in (select id from source where kind = 'here') from listing "  # nosec B608 # the names are ours, every value is bound
        f"where id in ({marks})",
        tuple(ids),
    )
    fresh = {
        id
        for id, state, checked_at, runs_days, said in rows
        if state == "shown" and checked_at and freshness(Checked(checked_at, bool(said), runs_days), now) == "fresh"
    }
    return stale | {thing for thing, id in named.items() if id not in fresh}


def _listing(thing: str) -> UUID | None:
    try:
        return UUID(thing)
    except ValueError:
        return None


def supported_of(found: Supports, service: UUID, key: SealingKey) -> Supported:
    """What the rules look at of one person's support, of whom alone `found` is."""
    suggested = tuple(_suggested(one, found.stale, key) for one in found.prescribed)
    return Supported(
        episode=_episode(found.referrals[0], service) if found.referrals else None,
        suggested=suggested,
        tasks=tuple(due_on for _, due_on in found.tasks),
        wrote=writing.waits(found.written, {one.id: one.name for one in suggested}, key, ZONE),
    )


def by_person(found: Supports) -> Mapping[UUID, Supports]:
    """The same, apart for each person, so that a list of many is made in one pass."""
    people: dict[UUID, Supports] = {}

    def of(person: UUID) -> Supports:
        return people.setdefault(person, Supports([], [], [], found.stale, []))

    for referral in found.referrals:
        of(referral.person).referrals.append(referral)
    for prescribed in found.prescribed:
        of(prescribed.person).prescribed.append(prescribed)
    for task in found.tasks:
        of(task[0]).tasks.append(task)
    for one in found.written:
        of(one.person).written.append(one)
    return people


def _episode(one: Referred, service: UUID) -> Episode:
    return Episode(
        received_on=_day(one.received_at),
        taken=one.owner != service,
        spoken=one.first_contact_at is not None,
        next_on=one.next_on,
    )


def _suggested(one: Prescribed, stale: frozenset[str], key: SealingKey) -> Suggested:
    name = open_said(key, one.person, one.id, one.sealed).get("name")
    return Suggested(
        id=one.id,
        name=str(name) if name else None,
        state=one.state,
        made_on=_day(one.made_at),
        next_on=one.next_on,
        sent_on=_day(one.sent_at) if one.sent_at else None,
        answered=one.answered_at is not None,
        missed=one.missed,
        said_no_on=_day(one.closed_at) if one.closed_at else None,
        stale=one.kind == "activity" and one.thing in stale,
    )


def _day(at: datetime) -> date:
    return at.astimezone(ZONE).date()
