"""One process for each SQLite file."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jointly.kit.db.errors import AlreadyOpen


class FileLock:
    """Holds `<file>.lock` until released. The system releases it when the process ends, however it ends.

    The lock file stays: removing it could leave two processes each with a lock on a different file.
    """

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(database.name + ".lock")
        self._descriptor: int | None = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(self._descriptor, 20, 0).decode(errors="replace").strip()
            os.close(self._descriptor)
            raise AlreadyOpen(
                f"{database} is already in use by process {holder or '(unknown)'}. Stop that one first: "
                "only one process may use a SQLite file. To run several, use PostgreSQL."
            ) from None
        os.ftruncate(self._descriptor, 0)
        os.pwrite(self._descriptor, f"{os.getpid()}\n".encode(), 0)

    def release(self) -> None:
        """Let another process open the file. Once only: the number may be another file's by the second time."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)


@contextmanager
def hold_file(database: Path) -> Iterator[None]:
    """Keeps every process, this one included, from opening the file meanwhile. Raises `AlreadyOpen`."""
    lock = FileLock(database.resolve())
    try:
        yield
    finally:
        lock.release()
