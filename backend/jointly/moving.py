"""Moves a SQLite service to PostgreSQL: copies every table, compares the counts, and touches nothing on the way.

Row security binds the owner of the tables too, and a copy is of everybody. So it is not forced on them while they are
filled, in the one transaction that fills them: nobody else ever sees them so, and a copy that fails or is cut off
leaves neither rows nor a table on which it is not forced. (To copy each person's rows as that person would leave row
security as it is, but nobody could count then what is there in all.)
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from piccolo.table import Table

from jointly.house import close_house, open_house
from jointly.kit.db import Database, Many, Query, open_database
from jointly.kit.errors import UnsafeSetting
from jointly.migrating import migrate
from jointly.people.vault_tables import TABLES as VAULT_TABLES
from jointly.settings import Settings
from jointly.tables import TABLES

CHUNK = 1_000
"""Rows copied by one statement."""
LONGEST_SECONDS = 86_400
"""A large service may take hours, and all of one database is one transaction."""


async def move(settings: Settings, database_url: str, vault_url: str) -> dict[str, int]:
    """Copies everything and gives the rows of each table. Raises `UnsafeSetting` when the target is not empty."""
    if settings.database_url:
        raise UnsafeSetting("JOINTLY_DATABASE_URL is set: this service is on PostgreSQL already.")
    house = await open_house(settings)
    counts: dict[str, int] = {}
    try:
        for source, url, tables, prepare in (
            (house.db, database_url, TABLES, migrate),
            (house.vault.database, vault_url, VAULT_TABLES, _make_vault_tables),
        ):
            target = await open_database(url)
            try:
                await prepare(target)
                async with _everybodys(target):
                    counts |= await _copy(source, target, tables)
            finally:
                await target.close()
    finally:
        await close_house(house)
    return counts


@asynccontextmanager
async def _everybodys(target: Database) -> AsyncIterator[None]:
    """One transaction of the tables' owner, in which row security does not bind them."""
    async with target.transaction(purpose="move", limit_seconds=LONGEST_SECONDS):
        forced = await target.run(_release, purpose="move")
        yield
        await target.run(_force, forced, purpose="move")


async def _make_vault_tables(target: Database) -> None:
    target.bind(*VAULT_TABLES)
    for table in VAULT_TABLES:
        await table.create_table(if_not_exists=True)


async def _copy(source: Database, target: Database, tables: tuple[type[Table], ...]) -> dict[str, int]:
    for table in tables:
        if await target.read(_count, _name(table), purpose="move"):
            raise UnsafeSetting(f"The target already has rows in {_name(table)}: move into an empty database.")
    counts = {}
    for table in tables:
        await _copy_table(source, target, table)
        name = _name(table)
        counts[name] = await source.read(_count, name, purpose="move")
        if counts[name] != (there := await target.read(_count, name, purpose="move")):
            raise UnsafeSetting(f"{name} has {counts[name]} rows here and {there} there: nothing was switched over.")
    return counts


async def _copy_table(source: Database, target: Database, table: type[Table]) -> None:
    columns = [column._meta.db_column_name for column in table._meta.columns]
    key = table._meta.primary_key._meta.db_column_name
    last = None
    while rows := await source.read(_chunk, _name(table), columns, key, last, purpose="move"):
        await target.run(_insert, _name(table), columns, rows, purpose="move")
        last = rows[-1][columns.index(key)]


def _name(table: type[Table]) -> str:
    return table._meta.tablename


# Table and column names below are our own, from the classes above: never from outside.
def _release():
    """Unit: frees the owner of row security where it is forced; gives the names of those tables."""
    rows = yield Query(
        "select quote_ident(relname) from pg_class "
        "where relforcerowsecurity and relnamespace = current_schema()::regnamespace"
    )
    for (table,) in rows:
        yield Query(f"alter table {table} no force row level security")
    return [table for (table,) in rows]


def _force(tables: list[str]):
    """Unit: forces it again."""
    for table in tables:
        yield Query(f"alter table {table} force row level security")


def _count(table: str):
    [(count,)] = yield Query(f"select count(*) from {table}", ())  # nosec B608 # the names are ours, every value is bound
    return count


def _chunk(table: str, columns: list[str], key: str, last):
    where = "" if last is None else f"where {key} > ?"
    names = ", ".join(f'"{column}"' for column in columns)
    sql = f"select {names} from {table} {where} order by {key} limit {CHUNK}"  # nosec B608 # the names are ours, every value is bound
    rows = yield Query(sql, () if last is None else (last,))
    return rows


def _insert(table: str, columns: list[str], rows: list[tuple]):
    names = ", ".join(f'"{column}"' for column in columns)
    yield Many(f"insert into {table} ({names}) values ({', '.join('?' * len(columns))})", rows)  # nosec B608 # the names are ours, every value is bound
