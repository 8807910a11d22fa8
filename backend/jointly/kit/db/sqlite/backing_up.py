"""Copying a database that is being written to."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from jointly.kit.db.sqlite.connecting import connect_reader


def copy_to(source: Path, target: Path) -> None:
    """Copy one consistent state of `source` into the new file `target`, complete and on disk when this returns.

    The copy is made in one step from a read-only connection: in several steps it would start again after each
    write. Until it is done the write-ahead log cannot start again, so it grows by what is written meanwhile.
    An interrupted copy never stands under the target's name. Raises `FileExistsError` when the target is there.
    """
    if target.exists():
        raise FileExistsError(target)
    unfinished = target.with_name(target.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    os.close(os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with closing(connect_reader(source)) as reader, closing(sqlite3.connect(unfinished)) as copy:
            reader.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        unfinished.rename(target)
        _sync_directory(target.parent)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _sync_directory(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
