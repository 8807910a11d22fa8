"""One read for everybody on an advisor's list: an index, and on PostgreSQL policies for who may read it.

The entries that a list is made from may be read by whoever the person shares check-ins with: the policy asks for a
share that runs, with the service on whose behalf the transaction acts, or with who acts. It opens these kinds alone,
for reading alone, and nothing of a diary. The table is made by the migration before: plain SQL comes before new tables.
"""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine import engine_finder

ID = "m0006_caseload"
VERSION = "1.38.0"
DESCRIPTION = "one read for a list"

KINDS = "kind in ('check-in', 'goal', 'pathway', 'safety')"
INDEX = f"create index if not exists version_caseload on version (person) where {KINDS}"


def _is(column: str, setting: str) -> str:
    return f"{column} = nullif(current_setting('app.{setting}', true), '')::uuid"


SHARED = (
    "person in (select person from share where ended_at is null and (ends_at is null or ends_at > now()) "  # nosec B608 # the names are ours, no value comes from outside
    "and ' ' || scopes || ' ' like '% checkins %' "
    f"and ((with_kind = 'service' and {_is('with_id', 'group')}) "
    f"or (with_kind = 'person' and {_is('with_id', 'actor')})))"
)


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="jointly", description=DESCRIPTION)

    async def make_index_and_policies():
        engine = engine_finder()
        await engine.run_ddl(INDEX)
        if engine.engine_type == "sqlite":
            return
        mine = _is("person", "subject")
        await engine.run_ddl(f"create policy looked_rows on looked using ({mine}) with check ({mine})")
        await engine.run_ddl("alter table looked enable row level security, force row level security")
        await engine.run_ddl(f"create policy looked_shared on looked for select using ({SHARED})")
        await engine.run_ddl(f"create policy version_shared on version for select using ({KINDS} and {SHARED})")

    manager.add_raw(make_index_and_policies)
    return manager
