"""Piccolo's SQLite engine, with the writer thread and the readers in place of a connection for each query."""

from pathlib import Path
from typing import Any

from piccolo.engine.sqlite import SQLiteEngine, SQLiteTransaction, TransactionType

from jointly.kit.db.sqlite.connecting import connect_reader
from jointly.kit.db.sqlite.connection import LeasedConnection, ReaderConnection
from jointly.kit.db.sqlite.performing import rows_work
from jointly.kit.db.sqlite.readers import Readers
from jointly.kit.db.sqlite.transaction import LeasedTransaction
from jointly.kit.db.sqlite.writer import Writer


class GroupCommitEngine(SQLiteEngine):
    """Overrides names that Piccolo keeps private; its version is pinned exactly and tests cover each override."""

    __slots__ = ("limit_seconds", "readers", "writer")

    def __init__(self, path: Path, *, writer: Writer, readers: Readers, limit_seconds: float) -> None:
        super().__init__(path=str(path))
        self.writer = writer
        self.readers = readers
        self.limit_seconds = limit_seconds

    async def get_connection(self) -> LeasedConnection | ReaderConnection:
        """For `batch`: this task's transaction if it has one, else a reading connection of its own."""
        if transaction := self.current_transaction.get():
            return transaction.connection
        return ReaderConnection(connect_reader(Path(self.path)))

    async def _run_in_new_connection(
        self, query: str, args: list[Any] | None = None, query_type: str = "generic", table: Any = None
    ) -> list[dict[str, Any]]:
        """Outside a transaction: a SELECT goes to a reader, anything else is one unit of the writer."""
        work = rows_work(query, args or ())
        return await (self.readers if _only_reads(query) else self.writer).submit(work)

    async def _run_in_existing_connection(
        self,
        connection: LeasedConnection,
        query: str,
        args: list[Any] | None = None,
        query_type: str = "generic",
        table: Any = None,
    ) -> list[dict[str, Any]]:
        """Inside a transaction: on the writer's connection, where foreign keys are already on."""
        return await connection.lease.ask(rows_work(query, args or ()))

    def transaction(
        self,
        transaction_type: TransactionType = TransactionType.immediate,
        allow_nested: bool = True,
        limit_seconds: float | None = None,
    ) -> SQLiteTransaction:
        """An exclusive turn of the writer, always immediate, whatever `transaction_type` Piccolo asks for."""
        transaction = LeasedTransaction(engine=self, transaction_type=transaction_type, allow_nested=allow_nested)
        transaction.writer = self.writer
        transaction.limit_seconds = self.limit_seconds if limit_seconds is None else limit_seconds
        return transaction


def _only_reads(sql: str) -> bool:
    """True for what is surely a read. The rest, such as WITH, goes to the writer, where it is right either way."""
    return sql.lstrip()[:6].upper() == "SELECT"
