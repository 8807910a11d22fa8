"""The job that keeps listings fresh: reads the sources whose time has come, one at a time of each host."""

import asyncio
import logging
from collections.abc import Sequence

from jointly.listings.taking_in import deriving
from jointly.listings.taking_in.asking import put_off_broken, tell_broken
from jointly.listings.taking_in.ical import read_calendar
from jointly.listings.taking_in.intake import PURPOSE, Intake, Look
from jointly.listings.taking_in.oruk import read_services
from jointly.listings.taking_in.removing import remove_stopped
from jointly.listings.taking_in.rpde import read_feed
from jointly.listings.taking_in.sources import Source, due, host_of, source, sources
from jointly.listings.taking_in.waiting import DERIVING, READING

HOSTS = 4

log = logging.getLogger("jointly")


async def refresh(intake: Intake) -> None:
    """Takes listings on to their next dates, reads what is due, and derives what changed.

    What there is no time for goes on with the next run. However long feeds take to be read, what was read is derived.
    """
    await remove_stopped(intake)
    await _derive_all(intake)
    by_host: dict[str, list[Source]] = {}
    for one in await intake.db.read(due, intake.now(), purpose=PURPOSE):
        by_host.setdefault(host_of(one.url), []).append(one)
    gate, look = asyncio.Semaphore(HOSTS), Look.of(intake, READING)
    async with asyncio.TaskGroup() as group:
        for some in by_host.values():
            group.create_task(_read_host(intake, some, gate, look))
    await _derive_all(intake)


async def _derive_all(intake: Intake) -> None:
    look = Look.of(intake, DERIVING)
    for one in await intake.db.read(sources, purpose=PURPOSE):
        if one.stopped_at is not None:
            continue
        try:
            await deriving.roll_forward(intake, one)
            await deriving.derive(intake, one, look)
        except Exception as fault:  # one source keeps no other from being derived
            log.error("the source %s could not be derived: %s", one.id, type(fault).__name__)
            await tell_broken(intake, one, fault)


async def read_source(intake: Intake, one: Source, look: Look) -> Source:
    """Reads one source on, whatever kind it is. Gives it as it is then."""
    if one.kind == "rpde":
        return await read_feed(intake, one, look)
    if one.kind == "ical":
        return await read_calendar(intake, one) if look.goes_on(intake) else one
    return await read_services(intake, one, look)


async def read_safely(intake: Intake, one: Source, look: Look) -> Source:
    """Reads one source on. One with which we go wrong ourselves is put off as one that does not answer is, and told."""
    try:
        return await read_source(intake, one, look)
    except Exception as fault:  # whatever somebody's data makes our reading do
        log.error("the source %s could not be read: %s", one.id, type(fault).__name__)
        return await put_off_broken(intake, one, fault)


async def _read_host(intake: Intake, some: Sequence[Source], gate: asyncio.Semaphore, look: Look) -> None:
    """The sources of one host, one after the other; one that fails does not keep the others from being read."""
    async with gate:
        for one in some:
            # A source of the same host that was asked meanwhile may have been told to wait.
            now = await intake.db.read(source, one.id, purpose=PURPOSE)
            if now and now.stopped_at is None and now.ask_again_at and now.ask_again_at <= intake.now():
                await read_safely(intake, now, look)
