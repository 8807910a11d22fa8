"""Piccolo's PostgreSQL engine on a pool, with transactions that end cleanly on every path."""

import time
from typing import Any

import asyncpg
from piccolo.engine.postgres import AsyncBatch, PostgresEngine, PostgresTransaction

from jointly.kit.db.errors import TransactionOver, TransactionTimedOut


class PooledEngine(PostgresEngine):
    """Queries outside a transaction take a connection of the pool for as long as they last."""

    __slots__ = ("limit_seconds",)

    def __init__(self, url: str, pool: asyncpg.Pool, limit_seconds: float) -> None:
        super().__init__(config={"dsn": url})
        self.pool = pool
        self.limit_seconds = limit_seconds

    async def check_version(self) -> None:
        """Nothing: Piccolo would block the event loop to connect here, and the pool has connected already."""

    async def batch(self, query: Any, batch_size: int = 100, node: str | None = None) -> AsyncBatch:
        """Inside a transaction the batch sees what was written there, as on SQLite."""
        if transaction := self.current_transaction.get():
            return AsyncBatch(connection=_Kept(transaction.connection), query=query, batch_size=batch_size)
        return await super().batch(query, batch_size, node)

    def transaction(self, allow_nested: bool = True, limit_seconds: float | None = None) -> "PooledTransaction":
        """A transaction on one connection of the pool."""
        transaction = PooledTransaction(engine=self, allow_nested=allow_nested)
        transaction.limit_seconds = self.limit_seconds if limit_seconds is None else limit_seconds
        return transaction


class PooledTransaction(PostgresTransaction):
    """Gives its connection back and forgets itself whatever happens; Piccolo's own leaks both when COMMIT fails."""

    __slots__ = ("_began_at", "limit_seconds")

    limit_seconds: float

    async def __aenter__(self) -> PostgresTransaction:
        if self._parent is not None:
            return self._parent
        self.connection = await self.get_connection()
        try:
            self.transaction = self.connection.transaction()
            await self.begin()
            self._began_at = time.monotonic()
        except BaseException:
            await self.engine.pool.release(self.connection)
            raise
        self.context = self.engine.current_transaction.set(self)
        return self

    async def __aexit__(self, exception_type, exception, traceback) -> bool:
        if self._parent is not None:
            return exception is None
        try:
            await self._finish(exception)
        finally:
            self.engine.current_transaction.reset(self.context)
            await self.engine.pool.release(self.connection)
        return exception is None

    async def _finish(self, exception: BaseException | None) -> None:
        if self._rolled_back or (self._committed and exception is None):
            return
        too_late = time.monotonic() - self._began_at >= self.limit_seconds
        lost = self._is_lost()
        if exception is None and not (too_late or lost):
            await self.commit()
            return
        if not (self._committed or lost):
            await self.rollback()
        if too_late and (exception is None or lost):
            raise TransactionTimedOut(f"held for more than {self.limit_seconds:g} s, so rolled back") from exception
        if exception is None:
            raise TransactionOver("the connection was lost, and with it the transaction")

    def _is_lost(self) -> bool:
        """True when the server ended the connection, as it does when a transaction idles beyond its limit."""
        try:
            return self.connection.is_closed()
        except asyncpg.InterfaceError:
            return True


class _Kept:
    """A connection whose close does nothing, because a transaction goes on using it."""

    def __init__(self, connection: Any) -> None:
        self.transaction = connection.transaction
        self.cursor = connection.cursor

    async def close(self) -> None:
        """Nothing: the transaction keeps it."""
