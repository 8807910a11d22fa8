"""The scheduler: each run once, whichever process does it; a job that fails or hangs holds up nothing else."""

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import pytest

from jointly.kit import clock
from jointly.kit.db import Database, Query, open_database
from jointly.kit.jobs import Job, run_if_due, scheduled
from jointly.people.tables import Job as JobTable

HOUR = timedelta(hours=1)
AT_ONCE = timedelta(0)


@pytest.fixture
async def db(database_url: str) -> AsyncIterator[Database]:
    """A database with the scheduler's table."""
    made = await open_database(database_url)
    made.bind(JobTable)
    await JobTable.create_table()
    yield made
    await made.close()


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch):
    """Moves the clock on."""

    def move(by: timedelta) -> None:
        moved = clock.now() + by
        monkeypatch.setattr(clock, "now", lambda: moved)

    return move


def counting(ran: list[datetime], **facts) -> Job:
    """A job that notes when it ran."""

    async def work() -> None:
        ran.append(clock.now())
        await asyncio.sleep(0.02)

    return Job("count", HOUR, work, **facts)


async def test_a_job_runs_once_in_each_interval_whoever_asks(db: Database, later):
    ran: list[datetime] = []
    job = counting(ran)
    asked = await asyncio.gather(*(run_if_due(db, job) for _ in range(8)))
    assert (asked.count(True), len(ran)) == (1, 1)
    later(HOUR - timedelta(seconds=1))
    assert not await run_if_due(db, job)
    later(timedelta(seconds=2))
    asked = await asyncio.gather(*(run_if_due(db, job) for _ in range(8)))
    assert (asked.count(True), len(ran)) == (1, 2)


async def test_what_a_dead_process_had_taken_is_taken_again_when_its_time_is_over(db: Database, later):
    ran: list[datetime] = []
    job = counting(ran, limit=timedelta(minutes=5))
    until = clock.now() + job.limit
    await db.run(_taken, job.name, until, purpose="test")
    assert not await run_if_due(db, job)
    later(timedelta(minutes=6))
    assert await run_if_due(db, job)
    assert len(ran) == 1


async def test_a_job_that_fails_stops_no_other_and_only_its_name_is_logged(db: Database, caplog):
    ran: list[datetime] = []

    async def fail() -> None:
        raise ValueError("what somebody wrote")

    with caplog.at_level(logging.ERROR, "jointly"):
        async with scheduled(db, [Job("fail", HOUR, fail), counting(ran)], first_look=AT_ONCE):
            await _until(lambda: ran and caplog.records)
    assert [record.getMessage() for record in caplog.records] == ["the job fail failed: ValueError"]
    assert not await run_if_due(db, Job("fail", HOUR, fail)), "it waits until it is due again"


async def test_a_job_that_lasts_too_long_is_cut_off(db: Database, caplog):
    async def hang() -> None:
        await asyncio.sleep(3600)

    with caplog.at_level(logging.ERROR, "jointly"):
        assert await run_if_due(db, Job("hang", HOUR, hang, limit=timedelta(milliseconds=50)))
    assert caplog.records[0].getMessage() == "the job hang failed: TimeoutError"


async def test_at_the_end_what_runs_is_finished_and_what_hangs_is_given_back(db: Database, monkeypatch):
    monkeypatch.setattr("jointly.kit.jobs.FINISH_WITHIN", 0.3)
    done: list[str] = []

    async def short() -> None:
        done.append("begun")
        await asyncio.sleep(0.1)
        done.append("finished")

    async def hang() -> None:
        done.append("hangs")
        await asyncio.sleep(3600)

    hanging = Job("hang", HOUR, hang)
    async with scheduled(db, [Job("short", HOUR, short), hanging], first_look=AT_ONCE):
        await _until(lambda: {"begun", "hangs"} <= set(done))
    assert "finished" in done
    [row] = await JobTable.select().where(JobTable.name == "hang")
    assert (row["ran_at"], row["taken_until"]) == (None, None), "another process may do it at once"


async def _until(true) -> None:
    async with asyncio.timeout(10):
        while not true():
            await asyncio.sleep(0.01)


def _taken(name: str, until: datetime):
    yield Query("insert into job (name, taken_until) values (?, ?)", (name, until))
