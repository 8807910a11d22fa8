"""Keeps a dispatcher going beside the web service, or alone."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from jointly.content import Speak
from jointly.people.house import House
from jointly.reminders.dispatching import Dispatcher
from jointly.reminders.outlets import Outlets
from jointly.reminders.planning import Pathways

EVERY = 2.0
"""Seconds between two looks when there is nothing more to do: a fifth of what a reminder may be late, as what came due
meanwhile has to be handed over too."""
AFTER_A_FAULT = 30.0
FINISH_WITHIN = 5.0

log = logging.getLogger("jointly")


async def keep_looking(dispatcher: Dispatcher, stop: asyncio.Event, every: float = EVERY) -> None:
    """Looks until told to stop, the first time after a while: people come first. What fails is logged by its name
    alone, and tried again. What is on its way at the end is waited for; who is cut off cuts it off too."""
    wait = every
    try:
        while not await _stopped(stop, wait):
            try:
                wait = 0.0 if await dispatcher.look_on() else every
            except Exception as fault:
                log.error("reminders could not be looked at: %s", type(fault).__name__)
                wait = AFTER_A_FAULT
        await dispatcher.finish()
    finally:
        await dispatcher.cut_off()


async def _stopped(stop: asyncio.Event, within: float) -> bool:
    try:
        async with asyncio.timeout(within):
            await stop.wait()
    except TimeoutError:
        return False
    return True


@asynccontextmanager
async def dispatching(
    house: House, pathways: Pathways, speak: Speak, outlets: Outlets, *, every: float = EVERY
) -> AsyncIterator[Dispatcher]:
    """A dispatcher that looks while the block runs. At its end a look that runs, and what is on its way, is finished
    or cut off: its leases then run out."""
    dispatcher, stop = Dispatcher(house, pathways, speak, outlets), asyncio.Event()
    task = asyncio.create_task(keep_looking(dispatcher, stop, every), name="reminders")
    try:
        yield dispatcher
    finally:
        stop.set()
        _, late = await asyncio.wait([task], timeout=FINISH_WITHIN)
        for one in late:
            one.cancel()
        await asyncio.gather(task, return_exceptions=True)
