"""What an organisation published is gone for good when it says so, and when nobody has had a use for it for long."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.listings.giving_out.test_feeds import SERIES, SESSIONS, TAI_CHI, Clock, change, states
from backend.listings.publishing.test_ended import end
from backend.listings.publishing.test_publishing import GROUP, found, publish, publishing
from backend.listings.publishing.test_reports import report, said
from backend.listings.publishing.test_writing import _noted
from jointly.kit import clock
from jointly.kit.db import Query
from jointly.listings.publishing.forgetting import forget_old
from support.phone import Phone, at_work
from support.service import Service

TABLES = ("listing", "find", "dated", "report", "publisher", "feed_item")


@pytest.fixture(autouse=True)
def time(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(clock, "now", lambda: made.now)
    return made


async def delete(phone: Phone, id: str) -> int:
    answer = await phone.client.request("DELETE", f"/api/publishing/listings/{id}", json={})
    return answer.status_code


async def kept(service: Service) -> str:
    """Everything that the tables of listings hold, as text."""

    def everything():
        found = []
        for table in TABLES:
            found += yield Query(f"select * from {table}")
        return str(found)

    return await service.house.db.read(everything, group=service.house.service, purpose="test")


async def test_a_listing_that_is_deleted_is_nowhere_and_the_feeds_tell_of_it(service: Service, time: Clock):
    async with publishing(service) as hands, publishing(service, "Others") as others, service.client() as nobody:
        id = (await publish(hands, **TAI_CHI))["id"]
        draft = (await publish(hands, published=False, contact="Wilhelmina"))["id"]
        other = (await publish(others, name="Walks"))["id"]
        await change(hands, id, "2026-10-27T10:30:00Z", change="cancelled", words="Theodora is ill")
        await report(nobody, said(id, words="Nobody came to the door"))
        assert await delete(others, id) == await delete(others, str(uuid4())) == 404
        for one in (id, draft):
            assert await delete(hands, one) == 204
            assert await delete(hands, one) == 404
        time.on(seconds=3)
        assert [card["name"] for card in await found(service)] == ["Walks"]
        assert set((await states(service, SERIES)).values()) == {"deleted"}
        assert set((await states(service, SESSIONS)).values()) == {"deleted"}
        for path in (f"/api/listings/{id}", f"/open/ical/{id}.ics", f"/open/oruk/services/{id}"):
            assert (await nobody.get(path)).status_code == 404
        assert (await hands.client.get("/api/publishing/board")).json()["listings"] == []
        assert (await hands.client.get("/api/publishing/reports")).json() == []
        everything = await kept(service)
        assert other in everything
        for words in ("Wilhelmina", "Theodora", "Nobody came", "Tai chi"):
            assert words not in everything
        who = {"group": service.house.service, "subject": hands.organisation, "purpose": "test"}
        noted = await service.house.db.read(_noted, hands.organisation, **who)
        assert noted[-2:] == [("deleted-listing", UUID(one)) for one in (id, draft)]
        again: dict[str, Any] = await publish(hands, id, **TAI_CHI)
        assert again["state"] == "shown", "the same id may be used again"


async def test_what_is_out_of_sight_for_long_and_what_an_ended_organisation_said_is_forgotten(
    service: Service, time: Clock
):
    async with publishing(service) as hands, publishing(service, "Others") as others:
        await publish(hands, published=False, name="Draft")
        await publish(hands, name="Nobody confirms it")
        await publish(others, name="Of one that ends", contact="Wilhelmina")
        profile = {"description": "Wilhelmina runs it", "url": None, "email": None, "phone": None, "charity": None}
        assert (await others.client.put("/api/publishing/profile", json=profile)).status_code == 200
        await end(service, others.organisation)
        time.on(days=89)
        assert await forget_old(service.house) == 0
        assert "Wilhelmina" in await kept(service)
        time.on(days=2)
        assert await forget_old(service.house) == 1
        assert "Wilhelmina" not in await kept(service)
        time.on(days=400)
        async with at_work(service, "publisher", organisation=hands.organisation) as later:
            await publish(later, name="A new one")
        assert await forget_old(service.house) == 0, "last year's can still be used again"
        time.on(days=60)
        assert await forget_old(service.house) == 1, "the one that is hidden waits until it counts as such"
        everything = await kept(service)
        assert "Draft" not in everything
        assert "A new one" in everything


@pytest.mark.parametrize("state", ["shown", "waiting"])
async def test_what_is_confirmed_or_found_stays(service: Service, time: Clock, state: str):
    async with publishing(service, approved=state == "shown") as hands:
        id = (await publish(hands))["id"]
    time.on(days=547)
    async with at_work(service, "publisher", organisation=hands.organisation) as later:
        assert (await later.client.put(f"/api/publishing/listings/{id}/correct", json={})).status_code == 200
    time.on(days=2)
    assert await forget_old(service.house) == 0
    assert GROUP["name"] in await kept(service)
