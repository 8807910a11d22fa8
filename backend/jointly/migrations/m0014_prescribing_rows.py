"""PostgreSQL shows each transaction only the rows of social prescribing that are of whom it is about, or of whom it
acts for. The tables are made by the migration before: plain SQL comes before new tables.
"""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine import engine_finder

ID = "m0014_prescribing_rows"
VERSION = "1.38.0"
DESCRIPTION = "row security of social prescribing"


def _is(column: str, setting: str) -> str:
    return f"{column} = nullif(current_setting('app.{setting}', true), '')::uuid"


OURS = f"{_is('person', 'subject')} or {_is('service', 'group')}"
TOLD = f"sent_at is not null and {_is('organisation', 'group')}"
POLICIES = {
    "referral": OURS,
    "prescription": f"{OURS} or ({TOLD})",
    "step": f"{OURS} or about in (select id from prescription where {TOLD})",  # nosec B608 # the names are ours, no value comes from outside
    "task": OURS,
    "answer_link": OURS,
    "likeness": OURS,
    "notice": f"{OURS} or {_is('person', 'actor')}",
}
OPEN = "create index if not exists referral_open on referral (service, next_on) where state <> 'closed'"


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="jointly", description=DESCRIPTION)

    async def make_policies():
        engine = engine_finder()
        await engine.run_ddl(OPEN)
        if engine.engine_type == "sqlite":
            return
        for table, rule in POLICIES.items():
            await engine.run_ddl(f"create policy {table}_rows on {table} using ({rule}) with check ({rule})")
            await engine.run_ddl(f"alter table {table} enable row level security, force row level security")

    manager.add_raw(make_policies)
    return manager
