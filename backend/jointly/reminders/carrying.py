"""Messages on their way: handed over beside the looks, so that a push service that hangs holds up nobody else.

What one process has in hand is bounded, and is nobody else's while it is there: its lease is made longer.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from jointly.content import Speak
from jointly.kit import clock
from jointly.people.house import House
from jointly.reminders import message_units
from jointly.reminders.handing_over import Came, Desk, Post
from jointly.reminders.manner import NO_MANNER, Manner
from jointly.reminders.message_units import MessageRow, SubscriptionRow
from jointly.reminders.outlets import Outlets
from jointly.reminders.stopping import stopped
from jointly.reminders.telling import LIST, Told, message, other_channels

MOST_IN_HAND = 5_000
"""With as many, no look begins: ten seconds of 500 a second, and a service that hangs rests by then. One look adds the
messages of its own people at most, so what is in hand is bounded."""

Devices = Mapping[UUID, SubscriptionRow]
log = logging.getLogger("jointly")


class Carrier:
    """What one dispatcher has in hand, over all of its looks. `counted` is what came of it, for metrics."""

    def __init__(self, house: House, speak: Speak, outlets: Outlets, counted: Counter[str]) -> None:
        self._house = house
        self._desk = Desk(outlets, house.index_key, speak, house.origin, self._mark, self._stopped)
        self._counted = counted
        self._ids: set[UUID] = set()
        self._tasks: set[asyncio.Task] = set()
        self._came = asyncio.Event()

    def has(self, message: UUID) -> bool:
        """Whether this message is on its way from here."""
        return message in self._ids

    async def room(self) -> None:
        """Waits while the hand is full. It ends: every way out gives up after a while."""
        while len(self._ids) >= MOST_IN_HAND:
            self._came.clear()
            await self._came.wait()

    def begin(
        self, told: Sequence[Told], devices: Devices, manners: Mapping[UUID, Manner], leased_at: datetime
    ) -> None:
        """Sees to it that the messages of these, whose lease began then, are handed over, and does not wait for it."""
        left = {row.id for one in told for row in one.messages if row.channel != LIST}
        if left:
            self._ids |= left
            carrying = self._carry(_Load(told, devices, manners, left, leased_at))
            task = asyncio.create_task(carrying, name="reminders on their way")
            self._tasks.add(task)
            task.add_done_callback(lambda _: self._ended(task, left))

    async def finish(self) -> None:
        """Waits until nothing is on its way any more."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def cut_off(self) -> None:
        """Ends what is on its way: it is tried again when its lease has run out."""
        for task in self._tasks:
            task.cancel()
        await self.finish()

    def _ended(self, task: asyncio.Task, left: Collection[UUID]) -> None:
        self._tasks.discard(task)
        self._known(left)

    def _known(self, ids: Collection[UUID]) -> None:
        self._ids.difference_update(ids)
        self._came.set()

    async def _carry(self, load: "_Load") -> None:
        try:
            await self._hand_over(load)
        except Exception as fault:
            # Nobody waits for it who could say so. What is not written down is tried again after its lease.
            log.error("messages could not be handed over: %s", type(fault).__name__)
            self._counted["hand_overs_failed"] += 1

    async def _hand_over(self, load: "_Load") -> None:
        told, manners = load.told, load.manners
        posts = [
            Post(row, one.telling, row.device and load.devices.get(row.device), manners.get(one.person, NO_MANNER))
            for one in told
            for row in one.messages
        ]
        by_message = {row.id: one for one in told for row in one.messages}
        by_telling = {one.telling.id: one for one in told}
        async with aclosing(self._desk.hand_over(posts)) as answers:
            async for came in answers:
                failed = [by_message[one.id] for one in came.settled if one.state in ("failed", "dead")]
                made = await self._settle(came, self._others(failed, manners))
                instead = [replace(by_telling[row.telling], messages=[row]) for row in made]
                self.begin(instead, {}, manners, clock.now())
                settled = [one.id for one in came.settled]
                load.left.difference_update(settled)
                self._known(settled)
                await self._keep(load)

    async def _keep(self, load: "_Load") -> None:
        """Nobody takes for lost what is only slow."""
        now = clock.now()
        if load.left and now >= load.leased_at + message_units.LEASE / 2:
            await self._run(message_units.keep, list(load.left), now)
            load.leased_at = now

    def _others(self, told: Sequence[Told], manners: Mapping[UUID, Manner]) -> dict[UUID, list[MessageRow]]:
        """What may take the place of what came to nothing, by its telling, in order."""
        now, outlets = clock.now(), self._desk.outlets
        return {
            one.telling.id: [
                message(one, name, now) for name in other_channels(manners.get(one.person, NO_MANNER), outlets)
            ]
            for one in told
        }

    async def _settle(self, came: Came, others: dict[UUID, list[MessageRow]]) -> list[MessageRow]:
        """Writes down what came of messages; gives those that take the place of some."""
        if not came.settled:
            return []
        # On PostgreSQL other processes settle too, and rows are locked among them.
        shares = self._house.db.kind == "postgres"
        given = (self._house.service, came.settled, came.gone, came.refused, others, shares)
        made: list[MessageRow] = await self._run(message_units.settle, *given)
        self._counted.update(Counter(f"messages_{one.state}" for one in came.settled))
        self._counted["subscriptions_gone"] += len(came.gone)
        self._counted["subscriptions_refused"] += len(came.refused)
        if came.refused:
            log.error("%d push subscriptions were refused: is our key or our clock wrong?", len(came.refused))
        return made

    async def _mark(self, message: UUID) -> bool:
        return await self._run(message_units.mark_sent, message)

    async def _stopped(self, person: UUID) -> bool:
        return await self._run(stopped, person)

    async def _run(self, unit, *args):
        return await self._house.db.run(unit, *args, group=self._house.service, purpose="send reminders")


@dataclass(slots=True)
class _Load:
    """What one look handed over at once: which of it is left, and when its lease began."""

    told: Sequence[Told]
    devices: Devices
    manners: Mapping[UUID, Manner]
    left: set[UUID]
    leased_at: datetime
