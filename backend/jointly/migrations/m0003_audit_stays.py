"""Nobody changes or deletes a row of the audit: the database itself says no, on both engines."""

from piccolo.apps.migrations.auto.migration_manager import MigrationManager
from piccolo.engine import engine_finder

ID = "m0003_audit_stays"
VERSION = "1.38.0"
DESCRIPTION = "audit rows stay as they are"

ON_SQLITE = (
    "create trigger audit_not_changed before update on audit begin select raise(abort, 'audit rows stay'); end",
    "create trigger audit_not_deleted before delete on audit begin select raise(abort, 'audit rows stay'); end",
)
ON_POSTGRES = (
    "create function audit_stays() returns trigger language plpgsql as "
    "$$ begin raise exception 'audit rows stay' using errcode = '23001'; end $$",
    "create trigger audit_stays before update or delete or truncate on audit "
    "for each statement execute function audit_stays()",
)


async def forwards():
    manager = MigrationManager(migration_id=ID, app_name="jointly", description=DESCRIPTION)

    async def make_triggers():
        engine = engine_finder()
        for statement in ON_SQLITE if engine.engine_type == "sqlite" else ON_POSTGRES:
            await engine.run_ddl(statement)

    manager.add_raw(make_triggers)
    return manager
