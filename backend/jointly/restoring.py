"""Puts a copy of the database back. The vault stays as it is: it remembers who was erased since."""

import os
import shutil
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
        return await record.begin_epoch(house.db)
    finally:
        await close_house(house)


async def _put_in_place(database: Path, copy: Path) -> None:
    if not copy.is_file():
        raise FileNotFoundError(f"There is no copy at {copy}.")
    # Opening takes the lock, so no server runs, and closing folds the log into the file that is set aside.
    await (await open_database(database)).close()
    fresh = database.with_suffix(".restoring")
    shutil.copyfile(copy, fresh)
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())
    if database.exists():
        os.replace(database, database.with_suffix(".before-restore"))
    for left in ("-wal", "-shm"):
        Path(f"{database}{left}").unlink(missing_ok=True)
    os.replace(fresh, database)
