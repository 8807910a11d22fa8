"""The one scheduler: what has to be done again and again, while the service runs.

Any number of processes may serve one database. Each run of a job is done by one of them: it takes the job's row in
one statement, for as long as the job may last, so that a process that dies in the middle holds nothing up for good.
A job is logged by its name only, and one that fails or lasts too long never stops the others or the service.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from jointly.kit import clock
from jointly.kit.db import Database, Query

FIRST_LOOK = timedelta(minutes=1)
"""After a start: people come first."""
LOOK_AGAIN = timedelta(minutes=10)
"""How often a process asks whether a job is due, unless it is wanted more often."""
FINISH_WITHIN = 5.0
"""Seconds that a running job is given when the service stops."""

log = logging.getLogger("jointly")


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do once in each `every`. `name` has 40 letters at most; a run is cut off after `limit`."""

    name: str
    every: timedelta
    work: Callable[[], Awaitable[object]]
    limit: timedelta = timedelta(minutes=30)


@asynccontextmanager
async def scheduled(db: Database, jobs: Sequence[Job], *, first_look: timedelta = FIRST_LOOK) -> AsyncIterator[None]:
    """Does the jobs when they are due, while the block runs; at its end what runs is finished, or cut off."""
    stop = asyncio.Event()
    running = [asyncio.create_task(_keep_doing(db, job, stop, first_look), name=job.name) for job in jobs]
    try:
        yield
    finally:
        stop.set()
        if running:
            _, late = await asyncio.wait(running, timeout=FINISH_WITHIN)
            for task in late:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)


async def run_if_due(db: Database, job: Job) -> bool:
    """Does the job now if it is due and no other process has it; gives whether it was done here, well or badly."""
    now = clock.now()
    if not await db.run(_take, job.name, now, now - job.every, now + job.limit, purpose="take a job"):
        return False
    ran_at: datetime | None = None
    try:
        async with asyncio.timeout(job.limit.total_seconds()):
            await job.work()
        ran_at = now
    except Exception as fault:
        # Its own text may hold what somebody wrote. It is tried again when it is due again, not at once.
        log.error("the job %s failed: %s", job.name, type(fault).__name__)
        ran_at = now
    finally:
        # A job that was cut off by the end of the service did not run: the next process may take it at once.
        await asyncio.shield(db.run(_give_back, job.name, ran_at, purpose="give a job back"))
    return True


async def _keep_doing(db: Database, job: Job, stop: asyncio.Event, wait: timedelta) -> None:
    while not await _stopped(stop, wait):
        try:
            await run_if_due(db, job)
        except Exception as fault:
            log.error("the job %s could not be taken or given back: %s", job.name, type(fault).__name__)
        wait = min(job.every, LOOK_AGAIN)


async def _stopped(stop: asyncio.Event, within: timedelta) -> bool:
    try:
        async with asyncio.timeout(within.total_seconds()):
            await stop.wait()
    except TimeoutError:
        return False
    return True


def _take(name: str, now: datetime, due_since: datetime, until: datetime):
    """Unit: takes the job's row, if it is due and nobody has it; gives whether it could."""
    taken = yield Query(
        "insert into job (name, taken_until) values (?, ?) on conflict (name) do update "
        "set taken_until = excluded.taken_until where (job.ran_at is null or job.ran_at <= ?) "
        "and (job.taken_until is null or job.taken_until <= ?) returning name",
        (name, until, due_since, now),
    )
    return bool(taken)


def _give_back(name: str, ran_at: datetime | None):
    yield Query("update job set taken_until = null, ran_at = coalesce(?, ran_at) where name = ?", (ran_at, name))
