"""Databases to try things on: one that runs on both engines, and one SQLite only."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from backend.kit.db.sample import opened
from jointly.kit.db import Database


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """The sample tables, once on SQLite and once on PostgreSQL."""
    async with opened(database_url) as made:
        yield made


@pytest.fixture
def sqlite_file(tmp_path: Path) -> Path:
    """Where a SQLite database may be made."""
    return tmp_path / "jointly.sqlite3"


@pytest.fixture
async def sqlite(sqlite_file: Path) -> AsyncIterator[Database]:
    """The sample tables on SQLite."""
    async with opened(str(sqlite_file)) as made:
        yield made
