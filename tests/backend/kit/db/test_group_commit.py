"""Units that share a commit are kept apart, and nothing that goes wrong stops the writer."""

import asyncio
import sqlite3
import threading
from contextlib import asynccontextmanager
from uuid import uuid4

import pytest

from backend.kit.db.sample import Sample, count_rows, insert, row
from jointly.kit.db import CommitFailed, Database, Query
from jointly.kit.db.sqlite.writer import GROUP_LIMIT


@asynccontextmanager
async def writer_held(database: Database):
    """The writer is busy in a unit until the block ends, so that what is asked meanwhile shares one commit."""
    begun, go_on = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def wait():
        loop.call_soon_threadsafe(begun.set)
        assert go_on.wait(10)
        yield Query("select 1")

    holding = asyncio.create_task(database.run(wait, purpose="test"))
    await begun.wait()
    try:
        yield
        # Lets every task that the block started reach the queue.
        for _ in range(3):
            await asyncio.sleep(0)
    finally:
        go_on.set()
        await holding


def start(database: Database, unit, *args) -> asyncio.Task:
    return asyncio.create_task(database.run(unit, *args, purpose="test"))


@pytest.fixture
async def statements(sqlite: Database):
    """Every statement that the writer runs, as SQLite reports it."""
    seen = []

    def trace():
        sqlite._writer._connection.set_trace_callback(seen.append)
        yield Query("select 1")

    await sqlite.run(trace, purpose="test")
    seen.clear()
    return seen


async def test_units_that_wait_share_one_commit(sqlite: Database, statements: list[str]):
    async with writer_held(sqlite):
        tasks = [start(sqlite, insert, [row(n)]) for n in range(10)]
    await asyncio.gather(*tasks)
    assert statements.count("COMMIT") == 2, "one for the unit that held the writer, one for the ten"


async def test_a_group_has_a_limit(sqlite: Database, statements: list[str]):
    async with writer_held(sqlite):
        tasks = [start(sqlite, insert, [row(n)]) for n in range(2 * GROUP_LIMIT + 1)]
    await asyncio.gather(*tasks)
    assert statements.count("COMMIT") == 4


async def test_a_bad_unit_fails_alone(sqlite: Database):
    taken = row(0)
    await sqlite.run(insert, [taken], purpose="test")

    def explode():
        yield from insert([row(50)])
        raise LookupError

    async with writer_held(sqlite):
        units = [[row(1)], [row(2), taken], [row(3)]]
        tasks = [start(sqlite, insert, rows) for rows in units] + [
            start(sqlite, explode),
            start(sqlite, insert, [row(4)]),
        ]
    done = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(one).__name__ for one in done] == ["int", "ConstraintBroken", "int", "LookupError", "int"]
    assert sorted(await Sample.select(Sample.number).output(as_list=True)) == [0, 1, 3, 4]


@pytest.mark.parametrize("error", [SystemExit, KeyboardInterrupt, StopIteration, asyncio.CancelledError, GeneratorExit])
async def test_no_exception_of_a_unit_ends_the_writer(sqlite: Database, error: type[BaseException]):
    def explode():
        yield Query("select 1")
        raise error("odd")

    def not_even_a_generator():
        raise error("odd")

    for unit in (explode, not_even_a_generator):
        for run in (sqlite.run, sqlite.read):
            with pytest.raises(RuntimeError):
                await asyncio.wait_for(run(unit, purpose="test"), 5)
    assert await asyncio.wait_for(sqlite.run(insert, [row(1)], purpose="test"), 5) == 1


async def test_a_commit_that_fails_fails_its_whole_group_and_nothing_else(sqlite: Database):
    def late():
        """A rule that is checked at COMMIT only."""
        yield Query("pragma defer_foreign_keys = 1")
        yield from insert([row(1, owner=uuid4())])

    async with writer_held(sqlite):
        tasks = [start(sqlite, insert, [row(2)]), start(sqlite, late), start(sqlite, insert, [row(3)])]
    done = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(one) for one in done] == [CommitFailed] * 3
    assert len({id(one) for one in done}) == 3
    assert await sqlite.run(insert, [row(4)], purpose="test") == 1


@pytest.mark.parametrize("sql", ["commit", "rollback"])
async def test_a_unit_that_ends_the_shared_transaction_fails_the_group(sqlite: Database, sql: str):
    def end():
        yield Query(sql)

    async with writer_held(sqlite):
        tasks = [start(sqlite, insert, [row(1)]), start(sqlite, end), start(sqlite, insert, [row(2)])]
    done = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(one) for one in done] == [CommitFailed] * 3
    assert await sqlite.run(insert, [row(3)], purpose="test") >= 1
    assert await sqlite.run(count_rows, purpose="test") <= 2


async def test_a_rule_that_rolls_everything_back_fails_the_group(sqlite: Database):
    taken = row(0)
    await sqlite.run(insert, [taken], purpose="test")

    def roll_back_all():
        yield Query("insert or rollback into sample (id, at, word) values (?, ?, ?)", (taken[0], taken[2], "x"))

    async with writer_held(sqlite):
        tasks = [start(sqlite, insert, [row(1)]), start(sqlite, roll_back_all), start(sqlite, insert, [row(2)])]
    done = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(one) for one in done] == [CommitFailed] * 3
    assert await sqlite.run(insert, [row(3)], purpose="test") == 2


async def test_a_unit_cancelled_before_its_turn_is_left_out(sqlite: Database):
    async with writer_held(sqlite):
        tasks = [start(sqlite, insert, [row(n)]) for n in range(3)]
        await asyncio.sleep(0)
        tasks[1].cancel()
        await asyncio.sleep(0)
    done = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(one) for one in done] == [int, asyncio.CancelledError, int]
    assert sorted(await Sample.select(Sample.number).output(as_list=True)) == [0, 2]


async def test_the_writer_outlives_an_error_of_its_own_loop(sqlite: Database, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(sqlite._writer._checkpoints, "after_commit", broken)
    monkeypatch.setattr(sqlite._writer._checkpoints, "when_idle", broken)
    for number in range(3):
        assert await asyncio.wait_for(sqlite.run(insert, [row(number)], purpose="test"), 5) == number + 1


async def test_a_group_is_answered_when_begin_fails(sqlite: Database, sqlite_file):
    """Another program holds the write lock for longer than the busy timeout."""

    def hurry():
        sqlite._writer._connection.execute("pragma busy_timeout = 10")
        yield Query("select 1")

    await sqlite.run(hurry, purpose="test")
    outsider = sqlite3.connect(sqlite_file, isolation_level=None)
    outsider.execute("begin immediate")
    with pytest.raises(CommitFailed, match="locked"):
        await asyncio.wait_for(sqlite.run(insert, [row(1)], purpose="test"), 5)
    with pytest.raises(CommitFailed, match="locked"):
        async with sqlite.transaction(purpose="test"):
            raise AssertionError("not reached")
    outsider.execute("rollback")
    outsider.close()
    assert await sqlite.run(insert, [row(1)], purpose="test") == 1


async def test_an_event_loop_that_has_ended_is_nobody_s_loss(sqlite: Database):
    """A caller whose loop is gone when its answer comes."""

    async def ask_and_leave():
        left_behind = start(sqlite, insert, [row(1)])
        await asyncio.sleep(0)
        assert not left_behind.done()

    async with writer_held(sqlite):
        await asyncio.to_thread(asyncio.run, ask_and_leave())
    assert await asyncio.wait_for(sqlite.run(insert, [row(2)], purpose="test"), 5) >= 1
