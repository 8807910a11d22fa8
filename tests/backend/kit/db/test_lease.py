"""Holding the writer: exclusive, bounded in time, and let go of on every path."""

import asyncio
import sqlite3
import time
from contextlib import suppress
from contextvars import Context
from uuid import uuid4

import anyio
import pytest

from backend.kit.db.sample import NOON, Sample, insert, opened, row
from jointly.kit.db import Database, TransactionOver, TransactionTimedOut


def sample(number: int, **values) -> Sample:
    return Sample(**{"id": uuid4(), "at": NOON, "number": number, "word": "hip", **values})


async def numbers() -> list[int]:
    return sorted(await Sample.select(Sample.number).output(as_list=True))


async def writes_still_work(database: Database) -> None:
    await asyncio.wait_for(database.run(insert, [row(99)], purpose="test"), 5)
    async with asyncio.timeout(5), database.transaction(purpose="test"):
        await Sample.delete().where(Sample.number == 99)


async def test_writes_wait_their_turn_and_reads_do_not(sqlite: Database):
    async with sqlite.transaction(purpose="test"):
        await Sample.insert(sample(1))
        context = Context()
        waiting = asyncio.get_running_loop().create_task(sqlite.run(insert, [row(2)], purpose="test"), context=context)
        reading = asyncio.get_running_loop().create_task(numbers(), context=context.copy())
        assert await reading == []
        assert not waiting.done()
    assert await waiting == 2


async def test_a_transaction_held_too_long_is_rolled_back_and_its_caller_told(sqlite: Database):
    with pytest.raises(TransactionTimedOut):
        async with sqlite.transaction(purpose="test", limit_seconds=0.1):
            await Sample.insert(sample(1))
            await asyncio.sleep(0.3)
    assert await numbers() == []
    with pytest.raises(TransactionTimedOut):
        async with sqlite.transaction(purpose="test", limit_seconds=0.1):
            await Sample.insert(sample(1))
            await asyncio.sleep(0.3)
            await Sample.insert(sample(2))
    assert await numbers() == []
    await writes_still_work(sqlite)


async def test_swallowing_the_time_out_does_not_turn_it_into_success(sqlite: Database):
    with pytest.raises(TransactionTimedOut):
        async with sqlite.transaction(purpose="test", limit_seconds=0.1):
            await asyncio.sleep(0.3)
            with suppress(TransactionTimedOut):
                await Sample.insert(sample(1))
    assert await numbers() == []


async def test_others_go_on_after_a_transaction_that_is_held_too_long(sqlite: Database):
    async def hold():
        async with sqlite.transaction(purpose="test", limit_seconds=0.2):
            await asyncio.sleep(10)

    holding = asyncio.create_task(hold())
    await asyncio.sleep(0.05)
    await asyncio.wait_for(sqlite.run(insert, [row(1)], purpose="test"), 5)
    holding.cancel()
    with pytest.raises(asyncio.CancelledError):
        await holding


async def test_a_cancelled_transaction_is_rolled_back(sqlite: Database):
    inside = asyncio.Event()

    async def hold():
        async with sqlite.transaction(purpose="test"):
            await Sample.insert(sample(1))
            inside.set()
            await asyncio.sleep(10)

    task = asyncio.create_task(hold())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await numbers() == []
    await writes_still_work(sqlite)


async def test_a_cancelled_scope_that_cancels_every_await_still_rolls_back(sqlite: Database):
    """Anyio's scopes raise again at each await, the rollback's too."""
    with anyio.move_on_after(0.05):
        async with sqlite.transaction(purpose="test"):
            await Sample.insert(sample(1))
            await anyio.sleep(10)
    assert await numbers() == []
    await writes_still_work(sqlite)


async def test_cancelling_at_any_moment_never_holds_the_writer(sqlite: Database):
    async def use():
        async with sqlite.transaction(purpose="test"):
            await Sample.insert(sample(1))
            await Sample.count()
            raise LookupError

    for steps in range(30):
        task = asyncio.create_task(use())
        for _ in range(steps):
            await asyncio.sleep(0.0003)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert await numbers() == []
    assert not sqlite.engine.transaction_exists()
    await writes_still_work(sqlite)


async def test_cancelled_while_waiting_for_its_turn(sqlite: Database):
    async def never():
        async with sqlite.transaction(purpose="test"):
            raise AssertionError("not reached")

    async with sqlite.transaction(purpose="test"):
        context = Context()
        waiting = [asyncio.get_running_loop().create_task(never(), context=context.copy()) for _ in range(5)]
        await asyncio.sleep(0)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        await Sample.insert(sample(1))
    assert all(task.cancelled() for task in waiting)
    assert await numbers() == [1]
    await writes_still_work(sqlite)


async def test_cancelled_in_the_very_moment_its_turn_comes(sqlite: Database):
    async def never():
        async with sqlite.transaction(purpose="test"):
            raise AssertionError("not reached")

    task = asyncio.create_task(never())
    await asyncio.sleep(0)
    # The loop stands still, so the writer's word that the turn has come is not heard before the cancellation.
    time.sleep(0.1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await writes_still_work(sqlite)


async def test_a_commit_that_fails_is_reported_and_forgotten(sqlite: Database):
    with pytest.raises(sqlite3.IntegrityError):
        async with sqlite.transaction(purpose="test"):
            await Sample.raw("pragma defer_foreign_keys = 1")
            await Sample.insert(sample(1, owner=uuid4()))
    assert not sqlite.engine.transaction_exists()
    assert await numbers() == []
    await writes_still_work(sqlite)


async def test_a_failed_query_can_be_caught_and_the_rest_kept(sqlite: Database):
    one = sample(1)
    async with sqlite.transaction(purpose="test"):
        await Sample.insert(one)
        with pytest.raises(sqlite3.IntegrityError):
            await Sample.insert(sample(2, id=one.id))
        await Sample.insert(sample(3))
    assert await numbers() == [1, 3]


async def test_nothing_is_written_outside_a_transaction_that_the_database_undid(sqlite: Database):
    one = sample(1)
    await Sample.insert(one)
    with pytest.raises(TransactionOver):
        async with sqlite.transaction(purpose="test"):
            await Sample.insert(sample(2))
            with pytest.raises(sqlite3.IntegrityError):
                await Sample.raw("insert or rollback into sample (id, at, word) values ({}, '', '')", one.id)
            await Sample.insert(sample(3))
    assert await numbers() == [1]
    await writes_still_work(sqlite)


async def test_queries_of_sibling_tasks_in_a_transaction_take_turns(sqlite: Database):
    async with sqlite.transaction(purpose="test"):
        await asyncio.gather(*(Sample.insert(sample(number)) for number in range(20)))
        assert await Sample.count() == 20
    assert await numbers() == list(range(20))


async def test_the_limit_of_the_database_is_used_by_piccolo_s_own_transactions(sqlite_file):
    async with opened(str(sqlite_file), limit_seconds=0.1) as database:
        with pytest.raises(TransactionTimedOut):
            async with database.engine.transaction():
                await Sample.insert(sample(1))
                await asyncio.sleep(0.3)
        assert await numbers() == []
