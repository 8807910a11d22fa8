"""PostgreSQL shows an organisation its own public side and the reports about what it runs, and no other's.

A transaction says on whose behalf it acts: `app.group` is an organisation, or the service itself, which is none of
them and sees all of both tables. Without a group there is no row, but for the public side of those that the service
said yes to, which is public.
"""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine import engine_finder

ID = "m0011_publishing_rows"
VERSION = "1.38.0"
DESCRIPTION = "row security of publishing"

GROUP = "nullif(current_setting('app.group', true), '')::uuid"
SERVICE = f"({GROUP} is not null and not exists (select 1 from organisation where organisation.id = {GROUP}))"  # nosec B608 # the names are ours, no value comes from outside
POLICIES = {
    "publisher": f"organisation = {GROUP} or {SERVICE}",
    "report": f"listing in (select id from listing where listing.organisation = {GROUP}) or {SERVICE}",  # nosec B608 # the names are ours, no value comes from outside
}


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="jointly", description=DESCRIPTION)

    async def make_policies():
        engine = engine_finder()
        if engine.engine_type == "sqlite":
            return
        for table, rule in POLICIES.items():
            await engine.run_ddl(f"create policy {table}_rows on {table} using ({rule}) with check ({rule})")
            await engine.run_ddl(f"alter table {table} enable row level security, force row level security")
        await engine.run_ddl("create policy publisher_approved on publisher for select using (approved_at is not null)")

    manager.add_raw(make_policies)
    return manager
