"""A table with every kind of column that the rooms use, and units over it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from uuid import uuid4

from piccolo.columns import UUID, BigInt, Boolean, Bytea, ForeignKey, Integer, Timestamptz, Varchar
from piccolo.table import Table

from jointly.kit.db import Database, Many, Query, open_database

NOON = datetime(2026, 11, 21, 12, 0, 0, 250_000, tzinfo=UTC)


class Owner(Table, tablename="sample_owner"):
    id = UUID(primary_key=True, default=None)
    total = Integer(null=False, default=0)


class Sample(Table, tablename="sample"):
    id = UUID(primary_key=True, default=None)
    owner = ForeignKey(Owner, null=True, default=None)
    at = Timestamptz(null=False, default=None)
    blob = Bytea(null=True, default=None)
    number = BigInt(null=False, default=0)
    done = Boolean(null=False, default=False)
    word = Varchar(length=40, null=False, default=None)


COLUMNS = "id, owner, at, blob, number, done, word"


def row(number: int = 0, word: str = "knee", **values) -> tuple:
    """One row of `sample`, in the order of COLUMNS."""
    made = {"id": uuid4(), "owner": None, "at": NOON, "blob": b"\x00\xff", "number": number, "done": True}
    return (*{**made, **values}.values(), word)


def insert(rows):
    yield Many(f"insert into sample ({COLUMNS}) values (?, ?, ?, ?, ?, ?, ?)", rows)
    [(count,)] = yield Query("select count(*) from sample")
    return count


def rows_by_number():
    return (yield Query(f"select {COLUMNS} from sample order by number"))


def count_rows():
    [(count,)] = yield Query("select count(*) from sample")
    return count


def add_to_total(owner):
    [(total,)] = yield Query("select total from sample_owner where id = ?", (owner,))
    yield Query("update sample_owner set total = ? where id = ?", (total + 1, owner))


@asynccontextmanager
async def opened(where: str, **options) -> AsyncIterator[Database]:
    """A database with the sample tables, closed at the end. Nothing waits for the disk unless asked to."""
    database = await open_database(where, **{"synchronous": "OFF", **options})
    try:
        database.bind(Owner, Sample)
        await Owner.create_table(if_not_exists=True)
        await Sample.create_table(if_not_exists=True)
        yield database
    finally:
        await database.close()
