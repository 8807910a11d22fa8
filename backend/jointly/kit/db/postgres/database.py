"""PostgreSQL behind the facade."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import asyncpg

from jointly.kit.db.database import Database
from jointly.kit.db.errors import ReadOnly, TransactionNested
from jointly.kit.db.postgres.engine import PooledEngine, PooledTransaction
from jointly.kit.db.postgres.failing import named, unreachable
from jointly.kit.db.postgres.opened import Open
from jointly.kit.db.postgres.placeholders import numbered
from jointly.kit.db.units import Many, Query, Step, Unit, drive_async, unknown_step

_TRIES = 5
"""A unit that lost to another (deadlock, serialisation) was rolled back whole, so it can simply run again."""
_LOST = (asyncpg.DeadlockDetectedError, asyncpg.SerializationError)
_SAY_WHO = "select " + ", ".join(
    f"set_config('app.{name}', {{}}, true)" for name in ("actor", "subject", "group", "purpose")
)
_READING = "begin isolation level repeatable read read only"
_LIMIT = "select set_config('idle_in_transaction_session_timeout', $1, true)"


class PostgresDatabase(Database):
    """Every transaction first says who acts, on whose rows, for which group and why: row security decides by it."""

    kind = "postgres"

    def __init__(self, url: str, pool: asyncpg.Pool, version: str, limit_seconds: float) -> None:
        self.engine = PooledEngine(url, pool, limit_seconds)
        self.version = version
        self._pool = pool
        self._open = Open()

    async def run(
        self,
        unit: Unit,
        *args: Any,
        actor: UUID | None = None,
        subject: UUID | None = None,
        group: UUID | None = None,
        purpose: str,
    ) -> Any:
        if transaction := self._transaction():
            async with transaction.connection.transaction():
                return await _drive(transaction.connection, unit, args)
        for remaining in reversed(range(_TRIES)):
            try:
                return await self._run_once(unit, args, _who(actor, subject, group, purpose))
            except _LOST:
                if not remaining:
                    raise
            except asyncpg.IntegrityConstraintViolationError as error:
                # A deferred rule, checked at COMMIT.
                raise named(error) from error

    async def read(
        self,
        unit: Unit,
        *args: Any,
        actor: UUID | None = None,
        subject: UUID | None = None,
        group: UUID | None = None,
        purpose: str,
        inline: bool = False,
        open_rows: bool = False,
    ) -> Any:
        if transaction := self._transaction():
            return await _drive(transaction.connection, unit, args)
        if open_rows:
            with self._open.work():
                async with self._pool.acquire() as connection:
                    return await _drive(connection, unit, args, selects_only=True)
        return await self._run_once(unit, args, _who(actor, subject, group, purpose), begin=_READING)

    @asynccontextmanager
    async def transaction(
        self,
        *,
        actor: UUID | None = None,
        subject: UUID | None = None,
        group: UUID | None = None,
        purpose: str,
        limit_seconds: float | None = None,
    ) -> AsyncIterator[PooledTransaction]:
        if self._transaction():
            raise TransactionNested("a transaction is already open in this task")
        with self._open.work():
            async with self.engine.transaction(limit_seconds=limit_seconds) as transaction:
                await transaction.connection.execute(_who(actor, subject, group, purpose))
                if limit_seconds is not None:
                    await transaction.connection.execute(_LIMIT, _milliseconds(limit_seconds))
                yield transaction

    async def close(self) -> None:
        await self._open.end()
        await self._pool.close()

    async def _run_once(self, unit: Unit, args: tuple, who: str, begin: str = "begin") -> Any:
        with self._open.work():
            async with self._pool.acquire() as connection, _transaction(connection, begin, who):
                return await _drive(connection, unit, args)

    def _transaction(self) -> PooledTransaction | None:
        return self.engine.current_transaction.get()


class _Connection(asyncpg.Connection):
    def get_reset_query(self) -> str:
        """Nothing to put back when the pool gets it again: all that is ever set ends with its transaction."""
        return ""


async def open_postgres(url: str, *, limit_seconds: float, pool_size: int) -> PostgresDatabase:
    """Connect, or raise `Unreachable`. The server itself ends a transaction that is held idle beyond the limit."""
    settings = {"idle_in_transaction_session_timeout": _milliseconds(limit_seconds)}
    try:
        # All are made now: a request that connects and is cancelled meanwhile leaves noise behind in asyncpg.
        pool = await asyncpg.create_pool(
            url, min_size=pool_size, max_size=pool_size, server_settings=settings, connection_class=_Connection
        )
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, ValueError) as fault:
        raise unreachable(url, fault) from None
    async with pool.acquire() as connection:
        version = connection.get_server_version()
    return PostgresDatabase(url, pool, f"PostgreSQL {version.major}.{version.minor}", limit_seconds)


def _milliseconds(seconds: float) -> str:
    return str(round(seconds * 1000))


@asynccontextmanager
async def _transaction(connection: asyncpg.Connection, begin: str, who: str) -> AsyncIterator:
    """A transaction that begins and says who acts in one message, where asyncpg's own would need two."""
    await connection.execute(f"{begin}; {who}")
    try:
        yield
    except BaseException:
        if not connection.is_closed():
            await connection.execute("rollback")
        raise
    await connection.execute("commit")


def _who(actor: UUID | None, subject: UUID | None, group: UUID | None, purpose: str) -> str:
    said = (actor or "", subject or "", group or "", purpose)
    return _SAY_WHO.format(*("'" + str(value).replace("'", "''") + "'" for value in said))


async def _drive(connection: Any, unit: Unit, args: tuple, *, selects_only: bool = False) -> Any:
    async def perform(step: Step) -> list[tuple] | None:
        try:
            if selects_only and type(step) in (Query, Many) and not step.sql.startswith("select "):
                raise ReadOnly("a unit given to read tried to write")
            if type(step) is Query:
                return list(map(tuple, await connection.fetch(numbered(step.sql), *step.parameters)))
            if type(step) is Many:
                await _perform_many(connection, step)
                return None
        except asyncpg.PostgresError as error:
            raise named(error) from error
        raise unknown_step(step)

    return await drive_async(unit, args, perform)


async def _perform_many(connection: Any, step: Many) -> None:
    """Plain inserts go in one statement, a list for each column."""
    rows = list(step.rows)
    if not step.place or len(rows) < 2:
        await connection.executemany(numbered(step.sql), rows)
        return
    if step.sql not in _BY_COLUMN:
        _BY_COLUMN[step.sql] = await _by_column(connection, step)
    await connection.execute(_BY_COLUMN[step.sql], *zip(*rows, strict=True))


_BY_COLUMN: dict[str, str] = {}
"""Inserts of many rows, by the insert of one. There are as many as there are such statements in the code."""


async def _by_column(connection: Any, step: Many) -> str:
    parameters = (await connection.prepare(numbered(step.sql))).get_parameters()
    lists = ", ".join(f"${place}::{type.name}[]" for place, type in enumerate(parameters, 1))
    return step.sql[: step.sql.lower().rindex("values")] + f"select * from unnest({lists})"  # nosec B608 # the names are ours, every value is bound
