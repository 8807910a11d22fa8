"""Ordinary Piccolo on both engines: every way it has of reaching the database goes through ours."""

import asyncio
import sys
from types import ModuleType
from uuid import uuid4

import pytest
from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns import Integer, Varchar
from piccolo.conf.apps import AppRegistry
from piccolo.engine.exceptions import TransactionError
from piccolo.table import Table

from backend.kit.db.sample import NOON, Owner, Sample, add_to_total, count_rows, insert, opened, row
from jointly.kit.db import Database, Query, TransactionNested, TransactionOver


def sample(number: int = 0, **values) -> Sample:
    return Sample(**{"id": uuid4(), "at": NOON, "blob": b"\x00", "number": number, "word": "hip", **values})


async def test_insert_and_select_give_the_values_back(database: Database):
    one = sample(3, done=True)
    assert await Sample.insert(one) == [{"id": one.id}]
    assert await Sample.select().first() == {
        "id": one.id,
        "owner": None,
        "at": NOON,
        "blob": b"\x00",
        "number": 3,
        "done": True,
        "word": "hip",
    }
    [found] = await Sample.objects().where(Sample.id == one.id)
    assert found.to_dict() == one.to_dict()


async def test_update_delete_exists_and_count(database: Database):
    await Sample.insert(sample(1), sample(2), sample(3))
    await Sample.update({Sample.word: "back"}).where(Sample.number > 1)
    assert await Sample.count().where(Sample.word == "back") == 2
    await Sample.delete().where(Sample.number == 1)
    assert not await Sample.exists().where(Sample.number == 1)
    assert await Sample.select(Sample.number).order_by(Sample.number, ascending=False).output(as_list=True) == [3, 2]


async def test_on_conflict_updates_or_leaves_alone(database: Database):
    one = sample(1)
    await Sample.insert(one)
    again = sample(2, id=one.id)
    await Sample.insert(again).on_conflict(target=Sample.id, action="DO NOTHING")
    assert await Sample.select(Sample.number).output(as_list=True) == [1]
    await Sample.insert(again).on_conflict(target=Sample.id, action="DO UPDATE", values=[Sample.number])
    assert await Sample.select(Sample.number).output(as_list=True) == [2]


async def test_get_or_create_save_and_remove(database: Database):
    key = uuid4()
    owner = await Owner.objects().get_or_create(Owner.id == key, defaults={Owner.total: 5})
    owner.total = 6
    await owner.save()
    again = await Owner.objects().get_or_create(Owner.id == key)
    assert again.total == 6
    await again.remove()
    assert await Owner.count() == 0


async def test_a_join_and_raw_sql(database: Database):
    owner = Owner(id=uuid4(), total=4)
    await owner.save()
    await Sample.insert(sample(1, owner=owner.id))
    assert await Sample.select(Sample.owner.total) == [{"owner.total": 4}]
    assert await Sample.raw("select number from sample where word = {}", "hip") == [{"number": 1}]
    assert await Sample.raw("with n as (select number from sample) select * from n") == [{"number": 1}]
    await Sample.raw("update sample set number = {}", 8)
    assert await Sample.select(Sample.number).first() == {"number": 8}


async def test_foreign_keys_are_enforced(database: Database):
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        await Sample.insert(sample(owner=uuid4()))
    async with database.transaction(purpose="test"):
        owner = Owner(id=uuid4())
        await owner.save()
        await Sample.insert(sample(owner=owner.id))


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


async def test_a_batch_streams_rows(database: Database):
    await Sample.insert(*(sample(number) for number in range(10)))
    query = Sample.select(Sample.number, Sample.id).where(Sample.number < 9).order_by(Sample.number)
    pages = []
    async with await query.batch(batch_size=4) as batch:
        async for page in batch:
            pages.append([one["number"] for one in page])
            await Sample.insert(sample(100 + len(pages)))
    assert pages == [[0, 1, 2, 3], [4, 5, 6, 7], [8]]


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


async def test_a_migration_runs_and_one_that_fails_leaves_nothing(database: Database, monkeypatch):
    settings = ModuleType("piccolo_conf")
    settings.DB, settings.APP_REGISTRY = database.engine, AppRegistry()
    monkeypatch.setitem(sys.modules, "piccolo_conf", settings)

    class Migrated(Table, db=database.engine):
        word = Varchar()

    def first() -> MigrationManager:
        manager = MigrationManager(migration_id="1", app_name="sample", description="")
        manager.add_table("Migrated", tablename="migrated")
        manager.add_column(
            table_class_name="Migrated",
            tablename="migrated",
            column_name="word",
            column_class_name="Varchar",
            column_class=Varchar,
            params=Varchar()._meta.params,
        )
        return manager

    async def fail():
        await Migrated.raw("create table half_way (word text)")
        raise LookupError("half way")

    failing = first()
    failing.add_raw(fail)
    with pytest.raises(LookupError):
        await failing.run()
    assert not await Migrated.table_exists()
    with pytest.raises(Exception, match="half_way"):
        await Migrated.raw("select * from half_way")
    await first().run()
    assert await Migrated.table_exists()
    second = MigrationManager(migration_id="2", app_name="sample", description="")
    second.add_column(
        table_class_name="Migrated",
        tablename="migrated",
        column_name="size",
        column_class_name="Integer",
        column_class=Integer,
        params=Integer()._meta.params,
    )
    await second.run()
    await Migrated.insert(Migrated(word="new"))
    assert await Migrated.raw("select word, size from migrated") == [{"word": "new", "size": 0}]
    await Migrated.alter().drop_table()


def test_run_sync_works_without_a_loop_of_its_own(tmp_path):
    """Piccolo's commands call `run_sync` outside any event loop, as well as inside one."""

    async def inside():
        async with opened(str(tmp_path / "sync.sqlite3")):
            await Sample.insert(sample(1))
            Sample.insert(sample(2)).run_sync()
            assert Sample.count().run_sync() == 2
            assert await Sample.count() == 2

    asyncio.run(inside())
