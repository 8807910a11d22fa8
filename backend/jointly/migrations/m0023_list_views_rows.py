"""PostgreSQL shows the named views of a list to the worker who named them alone."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine import engine_finder

ID = "m0023_list_views_rows"
VERSION = "1.38.0"
DESCRIPTION = "row security of named views"

RULE = "person = nullif(current_setting('app.subject', true), '')::uuid"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="jointly", description=DESCRIPTION)

    async def make_policy():
        engine = engine_finder()
        if engine.engine_type == "sqlite":
            return
        await engine.run_ddl(f"create policy list_view_rows on list_view using ({RULE}) with check ({RULE})")
        await engine.run_ddl("alter table list_view enable row level security, force row level security")

    manager.add_raw(make_policy)
    return manager
