"""PostgreSQL shows dates that people go to, to the service whose people they are. Who goes is found quickly."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine import engine_finder

ID = "m0025_dates_seen_rows"
VERSION = "1.38.0"
DESCRIPTION = "row security of dates that people go to"

RULE = "service = nullif(current_setting('app.group', true), '')::uuid"
GOERS = "create index if not exists prescription_thing on prescription (thing)"
"""Whoever goes to a listing is found by it."""


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="jointly", description=DESCRIPTION)

    async def make_policies():
        engine = engine_finder()
        await engine.run_ddl(GOERS)
        if engine.engine_type == "sqlite":
            return
        await engine.run_ddl(f"create policy date_seen_rows on date_seen using ({RULE}) with check ({RULE})")
        await engine.run_ddl("alter table date_seen enable row level security, force row level security")

    manager.add_raw(make_policies)
    return manager
