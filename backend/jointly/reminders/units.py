"""The units of reminders: what is due is written ahead, taken by one process at a time, and told once."""

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import datetime
from itertools import repeat
from typing import NamedTuple
from uuid import UUID

from jointly.kit.db import Many, Query
from jointly.notices import units as notices
from jointly.reminders.rules.slots import Planned

EARLIER = (
    "case when reminded.next_at is null or reminded.next_at > excluded.next_at then excluded.next_at "
    "else reminded.next_at end"
)


AGAIN = "later"
"""What stands for the local time of something that was put off, once."""


class DueRow(NamedTuple):
    """A slot that waits."""

    id: UUID
    person: UUID
    kind: str
    local: str
    at: datetime
    until: datetime


class Taken(NamedTuple):
    """Somebody whom this process has now: whether their plan is older than their record or than half a day, and since
    when their record is as it is."""

    person: UUID
    stale: bool
    changed_at: datetime | None
    sealed: bytes | None


def wake(service: UUID, people: Iterable[UUID], at: datetime):
    """Unit: there is something to do for these people at this time, whether they were reminded before or not."""
    yield Many(
        "insert into reminded (person, service, next_at, number) values (?, ?, ?, -1) on conflict (person) do update "  # nosec B608 # the names are ours, every value is bound
        f"set next_at = {EARLIER}",
        [(person, service, at) for person in people],
    )


def take(now: datetime, until: datetime, planned_since: datetime, limit: int, skip_locked: bool):
    """Unit: takes those for whom there is something to do and whom nobody else has, the longest waiting first.

    Their next time is then the end of the lease: an earlier one, when they are given back, came meanwhile.
    """
    lock = "for update skip locked" if skip_locked else ""
    rows = yield Query(
        "update reminded set taken_until = ?, next_at = ? where person in (select person from reminded "  # nosec B608 # the words are ours, every value is bound
        f"where next_at <= ? and (taken_until is null or taken_until <= ?) order by next_at limit ? {lock}) "
        "and (taken_until is null or taken_until <= ?) returning person, number, planned_at, changed_at, sealed",
        (until, until, now, now, limit, now),
    )
    numbers = {}
    people = [row[0] for row in rows]
    for some in portions(people):
        marks = ", ".join("?" * len(some))
        numbers |= dict((yield Query(f"select person, number from feed where person in ({marks})", some)))  # nosec B608 # the names are ours, every value is bound
    return [
        Taken(
            person,
            changed_at is not None
            or numbers.get(person, 0) != number
            or planned_at is None
            or planned_at < planned_since,
            changed_at,
            sealed,
        )
        for person, number, planned_at, changed_at, sealed in rows
    ]


def due_of(people: Sequence[UUID], until: datetime):
    """Unit: what waits for these people and is due by then, in order."""
    found: list[DueRow] = []
    for some in portions(people):
        marks = ", ".join("?" * len(some))
        rows = yield Query(
            f"select {', '.join(DueRow._fields)} from due where person in ({marks}) and state = 'waiting' and at <= ? "  # nosec B608 # the names are ours, every value is bound
            "order by at, id",
            (*some, until),
        )
        found += [DueRow(*row) for row in rows]
    return found


def replan(
    person: UUID,
    service: UUID,
    lease: datetime,
    number: int,
    now: datetime,
    plan: Sequence[Planned],
    past: Set[UUID],
    sealed: bytes | None,
):
    """Unit: the plan of one person from now on. What is waiting and is not in it any more goes; what is in it and was
    told already stays told. Nothing new is made of what is in `past`: it came before the record became as it is, and
    editing a rule never tells of the past.

    Gives whether this process still has them: from who was slow for longer than its lease no plan is taken."""
    if not (yield from _planned(person, lease, number, now, sealed)):
        return False
    rows = yield Query(
        "select id, at, until from due where person = ? and state = 'waiting' and local <> ? and kind <> 'test'",
        (person, AGAIN),
    )
    waiting = {id: (at, until) for id, at, until in rows}
    planned = {one.id: one for one in plan}
    wanted = {id: one for id, one in planned.items() if one.until > now}
    changed = [one for id, one in planned.items() if id in waiting and (one.at, one.until) != waiting[id]]
    # What was to come, and now would have been before the change, is of the past. What only passed its use meanwhile
    # stays, to be counted as late.
    moved = [one for one in changed if one.at == waiting[one.id][0] or one.id not in past]
    gone = [id for id in waiting if id not in planned] + [one.id for one in changed if one not in moved]
    gone += yield from _done_before_again(person, planned.keys())
    yield Many("delete from due where id = ? and state = 'waiting'", [(id,) for id in gone])
    yield Many(
        "update due set at = ?, until = ? where id = ? and state = 'waiting'",
        [(one.at, one.until, one.id) for one in moved],
    )
    new = [
        (one.id, person, service, one.kind, one.local, one.at, one.until)
        for id, one in wanted.items()
        if id not in waiting and id not in past
    ]
    yield Many(
        "insert into due (id, person, service, kind, local, at, until, state) values (?, ?, ?, ?, ?, ?, ?, 'waiting') "
        "on conflict (id) do nothing",
        new,
    )
    return True


def _planned(person: UUID, lease: datetime, number: int, now: datetime, sealed: bytes | None):
    """What came while somebody was taken, and woke them, may not have been read for this plan: they are planned once
    more then, and what was written meanwhile stays."""
    rows = yield Query(
        "update reminded set number = ?, planned_at = ?, "
        "changed_at = case when next_at < taken_until then changed_at else null end, "
        "sealed = case when next_at < taken_until then sealed else ? end "
        "where person = ? and taken_until = ? returning person",
        (number, now, sealed, person, lease),
    )
    yield Query("update reminded set planned_at = null where person = ? and next_at < taken_until", (person,))
    return bool(rows)


def _done_before_again(person: UUID, still: Set[UUID]):
    """What was put off, where nothing of what it was told of is in the plan any more."""
    rows = yield Query(
        "select later.id, due.id from due later join due on due.person = later.person and due.telling = later.telling "
        "and due.local <> ? "
        "where later.person = ? and later.local = ? and later.state = 'waiting'",
        (AGAIN, person, AGAIN),
    )
    told_of: dict[UUID, set[UUID]] = {}
    for later, id in rows:
        told_of.setdefault(later, set()).add(id)
    return [later for later, ids in told_of.items() if not ids & still]


def put_off(person: UUID, now: datetime):
    """Unit: what somebody put off and is still to come: id, kind, when, and until when."""
    return (
        yield Query(
            "select id, kind, at, until from due where person = ? and local = ? and state = 'waiting' and at > ? "
            "order by at",
            (person, AGAIN, now),
        )
    )


def put_off_of(slots: Mapping[UUID, UUID]):
    """Unit: of what was put off, given with whom it is for, the slots that it told of when it came first."""
    found: dict[UUID, list[UUID]] = {}
    for id, person in slots.items():
        rows = yield Query(
            "select due.id from due later join due on due.person = later.person and due.telling = later.telling "
            "where later.id = ? and due.person = ? and due.local <> ? order by due.at, due.id",
            (id, person, AGAIN),
        )
        if rows:
            found[id] = [first for (first,) in rows]
    return found


def known(person: UUID, since: datetime):
    """Unit: the keys of somebody's slots that were told or passed since then: they do not come again."""
    rows = yield Query("select id from due where person = ? and state <> 'waiting' and at > ?", (person, since))
    return frozenset(id for (id,) in rows)


def hold(people: Sequence[UUID], lease: datetime):
    """Unit: which of these people this process still has: who was slow for longer than its lease has lost them."""
    held: set[UUID] = set()
    for some in portions(people):
        marks = ", ".join("?" * len(some))
        rows = yield Query(
            f"update reminded set taken_until = ? where person in ({marks}) and taken_until = ? returning person",  # nosec B608 # the names are ours, every value is bound
            (lease, *some, lease),
        )
        held |= {person for (person,) in rows}
    return held


def let_go(people: Sequence[UUID], again: datetime):
    """Unit: gives people back, each with the time of what waits for them next, or with `again` if that is earlier:
    then their plan has to be made longer. Who was woken while they were taken stays awake."""
    for some in portions(people):
        marks = ", ".join("?" * len(some))
        yield Query(
            "update reminded set taken_until = null, next_at = case when next_at < taken_until then next_at "  # nosec B608 # the names are ours, every value is bound
            "else coalesce((select due.at from due where due.person = reminded.person and due.state = 'waiting' "
            f"and due.at < ? order by due.at limit 1), ?) end where person in ({marks})",
            (again, again, *some),
        )


def manners_of(people: Sequence[UUID]):
    """Unit: how these people are told, sealed as it rests."""
    marks = ", ".join("?" * len(people))
    return (yield Query(f"select person, sealed from reminded where person in ({marks})", people))  # nosec B608 # the names are ours, every value is bound


def sealed_of(person: UUID):
    """Unit: how somebody is told, sealed as it rests."""
    return (yield Query("select sealed from reminded where person = ?", (person,)))


PORTION = 500


def portions(values: Sequence[UUID]) -> Iterable[Sequence[UUID]]:
    """Some at a time, the last ones filled up by saying the last again: a database reads every length of a list as a
    statement of its own, and there are a few lengths then."""
    for start in range(0, len(values), PORTION):
        some = values[start : start + PORTION]
        length = next(length for length in (1, 2, 5, 10, 20, 50, 100, 200, PORTION) if length >= len(some))
        yield (*some, *repeat(some[-1], length - len(some)))


def wake_for_news(now: datetime, service: UUID, limit: int):
    """Unit: whoever has news is looked at now, with a plan that has it: news changes nobody's record, so that the plan
    from before it would not seem old. Gives how many that are."""
    people = yield from notices.take_news(now, limit)
    if people:
        yield from wake(service, people, now)
    for some in portions(people):
        marks = ", ".join("?" * len(some))
        # What came is in no plan yet.
        yield Query(f"update reminded set planned_at = null where person in ({marks})", some)  # nosec B608 # the names are ours, every value is bound
    return len(people)


def forget(person: UUID):
    """Unit: nothing is kept of reminders of somebody who was erased."""
    for table in ("due", "message", "subscription", "reminded"):
        yield Query(f"delete from {table} where person = ?", (person,))  # nosec B608 # the names are ours
