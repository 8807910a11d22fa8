"""The write-ahead log stays small whatever is read meanwhile, and goes away when it is quiet."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from backend.kit.db.sample import insert, opened, row
from jointly.kit.db import Database
from jointly.kit.db.sqlite import checkpoints

MB = 1 << 20
LIMIT = 64 * MB


@pytest.fixture
def log_file(sqlite_file: Path) -> Path:
    return sqlite_file.with_name(sqlite_file.name + "-wal")


async def write(database: Database, megabytes: int, seen: list[int], log_file: Path) -> None:
    for _ in range(megabytes):
        await database.run(insert, [row(blob=bytes(64 * 1024)) for _ in range(16)], purpose="test")
        seen.append(log_file.stat().st_size)


async def test_the_log_stays_small_while_somebody_is_always_reading(
    sqlite: Database, sqlite_file: Path, log_file: Path
):
    """Readers overlap, so that there is never a moment at which the log could start again by itself."""
    sizes: list[int] = []
    writing = asyncio.create_task(write(sqlite, 100, sizes, log_file))

    async def keep_reading(begin_after: float):
        await asyncio.sleep(begin_after)
        with closing(sqlite3.connect(f"file:{sqlite_file}?mode=ro", uri=True, isolation_level=None)) as reader:
            while not writing.done():
                reader.execute("begin")
                reader.execute("select count(*) from sample").fetchall()
                await asyncio.sleep(0.06)
                reader.execute("rollback")

    await asyncio.gather(writing, *(keep_reading(0.02 * number) for number in range(3)))
    assert max(sizes) < LIMIT * 3 / 4


async def test_a_reader_that_stays_makes_it_grow_only_until_it_leaves(sqlite: Database, sqlite_file, log_file):
    sizes: list[int] = []
    with closing(sqlite3.connect(f"file:{sqlite_file}?mode=ro", uri=True, isolation_level=None)) as outsider:
        outsider.execute("begin")
        outsider.execute("select count(*) from sample").fetchall()
        await write(sqlite, 30, sizes, log_file)
        assert outsider.execute("select count(*) from sample").fetchall() == [(0,)]
    assert max(sizes) > 30 * MB, "or this test shows nothing"
    await write(sqlite, 12, sizes, log_file)
    assert log_file.stat().st_size <= checkpoints._STEP_BYTES


async def test_the_log_is_emptied_when_it_is_quiet(sqlite_file: Path, log_file: Path, monkeypatch):
    monkeypatch.setattr(checkpoints, "_IDLE_SECONDS", 0.02)
    monkeypatch.setattr(checkpoints, "_QUIET_SECONDS", 0.02)
    async with opened(str(sqlite_file)) as database:
        await database.run(insert, [row(1)], purpose="test")
        assert log_file.stat().st_size > 0
        async with asyncio.timeout(5):
            while log_file.stat().st_size:
                await asyncio.sleep(0.02)
        await asyncio.sleep(0.1)
        assert await database.run(insert, [row(2)], purpose="test") == 2


async def test_a_quiet_checkpoint_waits_for_no_reader(sqlite_file: Path, log_file: Path, monkeypatch):
    monkeypatch.setattr(checkpoints, "_IDLE_SECONDS", 0.02)
    monkeypatch.setattr(checkpoints, "_QUIET_SECONDS", 0.02)
    async with opened(str(sqlite_file)) as database:
        with closing(sqlite3.connect(sqlite_file, isolation_level=None)) as outsider:
            outsider.execute("begin")
            outsider.execute("select count(*) from sample").fetchall()
            await database.run(insert, [row(1)], purpose="test")
            await asyncio.sleep(0.2)
            async with asyncio.timeout(1):
                await database.run(insert, [row(2)], purpose="test")
            assert log_file.stat().st_size > 0
        async with asyncio.timeout(5):
            while log_file.stat().st_size:
                await asyncio.sleep(0.02)
