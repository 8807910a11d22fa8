"""Piccolo's transaction, held by a lease of the writer."""

import asyncio

from piccolo.engine.sqlite import SQLiteTransaction

from jointly.kit.db.sqlite.connection import LeasedConnection
from jointly.kit.db.sqlite.lease import Lease
from jointly.kit.db.sqlite.writer import Writer


class LeasedTransaction(SQLiteTransaction):
    """Always BEGIN IMMEDIATE, whatever type is asked for: with one writer there is nothing to be gained otherwise.

    Ends cleanly on every path: a cancelled task, a commit that fails, a limit that has passed.
    """

    __slots__ = ("limit_seconds", "writer")

    writer: Writer
    limit_seconds: float

    async def __aenter__(self) -> "LeasedTransaction":
        if self._parent is not None:
            return self._parent
        self.connection = LeasedConnection(await self._wait_for_turn())
        self.context = self.engine.current_transaction.set(self)
        return self

    async def __aexit__(self, exception_type, exception, traceback) -> bool:
        if self._parent is not None:
            return exception is None
        try:
            if exception is not None:
                await self.rollback()
            elif not (self._committed or self._rolled_back):
                await self.commit()
        finally:
            self.engine.current_transaction.reset(self.context)
        return exception is None

    async def commit(self) -> None:
        """Durable when this returns. When it raises, nothing was kept, unless the disk itself failed."""
        await self.connection.lease.end(commit=True)
        self._committed = True

    async def rollback(self) -> None:
        """Undo everything. Asked for before the first await, so it happens even if this task is cancelled."""
        self._rolled_back = True
        if not self.connection.lease.is_over:
            await asyncio.shield(self.connection.lease.end(commit=False))

    async def _wait_for_turn(self) -> Lease:
        lease = Lease(self.limit_seconds)
        self.writer.submit_lease(lease)
        try:
            await lease.granted
        except asyncio.CancelledError:
            lease.end(commit=False)
            raise
        return lease
