"""The dispatcher: looks for what is due, and sees it told. Any number of them share one database.

Each takes people by leases. What is told is written down, with the messages that carry it, in one transaction before
anything goes out. A push whose process died is sent again under the same topic and tag, so it is shown once. What is
not push is marked as sent before it goes out: at most once.
"""

import logging
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby
from uuid import UUID

from jointly.content import Speak
from jointly.kit import clock
from jointly.people.house import House
from jointly.reminders import message_units, units
from jointly.reminders.handing_over import Came, Desk, Post, by_device
from jointly.reminders.manner import NO_MANNER, Manner, opened
from jointly.reminders.message_units import MessageRow, SubscriptionRow
from jointly.reminders.messages import Telling
from jointly.reminders.outlets import Outlets
from jointly.reminders.planning import Pathways, Plan, renew
from jointly.reminders.rounds import worth
from jointly.reminders.rules.grouping import TOGETHER
from jointly.reminders.rules.planning import ROUNDS
from jointly.reminders.rules.slots import key_from
from jointly.reminders.telling import LIST, Told, decide, first_messages, message, next_channel, told_of
from jointly.reminders.units import DueRow, Taken

LEASE = timedelta(minutes=2)
"""How long a process may take over the people it took, before others take them."""
RENEW_AFTER = timedelta(hours=12)
"""A plan is made anew at least as often, so that it always reaches two weeks ahead."""
BATCH = 200
"""People of one look."""

log = logging.getLogger("jointly")


class Dispatcher:
    """Looks again and again: see `running`. `counted` is what it did since it began, for metrics."""

    def __init__(self, house: House, pathways: Pathways, speak: Speak, outlets: Outlets) -> None:
        self._house = house
        self._pathways = pathways
        self._desk = Desk(outlets, house.index_key, speak, house.origin)
        self.counted: Counter[str] = Counter()
        self.latest = timedelta(0)
        """How late the latest telling of the last look was."""

    async def look(self, limit: int = BATCH) -> bool:
        """One look: news, plans that are older than their record, what is due, and what did not go out before.

        Gives whether there may be more at once.
        """
        now = clock.now()
        news = await self._run(units.wake_for_news, now, self._house.service, limit)
        lease = now + LEASE
        taken = await self._run(units.take, now, lease, now - RENEW_AFTER, limit, self._house.db.kind == "postgres")
        if taken:
            await self._tell(taken, lease, now)
        retried = await self._try_again(now, limit)
        return max(news, len(taken), retried) >= limit

    async def _tell(self, taken: Sequence[Taken], lease: datetime, now: datetime) -> None:
        manners, plans = await self._manners(taken, now)
        people = [one.person for one in taken if one.person in manners]
        rows: list[DueRow] = await self._run(units.due_of, people, now + TOGETHER)
        decided = decide(rows, manners, now)
        told, nothing = await self._worth_it(decided.told, now)
        told = [await self._named(one, manners[one.person], plans, now) for one in told]
        subscriptions = await self._subscriptions([one.person for one in told], now)
        for one in told:
            theirs = [row for row in subscriptions if row.person == one.person]
            one.messages = first_messages(one, theirs, manners[one.person], self._desk.outlets, now)
        given = (
            lease,
            self._house.service,
            now,
            [(one.telling.id, one.person, one.rows) for one in told],
            [row for one in told for row in one.messages],
            decided.late,
            nothing,
            people,
            now + RENEW_AFTER,
        )
        counts = await self._run(message_units.tell, *given)
        told = [one for one in told if one.telling.id in counts]
        self._count(told, decided.late, now)
        await self._hand_over(told, by_device(subscriptions), manners)

    async def _manners(self, taken: Sequence[Taken], now: datetime) -> tuple[dict[UUID, Manner], dict[UUID, Plan]]:
        """How each is told, and the plans that had to be made anew. Who was erased is in neither."""
        manners: dict[UUID, Manner] = {}
        plans: dict[UUID, Plan] = {}
        for one in taken:
            if one.stale:
                if plan := await renew(self._house, self._pathways, one.person, now, one.sealed, one.changed_at):
                    plans[one.person], manners[one.person] = plan, plan.manner
            else:
                manners[one.person] = opened(self._house.index_key, one.sealed)
        return manners, plans

    async def _named(self, one: Told, manner: Manner, plans: dict[UUID, Plan], now: datetime) -> Told:
        """With what visits and dates are called, for who chose that names are said."""
        if not manner.detailed or not {"session", "date"} & set(one.telling.kinds):
            return one
        plan = plans.get(one.person) or await renew(self._house, self._pathways, one.person, now, None)
        if plan is None:
            return one
        about = {item.id: item.about.partition("/")[0] for item in plan.items}
        names = [plan.standing.names.get(about.get(row.id, "")) for row in one.rows]
        return told_of(one.person, one.rows, manner, [name for name in names if name])

    async def _worth_it(self, told: list[Told], now: datetime) -> tuple[list[Told], list[DueRow]]:
        """Rounds of staff are told only when there is something to look at."""
        kept: list[Told] = []
        nothing: list[DueRow] = []
        for one in told:
            rounds = {row.kind for row in one.rows} & set(ROUNDS)
            empty = {kind for kind in rounds if not await self._read(worth, one.person, kind, now)}
            nothing += [row for row in one.rows if row.kind in empty]
            if rows := [row for row in one.rows if row.kind not in empty]:
                kept.append(told_of(one.person, rows, Manner(detailed=one.telling.detailed)) if empty else one)
        return kept, nothing

    async def _subscriptions(self, people: list[UUID], now: datetime) -> list[SubscriptionRow]:
        """Where these people are pushed to, but for browsers on which they were signed out."""
        rows: list[SubscriptionRow] = await self._read(message_units.subscriptions_of, people, now)
        alive = await self._house.vault.signed_in([row.device for row in rows])
        return [row for row in rows if row.device in alive]

    async def _hand_over(self, told: Sequence[Told], devices, manners: dict[UUID, Manner]) -> None:
        posts = [
            Post(row, one.telling, row.device and devices.get(row.device), manners.get(one.person, NO_MANNER))
            for one in told
            for row in one.messages
        ]
        came = await self._desk.hand_over(posts)
        await self._settle(came)
        failed = {one.id for one in came.settled if one.state in ("failed", "dead")}
        if failed:
            await self._next_channels([one for one in told if failed & {row.id for row in one.messages}], manners)

    async def _next_channels(self, told: Sequence[Told], manners: dict[UUID, Manner]) -> None:
        """Where every message of a telling came to nothing, the next channel has it; the list at last."""
        now = clock.now()
        states, _ = await self._read(message_units.of_tellings, [one.telling.id for one in told])
        for one in told:
            mine = [(channel, state) for telling, channel, state in states if telling == one.telling.id]
            if any(state in ("sent", "sending") for _, state in mine):
                continue
            tried = [channel for channel, _ in mine]
            last = next((name for name in ("sms", "email") if name in tried), "push")
            one.messages = [
                message(one, next_channel(last, manners.get(one.person, NO_MANNER), self._desk.outlets), now)
            ]
            await self._run(message_units.add, self._house.service, one.messages)
            await self._hand_over([one], {}, manners)

    async def _try_again(self, now: datetime, limit: int) -> int:
        rows: list[MessageRow] = await self._run(
            message_units.take_again, now, limit, self._house.db.kind == "postgres"
        )
        if not rows:
            return 0
        people = list({row.person for row in rows})
        subscriptions = by_device(await self._subscriptions(people, now))
        kept = dict(await self._read(units.manners_of, people))
        manners = {person: opened(self._house.index_key, kept.get(person)) for person in people}
        _, keys = await self._read(message_units.of_tellings, list({row.telling for row in rows}))
        told = [self._told_again(row, keys) for row in rows]
        await self._hand_over(told, subscriptions, manners)
        return len(rows)

    def _told_again(self, row: MessageRow, keys: Sequence[tuple[UUID, UUID, str]]) -> Told:
        """What a message says that is tried again. Names are not said again: they may have changed."""
        mine = [(id, kind) for telling, id, kind in keys if telling == row.telling]
        kinds = tuple(kind for _, kind in mine) or tuple(row.kinds.split())
        telling = Telling(row.telling, kinds, tuple(key_from(id) for id, _ in mine), until=row.until)
        return Told(telling, row.person, [], [row])

    async def _settle(self, came: Came) -> None:
        if came.settled:
            await self._run(message_units.settle, came.settled, came.gone, came.refused)
        for state, some in groupby(sorted(one.state for one in came.settled)):
            self.counted[f"messages_{state}"] += len(list(some))
        self.counted["subscriptions_gone"] += len(came.gone)
        self.counted["subscriptions_refused"] += len(came.refused)
        if came.refused:
            log.error("%d push subscriptions were refused: is our key or our clock wrong?", len(came.refused))

    def _count(self, told: Sequence[Told], late: Sequence[DueRow], now: datetime) -> None:
        self.counted["tellings"] += len(told)
        self.counted["due_told"] += sum(len(one.rows) for one in told)
        self.counted["due_late"] += len(late)
        self.counted["told_in_list"] += sum(row.channel == LIST for one in told for row in one.messages)
        self.latest = max((now - one.rows[0].at for one in told), default=timedelta(0))

    async def _run(self, unit, *args):
        return await self._house.db.run(unit, *args, group=self._house.service, purpose="send reminders")

    async def _read(self, unit, *args):
        return await self._house.db.read(unit, *args, group=self._house.service, purpose="send reminders")
