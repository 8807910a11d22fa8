"""Ordinary Piccolo on both engines: every way it has of reaching the database goes through ours."""

import asyncio
import sys
from types import ModuleType
from uuid import uuid4

import pytest
from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.columns import Integer, Varchar
from piccolo.conf.apps import AppRegistry
from piccolo.table import Table

from backend.kit.db.sample import NOON, Owner, Sample, opened
from jointly.kit.db import Database


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


async def test_a_batch_streams_rows(database: Database):
    await Sample.insert(*(sample(number) for number in range(10)))
    query = Sample.select(Sample.number, Sample.id).where(Sample.number < 9).order_by(Sample.number)
    pages = []
    async with await query.batch(batch_size=4) as batch:
        async for page in batch:
            pages.append([one["number"] for one in page])
            await Sample.insert(sample(100 + len(pages)))
    assert pages == [[0, 1, 2, 3], [4, 5, 6, 7], [8]]


async def test_a_migration_runs_and_one_that_fails_leaves_nothing(database: Database, monkeypatch):
    settings = ModuleType("piccolo_conf")
    settings.DB, settings.APP_REGISTRY = database.engine, AppRegistry()
    monkeypatch.setitem(sys.modules, "piccolo_conf", settings)
    monkeypatch.setenv("PICCOLO_CONF", "piccolo_conf")

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
