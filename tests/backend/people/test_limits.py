"""How often anything may be asked: each account, address and route by itself, and all processes together."""

from dataclasses import replace

import httpx
import pytest

from jointly.kit.errors import Refusal
from jointly.kit.metering import MOST_KEYS, Meter
from jointly.people import limits
from jointly.people.limits import STEPS, Limit
from jointly.people.tables import Attempts
from support.phone import Phone, entry, joined
from support.routes import SYNC, Route, api_routes
from support.service import Service

HOUR = 3600
JSON = {"Content-Type": "application/json"}


@pytest.fixture
def at_most(monkeypatch: pytest.MonkeyPatch):
    """`at_most(CHANGES=3)` sets limits by their names in `people.limits`, for an hour."""

    def set_limits(**named: int) -> None:
        for name, tries in named.items():
            monkeypatch.setattr(limits, name, Limit(tries, HOUR))
        monkeypatch.setattr(limits, "OF_OPERATION", {})

    return set_limits


def is_too_many(answer: httpx.Response) -> bool:
    """Whether an answer is a 429 that says in words how long to wait."""
    if answer.status_code != 429:
        return False
    assert 0 < int(answer.headers["retry-after"]) <= HOUR
    assert answer.json()["code"] == "too-many-tries"
    assert "minute" in answer.json()["message"]
    return True


async def test_an_account_changes_one_thing_so_often_and_nobody_else_feels_it(service: Service, at_most):
    at_most(CHANGES=3)

    async def rename(phone: Phone) -> httpx.Response:
        return await phone.client.put("/api/me", json={"called": "Ann"})

    async with joined(service) as one, joined(service) as other:
        assert [(await rename(one)).status_code for _ in range(3)] == [200] * 3
        assert is_too_many(await rename(one))
        assert (await one.client.post("/api/sessions/end-others", json={})).status_code == 204, "another route"
        assert (await one.client.get("/api/me")).status_code == 200, "reading is counted apart"
        assert (await rename(other)).status_code == 200, "another account, from the same address"


async def test_an_address_asks_so_often_without_a_session(service: Service, at_most):
    at_most(FROM_ADDRESS=5)

    def from_(address: str) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(app=service.app, client=(address, 1)), base_url="https://jointly.test"
        )

    async with from_("203.0.113.7") as one, from_("203.0.113.8") as other:
        assert [(await one.get("/api/service")).status_code for _ in range(5)] == [200] * 5
        assert is_too_many(await one.get("/api/service"))
        assert (await one.get("/api/nhs-login")).status_code == 404, "another route"
        assert (await other.get("/api/service")).status_code == 200
        assert (await one.get("/")).status_code == 200, "files are not counted"


async def test_sync_is_counted_by_entries_and_by_bytes(service: Service, at_most):
    at_most(SYNC_ENTRIES=10, SYNC_BYTES=10**9)
    async with joined(service) as phone, joined(service) as other:
        assert (await phone.push(entry(), entry(), entry()))["head"] == 3
        assert (await phone.push(entry(), entry(), entry()))["head"] == 6
        refused = await phone.sync(entry(), entry(), entry())
        assert is_too_many(refused)
        assert (await other.push(entry()))["head"] == 1
        at_most(SYNC_ENTRIES=10**6, SYNC_BYTES=3000)
        service.house.meter._tallies.clear()
        assert (await other.push())["head"] == 1
        assert is_too_many(await other.sync(entry(body={"score": 1, "regions": [], "note": "x" * 3000})))


async def test_what_a_sync_gives_back_counts_too(service: Service, at_most):
    async with joined(service) as phone:
        for _ in range(3):
            await phone.push(*(entry() for _ in range(100)))
        at_most(SYNC_ENTRIES=10**6, SYNC_BYTES=100_000)
        asked = [(await phone.sync(number=0)).status_code for _ in range(8)]
        assert asked[0] == 200
        assert asked[-1] == 429, "reading it all again and again ends"


async def test_all_processes_share_one_count_within_what_is_said(service: Service):
    limit, key = Limit(100, HOUR), "shared"
    houses = [replace(service.house, meter=Meter()) for _ in range(3)]
    passed = 0
    for _ in range(100):
        for house in houses:
            try:
                await limits.take(house, key, limit)
                passed += 1
            except Refusal as refused:
                assert (refused.status, refused.code) == (429, "too-many-tries")
    assert limit.tries <= passed <= limit.tries + (len(houses) + 1) * limit.step
    alone = replace(service.house, meter=Meter())
    with pytest.raises(Refusal):
        for _ in range(limit.step):
            await limits.take(alone, key, limit)


async def test_one_process_asks_the_database_once_a_step_and_is_exact(service: Service):
    limit = Limit(1000, HOUR)
    for number in range(1000):
        await limits.take(service.house, "exact", limit)
        if number == limit.step - 2:
            assert await Attempts.select() == [], "a person never gets here: their requests cost the database nothing"
    with pytest.raises(Refusal):
        await limits.take(service.house, "exact", limit)
    [kept] = await Attempts.select()
    assert kept["count"] == 1000
    assert limit.tries // limit.step == STEPS


def test_a_process_holds_so_many_counts_and_drops_what_ended_first():
    meter = Meter()
    for number in range(MOST_KEYS - 1):
        meter.of(f"ended-{number}", 100, 50)
    meter.of("running", 300, 50).own = 7
    meter.of("new", 300, 200)
    assert len(meter._tallies) == 2
    assert meter.of("running", 300, 200).own == 7


async def test_every_route_of_the_api_is_counted(service: Service, at_most):
    async with joined(service) as phone:

        async def ask(route: Route) -> httpx.Response:
            body = {"json": {}} if route.changes else {}
            return await phone.client.request(route.method, route.at(), headers=JSON, **body)

        await phone.client.get("/api/me")
        at_most(CHANGES=0, READS=0, FROM_ADDRESS=10**6, SYNC_ENTRIES=0)
        assert is_too_many(await phone.sync())
        there = [route for route in api_routes(service.app) if route.name != SYNC and "switched_on" not in route.guards]
        for route in there:
            if "open_to_all" not in route.guards:
                assert is_too_many(await ask(route)), route
        at_most(FROM_ADDRESS=0)
        for route in there:
            if "open_to_all" in route.guards:
                assert is_too_many(await ask(route)), route


async def test_every_limit_of_an_operation_is_of_one_that_there_is(service: Service):
    assert {route.operation for route in api_routes(service.app)} >= limits.OF_OPERATION.keys()
