"""The dispatcher: looks for what is due, and sees it told. Any number of them share one database.

Each takes people by leases. What is told is written down, with the messages that carry it, in one transaction before
anything goes out. A push whose process died is sent again under the same topic and tag, so it is shown once. What is
not push is marked as sent before it goes out: at most once. A look does not wait for what it handed over, so that a
push service that hangs holds up nobody else; see `carrying`.
"""

import logging
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from jointly.content import Speak
from jointly.kit import clock
from jointly.people.house import House
from jointly.reminders import message_units, units
from jointly.reminders.carrying import Carrier
from jointly.reminders.handing_over import by_device
from jointly.reminders.manner import Manner, opened
from jointly.reminders.message_units import MessageRow, SubscriptionRow
from jointly.reminders.messages import Telling
from jointly.reminders.outlets import Outlets
from jointly.reminders.planning import Pathways, Plan, plan_of, renew
from jointly.reminders.rounds import worth
from jointly.reminders.rules.grouping import TOGETHER
from jointly.reminders.rules.planning import ROUNDS
from jointly.reminders.rules.slots import key_from
from jointly.reminders.telling import LIST, MOST_IN_A_DAY, Told, by_day, decide, first_messages, told_of
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
        self._outlets = outlets
        self.counted: Counter[str] = Counter()
        self._carrier = Carrier(house, speak, outlets, self.counted)
        self.latest = timedelta(0)
        """How late the latest telling of the last look was."""

    @property
    def _shares(self) -> bool:
        """Whether other processes work on the same database, and rows are locked among them."""
        return self._house.db.kind == "postgres"

    async def look(self, limit: int = BATCH) -> bool:
        """One look, and what came of all that it told. Gives whether there may be more at once."""
        more = await self.look_on(limit)
        await self.finish()
        return more

    async def finish(self) -> None:
        """Waits until nothing is on its way any more."""
        await self._carrier.finish()

    async def cut_off(self) -> None:
        """Ends what is on its way: it is tried again when its lease has run out."""
        await self._carrier.cut_off()

    async def look_on(self, limit: int = BATCH) -> bool:
        """One look: news, plans that are older than their record, what is due, and what did not go out before.

        What it tells is on its way when it ends. Gives whether there may be more at once.
        """
        await self._carrier.room()
        now = clock.now()
        news = await self._run(units.wake_for_news, now, self._house.service, limit)
        lease = now + LEASE
        taken = await self._run(units.take, now, lease, now - RENEW_AFTER, limit, self._shares)
        if taken:
            await self._tell(taken, lease, now)
        retried = await self._try_again(now, limit)
        return max(news, len(taken), retried) >= limit

    async def _tell(self, taken: Sequence[Taken], lease: datetime, now: datetime) -> None:
        manners, plans = await self._manners(taken, lease, now)
        people = [one.person for one in taken if one.person in manners]
        rows: list[DueRow] = await self._run(units.due_of, people, now + TOGETHER)
        decided = decide(rows, manners, now)
        told, nothing = await self._worth_it(decided.told, now)
        told = [await self._named(one, manners[one.person], plans, now) for one in told]
        await self._answering(told)
        subscriptions = await self._subscriptions([one.person for one in told], now)
        by_person: defaultdict[UUID, list[SubscriptionRow]] = defaultdict(list)
        for row in subscriptions:
            by_person[row.person].append(row)
        earlier = await self._read(message_units.told_since, by_day((one.person for one in told), manners, now))
        for one in told:
            one.earlier = earlier.get(one.person, 0)
            one.messages = first_messages(one, by_person[one.person], manners[one.person], self._outlets, now)
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
        self._carrier.begin(told, by_device(subscriptions), manners, now)

    async def _manners(
        self, taken: Sequence[Taken], lease: datetime, now: datetime
    ) -> tuple[dict[UUID, Manner], dict[UUID, Plan]]:
        """How each is told, and the plans that had to be made anew. Who was erased is in neither."""
        manners: dict[UUID, Manner] = {}
        plans: dict[UUID, Plan] = {}
        for one in taken:
            try:
                plan = await renew(self._house, self._pathways, one, lease, now) if one.stale else None
                if plan:
                    plans[one.person], manners[one.person] = plan, plan.manner
                elif not one.stale:
                    manners[one.person] = opened(self._house.index_key, one.sealed)
            except Exception as fault:
                # One person's must not hold up everybody's: they are tried again when their lease has run out.
                log.error("somebody's plan could not be made: %s, person %s", type(fault).__name__, one.person)
                self.counted["plans_failed"] += 1
        return manners, plans

    async def _named(self, one: Told, manner: Manner, plans: dict[UUID, Plan], now: datetime) -> Told:
        """With what visits and dates are called, for who chose that names are said."""
        if not manner.detailed or not {"session", "date"} & set(one.telling.kinds):
            return one
        plan = plans.get(one.person) or await plan_of(self._house, self._pathways, one.person, now, None)
        if plan is None:
            return one
        about = {item.id: item.about.partition("/")[0] for item in plan.items}
        names = [plan.standing.names.get(about.get(row.id, "")) for row in one.rows]
        return told_of(one.person, one.rows, manner, [name for name in names if name])

    async def _answering(self, told: Sequence[Told]) -> None:
        """What comes again answers the keys that it told of before: a phone on which all of it was done, without a
        signal, says so."""
        again = {row.id: row.person for one in told for row in one.rows if row.local == units.AGAIN}
        before = await self._read(units.put_off_of, again) if again else {}
        for one in told if before else ():
            ids = [id for row in one.rows for id in before.get(row.id, [row.id])]
            one.telling = replace(one.telling, keys=tuple(key_from(id) for id in ids))

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

    async def _try_again(self, now: datetime, limit: int) -> int:
        taken: list[MessageRow] = await self._run(message_units.take_again, now, limit, self._shares)
        rows = [row for row in taken if not self._carrier.has(row.id)]
        if not rows:
            return len(taken)
        people = list({row.person for row in rows})
        subscriptions = by_device(await self._subscriptions(people, now))
        kept = dict(await self._read(units.manners_of, people))
        manners = {person: opened(self._house.index_key, kept.get(person)) for person in people}
        _, keys = await self._read(message_units.of_tellings, {row.telling: row.person for row in rows})
        by_telling: defaultdict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
        for telling, id, kind in keys:
            by_telling[telling].append((id, kind))
        told = [self._told_again(row, by_telling[row.telling]) for row in rows]
        self._carrier.begin(told, subscriptions, manners, now)
        return len(taken)

    def _told_again(self, row: MessageRow, slots: Sequence[tuple[UUID, str]]) -> Told:
        """What a message says that is tried again. Names are not said again: they may have changed."""
        kinds = tuple(kind for _, kind in slots) or tuple(row.kinds.split())
        telling = Telling(row.telling, kinds, tuple(key_from(id) for id, _ in slots), until=row.until)
        return Told(telling, row.person, [], [row])

    def _count(self, told: Sequence[Told], late: Sequence[DueRow], now: datetime) -> None:
        self.counted["tellings"] += len(told)
        self.counted["due_told"] += sum(len(one.rows) for one in told)
        self.counted["due_late"] += len(late)
        self.counted["told_in_list"] += sum(row.channel == LIST for one in told for row in one.messages)
        held = [one for one in told if one.is_held_back]
        self.counted["tellings_held_back"] += len(held)
        for _ in (one for one in held if one.earlier == MOST_IN_A_DAY):
            log.error("somebody was told %d things in a day: the rest stands in their list alone", MOST_IN_A_DAY)
        self.latest = max((now - one.rows[0].at for one in told), default=timedelta(0))

    async def _run(self, unit, *args):
        return await self._house.db.run(unit, *args, group=self._house.service, purpose="send reminders")

    async def _read(self, unit, *args):
        return await self._house.db.read(unit, *args, group=self._house.service, purpose="send reminders")
