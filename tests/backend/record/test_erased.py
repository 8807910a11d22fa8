"""Erased is erased: 410 for every phone, and neither a restored backup nor a phone that sends again brings it back."""

from pathlib import Path
from uuid import UUID

import pytest

from jointly.kit.db import Query, open_database
from jointly.kit.sealing import SealingKey, Unreadable
from jointly.people.vault import Gone
from jointly.record import service as record
from jointly.settings import Settings
from support.phone import Phone, code_for, entry, joined
from support.service import Service, running

COLUMNS = (
    "id, entry, person, number, kind, at, zone, happened_at, picked, how, gone, by, device, received_at, digest, sealed"
)


async def test_every_phone_of_somebody_erased_hears_410(service: Service):
    async with joined(service) as one, joined(service, await code_for(service.house, one.person)) as other:
        await one.push(entry())
        await record.erase(service.house, person=UUID(one.person), actor=None)
        for phone in (one, other):
            answer = await phone.sync(entry())
            assert (answer.status_code, answer.json()["code"]) == (410, "erased")
            assert (await phone.client.get("/api/me")).status_code == 410


async def test_a_code_of_somebody_erased_opens_nothing(service: Service):
    async with joined(service) as phone, service.client() as client:
        code = await code_for(service.house, phone.person)
        await record.erase(service.house, person=UUID(phone.person), actor=None)
        assert (await client.post("/api/join/look", json={"code": code})).status_code == 404


async def test_rows_that_a_backup_brought_back_are_gone_again_at_the_next_start(
    service_settings: Settings, built_pwa: Path
):
    async with running(service_settings) as before, joined(before) as phone:
        sent = entry()
        await phone.push(sent)
        person = UUID(phone.person)
        backup = await before.house.db.read(all_versions, purpose="test")
        cookies = dict(phone.client.cookies)
        await record.erase(before.house, person=person, actor=None)
        await before.house.db.run(put_back, backup, person, purpose="test")
        assert await before.house.db.read(count_of, person, purpose="test") == 1
    async with running(service_settings) as after, after.client() as client:
        assert await after.house.db.read(count_of, person, purpose="test") == 0
        client.cookies.update(cookies)
        phone = Phone(client)
        phone.person = str(person)
        assert (await phone.sync(sent)).status_code == 410
        assert await after.house.db.read(count_of, person, purpose="test") == 0


def all_versions():
    """Unit: what a backup holds."""
    return (yield Query(f"select {COLUMNS} from version"))


def put_back(rows: list[tuple], person: UUID):
    """Unit: what putting a backup back does."""
    marks = ", ".join("?" * 16)
    for row in rows:
        yield Query(f"insert into version ({COLUMNS}) values ({marks})", row)
    yield Query("insert into feed (person, number, grant_version) values (?, ?, 1)", (person, len(rows)))


def count_of(person: UUID):
    """Unit: how many versions there are of somebody."""
    [(count,)] = yield Query("select count(*) from version where person = ?", (person,))
    return count


@pytest.mark.parametrize("service_settings", ["sqlite"], indirect=True)
async def test_a_backup_made_before_an_erasure_cannot_be_read_after_it(service: Service, tmp_path: Path):
    async with joined(service) as phone:
        sent = entry()
        await phone.push(sent)
        person, version = UUID(phone.person), UUID(sent["id"])
    await service.house.db.backup_to(tmp_path / "copy.sqlite3")
    key = await service.house.vault.key(person)
    place = person.bytes + version.bytes + version.bytes + b"/body"
    await record.erase(service.house, person=person, actor=None)

    copy = await open_database(tmp_path / "copy.sqlite3")
    try:
        [row] = await copy.read(all_versions, purpose="test")
    finally:
        await copy.close()
    assert b'"score":4' in key.open(row[-1], place), "the backup holds it, and the old key would open it"
    with pytest.raises(Gone):
        await service.house.vault.key(person)
    with pytest.raises(Unreadable):
        SealingKey(bytes(32)).open(row[-1], place)
