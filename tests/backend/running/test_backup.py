"""Backup under write load, restore, and what phones find afterwards: nothing lost, the erased stay erased."""

import asyncio
from pathlib import Path

import pytest

from support.phone import Phone, entry, numbers_of
from support.server import Server


async def test_a_backup_under_load_restores_and_phones_bring_back_the_rest(
    server: Server, make_code, phone_of, tmp_path: Path
):
    copy = tmp_path / "copy.sqlite3"
    phones = [await phone_of(server).join(make_code(server, "service")) for _ in range(3)]
    written: dict[str, list[dict]] = {phone.person: [] for phone in phones}

    async def write(phone: Phone, batches: int) -> None:
        for _ in range(batches):
            batch = [entry(), entry()]
            await phone.push(*batch)
            written[phone.person] += batch

    for phone in phones:
        await write(phone, 2)
    loads = [asyncio.create_task(write(phone, 30)) for phone in phones]
    await asyncio.to_thread(server.run, "backup", str(copy))
    await asyncio.gather(*loads)
    late = await phone_of(server).join(make_code(server, "service"), called="Late")
    written[late.person] = []
    await write(late, 2)

    refused = server.run("restore", str(copy), check=False)
    assert refused.returncode == 2, "never under a running server"
    assert "already in use" in refused.stderr
    server.stop()
    assert "New epoch" in server.run("restore", str(copy)).stdout
    server.start()

    for phone in (*phones, late):
        await bring_back(phone, written[phone.person])
        rows = await phone.everything()
        assert sorted(row["id"] for row in rows) == sorted(version["id"] for version in written[phone.person])
        assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))
    assert (await late.client.get("/api/me")).status_code == 200, "who joined after the backup is still signed in"


async def bring_back(phone: Phone, held: list[dict]) -> None:
    """What a phone does when it hears `again`: sends everything it holds once more."""
    heard = await phone.push()
    assert (heard["again"], phone.number) == (True, 0)
    for start in range(0, len(held), 50):
        pull = await phone.push(*held[start : start + 50])
        assert not pull["refused"]
        assert len(numbers_of(pull)) == len(held[start : start + 50])


async def test_somebody_erased_after_the_backup_stays_erased(server: Server, make_code, phone_of, tmp_path: Path):
    code = make_code(server, "person")
    phone: Phone = await phone_of(server).join(code)
    sent = entry()
    await phone.push(sent)
    server.run("backup", str(tmp_path / "copy.sqlite3"))
    server.run("erase", phone.person, "--for-good")
    server.stop()
    server.run("restore", str(tmp_path / "copy.sqlite3"))
    server.start()
    assert (await phone.sync(sent)).status_code == 410
    assert (await phone_of(server).client.post("/api/join/look", json={"code": code})).status_code == 404


def test_restoring_what_is_no_copy_leaves_everything_as_it_was(server: Server, tmp_path: Path):
    server.stop()
    wrong = {
        "nothing": None,
        "empty": b"",
        "text": b"this is no database at all, but long enough to be looked at" * 100,
        "vault": (server.data / "vault.sqlite3").read_bytes(),
    }
    before = (server.data / "jointly.sqlite3").read_bytes()
    for name, content in wrong.items():
        copy = tmp_path / name
        if content is not None:
            copy.write_bytes(content)
        done = server.run("restore", str(copy), check=False)
        assert done.returncode == 2, name
        assert "Traceback" not in done.stderr, name
        assert (server.data / "jointly.sqlite3").read_bytes() == before, name
    server.start()


def test_a_backup_never_overwrites_and_is_its_owners_alone(server: Server, tmp_path: Path):
    copy, vault = tmp_path / "copy.sqlite3", tmp_path / "vault.sqlite3"
    server.run("backup", str(copy), "--vault", str(vault))
    for made in (copy, vault):
        assert made.stat().st_mode & 0o077 == 0
    done = server.run("backup", str(copy), check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("running", [True, False], ids=["running", "stopped"])
def test_a_backup_is_made_with_and_without_a_server(server: Server, tmp_path: Path, running: bool):
    if not running:
        server.stop()
    server.run("backup", str(tmp_path / "copy.sqlite3"))
    assert (tmp_path / "copy.sqlite3").read_bytes().startswith(b"SQLite format 3\0")
