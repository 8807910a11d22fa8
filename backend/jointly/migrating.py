"""Brings the main database's tables up to date, with Piccolo's migrations and our engine."""

import contextlib
import io
import os

from piccolo.apps.migrations.commands.forwards import ForwardsMigrationManager
from piccolo.apps.migrations.tables import Migration

from jointly.kit.db import Database


async def migrate(db: Database) -> list[str]:
    """Runs every migration that has not run, and gives their names. Raises `RuntimeError` when one fails."""
    manager = _manager(db)
    await manager.create_migration_table()
    before = await Migration.get_migrations_which_ran(app_name="jointly")
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        result = await manager.run()
    if not result.success:
        raise RuntimeError(f"migrating failed: {result.message}")
    return sorted(set(await Migration.get_migrations_which_ran(app_name="jointly")) - set(before))


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
