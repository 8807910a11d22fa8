"""What can go wrong in the database, the same names on both engines.

An error never proves that nothing was stored (a lost connection may hide a finished commit),
so whoever retries sends the same ids again. Mistakes in SQL keep the driver's own error.
"""

from jointly.kit.errors import Told


class DatabaseError(Told):
    """Anything the database could not do."""


class AlreadyOpen(DatabaseError):
    """Another process has this SQLite file open, and only one may."""


class Unreachable(DatabaseError):
    """PostgreSQL cannot be reached, or does not let us in."""


class DatabaseClosed(DatabaseError):
    """The database was closed, or is being closed."""


class StorageFull(DatabaseError):
    """The disk is full. Nothing of this write was kept; writing returns by itself when there is room."""


class StorageFailed(DatabaseError):
    """The disk reported an error. Nothing more is acknowledged until the process has been started again."""


class CommitFailed(DatabaseError):
    """The group of writes that this one was committed with could not be stored; none of them was."""


class ConstraintBroken(DatabaseError):
    """A unique, foreign key, check or not-null rule of a table refused the write."""


class ReadOnly(DatabaseError):
    """A unit given to `read` tried to write."""


class TransactionNested(DatabaseError):
    """A transaction was opened inside another one of the same task."""


class TransactionOver(DatabaseError):
    """A query came after its transaction was committed, rolled back, or undone by the database."""


class TransactionTimedOut(TransactionOver):
    """The transaction was held longer than its limit and has been rolled back."""
