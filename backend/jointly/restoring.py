"""Puts a copy of the database back. The vault stays as it is: it remembers who was erased since."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from uuid import UUID

from jointly.house import close_house, master_key, open_house, prepare_folder
from jointly.kit.db import Query, hold_file, open_database
from jointly.kit.errors import UnsafeSetting
from jointly.kit.sealing import SealingKey, Unreadable, derive
from jointly.people import audit_checking
from jointly.people.vault import Gone, Unknown, Vault
from jointly.record import lives
from jointly.settings import Settings


async def restore(settings: Settings, copy: Path | None, vault_copy: Path | None = None) -> UUID:
    """Puts `copy` in the place of the database and begins a new epoch, which it gives.

    On PostgreSQL the copy has been put back with its own tools, and only the epoch is begun. The service must
    be stopped (`AlreadyOpen` otherwise). The file that was there stays beside it, as `….before-restore-1` and so on.
    `vault_copy` is put in place where there is no vault. Raises `UnsafeSetting` when the records could not be read.
    """
    prepare_folder(settings)
    if settings.database_url:
        if copy or vault_copy:
            raise UnsafeSetting(
                "On PostgreSQL put the copy back with pg_restore, then run jointly restore without a file."
            )
        house = await open_house(settings)
        try:
            epoch = await lives.begin_epoch(house.db)
            await audit_checking.begin_again(house)
            return epoch
        finally:
            await close_house(house)
    if copy is None:
        raise FileNotFoundError("Which copy? jointly restore FILE")
    epoch = await _put_in_place(settings, copy, vault_copy)
    # Opening erases again who was erased since.
    house = await open_house(settings)
    try:
        await audit_checking.begin_again(house)
    finally:
        await close_house(house)
    return epoch


async def _put_in_place(settings: Settings, copy: Path, vault_copy: Path | None) -> UUID:
    database, vault = Path(settings.database), Path(settings.vault)
    # Whoever starts opens the database first: nobody can start on a half of this.
    with hold_file(database):
        if vault_copy and vault.exists():
            raise UnsafeSetting(
                f"There is a vault already ({vault}). It knows who was erased since the copy was made, so it is never "
                "replaced. Run jointly restore again without --vault."
            )
        fresh, fresh_vault = database.with_suffix(".restoring"), vault.with_suffix(".restoring")
        try:
            epoch, people = await _make_ready(fresh, copy)
            if vault_copy:
                _copy(vault_copy, fresh_vault)
            if people:
                await _check_keys(settings, fresh_vault if vault_copy else vault, people)
            if vault_copy:
                _settle(fresh_vault, vault)
            if database.exists():
                _set_aside(database)
            _settle(fresh, database)
        finally:
            _remove(fresh)
            _remove(fresh_vault)
    return epoch


async def _make_ready(fresh: Path, copy: Path) -> tuple[UUID, list[UUID]]:
    """Copies beside the database and begins the epoch there, so that no crash leaves old rows under the old epoch.

    Gives the epoch and up to 1,000 people of the copy.
    """
    _copy(copy, fresh)
    try:
        db = await open_database(fresh)
        try:
            return await lives.begin_epoch(db), await db.read(_people, purpose="restore")
        finally:
            await db.close()
    except sqlite3.DatabaseError:
        raise FileNotFoundError(f"{copy} is no copy made by jointly backup.") from None


async def _check_keys(settings: Settings, vault: Path, people: list[UUID]) -> None:
    """Raises `UnsafeSetting` when no key of these people can be opened: their records could be read by nobody."""
    for needed, back in ((settings.master_key_file, "from where you keep it"), (vault, "with --vault FILE")):
        if not needed.exists():
            raise UnsafeSetting(
                f"{needed} is missing, and without it nobody's record in this copy can be read. "
                f"Put it back ({back}), then restore again. Nothing was changed."
            )
    master = SealingKey(derive(master_key(settings), b"vault"))
    try:
        db = await open_database(vault)
        try:
            known = await _knows_any(Vault(db, master), people)
        finally:
            await db.close()
    except sqlite3.DatabaseError:
        raise FileNotFoundError(f"{vault.name}: this is no vault made by jointly backup --vault.") from None
    except Unreadable:
        raise UnsafeSetting(
            f"JOINTLY_MASTER_KEY_FILE={settings.master_key_file} does not open this vault: put back the key that "
            "belongs to it. Nothing was changed."
        ) from None
    if not known:
        raise UnsafeSetting(
            "The vault knows nobody in this copy: it is another service's. Restore into a folder that holds only "
            "your master.key, with --vault FILE. Nothing was changed."
        )


async def _knows_any(vault: Vault, people: list[UUID]) -> bool:
    for person in people:
        try:
            await vault.key(person)
        except Gone:
            pass
        except Unknown:
            continue
        return True
    return False


def _copy(file: Path, to: Path) -> None:
    if not file.is_file():
        raise FileNotFoundError(f"There is no copy at {file}.")
    _remove(to)
    shutil.copyfile(file, to)


def _set_aside(database: Path) -> None:
    """Leaves what was there under a name of its own, complete, while it also stays in place until it is replaced."""
    # A damaged file cannot be folded: it is kept as it is, with its log.
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(database)) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    number = 1
    while (aside := database.with_suffix(f".before-restore-{number}")).exists():
        number += 1
    os.link(database, aside)
    log = _beside(database, "-wal")
    if log.exists():
        os.link(log, _beside(aside, "-wal"))
    for ending in ("-wal", "-shm"):
        _beside(database, ending).unlink(missing_ok=True)


def _settle(fresh: Path, place: Path) -> None:
    """Puts `fresh` in its place in one step that lasts: at any crash either the old file is there or the new one."""
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())
    fresh.replace(place)
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _remove(fresh: Path) -> None:
    for ending in ("", "-wal", "-shm", ".lock"):
        _beside(fresh, ending).unlink(missing_ok=True)


def _beside(file: Path, ending: str) -> Path:
    return file.with_name(file.name + ending)


def _people():
    """Unit: the first 1,000 people of the copy."""
    rows = yield Query("select id from person order by id limit 1000", ())
    return [person for (person,) in rows]
