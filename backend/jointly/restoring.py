"""Puts a copy of the database back. The vault stays as it is: it remembers who was erased since."""

import os
import shutil
import sqlite3
from pathlib import Path
from uuid import UUID

from jointly.house import close_house, open_house
from jointly.kit.db import open_database
from jointly.kit.errors import UnsafeSetting
from jointly.record import service as record
from jointly.settings import Settings


async def restore(settings: Settings, copy: Path | None) -> UUID:
    """Puts `copy` in the place of the database and begins a new epoch, which it gives.

    On PostgreSQL the copy has been put back with its own tools, and only the epoch is begun. The service must
    be stopped (`AlreadyOpen` otherwise). The file that was there stays beside it, as `….before-restore`.
    """
    if settings.database_url:
        if copy:
            raise UnsafeSetting(
                "On PostgreSQL put the copy back with pg_restore, then run jointly restore without a file."
            )
    elif copy is None:
        raise FileNotFoundError("Which copy? jointly restore FILE")
    else:
        await _put_in_place(Path(settings.database), copy)
    house = await open_house(settings)
    try:
        return await (record.begin_epoch(house.db) if settings.database_url else record.epoch(house.db))
    finally:
        await close_house(house)


async def _put_in_place(database: Path, copy: Path) -> None:
    if not copy.is_file():
        raise FileNotFoundError(f"There is no copy at {copy}.")
    # Opening takes the lock, so no server runs, and closing folds the log into the file that is set aside.
    await (await open_database(database)).close()
    fresh = database.with_suffix(".restoring")
    await _make_ready(fresh, copy)
    if database.exists():
        database.replace(database.with_suffix(".before-restore"))
    _without_log(database)
    fresh.replace(database)


async def _make_ready(fresh: Path, copy: Path) -> None:
    """Copies beside the database and begins the epoch there, so that no crash leaves old rows under the old epoch."""
    _without_log(fresh)
    shutil.copyfile(copy, fresh)
    try:
        db = await open_database(fresh)
        try:
            await record.begin_epoch(db)
        finally:
            await db.close()
    except sqlite3.DatabaseError:
        fresh.unlink()
        raise FileNotFoundError(f"{copy} is no copy made by jointly backup.") from None
    _without_log(fresh)
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())


def _without_log(database: Path) -> None:
    for left in ("-wal", "-shm", ".lock") if database.suffix == ".restoring" else ("-wal", "-shm"):
        Path(f"{database}{left}").unlink(missing_ok=True)
