"""The units of messages and of where they go."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from jointly.kit.db import Many, Query
from jointly.reminders.units import DueRow, hold, let_go, portions

QUIET_AFTER = timedelta(hours=1)
QUIET_TIMES = 3
"""A browser that said nothing of three pushes, an hour after the last of them, is not reached any more."""
MOST_DEVICES = 10
"""Browsers of one person that are pushed to: those that subscribed last."""


class SubscriptionRow(NamedTuple):
    """Where one browser is pushed to, and how often it was since it last said that it showed something."""

    device: UUID
    person: UUID
    sealed: bytes
    key: str
    unheard: int

    @property
    def is_quiet(self) -> bool:
        """Whether pushes seem to get nowhere, without any error."""
        return self.unheard >= QUIET_TIMES


class MessageRow(NamedTuple):
    """A message on its way; `tries` is how often it was begun before."""

    id: UUID
    telling: UUID
    person: UUID
    channel: str
    device: UUID | None
    kinds: str
    made_at: datetime
    until: datetime
    tries: int


class Settled(NamedTuple):
    """What came of trying one message: its state, when it is tried again, and what went wrong, in a word."""

    id: UUID
    state: str
    next_at: datetime | None = None
    fault: str | None = None


_COLUMNS = ", ".join(MessageRow._fields)


def subscriptions_of(people: Sequence[UUID], now: datetime):
    """Unit: where these people are pushed to."""
    found: list[SubscriptionRow] = []
    for some in portions(people):
        marks = ", ".join("?" * len(some))
        rows = yield Query(
            "select device, person, sealed, key, (select count(*) from message where "  # nosec B608 # the names are ours, every value is bound
            "message.device = subscription.device and message.person = subscription.person "
            "and message.state = 'sent' and message.shown_at is null and message.made_at < ? "
            "and message.made_at > coalesce(subscription.reached_at, subscription.made_at)) "
            f"from subscription where person in ({marks}) and state = 'ok' order by made_at desc",
            (now - QUIET_AFTER, *some),
        )
        found += [SubscriptionRow(*row) for row in rows]
    return found


def told_since(days: Mapping[datetime, Sequence[UUID]]):
    """Unit: how often people, given by when their day began, were told something since; tests are not counted."""
    found: dict[UUID, int] = {}
    for since, people in days.items():
        for some in portions(people):
            marks = ", ".join("?" * len(some))
            rows = yield Query(
                f"select person, count(distinct telling) from message where person in ({marks}) and made_at >= ? "  # nosec B608 # the names are ours, every value is bound
                "and kinds <> 'test' group by person",
                (*some, since),
            )
            found |= dict(rows)
    return found


def tell(
    lease: datetime,
    service: UUID,
    now: datetime,
    tellings: Sequence[tuple[UUID, UUID, Sequence[DueRow]]],
    messages: Sequence[MessageRow],
    late: Sequence[DueRow],
    nothing: Sequence[DueRow],
    people: Sequence[UUID],
    again: datetime,
):
    """Unit: what is told now is marked so, with the messages that carry it, and the people are given back: all or
    nothing, and only of those whom this process still has. Gives the tellings that count."""
    held = yield from hold(people, lease)
    mine = [(telling, person, rows) for telling, person, rows in tellings if person in held]
    # One statement a person, and not a slot: an outage leaves many slots of each.
    by_length: dict[int, list[tuple]] = {}
    for telling, _, rows in mine:
        by_length.setdefault(len(rows), []).append((now, telling, *(row.id for row in rows)))
    for length, told in by_length.items():
        marks = ", ".join("?" * length)
        yield Many(
            f"update due set state = 'told', told_at = ?, telling = ? where id in ({marks}) and state = 'waiting'",  # nosec B608 # the names are ours, every value is bound
            told,
        )
    for state, rows in (("late", late), ("done", nothing)):
        for some in portions([row.id for row in rows if row.person in held]):
            marks = ", ".join("?" * len(some))
            yield Query(f"update due set state = ? where id in ({marks}) and state = 'waiting'", (state, *some))  # nosec B608 # the names are ours, every value is bound
    yield from add(service, [one for one in messages if one.person in held])
    yield from let_go(sorted(held), again)
    return {telling for telling, _, _ in mine}


def add(service: UUID, messages: Sequence[MessageRow]):
    """Unit: messages to be handed over; in the list they are at once."""
    yield Many(
        "insert into message (id, telling, person, service, channel, device, kinds, made_at, until, state, tries, "
        "next_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing",
        [
            (
                *one[:3],
                service,
                *one[3:8],
                "sent" if one.channel == "list" else "sending",
                0 if one.channel == "list" else one.tries + 1,
                None if one.channel == "list" else one.made_at + LEASE,
            )
            for one in messages
        ],
    )


LEASE = timedelta(minutes=2)
"""How long a process may take over handing one message over before another one tries."""


def take_again(now: datetime, limit: int, skip_locked: bool):
    """Unit: messages that are to be tried again, with those of a process that died over them: these count as tried, so
    that nothing goes out on and on from a process that dies each time."""
    lock = "for update skip locked" if skip_locked else ""
    rows = yield Query(
        "update message set next_at = ?, tries = tries + 1 "  # nosec B608 # the names are ours, every value is bound
        "where id in (select id from message where state = 'sending' and next_at <= ? "
        f"order by next_at limit ? {lock}) and state = 'sending' and next_at <= ? returning {_COLUMNS}",
        (now + LEASE, now, limit, now),
    )
    again = [MessageRow(*row) for row in rows]
    return [row._replace(tries=row.tries - 1) for row in again]


def keep(ids: Sequence[UUID], now: datetime):
    """Unit: these are still on their way, and are nobody else's for another lease."""
    for some in portions(ids):
        marks = ", ".join("?" * len(some))
        yield Query(
            f"update message set next_at = ? where id in ({marks}) and state = 'sending'",  # nosec B608 # the names are ours, every value is bound
            (now + LEASE, *some),
        )


def mark_sent(message: UUID):
    """Unit: an e-mail or SMS goes out now. From here on it is not tried again unless it is known that it did not: at
    most once. Gives whether it still was to be sent."""
    return bool(
        (
            yield Query(
                "update message set state = 'sent', next_at = null where id = ? and state = 'sending' returning id",
                (message,),
            )
        )
    )


def settle(
    service: UUID,
    settled: Iterable[Settled],
    gone: Iterable[UUID],
    refused: Iterable[UUID],
    others: Mapping[UUID, Sequence[MessageRow]],
    lock_rows: bool,
):
    """Unit: what came of messages; browsers that are gone are forgotten, and those that refused us marked.

    `others` are, by their tellings, the messages by other channels that may take the place of what came to nothing, in
    order. Where all that a telling had did, the next of them is made in the same transaction, and given: whoever dies
    here leaves no telling without a message. A push that another process settled meanwhile stays as it is.
    """
    if others:
        marks, lock = ", ".join("?" * len(others)), "for update" if lock_rows else ""
        # Of two processes with one message each of a telling, the second waits, and then sees what came of the first.
        yield Query(f"select id from message where telling in ({marks}) order by id {lock}", tuple(others))  # nosec B608 # the names are ours, every value is bound
    by_fate: dict[tuple, list[UUID]] = {}
    for one in settled:
        by_fate.setdefault((one.state, one.next_at, one.fault), []).append(one.id)
    for fate, ids in by_fate.items():
        for some in portions(ids):
            marks = ", ".join("?" * len(some))
            yield Query(
                f"update message set state = ?, next_at = ?, fault = ? where id in ({marks}) "  # nosec B608 # the names are ours, every value is bound
                "and (state = 'sending' or channel <> 'push')",
                (*fate, *some),
            )
    yield Many("delete from subscription where device = ?", [(device,) for device in gone])
    yield Many("update subscription set state = 'again' where device = ?", [(device,) for device in refused])
    made = yield from _next_of(others)
    yield from add(service, made)
    return made


def _next_of(others: Mapping[UUID, Sequence[MessageRow]]):
    stands: dict[UUID, dict[str, set[str]]] = {telling: {} for telling in others}
    states, _ = yield from of_tellings({telling: candidates[0].person for telling, candidates in others.items()})
    for telling, channel, state in states:
        stands[telling].setdefault(channel, set()).add(state)
    return [
        next(one for one in others[telling] if one.channel not in tried)
        for telling, tried in stands.items()
        if not any(states & {"sent", "sending"} for states in tried.values())
    ]


def of_tellings(tellings: Mapping[UUID, UUID]):
    """Unit: how the messages of these tellings stand (telling, channel, state), and the keys that each answers.

    The tellings are given with whom each is told: what is due is found by its person.
    """
    if not tellings:
        return [], []
    marks = ", ".join("?" * len(tellings))
    states = yield Query(f"select telling, channel, state from message where telling in ({marks})", tuple(tellings))  # nosec B608 # the names are ours, every value is bound
    keys = yield Query(
        f"select telling, id, kind from due where person in ({marks}) and telling in ({marks}) order by at, id",  # nosec B608 # the names are ours, every value is bound
        (*tellings.values(), *tellings),
    )
    return states, keys
