"""One process for each file, private files, and nothing left hanging when a database or a process ends."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest

from backend.kit.db.sample import Sample, count_rows, insert, opened, row
from jointly.kit.db import AlreadyOpen, Database, DatabaseClosed, open_database


def python(script: str, **options) -> subprocess.Popen:
    """Another process that can import what this one can."""
    paths = [path for path in sys.path if path]
    code = f"import sys; sys.path[:0] = {paths!r}\n{textwrap.dedent(script)}"
    return subprocess.Popen([sys.executable, "-c", code], text=True, stdout=subprocess.PIPE, **options)


def open_descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


async def test_a_file_is_opened_once(sqlite: Database, sqlite_file: Path):
    with pytest.raises(AlreadyOpen, match=f"process {os.getpid()}"):
        await open_database(sqlite_file)
    link = sqlite_file.with_name("link.sqlite3")
    link.symlink_to(sqlite_file)
    with pytest.raises(AlreadyOpen):
        await open_database(f"sqlite:///{link}")
    await sqlite.close()
    await (await open_database(sqlite_file)).close()


async def test_another_process_is_kept_out_until_the_first_is_killed(sqlite_file: Path):
    holder = python(
        f"""
        import asyncio
        from backend.kit.db.sample import insert, opened, row

        async def main():
            async with opened({str(sqlite_file)!r}, synchronous="FULL") as database:
                number = 0
                while True:
                    number = await database.run(insert, [row(0)], purpose="test")
                    print(number, flush=True)

        asyncio.run(main())
        """
    )
    try:
        assert holder.stdout.readline() == "1\n"
        with pytest.raises(AlreadyOpen, match=f"process {holder.pid}"):
            await open_database(sqlite_file)
        for _ in range(20):
            holder.stdout.readline()
    finally:
        holder.send_signal(signal.SIGKILL)
    acknowledged = [int(line) for line in holder.stdout.read().splitlines() if line]
    holder.stdout.close()
    holder.wait()
    async with opened(str(sqlite_file)) as database:
        assert await database.read(count_rows, purpose="test") >= max([21, *acknowledged])
        assert await Sample.raw("pragma integrity_check") == [{"integrity_check": "ok"}]


@pytest.mark.parametrize("ending", ["pass", "raise LookupError", "import sys; sys.exit(3)"])
def test_a_process_that_forgets_to_close_still_ends(sqlite_file: Path, ending: str):
    process = python(
        f"""
        import asyncio
        from jointly.kit.db import open_database
        from backend.kit.db.sample import Sample, count_rows

        async def main():
            database = await open_database({str(sqlite_file)!r})
            await database.run(count_rows_of_nothing, purpose="test")
            lease = database.transaction(purpose="test")
            await lease.__aenter__()
            {ending}

        def count_rows_of_nothing():
            from jointly.kit.db import Query
            yield Query("select 1")

        asyncio.run(main())
        """,
        stderr=subprocess.DEVNULL,
    )
    try:
        process.communicate(timeout=20)
    finally:
        process.kill()
    assert process.returncode in (0, 1, 3)


async def test_the_files_are_private(sqlite: Database, sqlite_file: Path):
    await sqlite.run(insert, [row(1)], purpose="test")
    made = {path.name: path.stat().st_mode & 0o777 for path in sqlite_file.parent.iterdir()}
    assert made == {f"{sqlite_file.name}{ending}": 0o600 for ending in ("", "-wal", "-shm", ".lock")}


async def test_close_waits_for_what_was_asked(database_url: str):
    async with opened(database_url) as database:
        tasks = [asyncio.create_task(database.run(insert, [row(n)], purpose="test")) for n in range(100)]
        tasks += [asyncio.create_task(database.read(count_rows, purpose="test")) for n in range(10)]
        await asyncio.sleep(0)
        await database.close()
        done = await asyncio.gather(*tasks)
        assert len(done) == 110
    async with opened(database_url):
        assert await Sample.count() == 100


async def test_closing_twice_at_once_waits_twice(database_url: str):
    async with opened(database_url) as database:
        task = asyncio.create_task(database.run(insert, [row(1)], purpose="test"))
        await asyncio.sleep(0)
        await asyncio.gather(database.close(), database.close())
        assert task.done()


async def test_a_closed_database_says_so(database_url: str):
    database = await open_database(database_url)
    await database.close()
    await database.close()
    with pytest.raises(DatabaseClosed):
        await database.run(count_rows, purpose="test")
    for inline in (False, True):
        with pytest.raises(DatabaseClosed):
            await database.read(count_rows, purpose="test", inline=inline)
    with pytest.raises(DatabaseClosed):
        async with database.transaction(purpose="test"):
            pass


async def test_close_waits_for_an_open_transaction(sqlite: Database):
    async with sqlite.transaction(purpose="test"):
        await sqlite.run(insert, [row(1)], purpose="test")
        closing = asyncio.create_task(sqlite.close())
        await asyncio.sleep(0.05)
        await sqlite.run(insert, [row(2)], purpose="test")
    await closing
    with sqlite3.connect(sqlite.path) as plain:
        assert plain.execute("select count(*) from sample").fetchall() == [(2,)]
    plain.close()


async def test_closing_ends_every_thread_and_descriptor(sqlite_file: Path):
    await asyncio.to_thread(int)
    threads = {thread.name for thread in threading.enumerate()}
    descriptors = open_descriptors()
    for _ in range(3):
        async with opened(str(sqlite_file)) as database:
            await asyncio.gather(*(database.read(count_rows, purpose="test") for _ in range(20)))
            async with await Sample.select().batch() as batch:
                assert [page async for page in batch] == []
    left = {thread.name for thread in threading.enumerate()} - threads
    assert not [name for name in left if name.startswith("sqlite")]
    assert open_descriptors() <= descriptors + 1
    assert not sqlite_file.with_name(sqlite_file.name + "-wal").exists()


async def test_a_file_that_is_no_database_is_refused_and_let_go(sqlite_file: Path):
    sqlite_file.write_bytes(b"these are not the bytes of a database" * 100)
    for _ in range(2):
        with pytest.raises(sqlite3.DatabaseError, match="not a database"):
            await open_database(sqlite_file)


async def test_odd_characters_in_a_path(tmp_path: Path):
    path = tmp_path / "50% of a file? #1 é.sqlite3"
    async with opened(str(path)) as database:
        await database.run(insert, [row(1)], purpose="test")
        assert await database.read(count_rows, purpose="test") == 1
    assert path.exists()


async def test_what_stands_behind_it_can_be_told(database: Database):
    assert database.version.startswith({"sqlite": "SQLite 3.", "postgres": "PostgreSQL 1"}[database.kind])
    assert (database.sqlite_version == sqlite3.sqlite_version) == (database.kind == "sqlite")
