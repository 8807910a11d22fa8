"""The units of messages and of where they go."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from jointly.kit.db import Many, Query
from jointly.reminders.units import DueRow, hold, let_go

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


class Settled(NamedTuple):
    """What came of trying one message: its state, when it is tried again, and what went wrong, in a word."""

    id: UUID
    state: str
    next_at: datetime | None = None
    fault: str | None = None


_COLUMNS = ", ".join(MessageRow._fields)


def subscriptions_of(people: Sequence[UUID], now: datetime):
    """Unit: where these people are pushed to."""
    if not people:
        return []
    marks = ", ".join("?" * len(people))
    rows = yield Query(
        "select device, person, sealed, key, (select count(*) from message where message.device = subscription.device "  # nosec B608 # the names are ours, every value is bound
        "and message.person = subscription.person and message.state = 'sent' and message.shown_at is null "
        "and message.made_at < ? and message.made_at > coalesce(subscription.reached_at, subscription.made_at)) "
        f"from subscription where person in ({marks}) and state = 'ok' order by made_at desc",
        (now - QUIET_AFTER, *people),
    )
    return [SubscriptionRow(*row) for row in rows]


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
    yield Many(
        "update due set state = 'told', told_at = ?, telling = ? where id = ? and state = 'waiting'",
        [(now, telling, row.id) for telling, _, rows in mine for row in rows],
    )
    for state, rows in (("late", late), ("done", nothing)):
        marked = [(state, row.id) for row in rows if row.person in held]
        yield Many("update due set state = ? where id = ? and state = 'waiting'", marked)
    yield from add(service, [one for one in messages if one.person in held])
    yield from let_go(sorted(held), again)
    return {telling for telling, _, _ in mine}


def add(service: UUID, messages: Sequence[MessageRow]):
    """Unit: messages to be handed over. E-mail, SMS and the list are marked as sent before they are: at most once."""
    yield Many(
        "insert into message (id, telling, person, service, channel, device, kinds, made_at, until, state, tries, "
        "next_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing",
        [
            (
                *one[:3],
                service,
                *one[3:8],
                "sending" if one.channel == "push" else "sent",
                one.tries,
                one.made_at + LEASE if one.channel == "push" else None,
            )
            for one in messages
        ],
    )


LEASE = timedelta(minutes=2)
"""How long a process may take over handing one message over before another one tries."""


def take_again(now: datetime, limit: int, skip_locked: bool):
    """Unit: messages that are to be tried again, with those of a process that died over them. What is not push is
    marked as sent before it is tried."""
    lock = "for update skip locked" if skip_locked else ""
    rows = yield Query(
        "update message set next_at = ?, state = case when channel = 'push' then 'sending' else 'sent' end "  # nosec B608 # the names are ours, every value is bound
        "where id in (select id from message where state = 'sending' and next_at <= ? "
        f"order by next_at limit ? {lock}) and state = 'sending' and next_at <= ? returning {_COLUMNS}",
        (now + LEASE, now, limit, now),
    )
    return [MessageRow(*row) for row in rows]


def settle(settled: Iterable[Settled], gone: Iterable[UUID], refused: Iterable[UUID]):
    """Unit: what came of messages; browsers that are gone are forgotten, and those that refused us marked."""
    yield Many(
        "update message set state = ?, next_at = ?, fault = ?, tries = tries + 1 where id = ?",
        [(one.state, one.next_at, one.fault, one.id) for one in settled],
    )
    yield Many("delete from subscription where device = ?", [(device,) for device in gone])
    yield Many("update subscription set state = 'again' where device = ?", [(device,) for device in refused])


def of_tellings(tellings: Sequence[UUID]):
    """Unit: how the messages of these tellings stand (telling, channel, state), and the keys that each answers."""
    if not tellings:
        return [], []
    marks = ", ".join("?" * len(tellings))
    states = yield Query(f"select telling, channel, state from message where telling in ({marks})", tellings)  # nosec B608 # the names are ours, every value is bound
    keys = yield Query(f"select telling, id, kind from due where telling in ({marks}) order by at, id", tellings)  # nosec B608 # the names are ours, every value is bound
    return states, keys
