"""Looking for something to go to, over HTTP and on both databases."""

from datetime import UTC, datetime
from uuid import uuid4

from backend.listings.conftest import LEEDS
from jointly.listings.model import Price
from jointly.listings.showing import hide
from support.service import Service

HERE = {"lat": LEEDS[0], "lon": LEEDS[1], "km": 5}


async def find(service: Service, **look) -> dict:
    async with service.client() as nobody:
        answer = await nobody.post("/api/listings/find", json={"around": HERE} | look)
    assert answer.status_code == 200, answer.text
    return answer.json()


def names(found: dict) -> list[str]:
    return [line["card"]["name"] for line in found["lines"]]


async def test_the_nearest_come_first_and_what_is_further_than_asked_for_is_not_there(service: Service, board):
    on = await board()
    for name, km in (("Two", 2.0), ("Far", 5.1), ("One", 1.0), ("Edge", 4.99)):
        await on.put(name, north_km=km)
    found = await find(service)
    assert names(found) == ["One", "Two", "Edge"]
    assert [line["km"] for line in found["lines"]] == [1.0, 2.0, 4.99]
    [source] = found["sources"]
    assert (source["publisher"], source["licence"], source["here"]) == ("Leeds Leisure", "CC BY 4.0", False)


async def test_day_time_and_facets_are_all_asked_for_together(service: Service, board):
    on = await board()
    free = (Price(pence=0),)
    await on.put("Right", day=1, prices=free, stated={"step-free": True, "seated": True})
    await on.put("Wrong day", day=2, prices=free, stated={"step-free": True, "seated": True})
    await on.put("Costs", day=1, prices=(Price(pence=300),), stated={"step-free": True, "seated": True})
    await on.put("Says no", day=1, prices=free, stated={"step-free": False, "seated": True})
    await on.put("Says nothing", day=1, prices=free, stated={"seated": True})
    await on.put("Too late", day=1, at="19:00", prices=free, stated={"step-free": True, "seated": True})
    found = await find(service, days=[1], all_of=["free", "step-free", "seated"], to_minute=18 * 60)
    assert names(found) == ["Right"]
    unfiltered = await find(service)
    assert len(names(unfiltered)) == 6, "what is not stated is shown, and found by no filter"
    [denied] = [line["card"] for line in unfiltered["lines"] if line["card"]["name"] == "Says no"]
    [silent] = [line["card"] for line in unfiltered["lines"] if line["card"]["name"] == "Says nothing"]
    assert denied["denied"] and "denied" not in silent


async def test_free_is_said_outright_and_a_fee_in_the_text_is_no_free(service: Service, board):
    on = await board()
    await on.put("Free", prices=(Price(pence=0),))
    await on.put("Fee in the text", prices=(Price(pence=0),), price_words="£6 at the door")
    await on.put("Not stated")
    assert names(await find(service, all_of=["free"])) == ["Free"]


async def test_typing_mistakes_are_forgiven_and_said_and_right_words_find_only_themselves(service: Service, board):
    on = await board()
    await on.put("Gentle pilates")
    await on.put("Walking football")
    assert names(await find(service, words="pilates")) == ["Gentle pilates"]
    assert names(await find(service, words="pila")) == ["Gentle pilates"]
    found = await find(service, words="Pilatse gentel")
    assert names(found) == ["Gentle pilates"]
    assert found["instead"] == {"pilatse": ["pilates"], "gentel": ["gentle"]}
    assert sorted(names(await find(service, words="%"))) == ["Gentle pilates", "Walking football"]
    assert names(await find(service, words="swimming")) == []


async def test_a_listing_of_many_days_is_there_once_and_pages_hold_20(service: Service, board):
    on = await board()
    for number in range(45):
        await on.put(f"Class {number:02}", day=number % 7, north_km=0.05 * (number + 1))
    pages = [await find(service, page=page) for page in range(3)]
    assert [len(page["lines"]) for page in pages] == [20, 20, 5]
    assert [page["more"] for page in pages] == [True, True, False]
    assert [name for page in pages for name in names(page)] == [f"Class {number:02}" for number in range(45)]


async def test_soonest_first(service: Service, board):
    on = await board()
    for name, day in (("A", 3), ("B", 1), ("C", 5)):
        await on.put(name, day=(datetime.now(UTC).weekday() + day) % 7)
    assert names(await find(service, order="soon")) == ["B", "A", "C"]


async def test_online_is_found_from_anywhere_and_beside_a_place_only_when_it_is_in_one(service: Service, board):
    on = await board()
    await on.put("Online", attendance="online", north_km=None)
    await on.put("Both", attendance="mixed")
    await on.put("Here")
    assert sorted(names(await find(service, around=None))) == ["Both", "Online"]
    assert sorted(names(await find(service))) == ["Both", "Here"]


async def test_an_area_holds_what_is_near_and_what_is_online_and_a_hidden_listing_is_nowhere(service: Service, board):
    on = await board()
    await on.put("Online", attendance="online", north_km=None)
    here, gone = await on.put("Here"), await on.put("Gone")
    await service.house.db.run(hide, [gone], "hidden", purpose="test")
    async with service.client() as nobody:
        area = (await nobody.post("/api/listings/area", json=HERE)).json()
        assert [card["name"] for card in area["cards"]] == ["Here", "Online"]
        assert area["more"] is False
        assert len(area["cards"][0]["dates"]) == 3
        page = (await nobody.get(f"/api/listings/{here}")).json()
        assert (page["card"]["name"], page["source"]["publisher"]) == ("Here", "Leeds Leisure")
        for unknown in (gone, uuid4()):
            assert (await nobody.get(f"/api/listings/{unknown}")).status_code == 404
    assert names(await find(service)) == ["Here"]


async def test_what_cannot_be_asked_is_refused(service: Service):
    async with service.client() as nobody:
        for look in (
            {"around": HERE | {"lat": 12.0}},
            {"around": HERE | {"km": 0}},
            {"around": HERE | {"km": True}},
            {"around": HERE, "days": [7]},
            {"around": HERE, "days": [False]},
            {"around": HERE, "page": "1"},
            {"around": HERE, "all_of": ["swimming-pool"]},
            {"around": HERE, "page": 25},
            {"around": HERE, "order": "best"},
            {},
        ):
            assert (await nobody.post("/api/listings/find", json=look)).status_code == 400, look
