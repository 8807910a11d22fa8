"""The dispatcher: looks for what is due, and sees it told. Any number of them share one database.

Each takes people by leases. What is told is written down, with the messages that carry it, in one transaction before
anything goes out. A push whose process died is sent again under the same topic and tag, so it is shown once. What is
not push is marked as sent before it goes out: at most once.
"""

import logging
from collections import Counter, defaultdict
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime, timedelta
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
from jointly.reminders.telling import LIST, Told, decide, first_messages, message, other_channels, told_of
from jointly.reminders.units import DueRow, Taken

LEASE = timedelta(minutes=2)
"""How long a process may take over the people it took, before others take them."""
RENEW_AFTER = timedelta(hours=12)
"""A plan is made anew at least as often, so that it always reaches two weeks ahead."""
BATCH = 500
"""People of one look."""

log = logging.getLogger("jointly")


class Dispatcher:
    """Looks again and again: see `running`. `counted` is what it did since it began, for metrics."""

    def __init__(self, house: House, pathways: Pathways, speak: Speak, outlets: Outlets) -> None:
        self._house = house
        self._pathways = pathways
        self._desk = Desk(outlets, house.index_key, speak, house.origin, self._mark)
        self.counted: Counter[str] = Counter()
        self.latest = timedelta(0)
        """How late the latest telling of the last look was."""

    @property
    def _shares(self) -> bool:
        """Whether other processes work on the same database, and rows are locked among them."""
        return self._house.db.kind == "postgres"

    async def look(self, limit: int = BATCH) -> bool:
        """One look: news, plans that are older than their record, what is due, and what did not go out before.

        Gives whether there may be more at once.
        """
        now = clock.now()
        news = await self._run(units.wake_for_news, now, self._house.service, limit)
        lease = now + LEASE
        taken = await self._run(units.take, now, lease, now - RENEW_AFTER, limit, self._shares)
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
        by_person: defaultdict[UUID, list[SubscriptionRow]] = defaultdict(list)
        for row in subscriptions:
            by_person[row.person].append(row)
        for one in told:
            one.messages = first_messages(one, by_person[one.person], manners[one.person], self._desk.outlets, now)
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
            try:
                plan = await self._renewed(one, now) if one.stale else None
                if plan:
                    plans[one.person], manners[one.person] = plan, plan.manner
                elif not one.stale:
                    manners[one.person] = opened(self._house.index_key, one.sealed)
            except Exception as fault:
                # One person's must not hold up everybody's: they are tried again when their lease has run out.
                log.error("somebody's plan could not be made: %s, person %s", type(fault).__name__, one.person)
                self.counted["plans_failed"] += 1
        return manners, plans

    async def _renewed(self, one: Taken, now: datetime) -> Plan | None:
        return await renew(self._house, self._pathways, one.person, now, one.sealed, one.changed_at)

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
        by_message = {row.id: one for one in told for row in one.messages}
        by_telling = {one.telling.id: one for one in told}
        async with aclosing(self._desk.hand_over(posts)) as answers:
            async for came in answers:
                failed = [by_message[one.id] for one in came.settled if one.state in ("failed", "dead")]
                if made := await self._settle(came, self._others(failed, manners)):
                    instead = [replace(by_telling[row.telling], messages=[row]) for row in made]
                    await self._hand_over(instead, {}, manners)

    def _others(self, told: Sequence[Told], manners: dict[UUID, Manner]) -> dict[UUID, list[MessageRow]]:
        """What may take the place of what came to nothing, by its telling, in order."""
        now, outlets = clock.now(), self._desk.outlets
        return {
            one.telling.id: [
                message(one, name, now) for name in other_channels(manners.get(one.person, NO_MANNER), outlets)
            ]
            for one in told
        }

    async def _try_again(self, now: datetime, limit: int) -> int:
        rows: list[MessageRow] = await self._run(message_units.take_again, now, limit, self._shares)
        if not rows:
            return 0
        people = list({row.person for row in rows})
        subscriptions = by_device(await self._subscriptions(people, now))
        kept = dict(await self._read(units.manners_of, people))
        manners = {person: opened(self._house.index_key, kept.get(person)) for person in people}
        _, keys = await self._read(message_units.of_tellings, {row.telling: row.person for row in rows})
        by_telling: defaultdict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
        for telling, id, kind in keys:
            by_telling[telling].append((id, kind))
        told = [self._told_again(row, by_telling[row.telling]) for row in rows]
        await self._hand_over(told, subscriptions, manners)
        return len(rows)

    def _told_again(self, row: MessageRow, slots: Sequence[tuple[UUID, str]]) -> Told:
        """What a message says that is tried again. Names are not said again: they may have changed."""
        kinds = tuple(kind for _, kind in slots) or tuple(row.kinds.split())
        telling = Telling(row.telling, kinds, tuple(key_from(id) for id, _ in slots), until=row.until)
        return Told(telling, row.person, [], [row])

    async def _settle(self, came: Came, others: dict[UUID, list[MessageRow]]) -> list[MessageRow]:
        """Writes down what came of messages; gives those that take the place of some."""
        if not came.settled:
            return []
        given = (self._house.service, came.settled, came.gone, came.refused, others, self._shares)
        made: list[MessageRow] = await self._run(message_units.settle, *given)
        self.counted.update(Counter(f"messages_{one.state}" for one in came.settled))
        self.counted["subscriptions_gone"] += len(came.gone)
        self.counted["subscriptions_refused"] += len(came.refused)
        if came.refused:
            log.error("%d push subscriptions were refused: is our key or our clock wrong?", len(came.refused))
        return made

    def _count(self, told: Sequence[Told], late: Sequence[DueRow], now: datetime) -> None:
        self.counted["tellings"] += len(told)
        self.counted["due_told"] += sum(len(one.rows) for one in told)
        self.counted["due_late"] += len(late)
        self.counted["told_in_list"] += sum(row.channel == LIST for one in told for row in one.messages)
        self.latest = max((now - one.rows[0].at for one in told), default=timedelta(0))

    async def _mark(self, message: UUID) -> bool:
        return await self._run(message_units.mark_sent, message)

    async def _run(self, unit, *args):
        return await self._house.db.run(unit, *args, group=self._house.service, purpose="send reminders")

    async def _read(self, unit, *args):
        return await self._house.db.read(unit, *args, group=self._house.service, purpose="send reminders")
