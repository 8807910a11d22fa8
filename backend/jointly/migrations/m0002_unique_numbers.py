"""One row a number in each feed and each chain. Piccolo makes no composite index on SQLite, so this is plain SQL."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine import engine_finder

ID = "m0002_unique_numbers"
VERSION = "1.38.0"
DESCRIPTION = "numbers of feeds and chains are unique"

INDEXES = ("version_feed on version (person, number)", "push_feed on push (person, number)",
           "audit_chain on audit (chain, number)")  # fmt: skip


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="jointly", description=DESCRIPTION)

    async def make_indexes():
        for index in INDEXES:
            await engine_finder().run_ddl(f"create unique index if not exists {index}")

    manager.add_raw(make_indexes)
    return manager
