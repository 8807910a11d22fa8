"""PostgreSQL takes a row of the audit for each person of whom a list of a service tells, in one transaction.

A transaction says one subject; a list is of many. Whoever acts for a service may therefore add rows to the chains of
its own people, and move the heads of those chains on, as adding does. They read no row of those chains by it.
"""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine import engine_finder

ID = "m0021_arrivals_seen"
VERSION = "1.38.0"
DESCRIPTION = "rows of the audit for everybody on a list"


def _ours(column: str) -> str:
    return (
        f"exists (select 1 from person where person.id = {column} "  # nosec B608 # the names are ours, no value comes from outside
        "and person.service = nullif(current_setting('app.group', true), '')::uuid)"
    )


POLICIES = (
    f"create policy audit_of_ours on audit for insert with check ({_ours('audit.chain')})",
    f"create policy chain_of_ours on chain for insert with check ({_ours('chain.id')})",
    f"create policy chain_of_ours_on on chain for update using ({_ours('chain.id')}) with check ({_ours('chain.id')})",
)


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="jointly", description=DESCRIPTION)

    async def make_policies():
        engine = engine_finder()
        if engine.engine_type == "sqlite":
            return
        for policy in POLICIES:
            await engine.run_ddl(policy)

    manager.add_raw(make_policies)
    return manager
