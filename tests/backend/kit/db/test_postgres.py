"""What only PostgreSQL has: who acts and why, a pool that must get every connection back, and deadlocks."""

import asyncio
from collections.abc import AsyncIterator
from uuid import uuid4

import asyncpg
import pytest

from backend.kit.db.sample import NOON, Owner, Sample, count_rows, insert, opened, row
from jointly.kit.db import ConstraintBroken, Database, Query, TransactionTimedOut


@pytest.fixture
async def postgres_database(postgres_url: str) -> AsyncIterator[Database]:
    """The sample tables, and only two connections: one that leaks is soon missed."""
    async with opened(postgres_url, pool_size=2, limit_seconds=0.5) as database:
        yield database


def who():
    return (
        yield Query(
            "select current_setting('app.actor', true), current_setting('app.purpose', true),"
            " current_setting('transaction_read_only')"
        )
    )


async def test_every_transaction_says_who_acts_and_why(postgres_database: Database):
    actor = uuid4()
    told = {"actor": actor, "purpose": "to ' test; --"}
    assert await postgres_database.run(who, **told) == [(str(actor), told["purpose"], "off")]
    assert await postgres_database.read(who, **told) == [(str(actor), told["purpose"], "on")]
    async with postgres_database.transaction(**told):
        query = "select current_setting('app.actor', true) as actor, current_setting('app.purpose', true) as purpose"
        assert await Sample.raw(query) == [{"actor": str(actor), "purpose": told["purpose"]}]
    assert await postgres_database.run(who, purpose="other") == [("", "other", "off")]
    [after] = await Sample.raw("select current_setting('app.purpose', true) as purpose")
    assert not after["purpose"]


async def test_rows_that_are_nobodys_are_read_for_nobody(postgres_database: Database):
    """Row security compares with what was said: nothing is nobody, also after somebody had the same connection."""
    actor = uuid4()
    for _ in range(4):
        assert await postgres_database.run(who, actor=actor, purpose="test") == [(str(actor), "test", "off")]
        [(asks, why, _)] = await postgres_database.read(who, actor=actor, purpose="test", open_rows=True)
        assert not asks and not why
    async with postgres_database.transaction(actor=actor, purpose="test"):
        await postgres_database.run(insert, [row(1)], purpose="test")
        assert await postgres_database.read(count_rows, purpose="test", open_rows=True) == 1
    await connections_are_all_back(postgres_database)


async def connections_are_all_back(database: Database) -> None:
    """As many transactions at once as there are connections."""
    together = asyncio.Barrier(2)

    async def use():
        async with database.transaction(purpose="test"):
            await together.wait()
            await Sample.count()

    async with asyncio.timeout(5):
        await asyncio.gather(use(), use())


async def test_a_commit_that_fails_gives_its_connection_back(postgres_database: Database):
    await Sample.raw("alter table sample alter constraint sample_owner_fkey deferrable initially deferred")
    for _ in range(4):
        with pytest.raises(asyncpg.ForeignKeyViolationError):
            async with postgres_database.transaction(purpose="test"):
                await Sample.insert(Sample(id=uuid4(), at=NOON, word="x", owner=uuid4()))
        assert not postgres_database.engine.transaction_exists()
        with pytest.raises(ConstraintBroken):
            await postgres_database.run(insert, [row(1, owner=uuid4())], purpose="test")
    await connections_are_all_back(postgres_database)


async def test_cancelling_at_any_moment_gives_the_connection_back(postgres_database: Database):
    async def use():
        async with postgres_database.transaction(purpose="test"):
            await Sample.insert(Sample(id=uuid4(), at=NOON, word="x"))
            await Sample.count()
            raise LookupError

    for steps in range(20):
        tasks = [
            asyncio.create_task(use()),
            asyncio.create_task(postgres_database.run(count_rows, purpose="test")),
            asyncio.create_task(postgres_database.read(count_rows, purpose="test")),
        ]
        await asyncio.sleep(steps * 0.0007)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    assert await Sample.count() == 0
    await connections_are_all_back(postgres_database)


@pytest.mark.parametrize("then", ["leave", "ask"])
async def test_a_transaction_held_too_long_is_rolled_back_and_its_caller_told(postgres_database: Database, then: str):
    with pytest.raises(TransactionTimedOut):
        async with postgres_database.transaction(purpose="test"):
            await Sample.insert(Sample(id=uuid4(), at=NOON, word="x"))
            await asyncio.sleep(0.8)
            if then == "ask":
                await Sample.count()
    assert await Sample.count() == 0
    await connections_are_all_back(postgres_database)


async def test_a_limit_of_its_own(postgres_database: Database):
    with pytest.raises(TransactionTimedOut):
        async with postgres_database.transaction(purpose="test", limit_seconds=0.05):
            await Sample.insert(Sample(id=uuid4(), at=NOON, word="x"))
            await asyncio.sleep(0.1)
    async with postgres_database.transaction(purpose="test", limit_seconds=5):
        await Sample.insert(Sample(id=uuid4(), at=NOON, word="x"))
        await asyncio.sleep(0.8)
    assert await Sample.count() == 1


async def test_units_that_lock_each_other_out_are_run_again(postgres_database: Database):
    first, second = uuid4(), uuid4()
    await Owner.insert(Owner(id=first), Owner(id=second))

    def both(one, other):
        # added in the database: a total read first could be the one from before the other's commit
        add = "update sample_owner set total = total + 1 where id = ?"
        yield Query(add, (one,))
        yield Query("select pg_sleep(0.05)")
        yield Query(add, (other,))

    await asyncio.gather(
        postgres_database.run(both, first, second, purpose="test"),
        postgres_database.run(both, second, first, purpose="test"),
    )
    assert await Owner.select(Owner.total).output(as_list=True) == [2, 2]


async def test_a_reading_unit_sees_one_state_while_others_write(postgres_database: Database):
    async def write():
        await asyncio.sleep(0.05)
        await postgres_database.run(insert, [row(1)], purpose="test")

    def read_twice():
        before = yield from count_rows()
        yield Query("select pg_sleep(0.2)")
        return before, (yield from count_rows())

    seen, _ = await asyncio.gather(postgres_database.read(read_twice, purpose="test"), write())
    assert seen == (0, 0)
    assert await Sample.count() == 1
