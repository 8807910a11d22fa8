"""The database: one facade, `Database`, over SQLite (one writer thread, group commit) and PostgreSQL (a pool).

>>> db = await open_database("data/jointly.sqlite3")
>>> head = await db.run(append, person, rows, actor=person, purpose="sync")
"""

from jointly.kit.db.database import Database
from jointly.kit.db.errors import (
    AlreadyOpen,
    CommitFailed,
    ConstraintBroken,
    DatabaseClosed,
    DatabaseError,
    ReadOnly,
    StorageFailed,
    StorageFull,
    TransactionNested,
    TransactionOver,
    TransactionTimedOut,
)
from jointly.kit.db.opening import open_database
from jointly.kit.db.sqlite.file_lock import hold_file
from jointly.kit.db.units import Apart, Many, Query, stored, together

__all__ = [
    "AlreadyOpen",
    "Apart",
    "CommitFailed",
    "ConstraintBroken",
    "Database",
    "DatabaseClosed",
    "DatabaseError",
    "Many",
    "Query",
    "ReadOnly",
    "StorageFailed",
    "StorageFull",
    "TransactionNested",
    "TransactionOver",
    "TransactionTimedOut",
    "hold_file",
    "open_database",
    "stored",
    "together",
]
