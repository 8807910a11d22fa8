"""The two kinds of SQLite connection: one that writes, and ones that only read."""

import os
import sqlite3
import sys
from pathlib import Path
from urllib.parse import quote

from jointly.kit.db.errors import DatabaseError
from jointly.kit.db.sqlite import values

OLDEST_SQLITE = (3, 35)
"""The first with RETURNING."""
_BUSY_SECONDS = 5.0
_TURN_SECONDS = 0.001
"""The writer needs the interpreter back after each statement. At Python's 5 ms a busy event loop doubles the p99."""
_CACHE_KIB = 64 * 1024
READER_CACHE_KIB, INLINE_CACHE_KIB = 16 * 1024, 64 * 1024
"""Filled as they are used. SQLite's own 2 MB hold no index that is searched all day: each search read it anew."""
_STATEMENTS = 512
_DECODE = sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES


def prepare() -> None:
    """Once before the first connection: refuse an old library, set how values are stored and threads take turns."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise DatabaseError(f"SQLite {sqlite3.sqlite_version} is too old; 3.35 or later is needed")
    values.register()
    sys.setswitchinterval(min(sys.getswitchinterval(), _TURN_SECONDS))


def connect_writer(path: Path, synchronous: str) -> sqlite3.Connection:
    """The only connection that writes and checkpoints. A new file is readable by its owner alone."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = _connect(f"file:{quote(str(path))}?mode=rw")
    [(mode,)] = connection.execute("PRAGMA journal_mode = WAL").fetchall()
    if mode != "wal":
        connection.close()
        raise DatabaseError(f"{path} is on a disk that cannot share memory, such as a network disk; use a local one")
    settings = (
        f"synchronous = {synchronous}",
        "foreign_keys = 1",
        f"cache_size = -{_CACHE_KIB}",
        "mmap_size = 0",
        # What a savepoint needs to undo stays in memory; a temporary file for it would double a commit's time.
        "temp_store = MEMORY",
        "wal_autocheckpoint = 0",
    )
    for setting in settings:
        connection.execute(f"PRAGMA {setting}")
    # The WAL and its index must be there before a read-only connection opens.
    connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    return connection


def connect_reader(path: Path, cache_kib: int = READER_CACHE_KIB) -> sqlite3.Connection:
    """A connection that cannot write, twice over."""
    connection = _connect(f"file:{quote(str(path))}?mode=ro")
    connection.execute("PRAGMA query_only = 1")
    connection.execute("PRAGMA mmap_size = 0")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute(f"PRAGMA cache_size = -{cache_kib}")
    return connection


def _connect(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(
        uri,
        uri=True,
        timeout=_BUSY_SECONDS,
        detect_types=_DECODE,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=_STATEMENTS,
    )
