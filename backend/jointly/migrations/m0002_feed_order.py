"""One row a number in each person's feed. Piccolo makes no composite index on SQLite, so this is plain SQL."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine import engine_finder

ID = "m0002_feed_order"
VERSION = "1.38.0"
DESCRIPTION = "numbers of a feed are unique"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="jointly", description=DESCRIPTION)

    async def make_index():
        for table in ("version", "push"):
            name = f"{table}_feed"
            await engine_finder().run_ddl(f"create unique index if not exists {name} on {table} (person, number)")

    manager.add_raw(make_index)
    return manager
