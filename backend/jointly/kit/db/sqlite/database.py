"""A SQLite file behind the facade."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from jointly.kit.db.database import Database
from jointly.kit.db.errors import TransactionNested
from jointly.kit.db.sqlite.backing_up import copy_to
from jointly.kit.db.sqlite.connecting import connect_writer, prepare
from jointly.kit.db.sqlite.engine import GroupCommitEngine
from jointly.kit.db.sqlite.file_lock import FileLock
from jointly.kit.db.sqlite.performing import in_savepoint, unit_work
from jointly.kit.db.sqlite.readers import Readers
from jointly.kit.db.sqlite.transaction import LeasedTransaction
from jointly.kit.db.sqlite.writer import Writer
from jointly.kit.db.units import Unit, share_of


class SqliteDatabase(Database):
    """One writer thread, a few readers. Actor and purpose have no meaning to SQLite itself."""

    kind = "sqlite"
    version = f"SQLite {sqlite3.sqlite_version}"
    sqlite_version = sqlite3.sqlite_version

    def __init__(self, path: Path, *, lock: FileLock, writer: Writer, readers: Readers, limit_seconds: float) -> None:
        self.path = path
        self.engine = GroupCommitEngine(path, writer=writer, readers=readers, limit_seconds=limit_seconds)
        self._lock = lock
        self._writer = writer
        self._readers = readers
        self._closing = asyncio.Lock()

    async def run(
        self,
        unit: Unit,
        *args: Any,
        actor: UUID | None = None,
        subject: UUID | None = None,
        group: UUID | None = None,
        purpose: str,
    ) -> Any:
        work = unit_work(unit, args)
        if transaction := self._transaction():
            return await transaction.connection.lease.ask(lambda connection: in_savepoint(connection, work))
        return await self._writer.submit(work, share_of(unit, args))

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
        work = unit_work(unit, args)
        if transaction := self._transaction():
            return await transaction.connection.lease.ask(work)
        if inline:
            return self._readers.inline(work)
        return await self._readers.submit(work)

    @asynccontextmanager
    async def transaction(
        self,
        *,
        actor: UUID | None = None,
        subject: UUID | None = None,
        group: UUID | None = None,
        purpose: str,
        limit_seconds: float | None = None,
    ) -> AsyncIterator[LeasedTransaction]:
        if self._transaction():
            raise TransactionNested("a transaction is already open in this task")
        async with self.engine.transaction(limit_seconds=limit_seconds) as transaction:
            yield transaction

    async def close(self) -> None:
        async with self._closing:
            try:
                await self._readers.close()
                await self._writer.close()
            finally:
                self._lock.release()

    async def backup_to(self, path: Path | str) -> None:
        await asyncio.to_thread(copy_to, self.path, Path(path))

    def _transaction(self) -> LeasedTransaction | None:
        return self.engine.current_transaction.get()


def open_sqlite(
    path: Path, *, limit_seconds: float, synchronous: str, readers: int, on_fatal: Callable[[Exception], None]
) -> SqliteDatabase:
    """Lock and open the file; its directory must be there."""
    prepare()
    path = path.resolve()
    lock = FileLock(path)
    try:
        writer = Writer(connect_writer(path, synchronous), path, on_fatal)
        return SqliteDatabase(
            path, lock=lock, writer=writer, readers=Readers(path, readers), limit_seconds=limit_seconds
        )
    except BaseException:
        lock.release()
        raise
