"""Connections as Piccolo knows them (it was written for aiosqlite), over the writer's lease or a private reader."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Generator
from functools import partial
from typing import Any, Protocol

from jointly.kit.db.sqlite.lease import Lease
from jointly.kit.db.sqlite.performing import fetch_dicts

Rows = list[dict[str, Any]]


class Cursor(Protocol):
    """The answer of a statement."""

    async def fetchall(self) -> Rows: ...
    async def fetchone(self) -> dict[str, Any] | None: ...
    async def fetchmany(self, size: int) -> Rows: ...
    async def close(self) -> None: ...


class Execution:
    """A statement about to run: `await` it for its cursor, or use it with `async with`."""

    def __init__(self, start: Callable[[], Awaitable[Cursor]]) -> None:
        self._start = start
        self._cursor: Cursor | None = None

    def __await__(self) -> Generator[Any, None, Cursor]:
        return self._start().__await__()

    async def __aenter__(self) -> Cursor:
        self._cursor = await self._start()
        return self._cursor

    async def __aexit__(self, *error: object) -> None:
        await self._cursor.close()


class FetchedCursor:
    """Rows that are all here already. A cursor left open on the writer would hold its transaction open too."""

    def __init__(self, rows: Rows, lastrowid: int | None) -> None:
        self._rows = rows
        self._next = 0
        self.lastrowid = lastrowid

    async def fetchall(self) -> Rows:
        return await self.fetchmany(len(self._rows))

    async def fetchone(self) -> dict[str, Any] | None:
        return next(iter(await self.fetchmany(1)), None)

    async def fetchmany(self, size: int) -> Rows:
        taken = self._rows[self._next : self._next + size]
        self._next += len(taken)
        return taken

    async def close(self) -> None:
        """Nothing is held."""


class LeasedConnection:
    """The writer's connection for as long as its lease lasts. Closing does nothing: the writer keeps it."""

    row_factory = None

    def __init__(self, lease: Lease) -> None:
        self.lease = lease

    def execute(self, sql: str, *parameters: Any) -> Execution:
        """Run a statement on the writer's thread and fetch its rows."""
        return Execution(partial(self._execute, sql, _as_sequence(parameters)))

    async def close(self) -> None:
        """Nothing: the connection is the writer's."""

    async def _execute(self, sql: str, parameters: Any) -> FetchedCursor:
        def work(connection: sqlite3.Connection) -> FetchedCursor:
            cursor = connection.execute(sql, parameters)
            return FetchedCursor(fetch_dicts(cursor), cursor.lastrowid)

        return await self.lease.ask(work)


class StreamingCursor:
    """Fetches as it goes, so that a batch of a large table never sits in memory."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor

    async def fetchall(self) -> Rows:
        return await asyncio.to_thread(fetch_dicts, self._cursor)

    async def fetchone(self) -> dict[str, Any] | None:
        return next(iter(await self.fetchmany(1)), None)

    async def fetchmany(self, size: int) -> Rows:
        return await asyncio.to_thread(fetch_dicts, self._cursor, size)

    async def close(self) -> None:
        self._cursor.close()


class ReaderConnection:
    """A reading connection of one batch, closed with it."""

    row_factory = None

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def execute(self, sql: str, *parameters: Any) -> Execution:
        """Run a statement whose rows are fetched later."""
        return Execution(partial(self._execute, sql, _as_sequence(parameters)))

    async def close(self) -> None:
        """Close for good."""
        self._connection.close()

    async def _execute(self, sql: str, parameters: Any) -> StreamingCursor:
        return StreamingCursor(await asyncio.to_thread(self._connection.execute, sql, parameters))


def _as_sequence(parameters: tuple) -> Any:
    """aiosqlite takes one sequence of parameters; Piccolo's batch spreads them out. Both are understood."""
    if len(parameters) == 1 and isinstance(parameters[0], list | tuple):
        return parameters[0]
    return parameters
