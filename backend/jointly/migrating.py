"""Brings the main database's tables up to date, with Piccolo's migrations and our engine."""

import contextlib
import io
import os

from piccolo.apps.migrations.commands.forwards import ForwardsMigrationManager
from piccolo.apps.migrations.tables import Migration

from jointly.kit.db import Database

LONGEST_SECONDS = 3_600
"""A migration may have to touch every row of a large service."""


async def migrate(db: Database) -> list[str]:
    """Runs every migration that has not run, and gives their names. Raises `RuntimeError` when one fails.

    All of them and the notes that they have run are one transaction. Piccolo alone commits a migration and then its
    note: killed between the two, a service would find its tables there and never start again.
    """
    waiting = await pending(db)
    if not waiting:
        return []
    manager = _manager(db)
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        async with db.transaction(purpose="migrate", limit_seconds=LONGEST_SECONDS):
            result = await manager.run()
            if not result.success:
                raise RuntimeError(f"migrating failed: {result.message}")
    return waiting


async def pending(db: Database) -> list[str]:
    """Names of the migrations that have not run yet. Only reads: the service itself need not own its tables."""
    manager = _manager(db)
    modules = manager.get_migration_modules(manager.get_app_config("jointly").resolved_migrations_folder_path)
    begun = await Migration.table_exists()
    ran = await Migration.get_migrations_which_ran(app_name="jointly") if begun else []
    return sorted(set(manager.get_migration_ids(modules)) - set(ran))


def _manager(db: Database) -> ForwardsMigrationManager:
    os.environ["PICCOLO_CONF"] = "jointly.piccolo_conf"
    from jointly import piccolo_conf

    piccolo_conf.DB = db.engine  # migrations find their engine through this module
    db.bind(Migration)
    return ForwardsMigrationManager("jointly")
