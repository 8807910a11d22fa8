"""The units of reminders: what is due is written ahead, taken by one process at a time, and told once."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from jointly.kit.db import Many, Query
from jointly.reminders.rules.slots import Planned

EARLIER = "case when reminded.next_at is null or reminded.next_at > excluded.next_at then excluded.next_at else reminded.next_at end"


class DueRow(NamedTuple):
    """A slot that waits."""

    id: UUID
    person: UUID
    kind: str
    local: str
    at: datetime
    until: datetime


class Taken(NamedTuple):
    """Somebody whom this process has now: whether their plan is older than their record or than a day."""

    person: UUID
    stale: bool
    sealed: bytes | None


class SubscriptionRow(NamedTuple):
    """Where one browser is pushed to."""

    device: UUID
    person: UUID
    sealed: bytes
    key: str


class MessageRow(NamedTuple):
    """A message on its way."""

    id: UUID
    telling: UUID
    person: UUID
    channel: str
    device: UUID | None
    kinds: str
    made_at: datetime
    until: datetime
    tries: int


def wake(service: UUID, people: Iterable[UUID], at: datetime):
    """Unit: there is something to do for these people at this time, whether they were reminded before or not."""
    yield Many(
        "insert into reminded (person, service, next_at, number) values (?, ?, ?, -1) on conflict (person) do update "  # nosec B608 # the names are ours, every value is bound
        f"set next_at = {EARLIER}",
        [(person, service, at) for person in people],
    )


def record_changed(person: UUID, at: datetime):
    """Unit: the plan of somebody who is reminded is looked at again; of who is not, nothing is kept."""
    yield Query(
        "update reminded set next_at = ? where person = ? and (next_at is null or next_at > ?)", (at, person, at)
    )


def take(now: datetime, until: datetime, planned_since: datetime, limit: int, skip_locked: bool):
    """Unit: takes those for whom there is something to do and whom nobody else has, the longest waiting first."""
    lock = "for update skip locked" if skip_locked else ""
    rows = yield Query(
        "update reminded set taken_until = ? where person in (select person from reminded where next_at <= ? "  # nosec B608 # the words are ours, every value is bound
        f"and (taken_until is null or taken_until <= ?) order by next_at limit ? {lock}) "
        "and (taken_until is null or taken_until <= ?) returning person, number, planned_at, sealed",
        (until, now, now, limit, now),
    )
    numbers = {}
    people = [row[0] for row in rows]
    for some in _portions(people):
        marks = ", ".join("?" * len(some))
        numbers |= dict((yield Query(f"select person, number from feed where person in ({marks})", some)))  # nosec B608
    return [
        Taken(person, numbers.get(person, 0) != number or planned_at is None or planned_at < planned_since, sealed)
        for person, number, planned_at, sealed in rows
    ]


def due_of(people: Sequence[UUID], until: datetime):
    """Unit: what waits for these people and is due by then, in order."""
    found: list[DueRow] = []
    for some in _portions(people):
        marks = ", ".join("?" * len(some))
        rows = yield Query(
            f"select {', '.join(DueRow._fields)} from due where person in ({marks}) and state = 'waiting' and at <= ? "  # nosec B608
            "order by at, id",
            (*some, until),
        )
        found += [DueRow(*row) for row in rows]
    return found


def replan(
    person: UUID, service: UUID, number: int, now: datetime, plan: Sequence[Planned], until: datetime
):
    """Unit: the plan of one person from now on. What is waiting and is not in it any more goes; what is in it and was
    told already stays told. Nothing new is made for a time that is past: editing a rule never tells of the past, but
    that what came from outside (`change`, `reply`, `referral`) is news whenever it comes."""
    waiting = {
        id: at
        for id, at in (yield Query("select id, at from due where person = ? and state = 'waiting'", (person,)))
    }
    wanted = {one.id: one for one in plan}
    gone = [(id,) for id in waiting if id not in wanted]
    if gone:
        yield Many("delete from due where id = ? and state = 'waiting'", gone)
    moved = [(wanted[id].at, wanted[id].until, id) for id, at in waiting.items() if id in wanted]
    yield Many("update due set at = ?, until = ? where id = ? and state = 'waiting'", moved)
    new = [
        (one.id, person, service, one.kind, one.local, one.at, one.until)
        for id, one in wanted.items()
        if id not in waiting and one.until > now and (one.at > now or one.kind in ("change", "reply", "referral"))
    ]
    yield Many(
        "insert into due (id, person, service, kind, local, at, until, state) values (?, ?, ?, ?, ?, ?, ?, 'waiting') "
        "on conflict (id) do nothing",
        new,
    )
    yield Query(
        "update reminded set number = ?, planned_at = ? where person = ?", (number, now, person)
    )


def known(person: UUID, since: datetime):
    """Unit: the keys of somebody's slots that were told or passed since then: they do not come again."""
    rows = yield Query("select id from due where person = ? and state <> 'waiting' and at > ?", (person, since))
    return frozenset(id for (id,) in rows)


def let_go(people: Iterable[UUID], again: datetime):
    """Unit: gives people back, each with the time of what waits for them next; without any they are looked at again
    when their plan has to be made longer."""
    for person in people:
        rows = yield Query(
            "select at from due where person = ? and state = 'waiting' order by at limit 1", (person,)
        )
        next_at = min([rows[0][0], again]) if rows else again
        yield Query("update reminded set taken_until = null, next_at = ? where person = ?", (next_at, person))


def subscriptions_of(people: Sequence[UUID]):
    """Unit: where these people are pushed to."""
    found: list[SubscriptionRow] = []
    for some in _portions(people):
        marks = ", ".join("?" * len(some))
        rows = yield Query(
            f"select {', '.join(SubscriptionRow._fields)} from subscription where person in ({marks}) and state = 'ok'",  # nosec B608
            some,
        )
        found += [SubscriptionRow(*row) for row in rows]
    return found


def too_late(rows: Sequence[DueRow]):
    """Unit: nobody came for these while they were useful."""
    yield Many("update due set state = 'late' where id = ? and state = 'waiting'", [(row.id,) for row in rows])


def _portions(values: Sequence[UUID], size: int = 200) -> Iterable[Sequence[UUID]]:
    return (values[start : start + size] for start in range(0, len(values), size))
