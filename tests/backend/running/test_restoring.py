"""Restoring keeps what it replaces, never makes records unreadable, and can be cut off at any moment."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

from jointly.house import close_house, open_house
from jointly.kit.db import AlreadyOpen, Query, hold_file, open_database
from jointly.kit.errors import Refusal, UnsafeSetting
from jointly.people import service as people
from jointly.record import lives
from jointly.restoring import restore
from jointly.settings import Settings
from support.service import settings_for


@dataclass
class Backup:
    """A service with one person, its copies, and a personal code from before the backup."""

    settings: Settings
    person: UUID
    code: str
    main: Path
    vault: Path


@pytest.fixture
async def backup(tmp_path: Path) -> Backup:
    """A stopped service and its copies."""
    settings = settings_for(tmp_path / "data")
    house = await open_house(settings)
    person = await people.make_person(house, role="patient", called="Ann", purpose="test")
    code = (await people.make_code(house, kind="person", person=person)).code
    copies = tmp_path / "main.sqlite3", tmp_path / "vault.sqlite3"
    await house.db.backup_to(copies[0])
    await house.vault.backup_to(copies[1])
    await close_house(house)
    return Backup(settings, person, code, *copies)


def new_machine(backup: Backup, folder: Path, *, key: bool = True) -> Settings:
    """Settings for an empty folder, with the master key put back or not."""
    settings = settings_for(folder)
    if key:
        shutil.copy(backup.settings.master_key_file, settings.master_key_file)
    return settings


async def name_of(settings: Settings, person: UUID) -> str | None:
    """What the service says that somebody is called."""
    house = await open_house(settings)
    try:
        return await people.name_of(house, person)
    finally:
        await close_house(house)


async def test_without_its_keys_nothing_is_restored(backup: Backup, tmp_path: Path):
    for number, (key, vault, missing) in enumerate(
        ((False, None, "master.key"), (False, backup.vault, "master.key"), (True, None, "vault.sqlite3"))
    ):
        settings = new_machine(backup, tmp_path / f"new-{number}", key=key)
        with pytest.raises(UnsafeSetting, match=f"{missing} is missing"):
            await restore(settings, backup.main, vault)
        left = {file.name for file in settings.data.iterdir()}
        assert left <= {"master.key", "jointly.sqlite3.lock"}, "nothing was made"


async def test_on_a_new_machine_key_and_both_copies_bring_everything_back(backup: Backup, tmp_path: Path):
    settings = new_machine(backup, tmp_path / "new")
    await restore(settings, backup.main, backup.vault)
    assert await name_of(settings, backup.person) == "Ann"
    assert not list(settings.data.glob("*restor*")), "nothing is left over"


async def test_a_folder_that_does_not_exist_is_made(backup: Backup, tmp_path: Path):
    settings = settings_for(tmp_path / "new")
    settings.data.rmdir()
    with pytest.raises(UnsafeSetting, match=r"master\.key is missing"):
        await restore(settings, backup.main)


async def test_keys_of_another_service_are_refused(backup: Backup, tmp_path: Path):
    other = settings_for(tmp_path / "other")
    await close_house(await open_house(other))
    with pytest.raises(UnsafeSetting, match="another service"):
        await restore(other, backup.main)
    (other.data / "vault.sqlite3").unlink()
    with pytest.raises(UnsafeSetting, match="does not open this vault"):
        await restore(other, backup.main, backup.vault)
    assert not (other.data / "vault.sqlite3").exists()
    with pytest.raises(FileNotFoundError, match="no vault"):
        await restore(new_machine(backup, tmp_path / "new"), backup.main, backup.main)


async def test_a_vault_is_never_replaced(backup: Backup):
    before = Path(backup.settings.vault).read_bytes()
    with pytest.raises(UnsafeSetting, match="erased since"):
        await restore(backup.settings, backup.main, backup.vault)
    assert Path(backup.settings.vault).read_bytes() == before


async def test_every_restore_keeps_what_it_replaces(backup: Backup):
    for name in ("Bea", "Cat"):
        house = await open_house(backup.settings)
        await people.make_person(house, role="patient", called=name, purpose="test")
        await close_house(house)
        await restore(backup.settings, backup.main)
    kept = sorted(backup.settings.data.glob("*.before-restore-*"))
    assert [file.name for file in kept] == ["jointly.before-restore-1", "jointly.before-restore-2"]
    for file in kept:
        with closing(sqlite3.connect(file)) as aside:
            assert aside.execute("select count(*) from person").fetchall() == [(2,)]


async def test_what_was_only_in_the_log_is_set_aside_too(backup: Backup, tmp_path: Path):
    """As after a kill -9, which leaves a log."""
    database = Path(backup.settings.database)
    db = await open_database(database)
    await db.run(mark_joined, purpose="test")
    for ending in ("", "-wal"):
        shutil.copy(f"{database}{ending}", tmp_path / f"cut{ending}")
    await db.close()
    for ending in ("", "-wal"):
        shutil.copy(tmp_path / f"cut{ending}", f"{database}{ending}")
    await restore(backup.settings, backup.main)
    with closing(sqlite3.connect(backup.settings.data / "jointly.before-restore-1")) as aside:
        assert aside.execute("select count(*) from person where joined_at is not null").fetchall() == [(1,)]


def mark_joined():
    """Unit: something that a log would hold."""
    yield Query("update person set joined_at = '2026-11-21 08:00:00+00:00'", ())


async def test_a_damaged_database_is_set_aside_as_it_is(backup: Backup):
    Path(backup.settings.database).write_bytes(b"this was a database" * 1000)
    await restore(backup.settings, backup.main)
    assert await name_of(backup.settings, backup.person) == "Ann"
    assert (backup.settings.data / "jointly.before-restore-1").read_bytes().startswith(b"this was")


class PowerCut(BaseException):
    """The process ended here."""


@pytest.mark.parametrize("cut_at", [1, 2])
async def test_cut_off_anywhere_there_is_always_a_whole_database(
    backup: Backup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut_at: int
):
    """With a vault to put in place and an old database: 1 is before the vault's place is taken, 2 the database's."""
    Path(backup.settings.vault).unlink()
    replace, seen = Path.replace, []

    def cut(self: Path, target: Path) -> Path:
        seen.append(target)
        with pytest.raises(AlreadyOpen), hold_file(Path(backup.settings.database)):
            pass
        if len(seen) == cut_at:
            raise PowerCut
        return replace(self, target)

    with monkeypatch.context() as patched, pytest.raises(PowerCut):
        patched.setattr(Path, "replace", cut)
        await restore(backup.settings, backup.main, backup.vault)
    assert Path(backup.settings.database).stat().st_size > 0
    await restore(backup.settings, backup.main, None if cut_at == 2 else backup.vault)
    assert await name_of(backup.settings, backup.person) == "Ann"


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
async def test_a_personal_code_from_before_a_restore_opens_nothing(
    backup: Backup, kind: str, request: pytest.FixtureRequest
):
    """Its person may have used it after the backup was made: whoever finds it then would open their record."""
    if kind == "postgres":
        settings: Settings = request.getfixturevalue("postgres_settings")
        house = await open_house(settings)
        person = await people.make_person(house, role="patient", purpose="test")
        code = (await people.make_code(house, kind="person", person=person)).code
        service_code = (await people.make_code(house, kind="service")).code
        await close_house(house)
        await restore(settings, None)
    else:
        settings, code, service_code = backup.settings, backup.code, None
        await restore(settings, backup.main)
    house = await open_house(settings)
    try:
        with pytest.raises(Refusal, match="code-expired"):
            await people.look(house, typed=code, address="192.0.2.1")
        if service_code:
            assert (await people.look(house, typed=service_code, address="192.0.2.1")).kind == "service"
        assert await lives.epoch(house.db)
    finally:
        await close_house(house)


@pytest.fixture
def postgres_settings(postgres, migrated: str, tmp_path: Path):
    """Settings on two PostgreSQL databases that have our tables."""
    urls = postgres.for_app(template=migrated)
    yield settings_for(tmp_path / "postgres", postgres=urls)
    for url in urls:
        postgres.drop_database(url)
