"""A full disk is told and got over; a disk that fails stops the writing for good."""

import asyncio
import sqlite3
import subprocess
import sys

import pytest

from backend.kit.db.sample import NOON, Sample, count_rows, insert, opened, row
from jointly.kit.db import Database, Query, StorageFailed, StorageFull
from jointly.kit.db.sqlite.failing import EXIT_STORAGE_FAILED, storage_failure

KB = bytes(1024)


async def limit_pages(database: Database, *, spare: int) -> None:
    """Let the file grow by so many pages and no more, which SQLite reports as it does a full disk."""

    def limit():
        [(pages,)] = yield Query("pragma page_count")
        yield Query(f"pragma max_page_count = {pages + spare}")

    await database.run(limit, purpose="test")


async def test_a_full_disk_keeps_nothing_half_and_writing_returns(sqlite: Database):
    await limit_pages(sqlite, spare=20)
    stored = 0
    with pytest.raises(StorageFull):
        while True:
            await sqlite.run(insert, [row(number, blob=KB) for number in range(20)], purpose="test")
            stored += 20
    assert await sqlite.read(count_rows, purpose="test") == stored
    with pytest.raises(StorageFull):
        await sqlite.run(insert, [row(number, blob=KB) for number in range(200)], purpose="test")
    assert await Sample.count() == stored
    await limit_pages(sqlite, spare=10_000)
    assert await sqlite.run(insert, [row(number, blob=KB) for number in range(200)], purpose="test") == stored + 200


async def test_a_full_disk_fails_everybody_in_the_group(sqlite: Database):
    await limit_pages(sqlite, spare=2)
    units = [[row(1)], [row(number, blob=KB) for number in range(100)], [row(2)]]
    asked = (sqlite.run(insert, rows, purpose="test") for rows in units)
    done = await asyncio.gather(*asked, return_exceptions=True)
    assert StorageFull in {type(one) for one in done}
    kept = sum(isinstance(one, int) for one in done)
    assert await sqlite.read(count_rows, purpose="test") == kept


async def test_a_full_disk_in_a_transaction_rolls_it_all_back(sqlite: Database):
    await limit_pages(sqlite, spare=2)
    with pytest.raises(StorageFull):
        async with sqlite.transaction(purpose="test"):
            await Sample.insert(Sample(id=row()[0], at=NOON, word="kept?"))
            await sqlite.run(insert, [row(number, blob=KB) for number in range(100)], purpose="test")
    assert await sqlite.read(count_rows, purpose="test") == 0
    await limit_pages(sqlite, spare=1000)
    async with sqlite.transaction(purpose="test"):
        await sqlite.run(insert, [row(number, blob=KB) for number in range(100)], purpose="test")
    assert await Sample.count() == 100


class FailingConnection:
    """A writer's connection whose statements fail as they do on a broken disk, from the moment `failing` names them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.failing: str | None = None

    def __getattr__(self, name: str):
        return getattr(self._connection, name)

    def execute(self, sql: str, *parameters):
        if self.failing and sql.startswith(self.failing):
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
            error.sqlite_errorname = "SQLITE_IOERR_FSYNC"
            raise error
        return self._connection.execute(sql, *parameters)


@pytest.fixture
async def failing(sqlite_file):
    """A database, its connection that can be made to fail, and what `on_fatal` was told."""
    told: list[Exception] = []
    async with opened(str(sqlite_file), on_fatal=told.append) as database:
        connection = FailingConnection(database._writer._connection)
        database._writer._connection = connection
        yield database, connection, told


@pytest.mark.parametrize("statement", ["COMMIT", "BEGIN", "insert into sample", "select count"])
async def test_after_an_io_error_nothing_is_acknowledged_any_more(failing, statement: str):
    database, connection, told = failing

    def unit():
        yield Query("insert into sample (id, at, word) values ('x', 'y', 'z')")
        yield Query("select count(*) from sample")

    connection.failing = statement
    with pytest.raises(StorageFailed):
        await asyncio.wait_for(database.run(unit, purpose="test"), 5)
    assert [type(error) for error in told] == [StorageFailed]
    connection.failing = None
    for _ in range(3):
        with pytest.raises(StorageFailed):
            await asyncio.wait_for(database.run(insert, [row(1)], purpose="test"), 5)
        with pytest.raises(StorageFailed):
            async with asyncio.timeout(5), database.transaction(purpose="test"):
                raise AssertionError("not reached")
    assert len(told) == 1
    assert await database.read(count_rows, purpose="test") == 0


async def test_an_io_error_at_the_end_of_a_transaction_stops_the_writing(failing):
    database, connection, told = failing
    with pytest.raises(StorageFailed):
        async with asyncio.timeout(5), database.transaction(purpose="test"):
            await Sample.insert(Sample(id=row()[0], at=NOON, word="x"))
            connection.failing = "COMMIT"
    assert [type(error) for error in told] == [StorageFailed]
    with pytest.raises(StorageFailed):
        await asyncio.wait_for(database.run(insert, [row(1)], purpose="test"), 5)


async def test_an_on_fatal_that_fails_itself_leaves_nobody_waiting(sqlite_file):
    def on_fatal(error: Exception) -> None:
        raise SystemExit

    async with opened(str(sqlite_file), on_fatal=on_fatal) as database:
        connection = FailingConnection(database._writer._connection)
        database._writer._connection = connection
        connection.failing = "COMMIT"
        for _ in range(2):
            with pytest.raises(StorageFailed):
                await asyncio.wait_for(database.run(insert, [row(1)], purpose="test"), 5)


def test_the_process_stops_at_once_unless_told_otherwise(sqlite_file):
    script = f"""
import asyncio, logging
from backend.kit.db.sample import insert, opened, row
from backend.kit.db.test_storage import FailingConnection

async def main():
    async with opened({str(sqlite_file)!r}) as database:
        connection = FailingConnection(database._writer._connection)
        database._writer._connection = connection
        connection.failing = "COMMIT"
        await database.run(insert, [row(1)], purpose="test")

asyncio.run(main())
"""
    paths = [path for path in sys.path if path]
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {paths!r}\n{script}"], capture_output=True, timeout=30
    )
    assert done.returncode == EXIT_STORAGE_FAILED
    assert b"the service stops" in done.stderr


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        (sqlite3.SQLITE_FULL, StorageFull),
        (10 | 19 << 8, StorageFull),
        (sqlite3.SQLITE_IOERR, StorageFailed),
        (sqlite3.SQLITE_IOERR_WRITE, StorageFailed),
        (sqlite3.SQLITE_BUSY, None),
    ],
)
def test_what_the_codes_of_sqlite_mean(code: int, meaning: type | None):
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    failure = storage_failure(error)
    assert (failure and type(failure)) == meaning
