"""Moves a SQLite service to PostgreSQL: copies every table, compares the counts, and touches nothing on the way."""

from piccolo.table import Table

from jointly.house import close_house, open_house
from jointly.kit.db import Database, Many, Query, open_database
from jointly.kit.errors import UnsafeSetting
from jointly.migrating import migrate
from jointly.people.vault_tables import TABLES as VAULT_TABLES
from jointly.settings import Settings
from jointly.tables import TABLES

CHUNK = 1_000
"""Rows copied in one transaction."""


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
                counts |= await _copy(source, target, tables)
            finally:
                await target.close()
    finally:
        await close_house(house)
    return counts


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
def _count(table: str):
    [(count,)] = yield Query(f"select count(*) from {table}", ())  # noqa: S608
    return count


def _chunk(table: str, columns: list[str], key: str, last):
    where = "" if last is None else f"where {key} > ?"
    names = ", ".join(f'"{column}"' for column in columns)
    sql = f"select {names} from {table} {where} order by {key} limit {CHUNK}"  # noqa: S608
    rows = yield Query(sql, () if last is None else (last,))
    return rows


def _insert(table: str, columns: list[str], rows: list[tuple]):
    names = ", ".join(f'"{column}"' for column in columns)
    yield Many(f"insert into {table} ({names}) values ({', '.join('?' * len(columns))})", rows)  # noqa: S608
