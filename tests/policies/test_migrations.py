"""The database's one line of migrations leads to exactly the tables that the code describes."""

import re
from importlib import import_module
from pathlib import Path

from piccolo.apps.migrations.commands.new import AutoMigrationManager

from jointly import migrations
from jointly.kit.db import open_database
from jointly.migrating import migrate, pending
from jointly.piccolo_app import APP_CONFIG

FILES = sorted(file.stem for file in Path(migrations.__file__).parent.glob("m*.py"))


def test_migrations_are_numbered_in_one_line():
    numbers = [int(found[1]) for file in FILES if (found := re.fullmatch(r"m(\d{4})_[a-z0-9_]+", file))]
    assert numbers == list(range(1, len(FILES) + 1))
    assert [import_module(f"jointly.migrations.{file}").ID for file in FILES] == FILES


async def test_a_fresh_auto_migration_finds_nothing_to_do():
    found = await AutoMigrationManager().get_alter_statements(APP_CONFIG)
    assert [statement for group in found for statement in group.statements] == []


async def test_an_empty_database_is_brought_up_to_date_once(database_url: str):
    db = await open_database(database_url)
    try:
        assert await pending(db) == FILES
        assert await migrate(db) == FILES
        assert await pending(db) == []
        assert await migrate(db) == []
    finally:
        await db.close()
