"""What a driver's error means, and what to do when the disk fails."""

import logging
import os
import sqlite3
import traceback

from jointly.kit.db.errors import (
    CommitFailed,
    ConstraintBroken,
    DatabaseError,
    ReadOnly,
    StorageFailed,
    StorageFull,
)

_log = logging.getLogger(__name__)

_FULL = 13
_IO_ERROR = 10
_IO_ERROR_SHARED_MEMORY_SIZE = 10 | 19 << 8
"""How SQLite reports a full disk when it is the `-shm` file that cannot grow."""
_CONSTRAINT = 19
_READ_ONLY = 8

EXIT_STORAGE_FAILED = 70
"""EX_SOFTWARE of sysexits.h; the supervisor starts the process again."""


def storage_failure(error: Exception) -> DatabaseError | None:
    """The named error when the disk is to blame for `error`, else none."""
    if isinstance(error, StorageFull | StorageFailed):
        return error
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    if code & 0xFF == _FULL or code == _IO_ERROR_SHARED_MEMORY_SIZE:
        return StorageFull("the disk is full; nothing of this write was kept")
    if code & 0xFF == _IO_ERROR:
        return StorageFailed(f"the disk failed ({error}, {getattr(error, 'sqlite_errorname', code)})")
    return None


def named(error: sqlite3.Error) -> Exception:
    """The error that a unit sees: ours where there is one, else the driver's own."""
    if failure := storage_failure(error):
        return failure
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == _CONSTRAINT:
        return ConstraintBroken(str(error))
    if code == _READ_ONLY:
        return ReadOnly("a unit given to read tried to write")
    return error


def failure_of_the_group(error: BaseException) -> DatabaseError:
    """A fresh error for one caller whose write was lost with its group. Each caller gets its own instance."""
    failure = storage_failure(error) if isinstance(error, Exception) else None
    told = type(failure)(str(failure)) if failure else CommitFailed(f"nothing was stored: {error!r}")
    told.__cause__ = error
    return told


def stop_process(error: Exception) -> None:
    """End the process at once: after a failed write to disk nothing it says can be trusted."""
    _log.critical("The disk failed, so the service stops; it may be started again. %s", error)
    for handler in logging.getLogger().handlers:
        handler.flush()
    os._exit(EXIT_STORAGE_FAILED)


def as_deliverable(error: BaseException) -> Exception:
    """The error as a future can carry it: one that would end the event loop or a generator is wrapped."""
    if isinstance(error, Exception) and not isinstance(error, StopIteration | StopAsyncIteration):
        return error
    wrapped = RuntimeError("".join(traceback.format_exception_only(error)).strip())
    wrapped.__cause__ = error
    return wrapped
