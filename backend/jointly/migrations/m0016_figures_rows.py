"""Indexes of what is counted, and on PostgreSQL policies for the job that counts.

What somebody says about themselves may be read by the service that they let know it: the policy asks for a share that
runs, with the service on whose behalf the transaction acts. It opens this kind alone, for reading alone. The tables are
made by the migration before: plain SQL comes before new tables.
"""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine import engine_finder

ID = "m0016_figures_rows"
VERSION = "1.38.0"
DESCRIPTION = "row security of figures"

INDEXES = (
    "create index if not exists version_about on version (person) where kind = 'about'",
    "create index if not exists step_signpost on step (service, at) where kind = 'signpost'",
    "create index if not exists referral_came on referral (service, received_at)",
    "create index if not exists prescription_sent on prescription (service, sent_at) where sent_at is not null",
    "create index if not exists placed_quarter on placed (service, quarter)",
)


def _is(column: str, setting: str) -> str:
    return f"{column} = nullif(current_setting('app.{setting}', true), '')::uuid"


POLICIES = {"figure": _is("service", "group"), "placed": f"{_is('person', 'subject')} or {_is('service', 'group')}"}
KNOWN = (
    "kind = 'about' and person in (select person from share where ended_at is null "  # nosec B608 # the names are ours, no value comes from outside
    "and (ends_at is null or ends_at > now()) and ' ' || scopes || ' ' like '% about %' "
    f"and with_kind = 'service' and {_is('with_id', 'group')})"
)


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="jointly", description=DESCRIPTION)

    async def make_indexes_and_policies():
        engine = engine_finder()
        for index in INDEXES:
            await engine.run_ddl(index)
        if engine.engine_type == "sqlite":
            return
        for table, rule in POLICIES.items():
            await engine.run_ddl(f"create policy {table}_rows on {table} using ({rule}) with check ({rule})")
            await engine.run_ddl(f"alter table {table} enable row level security, force row level security")
        await engine.run_ddl(f"create policy version_about on version for select using ({KNOWN})")

    manager.add_raw(make_indexes_and_policies)
    return manager
