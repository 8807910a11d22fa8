"""PostgreSQL's errors under the names of `kit.db.errors`."""

from urllib.parse import urlsplit

import asyncpg

from jointly.kit.db.errors import ConstraintBroken, ReadOnly, StorageFailed, StorageFull, Unreachable


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


def unreachable(url: str, fault: Exception) -> Unreachable:
    """Why no connection could be made, in one line, without the password that the URL may hold."""
    try:
        parts = urlsplit(url)
        where = f"{parts.path.strip('/')} at {parts.hostname or 'this machine'}"
    except ValueError:
        where = "database (its URL cannot be read)"
    why = " ".join(str(fault).split()) if isinstance(fault, OSError | asyncpg.PostgresError) else type(fault).__name__
    return Unreachable(f"PostgreSQL {where} cannot be used: {why or type(fault).__name__}")
