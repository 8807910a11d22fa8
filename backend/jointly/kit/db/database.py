"""What a room sees of the database, whichever engine stands behind it."""

from abc import ABC, abstractmethod
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

from piccolo.engine.base import Engine
from piccolo.table import Table

from jointly.kit.db.units import Unit


class Database(ABC):
    """An open database; `open_database` makes one.

    Values are the same on both engines: a column declared UUID, TIMESTAMPTZ, BOOLEAN and so on comes back as
    `uuid.UUID`, aware datetime, `bool`; bytes, str, int and None as themselves. Parameters take the same types.
    On SQLite that holds for a column selected by name; an expression over one (`max(at)`, `coalesce(id, …)`)
    comes back as SQLite stores it, which is text for UUID and time. `cast(id as text)` is text on both engines, and
    for thousands of rows that only pass through it takes half the time. `sum` of a bigint is a Decimal on PostgreSQL.
    """

    engine: Engine
    """The Piccolo engine. Queries outside a transaction and inside `transaction` both go through it."""
    kind: Literal["sqlite", "postgres"]
    version: str
    """Engine and version, for the start of a log and of a benchmark: `SQLite 3.40.1`."""
    sqlite_version: str | None = None
    """Version of the SQLite library; none on PostgreSQL."""

    @abstractmethod
    async def run(
        self,
        unit: Unit,
        *args: Any,
        actor: UUID | None = None,
        subject: UUID | None = None,
        group: UUID | None = None,
        purpose: str,
    ) -> Any:
        """Run a unit that writes, and return what it returns once it is durably committed.

        `actor` acts, on the rows of `subject`, on behalf of `group`. PostgreSQL shows the unit no row of anybody else.

        Inside this task's own `transaction` the unit joins it, under a savepoint, and its actor and purpose.
        A unit that fails leaves nothing behind and raises its own exception, to this caller only.
        """

    @abstractmethod
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
        """Run a unit that only reads, on one consistent snapshot; `ReadOnly` if it writes.

        `inline` is for a few rows found by key: on SQLite they are read on the event loop itself, which takes
        less time than asking a thread. Inside this task's own `transaction` it sees what was written there.

        `open_rows` is for rows that are nobody's, by statements that begin with `select`. On PostgreSQL they are asked
        for one by one, each on a snapshot of its own, and without saying who asks, which saves half the time: row
        security then shows nothing of anybody's.
        """

    @abstractmethod
    def transaction(
        self,
        *,
        actor: UUID | None = None,
        subject: UUID | None = None,
        group: UUID | None = None,
        purpose: str,
        limit_seconds: float | None = None,
    ) -> AbstractAsyncContextManager[Any]:
        """A block whose ordinary Piccolo queries are committed together, or not at all when it raises.

        On SQLite it holds the only writer, so await nothing but the database in it. After `limit_seconds`
        (30 unless the database was opened with another) it is rolled back and raises `TransactionTimedOut`.
        Inside another transaction of the same task it raises `TransactionNested`.
        """

    @abstractmethod
    async def close(self) -> None:
        """Finish the work that was asked for, then close. Later work raises `DatabaseClosed`."""

    def bind(self, *tables: type[Table]) -> None:
        """Make these Piccolo tables use this database."""
        for table in tables:
            table._meta.db = self.engine

    async def backup_to(self, path: Path | str) -> None:
        """Copy a consistent state to a new SQLite file while reading and writing go on. SQLite only."""
        raise NotImplementedError("PostgreSQL is backed up with its own tools, such as pg_dump")
