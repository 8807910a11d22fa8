"""PostgreSQL shows each transaction only the rows of whom it said it is about, whatever its SQL asks for.

A transaction says `app.subject` (whose record), `app.actor` (who acts) and `app.group` (the service or organisation on
whose behalf): `kit/db`. Without them there is no row. FORCE binds the owner of the tables too; only a role that may
bypass row security is free of it, and the service refuses to start as one. SQLite is one process and one file.
"""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine import engine_finder

ID = "m0004_row_security"
VERSION = "1.38.0"
DESCRIPTION = "row security on PostgreSQL"


def _is(column: str, setting: str) -> str:
    return f"{column} = nullif(current_setting('app.{setting}', true), '')::uuid"


ABOUT_ONE = _is("person", "subject")
POLICIES = {
    "feed": ABOUT_ONE,
    "push": ABOUT_ONE,
    "version": ABOUT_ONE,
    "seen": ABOUT_ONE,
    "person": f"{_is('id', 'subject')} or {_is('service', 'group')} or {_is('organisation', 'group')}",
    "share": f"{ABOUT_ONE} or {_is('with_id', 'actor')} or {_is('with_id', 'group')}",
    # Heads of chains say nothing of anybody, and the job that remembers them reads them all: see below.
    "chain": f"{_is('id', 'subject')} or {_is('id', 'group')}",
    "audit": f"{_is('chain', 'subject')} or {_is('chain', 'group')}",
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
        await engine.run_ddl("create policy chain_heads on chain for select using (true)")

    manager.add_raw(make_policies)
    return manager
