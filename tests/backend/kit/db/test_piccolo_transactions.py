"""Piccolo's queries in transactions, on both engines: kept whole, kept apart, and ended on every path."""

import asyncio
from uuid import uuid4

import pytest
from piccolo.engine.exceptions import TransactionError

from backend.kit.db.sample import NOON, Owner, Sample, add_to_total, count_rows, insert, row
from jointly.kit.db import Database, Query, TransactionNested, TransactionOver


def sample(number: int = 0, **values) -> Sample:
    return Sample(**{"id": uuid4(), "at": NOON, "blob": b"\x00", "number": number, "word": "hip", **values})


async def test_a_transaction_is_kept_whole(database: Database):
    async with database.transaction(purpose="test"):
        await Sample.insert(sample(1))
        await Sample.insert(sample(2))
        assert await Sample.count() == 2
    assert await Sample.count() == 2


async def test_a_transaction_that_raises_leaves_nothing(database: Database):
    with pytest.raises(LookupError):
        async with database.transaction(purpose="test"):
            await Sample.insert(sample(1))
            raise LookupError
    assert await Sample.count() == 0


async def test_others_do_not_see_an_unfinished_transaction(database: Database):
    async def count_outside() -> int:
        return await Sample.count()

    inside, go_on = asyncio.Event(), asyncio.Event()

    async def write():
        async with database.transaction(purpose="test"):
            await Sample.insert(sample(1))
            inside.set()
            await go_on.wait()

    task = asyncio.create_task(write())
    await inside.wait()
    assert await count_outside() == 0
    assert await database.read(count_rows, purpose="test") == 0
    go_on.set()
    await task
    assert await count_outside() == 1


async def test_units_join_the_transaction_they_are_run_in(database: Database):
    with pytest.raises(LookupError):
        async with database.transaction(purpose="test"):
            await Sample.insert(sample(1))
            assert await database.run(insert, [row(2)], purpose="test") == 2
            assert await database.read(count_rows, purpose="test") == 2
            raise LookupError
    assert await Sample.count() == 0


async def test_a_unit_that_fails_in_a_transaction_does_not_spoil_it(database: Database):
    one = row(1)
    async with database.transaction(purpose="test"):
        await database.run(insert, [one], purpose="test")
        with pytest.raises(Exception, match=r"(?i)unique"):
            await database.run(insert, [row(2), one], purpose="test")
        await Sample.insert(sample(3))
    assert sorted(await Sample.select(Sample.number).output(as_list=True)) == [1, 3]


async def test_a_transaction_inside_another_is_an_error(database: Database):
    async with database.transaction(purpose="test"):
        await Sample.insert(sample(1))
        with pytest.raises(TransactionNested):
            async with database.transaction(purpose="test"):
                pass
        with pytest.raises(TransactionError):
            database.engine.transaction(allow_nested=False)
    assert await Sample.count() == 1


async def test_piccolo_s_own_transaction_atomic_and_savepoint(database: Database):
    async with database.engine.transaction() as transaction:
        await Sample.insert(sample(1))
        savepoint = await transaction.savepoint()
        await Sample.insert(sample(2))
        await savepoint.rollback_to()
        named = await transaction.savepoint("named")
        await Sample.insert(sample(3))
        await named.release()
        async with database.engine.transaction() as inner:
            assert inner is transaction
    atomic = database.engine.atomic()
    atomic.add(Sample.insert(sample(4)), Sample.update({Sample.word: "neck"}).where(Sample.number == 1))
    await atomic
    found = await Sample.select(Sample.number, Sample.word).order_by(Sample.number)
    assert found == [{"number": 1, "word": "neck"}, {"number": 3, "word": "hip"}, {"number": 4, "word": "hip"}]


async def test_a_failed_atomic_leaves_nothing(database: Database):
    one = sample(1)
    atomic = database.engine.atomic()
    atomic.add(Sample.insert(sample(2)), Sample.insert(one), Sample.insert(one))
    with pytest.raises(Exception, match=r"(?i)unique"):
        await atomic
    assert await Sample.count() == 0


async def test_a_transaction_can_be_ended_by_hand(database: Database):
    async with database.engine.transaction() as transaction:
        await Sample.insert(sample(1))
        await transaction.rollback()
    async with database.engine.transaction() as transaction:
        await Sample.insert(sample(2))
        await transaction.commit()
    assert await Sample.select(Sample.number).output(as_list=True) == [2]


async def test_a_batch_in_a_transaction_sees_its_rows_and_leaves_it_open(database: Database):
    async with database.transaction(purpose="test"):
        await Sample.insert(sample(1), sample(2))
        async with await Sample.select(Sample.number).order_by(Sample.number).batch(batch_size=1) as batch:
            assert [page async for page in batch] == [[{"number": 1}], [{"number": 2}]]
        await Sample.insert(sample(3))
    assert await Sample.count() == 3


async def test_two_hundred_transactions_that_read_and_then_write_lose_no_update(database: Database):
    owner = Owner(id=uuid4())
    await owner.save()

    async def add():
        async with database.transaction(purpose="test"):
            if database.kind == "postgres":
                await Owner.raw("select 1 from sample_owner for update")
            [total] = await Owner.select(Owner.total).output(as_list=True)
            await Owner.update({Owner.total: total + 1}, force=True)

    await asyncio.gather(*(add() for _ in range(200)))
    assert await Owner.select(Owner.total).output(as_list=True) == [200]


async def test_transactions_units_and_plain_queries_mix(database: Database):
    owner = Owner(id=uuid4())
    await owner.save()

    async def transaction():
        async with database.transaction(purpose="test"):
            await Owner.update({Owner.total: Owner.total + 1}, force=True)

    async def plain():
        await Owner.update({Owner.total: Owner.total + 1}, force=True)

    def unit():
        [(identity,)] = yield from _lock_owner()
        yield from add_to_total(identity)

    def _lock_owner():
        return (yield Query("update sample_owner set total = total returning id"))

    def as_unit():
        return database.run(unit, purpose="test")

    await asyncio.gather(*(do() for _ in range(30) for do in (transaction, plain, as_unit)))
    assert await Owner.select(Owner.total).output(as_list=True) == [90]


async def test_a_task_that_outlives_its_transaction_is_told_so(database: Database):
    if database.kind != "sqlite":
        return
    go_on = asyncio.Event()

    async def later():
        await go_on.wait()
        await Sample.count()

    async with database.transaction(purpose="test"):
        task = asyncio.create_task(later())
        await Sample.insert(sample(1))
    go_on.set()
    with pytest.raises(TransactionOver):
        await task
    assert await Sample.count() == 1
