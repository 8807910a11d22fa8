"""PostgreSQL shows what was said of two records to the team that said it; and what waits is found quickly."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine import engine_finder

ID = "m0020_arrivals_rows"
VERSION = "1.38.0"
DESCRIPTION = "row security of one way in"

INDEX = "create index if not exists referral_waiting on referral (service, owner) where state <> 'closed'"
RULE = (
    "person = nullif(current_setting('app.subject', true), '')::uuid "
    "or service = nullif(current_setting('app.group', true), '')::uuid"
)


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="jointly", description=DESCRIPTION)

    async def make_index_and_policy():
        engine = engine_finder()
        await engine.run_ddl(INDEX)
        if engine.engine_type == "sqlite":
            return
        await engine.run_ddl(f"create policy judged_rows on judged using ({RULE}) with check ({RULE})")
        await engine.run_ddl("alter table judged enable row level security, force row level security")

    manager.add_raw(make_index_and_policy)
    return manager
