"""PostgreSQL's errors under the names of `kit.db.errors`."""

import asyncpg

from jointly.kit.db.errors import ConstraintBroken, ReadOnly, StorageFailed, StorageFull


def named(error: asyncpg.PostgresError) -> Exception:
    """The error that a unit sees: ours where there is one, else the driver's own."""
    match error:
        case asyncpg.IntegrityConstraintViolationError():
            return ConstraintBroken(error.args[0])  # without the DETAIL, which repeats values
        case asyncpg.ReadOnlySQLTransactionError():
            return ReadOnly("a unit given to read tried to write")
        case asyncpg.DiskFullError():
            return StorageFull("the disk is full; nothing of this write was kept")
        case asyncpg.PostgresIOError():
            return StorageFailed(f"the disk failed ({error})")
    return error
