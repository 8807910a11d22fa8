"""Erased is erased: 410 for every phone, and neither a restored backup nor a phone that sends again brings it back."""

import asyncio
import contextvars
from pathlib import Path
from uuid import UUID

import pytest

from jointly.kit import clock
from jointly.kit.db import Database, Query, open_database
from jointly.kit.ids import uuid7
from jointly.kit.sealing import SealingKey, Unreadable
from jointly.people import service as people
from jointly.people.vault import Gone, Session
from jointly.record import lives
from jointly.record import service as record
from jointly.record.schemas import NewVersion
from jointly.settings import Settings
from support.csrf import HEADER
from support.phone import Phone, code_for, entry, joined
from support.service import Service, running

COLUMNS = "id, person, number, push, entry, previous, kind, at, zone, picked, how, corrected_at, sealed"


async def test_every_phone_of_somebody_erased_hears_410(service: Service):
    async with joined(service) as one, joined(service, await code_for(service.house, one.person)) as other:
        await one.push(entry())
        await lives.erase(service.house, person=UUID(one.person), session=None)
        for phone in (one, other):
            answer = await phone.sync(entry())
            assert (answer.status_code, answer.json()["code"]) == (410, "erased")
            assert (await phone.client.get("/api/me")).status_code == 410


async def test_a_code_of_somebody_erased_opens_nothing(service: Service):
    async with joined(service) as phone, service.client() as client:
        code = await code_for(service.house, phone.person)
        await lives.erase(service.house, person=UUID(phone.person), session=None)
        assert (await client.post("/api/join/look", json={"code": code})).status_code == 404


async def test_a_push_that_held_its_key_when_its_person_was_erased_makes_no_ghost(service: Service, unbound: Database):
    """Two processes on PostgreSQL do this to each other: the one that pushes keeps session and key for 5 seconds."""
    async with joined(service) as phone:
        await phone.push(entry())
        person, vault = UUID(phone.person), service.house.vault
        keys, sessions = dict(vault._keys), dict(vault._sessions)
        await lives.erase(service.house, person=person, session=None)
        vault._keys |= keys
        vault._sessions |= sessions
        for entries in ((entry(),), ()):
            answer = (await phone.sync(*entries)).json()
            assert (answer["subjects"], answer["erased"]) == ([], [phone.person])
        assert await unbound.read(count_of, person, purpose="test") == (0, 0)


async def test_a_push_under_way_while_its_person_is_erased_is_erased_too(service: Service, unbound: Database):
    house = service.house
    person = await people.make_person(house, role="patient", purpose="test")
    key, now = await house.vault.key(person), clock.now()
    session = Session(person, uuid7(), house.service, None, "patient", device_name="", heard_at=now)
    version = NewVersion(id=uuid7(), kind="pain", at=now.isoformat(timespec="seconds"), zone="Europe/London")
    batch = [record.prepare(key, person, 0, version, None, b"{}")]
    async with house.db.transaction(subject=person, purpose="test"):
        await record.keep(
            house, author=record.Author(person, key, session, skew_seconds=None), batch=batch, received_at=now
        )
        # In a context of its own, or it would join this transaction.
        erase = lives.erase(house, person=person, session=None)
        erasing = asyncio.create_task(erase, context=contextvars.Context())
        await asyncio.sleep(0.3)
        assert not erasing.done(), "it waits for the push"
    await erasing
    assert await unbound.read(count_of, person, purpose="test") == (0, 0)


async def test_rows_that_a_backup_brought_back_are_gone_again_at_the_next_start(
    service_settings: Settings, built_pwa: Path
):
    async with running(service_settings) as before, joined(before) as phone:
        sent = entry()
        await phone.push(sent)
        person = UUID(phone.person)
        backup = await before.house.db.read(all_versions, subject=person, purpose="test")
        cookies, token = dict(phone.client.cookies), phone.client.headers[HEADER]
        await lives.erase(before.house, person=person, session=None)
        await before.house.db.run(put_back, backup, person, subject=person, purpose="test")
        assert await before.house.db.read(count_of, person, subject=person, purpose="test") == (1, 0)
    async with running(service_settings) as after, after.client() as client:
        assert await after.house.db.read(count_of, person, subject=person, purpose="test") == (0, 0)
        client.cookies.update(cookies)
        client.headers[HEADER] = token
        phone = Phone(client)
        phone.person = str(person)
        assert (await phone.sync(sent)).status_code == 410
        assert await after.house.db.read(count_of, person, subject=person, purpose="test") == (0, 0)


def all_versions():
    """Unit: what a backup holds."""
    return (yield Query(f"select {COLUMNS} from version"))


def put_back(rows: list[tuple], person: UUID):
    """Unit: what putting a backup back does."""
    marks = ", ".join("?" * 13)
    for row in rows:
        yield Query(f"insert into version ({COLUMNS}) values ({marks})", row)
    yield Query("update feed set number = ?, grant_version = 1 where person = ?", (len(rows), person))


def count_of(person: UUID):
    """Unit: how many versions and how many people there are of somebody."""
    [(versions,)] = yield Query("select count(*) from version where person = ?", (person,))
    [(people,)] = yield Query("select count(*) from person where id = ?", (person,))
    return versions, people


@pytest.mark.parametrize("service_settings", ["sqlite"], indirect=True)
async def test_a_backup_made_before_an_erasure_cannot_be_read_after_it(service: Service, tmp_path: Path):
    async with joined(service) as phone:
        sent = entry()
        await phone.push(sent)
        person, version = UUID(phone.person), UUID(sent["id"])
    await service.house.db.backup_to(tmp_path / "copy.sqlite3")
    key = await service.house.vault.key(person)
    place = person.bytes + version.bytes + version.bytes + b"/body"
    await lives.erase(service.house, person=person, session=None)

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
