"""At rest: nothing that a person wrote can be read in the database, and a sealed field opens only in its own place."""

from pathlib import Path
from uuid import UUID

import pytest

from jointly.kit.db import Database, Query
from jointly.kit.sealing import Unreadable
from jointly.people import service as people
from jointly.people.vault_tables import TABLES as VAULT_TABLES
from jointly.record import lives
from jointly.tables import TABLES
from support.phone import Phone, entry, joined, service_code
from support.service import Service

CALLED, NOTE, PLACE = "Quetzalcoatlina", "xylophonically aching", "left-zygapophysis"


async def write_canaries(phone: Phone) -> None:
    """Writes what must not be readable, corrects it and deletes it, so that every kind of row is there."""
    body = {"score": 7, "regions": [PLACE], "note": NOTE}
    first = entry(body=body)
    later = entry(entry=first["id"], previous=first["id"], body=body | {"note": NOTE * 2})
    pull = await phone.push(first, later, entry(body=body))
    assert pull["head"] == 3


async def everything_stored(service: Service, unbound: Database) -> bytes:
    """What a thief of the databases holds: the files, or a dump of every table."""
    house = service.house
    if house.db.kind == "sqlite":
        return b"".join(file.read_bytes() for file in Path(service.settings.data).iterdir() if file.is_file())
    dump = []
    for db, tables in ((unbound, TABLES), (house.vault.database, VAULT_TABLES)):
        for table in tables:
            for (row,) in await db.read(dumped, table._meta.tablename, purpose="test"):
                dump.append(row)
    return "\n".join(dump).encode()


def dumped(table: str):
    """Unit: every row of a table as PostgreSQL writes it."""
    return (yield Query(f"select row::text from {table} row"))


async def test_nothing_a_person_wrote_is_readable_in_the_databases(service: Service, unbound: Database):
    code = await service_code(service.house)
    async with joined(service, code, called=CALLED) as phone:
        await write_canaries(phone)
        stored = await everything_stored(service, unbound)
    assert b"Europe/London" in stored, "the search sees the rows"
    for canary in (CALLED, NOTE, PLACE, '"score"', code, code.replace("-", "")):
        for written in (canary.encode(), canary.encode().hex().encode(), canary.encode("utf-16-le")):
            assert written not in stored, canary


def swap_sealed(one: UUID, other: UUID):
    """Unit: somebody with the database open swaps what two versions say."""
    [(first,)] = yield Query("select sealed from version where id = ?", (one,))
    [(second,)] = yield Query("select sealed from version where id = ?", (other,))
    yield Query("update version set sealed = ? where id = ?", (second, one))
    yield Query("update version set sealed = ? where id = ?", (first, other))


@pytest.mark.parametrize("between", ["versions", "people"])
async def test_a_sealed_body_moved_to_another_place_does_not_open(
    service: Service, unbound: Database, between: str, caplog: pytest.LogCaptureFixture
):
    async with joined(service) as phone, joined(service) as other:
        mine, next_one = entry(), entry(body={"score": 9, "regions": []})
        whole = entry(body={"score": 2, "regions": []})
        await phone.push(mine, whole)
        await (phone if between == "versions" else other).push(next_one)
        await unbound.run(swap_sealed, UUID(mine["id"]), UUID(next_one["id"]), purpose="test")
        phone.number = 0
        rows = (await phone.sync()).json()["subjects"][0]["rows"]
        assert [row["id"] for row in rows] == [whole["id"]], "the rest of the record still comes"
        assert mine["id"] in caplog.text, "the operator is told which version it is"


async def test_a_name_moved_to_another_person_does_not_open(service: Service, unbound: Database):
    async with joined(service, called=CALLED) as one, joined(service, called="Bea") as other:
        await unbound.run(give_name, UUID(one.person), UUID(other.person), purpose="test")
        with pytest.raises(Unreadable):
            await people.name_of(service.house, UUID(other.person))


def give_name(one: UUID, other: UUID):
    """Unit: copies a sealed name to another person's row."""
    [(called,)] = yield Query("select called from person where id = ?", (one,))
    yield Query("update person set called = ? where id = ?", (called, other))


async def test_equal_entries_of_two_people_look_different(service: Service, unbound: Database):
    async with joined(service) as one, joined(service) as other:
        for phone in (one, other):
            await phone.push(entry(at="2026-11-21T08:00:00Z"))
        rows = await unbound.read(bodies, purpose="test")
    assert len(set(rows)) == len(rows) == 2


def bodies():
    """Unit: what a thief could compare."""
    return (yield Query("select sealed from version"))


async def test_erasing_takes_every_row_and_the_key(service: Service, unbound: Database):
    async with joined(service, called=CALLED) as phone:
        await write_canaries(phone)
        person = UUID(phone.person)
        await lives.erase(service.house, person=person, session=None)
        assert await unbound.read(rows_of, person, purpose="test") == (0, 0, 0, 0)
        assert await service.house.vault.known(person) is None
        assert await unbound.read(marks, purpose="test") == [(person, 0, lives.ERASED)], "only that they were erased"


def marks():
    """Unit: what is left of feeds."""
    return (yield Query("select person, number, grant_version from feed"))


def rows_of(person: UUID):
    """Unit: how many versions, pushes, codes and people there are of somebody."""
    counts = []
    for table, column in (("version", "person"), ("push", "person"), ("join_code", "person"), ("person", "id")):
        [(count,)] = yield Query(f"select count(*) from {table} where {column} = ?", (person,))
        counts.append(count)
    return tuple(counts)
