"""A copy made under load is one consistent state, and never stands half made under its name."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from backend.kit.db.sample import Owner, Sample, insert, opened, row
from jointly.kit.db import Database, Query


def add_with_total(owner, number):
    """The number of rows and the owner's total always agree."""
    yield Query("update sample_owner set total = total + 1 where id = ?", (owner,))
    yield from insert([row(number, owner=owner, blob=bytes(5000))])


async def test_a_copy_made_while_others_write_is_consistent(sqlite: Database, tmp_path: Path):
    owner = uuid4()
    await Owner.insert(Owner(id=owner))
    await asyncio.gather(*(sqlite.run(add_with_total, owner, n, purpose="test") for n in range(1000)))
    stop = asyncio.Event()

    async def write():
        number = 1000
        while not stop.is_set():
            await sqlite.run(add_with_total, owner, number, purpose="test")
            number += 1

    writers = [asyncio.create_task(write()) for _ in range(4)]
    copies = [tmp_path / f"copy-{n}.sqlite3" for n in range(5)]
    for copy in copies:
        await sqlite.backup_to(copy)
    stop.set()
    await asyncio.gather(*writers)
    totals = []
    for copy in copies:
        with closing(sqlite3.connect(copy)) as plain:
            [(total,)] = plain.execute("select total from sample_owner").fetchall()
            assert plain.execute("select count(*) from sample").fetchall() == [(total,)]
            assert plain.execute("pragma integrity_check").fetchall() == [("ok",)]
            totals.append(total)
        assert copy.stat().st_mode & 0o777 == 0o600
    assert 1000 <= totals[0] < totals[-1]
    assert not list(tmp_path.glob("*.unfinished*"))


async def test_a_copy_opens_as_a_database(sqlite: Database, tmp_path: Path):
    await sqlite.run(insert, [row(5)], purpose="test")
    await sqlite.backup_to(tmp_path / "copy.sqlite3")
    async with opened(str(tmp_path / "copy.sqlite3")):
        assert await Sample.select(Sample.number) == [{"number": 5}]


async def test_a_copy_never_replaces_a_file(sqlite: Database, tmp_path: Path):
    (tmp_path / "copy.sqlite3").write_text("precious")
    with pytest.raises(FileExistsError):
        await sqlite.backup_to(tmp_path / "copy.sqlite3")
    assert (tmp_path / "copy.sqlite3").read_text() == "precious"


async def test_a_copy_that_fails_leaves_no_file(sqlite: Database, tmp_path: Path, monkeypatch):
    def no_rename(*_):
        raise OSError("no")

    monkeypatch.setattr(Path, "rename", no_rename)
    with pytest.raises(OSError, match="no"):
        await sqlite.backup_to(tmp_path / "copy.sqlite3")
    assert not list(tmp_path.glob("copy*"))
