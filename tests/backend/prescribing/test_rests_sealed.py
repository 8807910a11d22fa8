"""What names somebody or says what they live with rests sealed; what rested in clear before is read still, and sealed
when a house is opened."""

from typing import Any
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Database, Query
from jointly.kit.ids import uuid7
from jointly.people.referrers import seal_names
from jointly.prescribing.resealing import seal_things
from jointly.prescribing.schemas import NewPrescription
from jointly.prescribing.sealed import seal
from jointly.settings import Settings
from support.phone import joined
from support.service import running

SLUG = "pain-and-mood"
WHOSE = "Thornbeck Surgery"


async def do(db: Database, sql: str, *values: Any) -> list[Any]:
    def unit():
        rows = yield Query(sql, values)
        return rows

    return await db.run(unit, purpose="test")


async def things(unbound: Database) -> set[str]:
    return {thing for (thing,) in await do(unbound, "select thing from prescription")}


async def test_the_slug_of_a_topic_is_in_no_column_and_is_read(story, unbound: Database):
    await story.refer()
    made = await story.prescribe(kind="topic", thing=SLUG, name="Pain and mood", organisation=None)
    assert made["thing"] == SLUG
    assert await things(unbound) == {""}
    await story.prescribe()
    assert await things(unbound) == {"", story.listing}, "the id of a listing is public: who goes there is found by it"
    assert [one["thing"] for one in (await story.support())["prescriptions"]] == [SLUG, story.listing]
    assert {one["thing"] for one in await story.on_phone()} == {SLUG, story.listing}


async def test_a_slug_that_rested_in_clear_is_read_and_then_sealed(story, service, unbound: Database):
    await story.refer()
    made = await story.prescribe(kind="topic", thing=SLUG, name="Pain and mood", organisation=None, why="You asked.")
    person = story.person.person
    before = NewPrescription(person=person, kind="topic", thing=SLUG, name="Pain and mood", why="You asked.")
    key = await service.house.vault.key(before.person)
    [(id,)] = await do(unbound, "select id from prescription")
    sealed = seal(key, before.person, id, before, {"person", "kind", "thing"})
    await do(unbound, "update prescription set thing = ?, sealed = ?", SLUG, sealed)
    for done in (1, 0):
        [read] = (await story.support())["prescriptions"]
        assert (read["id"], read["thing"], read["name"], read["why"]) == (
            made["id"],
            SLUG,
            "Pain and mood",
            "You asked.",
        )
        assert await seal_things(service.house) == done
        assert await things(unbound) == {""}


async def test_who_refers_rests_sealed_and_is_read_also_from_before(doors, unbound: Database):
    async def read() -> tuple[list[str], str]:
        listed = (await doors.lead.client.get("/api/referrers")).json()["referrers"]
        look = await doors.nobody.post("/api/refer/look", json={"code": doors.code["code"]})
        return [one["name"] for one in listed], look.json()["name"]

    async def in_clear() -> list[str | None]:
        return [name for (name,) in await do(unbound, "select name from join_code where kind = 'referrer'")]

    assert (await read(), await in_clear()) == (([WHOSE], WHOSE), [None])
    await do(unbound, "update join_code set name = ?, sealed = null where kind = 'referrer'", WHOSE)
    assert (await read(), await in_clear()) == (([WHOSE], WHOSE), [WHOSE])
    for _ in range(2):
        await seal_names(doors.service.house)
        assert (await read(), await in_clear()) == (([WHOSE], WHOSE), [None])


async def test_it_is_sealed_when_a_house_is_opened(service_settings: Settings):
    def kept_before(service: UUID, person: UUID):
        yield Query(
            "insert into prescription (id, person, service, kind, thing, state, owner, made_at, visits, missed, steps) "
            "values (?, ?, ?, 'topic', ?, 'suggested', ?, ?, 0, 0, 0)",
            (uuid7(), person, service, SLUG, service, clock.now()),
        )

    def kept(service: UUID):
        rows = yield Query("select thing from prescription where service = ?", (service,))
        return rows

    async with running(service_settings) as first, joined(first) as phone:
        house = first.house
        given = (house.service, UUID(phone.person))
        await house.db.run(kept_before, *given, group=house.service, purpose="test")
    async with running(service_settings) as again:
        house = again.house
        assert await house.db.read(kept, house.service, group=house.service, purpose="test") == [("",)]
