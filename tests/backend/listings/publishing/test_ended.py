"""An organisation that ends is nowhere any more, and a changed profile is a change of all that it runs."""

from datetime import UTC, timedelta
from typing import Any
from uuid import uuid4

import pytest

from backend.listings.giving_out.test_feeds import SERIES, SESSIONS, TAI_CHI, Clock, change, items, states
from backend.listings.publishing.test_publishing import GROUP, NOW, found, publish, publishing
from jointly.kit import clock
from jointly.listings.publishing import units
from jointly.listings.publishing.current import keep_current
from jointly.listings.publishing.making import organisation_of, service_of
from jointly.listings.publishing.schemas import NewListing
from jointly.listings.publishing.writing import NOTHING_SAID
from support.phone import Phone, at_work
from support.service import Service

PROFILE = {"description": None, "url": None, "email": None, "phone": None, "charity": None}
OPEN = ("ical/{id}.ics", "ical/organisation/{organisation}.ics", "list/{organisation}", "oruk/services/{id}")


@pytest.fixture(autouse=True)
def time(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(clock, "now", lambda: made.now)
    return made


async def end(service: Service, organisation: Any) -> None:
    async with at_work(service, "lead") as lead:
        answer = await lead.client.request("DELETE", f"/api/organisations/{organisation}", json={})
        assert answer.status_code == 204, answer.text


async def told(service: Service, path: str, **query: str) -> Any:
    async with service.client() as nobody:
        answer = await nobody.get(path, params=query)
        assert answer.status_code == 200, answer.text
        return answer.json() if "json" in answer.headers["content-type"] else answer.text


async def changed_since(service: Service, moment) -> list[str]:
    rows = await told(service, "/open/oruk/services", modified_after=moment.astimezone(UTC).isoformat())
    return sorted(row["name"] for row in rows["contents"])


async def say(publisher: Phone, **said: str) -> None:
    assert (await publisher.client.put("/api/publishing/profile", json=PROFILE | said)).status_code == 200


async def test_what_an_organisation_ran_is_nowhere_at_the_moment_it_ends(service: Service, time: Clock):
    async with publishing(service) as hands, publishing(service, "Others") as others:
        id = (await publish(hands, **TAI_CHI))["id"]
        draft = (await publish(hands, published=False))["id"]
        await change(hands, id, "2026-10-27T10:30:00Z", change="cancelled")
        other = (await publish(others, **TAI_CHI | {"name": "Walks"}))["id"]
        time.on(seconds=3)
        assert await states(service, SERIES) == {id: "updated", other: "updated"}
        assert set((await states(service, SESSIONS)).values()) == {"updated"}
        before = (await items(service, SERIES))[-1]["modified"]
        where = [f"/open/{path.format(id=id, organisation=hands.organisation)}" for path in OPEN]
        for path in where:
            await told(service, path)

        await end(service, hands.organisation)

        time.on(seconds=3)
        assert await states(service, SERIES) == {id: "deleted", other: "updated"}
        assert set((await states(service, SESSIONS)).values()) == {"deleted"}
        [gone] = [item for item in await items(service, SERIES) if item["id"] == id]
        assert "data" not in gone
        assert gone["modified"] > before
        async with service.client() as nobody:
            for path in (*where, f"/open/oruk/services/{draft}", f"/api/listings/{id}"):
                assert (await nobody.get(path)).status_code == 404, path
            around = await nobody.post("/api/listings/area", json={"lat": 53.8, "lon": -1.55, "km": 30})
        assert [card["name"] for card in around.json()["cards"]] == ["Walks"]
        assert [card["name"] for card in await found(service)] == ["Walks"]
        assert [row["name"] for row in (await told(service, "/open/oruk/services"))["contents"]] == ["Walks"]
        assert await changed_since(service, NOW - timedelta(days=1)) == ["Walks"]
        places = (await told(service, "/open/oruk/service_at_locations"))["contents"]
        assert id not in str(places)
        assert "Tai chi" not in await told(service, "/open/rss")
        time.on(days=1)
        await keep_current(service.house)
        assert await states(service, SERIES) == {id: "deleted", other: "updated"}, "nothing brings it back"


async def test_what_was_on_its_way_when_the_organisation_ended_is_not_shown(service: Service):
    async with publishing(service) as hands:
        by = organisation_of(hands.organisation, "Hands of Leeds", NOTHING_SAID)
        late = service_of(NewListing(**GROUP), id=uuid4(), by=by, now=NOW, spot=(53.8, -1.55), activity=None)
        await publish(hands)
        await end(service, hands.organisation)
        await service.house.db.run(units.put, [late], NOW, group=service.house.service, purpose="test")
        assert await found(service) == []
        assert (await told(service, "/open/oruk/services"))["empty"]


async def test_a_changed_profile_is_a_change_of_everything_the_organisation_runs(service: Service, time: Clock):
    async with publishing(service) as hands, publishing(service, "Others") as others:
        id = (await publish(hands, **TAI_CHI))["id"]
        await publish(hands)
        await publish(others, **TAI_CHI | {"name": "Walks"})
        time.on(minutes=5)
        asked = clock.now()
        assert await changed_since(service, asked) == []
        time.on(minutes=1)
        await say(hands, phone="0113 496 0777", email="hands@hands-of-leeds.org.uk")
        assert await changed_since(service, asked) == sorted([GROUP["name"], "Tai chi"])
        time.on(seconds=3)
        last = (await items(service, SERIES))[-1]
        assert (last["id"], last["data"]["organizer"]["telephone"]) == (id, "0113 496 0777")
        assert last["modified"] >= int(asked.timestamp() * 1000)
        assert "0113 496 0777" in str(await told(service, f"/open/oruk/services/{id}"))

        asked = clock.now()
        time.on(minutes=1)
        await say(hands, phone="0113 496 0777", email="hands@hands-of-leeds.org.uk")
        assert await changed_since(service, asked) == [], "the same again changes nothing"
        assert (await items(service, SERIES))[-1] == last


async def test_what_is_found_again_or_for_the_first_time_has_changed(service: Service, time: Clock):
    async with publishing(service, approved=False) as hands:
        id = (await publish(hands, **TAI_CHI))["id"]
        time.on(hours=1)
        asked = clock.now()
        time.on(minutes=1)
        async with at_work(service, "lead") as lead:
            await lead.client.put(f"/api/publishing/approved/{hands.organisation}", json={})
        assert await changed_since(service, asked) == ["Tai chi"], (
            "its organisation was approved after it was published"
        )
    time.on(days=90)
    await keep_current(service.house)
    assert await changed_since(service, asked) == [], "nobody confirmed it"
    async with at_work(service, "publisher", organisation=hands.organisation) as later:
        asked = clock.now()
        time.on(minutes=1)
        assert (await later.client.put(f"/api/publishing/listings/{id}/correct", json={})).status_code == 200
    assert await changed_since(service, asked) == ["Tai chi"]
