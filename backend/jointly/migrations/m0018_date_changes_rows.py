"""PostgreSQL shows changed dates to the organisation that changed them, and to the service that tells of them."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine import engine_finder

ID = "m0018_date_changes_rows"
VERSION = "1.38.0"
DESCRIPTION = "row security of changed dates"

GROUP = "nullif(current_setting('app.group', true), '')::uuid"
RULE = f"organisation = {GROUP} or service = {GROUP}"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="jointly", description=DESCRIPTION)

    async def make_policies():
        engine = engine_finder()
        if engine.engine_type == "sqlite":
            return
        await engine.run_ddl(f"create policy date_change_rows on date_change using ({RULE}) with check ({RULE})")
        await engine.run_ddl("alter table date_change enable row level security, force row level security")

    manager.add_raw(make_policies)
    return manager
