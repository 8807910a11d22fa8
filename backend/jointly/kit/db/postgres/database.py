"""PostgreSQL behind the facade."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import asyncpg

from jointly.kit.db.database import Database
from jointly.kit.db.errors import TransactionNested
from jointly.kit.db.postgres.engine import PooledEngine, PooledTransaction
from jointly.kit.db.postgres.failing import named, unreachable
from jointly.kit.db.postgres.opened import Open
from jointly.kit.db.postgres.placeholders import numbered
from jointly.kit.db.units import Many, Query, Step, Unit, drive_async, unknown_step

_TRIES = 5
"""A unit that lost to another (deadlock, serialisation) was rolled back whole, so it can simply run again."""
_LOST = (asyncpg.DeadlockDetectedError, asyncpg.SerializationError)
_SAY_WHO = "select set_config('app.actor', $1, true), set_config('app.purpose', $2, true)"

_LIMIT = "select set_config('idle_in_transaction_session_timeout', $1, true)"


class PostgresDatabase(Database):
    """Every transaction first says who acts and why (`app.actor`, `app.purpose`), which row-level security can read."""

    kind = "postgres"

    def __init__(self, url: str, pool: asyncpg.Pool, version: str, limit_seconds: float) -> None:
        self.engine = PooledEngine(url, pool, limit_seconds)
        self.version = version
        self._pool = pool
        self._open = Open()

    async def run(self, unit: Unit, *args: Any, actor: UUID | None = None, purpose: str) -> Any:
        if transaction := self._transaction():
            async with transaction.connection.transaction():
                return await _drive(transaction.connection, unit, args)
        for remaining in reversed(range(_TRIES)):
            try:
                return await self._run_once(unit, args, actor, purpose)
            except _LOST:
                if not remaining:
                    raise
            except asyncpg.IntegrityConstraintViolationError as error:
                # A deferred rule, checked at COMMIT.
                raise named(error) from error

    async def read(self, unit: Unit, *args: Any, actor: UUID | None = None, purpose: str, inline: bool = False) -> Any:
        if transaction := self._transaction():
            return await _drive(transaction.connection, unit, args)
        return await self._run_once(unit, args, actor, purpose, isolation="repeatable_read", readonly=True)

    @asynccontextmanager
    async def transaction(
        self, *, actor: UUID | None = None, purpose: str, limit_seconds: float | None = None
    ) -> AsyncIterator[PooledTransaction]:
        if self._transaction():
            raise TransactionNested("a transaction is already open in this task")
        with self._open.work():
            async with self.engine.transaction(limit_seconds=limit_seconds) as transaction:
                await _say_who(transaction.connection, actor, purpose)
                if limit_seconds is not None:
                    await transaction.connection.execute(_LIMIT, _milliseconds(limit_seconds))
                yield transaction

    async def close(self) -> None:
        await self._open.end()
        await self._pool.close()

    async def _run_once(self, unit: Unit, args: tuple, actor: UUID | None, purpose: str, **kind: Any) -> Any:
        with self._open.work():
            async with self._pool.acquire() as connection, connection.transaction(**kind):
                await _say_who(connection, actor, purpose)
                return await _drive(connection, unit, args)

    def _transaction(self) -> PooledTransaction | None:
        return self.engine.current_transaction.get()


async def open_postgres(url: str, *, limit_seconds: float, pool_size: int) -> PostgresDatabase:
    """Connect, or raise `Unreachable`. The server itself ends a transaction that is held idle beyond the limit."""
    settings = {"idle_in_transaction_session_timeout": _milliseconds(limit_seconds)}
    try:
        # All are made now: a request that connects and is cancelled meanwhile leaves noise behind in asyncpg.
        pool = await asyncpg.create_pool(url, min_size=pool_size, max_size=pool_size, server_settings=settings)
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, ValueError) as fault:
        raise unreachable(url, fault) from None
    async with pool.acquire() as connection:
        version = connection.get_server_version()
    return PostgresDatabase(url, pool, f"PostgreSQL {version.major}.{version.minor}", limit_seconds)


def _milliseconds(seconds: float) -> str:
    return str(round(seconds * 1000))


async def _say_who(connection: Any, actor: UUID | None, purpose: str) -> None:
    await connection.execute(_SAY_WHO, str(actor or ""), purpose)


async def _drive(connection: Any, unit: Unit, args: tuple) -> Any:
    async def perform(step: Step) -> list[tuple] | None:
        try:
            if type(step) is Query:
                return list(map(tuple, await connection.fetch(numbered(step.sql), *step.parameters)))
            if type(step) is Many:
                await connection.executemany(numbered(step.sql), step.rows)
                return None
        except asyncpg.PostgresError as error:
            raise named(error) from error
        raise unknown_step(step)

    return await drive_async(unit, args, perform)
