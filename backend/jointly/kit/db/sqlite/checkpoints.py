"""When the write-ahead log goes back into the database file.

The log must stay under 64 MB. SQLite's own checkpoints are off, so that they never happen in the middle
of a commit that somebody waits for; these run between groups.
"""

import logging
import sqlite3
import time
from pathlib import Path

from jointly.kit.db.errors import StorageFailed
from jointly.kit.db.sqlite.failing import storage_failure

_log = logging.getLogger(__name__)

_STEP_BYTES = 16 << 20
"""Copy back each time the log has grown by so much. At SQLite's own 4 MB the pages that every write changes are copied
so often that it takes a tenth of the time under load, at 16 MB a thirtieth."""
_PRESSING_BYTES = 24 << 20
_PRESSING_STEP_BYTES = 4 << 20
"""From here on, and more often, wait a little for readers, so that the log can start again."""
_PRESSING_WAIT_MS = 200
_PATIENT_BYTES = 36 << 20
"""From here on wait longer: on a busy machine reads that end at once still take turns for longer than a little."""
_PATIENT_WAIT_MS = 2000
_IDLE_SECONDS = 0.25
_QUIET_SECONDS = 2.0
_BUSY_MS = 5000


class Checkpoints:
    """Used by the writer thread only. `time_until_due` and `when_idle` make a step each time nothing is queued."""

    def __init__(self, connection: sqlite3.Connection, database: Path) -> None:
        self._connection = connection
        self._log_file = database.with_name(database.name + "-wal")
        self._copy_at = _STEP_BYTES
        self._idle_step_at: float | None = None
        self._copied_when_idle = False
        # When the log starts again its file is cut to this size, so a larger file means a log that has not.
        connection.execute(f"PRAGMA journal_size_limit = {_STEP_BYTES}")

    def after_commit(self) -> None:
        """Copy back when the log has grown enough, waiting for readers only when it is large."""
        self._idle_step_at = time.monotonic() + _IDLE_SECONDS
        self._copied_when_idle = False
        size = self._log_bytes()
        if size <= _STEP_BYTES:
            self._copy_at = _STEP_BYTES
        if size <= self._copy_at:
            return
        if size > _PRESSING_BYTES:
            self._checkpoint("RESTART", _PRESSING_WAIT_MS if size <= _PATIENT_BYTES else _PATIENT_WAIT_MS)
            self._copy_at = size + _PRESSING_STEP_BYTES
        else:
            self._checkpoint("PASSIVE")
            self._copy_at = size + _STEP_BYTES

    def seconds_until_due(self) -> float | None:
        """How long the writer may sleep before `when_idle` is wanted; none for as long as it likes."""
        if self._idle_step_at is None:
            return None
        return max(0.0, self._idle_step_at - time.monotonic())

    def when_idle(self) -> None:
        """First copy everything back, and later, when it is still quiet, empty the file."""
        if not self._copied_when_idle:
            self._checkpoint("PASSIVE")
            self._copied_when_idle = True
        elif self._log_bytes() == 0 or self._checkpoint("TRUNCATE", 0):
            self._idle_step_at = None
            return
        self._idle_step_at = time.monotonic() + _QUIET_SECONDS

    def give_back_room(self) -> None:
        """After a full disk: empty the log if nobody reads it, so that the next write has a chance."""
        self._checkpoint("TRUNCATE", 0)

    def _checkpoint(self, mode: str, wait_ms: int = 0) -> bool:
        """True when it was complete. A reader in the way is normal; only a failing disk is raised."""
        try:
            self._connection.execute(f"PRAGMA busy_timeout = {wait_ms}")
            [(busy, _, _)] = self._connection.execute(f"PRAGMA wal_checkpoint({mode})").fetchall()
        except sqlite3.Error as error:
            failure = storage_failure(error)
            if isinstance(failure, StorageFailed):
                raise failure from error
            _log.warning("A checkpoint was put off: %s", error)
            return False
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        return not busy

    def _log_bytes(self) -> int:
        try:
            return self._log_file.stat().st_size
        except FileNotFoundError:
            return 0
