"""Who may do what in PostgreSQL: its owner lets the service's role use the tables, and a service refuses to be more.

Row security binds neither a superuser nor a role with BYPASSRLS, so as one of them the service would see everybody's
rows whatever its SQL asks for. The owner of the tables could switch off row security, and the guard of the audit.
"""

from piccolo.apps.migrations.tables import Migration

from jointly.kit.db import Database, Query, open_database
from jointly.kit.errors import UnsafeSetting
from jointly.people.tables import Audit
from jointly.tables import TABLES

USE, ADD, LOOK = "select, insert, update, delete", "select, insert", "select"


async def role_at(url: str) -> str:
    """The role that a PostgreSQL address signs in as. Raises `Unreachable` when it cannot."""
    db = await open_database(url, pool_size=1)
    try:
        return (await db.read(_who_am_i, purpose="ask for the role"))[0]
    finally:
        await db.close()


async def let_use(owned: Database, role: str) -> bool:
    """Gives `role` exactly the rights that the service needs, and takes away any other that the owner gave it.

    `owned` is signed in to as the owner of the tables. Gives False, and changes nothing, when `role` is that owner.
    """
    return await owned.run(_let_use, role, purpose="grant")


async def refuse_unbound(db: Database, variable: str) -> None:
    """Raises `UnsafeSetting` when row security would not apply to the role of this PostgreSQL database."""
    if db.kind == "sqlite":
        return
    role, superuser, bypasses = await db.read(_who_am_i, purpose="check the role")
    if superuser or bypasses:
        what = "is a superuser" if superuser else "has BYPASSRLS"
        raise UnsafeSetting(
            f"{variable} signs in to PostgreSQL as {role}, which {what}: row security would not keep people's records "
            "apart. Make a role of its own for the service (create role jointly_app login), name it in "
            f"{variable}, and set JOINTLY_OWNER_DATABASE_URL for jointly migrate. The README says how."
        )


async def refuse_owner(db: Database, variable: str) -> None:
    """Raises `UnsafeSetting` when the role of this PostgreSQL database owns its tables, or may act as who does.

    An owner may switch off what keeps the audit as it is. Before the tables are there, nobody owns them.
    """
    if db.kind == "sqlite":
        return
    owns = await db.read(_owned_by_me, Audit._meta.tablename, purpose="check the role")
    if owns:
        raise UnsafeSetting(
            f"{variable} signs in to PostgreSQL as {owns}, which owns the tables or may act as who does: it could "
            "change the audit. Make a role of its own for the service (create role jointly_app login), name it in "
            f"{variable}, and set JOINTLY_OWNER_DATABASE_URL for jointly migrate. The README says how."
        )


def _owned_by_me(table: str):
    rows = yield Query(
        "select current_user::text from pg_class "
        "where oid = to_regclass(cast(? as text)) and pg_has_role(current_user, relowner, 'member')",
        (table,),
    )
    return rows[0][0] if rows else None


def _who_am_i():
    [found] = yield Query(
        "select current_user::text, rolsuper, rolbypassrls from pg_roles where rolname = current_user"
    )
    return found


def _let_use(role: str):
    [(quoted, mine, schema)] = yield Query(
        "select quote_ident(cast(? as text)), current_user = cast(? as text), quote_ident(current_schema())",
        (role, role),
    )
    if mine:
        return False
    yield Query(f"grant usage on schema {schema} to {quoted}")
    for table in (*TABLES, Migration):
        name = table._meta.tablename
        rights = ADD if table is Audit else LOOK if table is Migration else USE
        yield Query(f"revoke all on table {name} from {quoted}")
        yield Query(f"grant {rights} on table {name} to {quoted}")
    return True
