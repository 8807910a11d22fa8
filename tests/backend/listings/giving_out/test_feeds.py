"""The feeds follow what is published: each change at the end, once, and the tools of RPDE find them sound."""

import json
from asyncio import gather
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from backend.listings.publishing.test_publishing import GROUP, NOW, publish, publishing
from jointly.kit import clock
from jointly.listings.giving_out.sweeping import sweep_feeds
from jointly.listings.publishing.current import keep_current
from support.given_out import told
from support.phone import Phone, at_work
from support.service import ORIGIN, Service

TAI_CHI = {"activity": "c16df6ed-a4a0-4275-a8c3-1c8cff56856f", "kind": "activity", "name": "Tai chi"}
SERIES, SESSIONS = "/open/openactive/session-series", "/open/openactive/scheduled-sessions"


class Clock:
    """The time as tests move it."""

    def __init__(self) -> None:
        self.now = NOW

    def on(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture(autouse=True)
def time(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(clock, "now", lambda: made.now)
    return made


async def pages(service: Service, path: str) -> list[dict[str, Any]]:
    """Every page of a feed, walked as others walk it."""
    found, address = [], f"{ORIGIN}{path}"
    async with service.client() as nobody:
        while True:
            answer = await nobody.get(address)
            assert answer.status_code == 200, answer.text
            assert "set-cookie" not in answer.headers
            assert answer.headers["access-control-allow-origin"] == "*"
            page = {"url": address, "json": answer.json(), "status": 200}
            page |= {"contentType": answer.headers["content-type"], "cacheControl": answer.headers["cache-control"]}
            found.append(page)
            address = answer.json()["next"]
            if address == page["url"]:
                return found


async def items(service: Service, path: str) -> list[dict[str, Any]]:
    return [item for page in await pages(service, path) for item in page["json"]["items"]]


async def states(service: Service, path: str) -> dict[str, str]:
    """What is told last of each item."""
    return {item["id"]: item["state"] for item in await items(service, path)}


async def change(phone: Phone, id: str, start: str, **said: Any) -> None:
    body = {"start": start, "to_start": None, "to_end": None, "words": None} | said
    answer = await phone.client.put(f"/api/publishing/listings/{id}/date", json=body)
    assert answer.status_code == 200, answer.text


async def test_a_class_its_cancelled_and_its_moved_date_are_in_the_feeds_and_its_changes_come_last(
    service: Service, time: Clock, tmp_path: Path
):
    async with publishing(service) as hands:
        id = (await publish(hands, **TAI_CHI))["id"]
        await publish(hands, **TAI_CHI | {"name": "Another"})
        await publish(hands)
        assert await items(service, SERIES) == [], "what is newer than two seconds waits"
        time.on(seconds=3)
        assert [item["data"]["name"] for item in await items(service, SERIES)] == ["Tai chi", "Another"]
        await change(hands, id, "2026-10-27T10:30:00Z", change="cancelled", words="The hall is shut")
        moved = {"to_start": "2026-11-11T14:00:00+00:00", "to_end": "2026-11-11T15:30:00+00:00"}
        await change(hands, id, "2026-11-10T10:30:00Z", change="moved", **moved)
        time.on(seconds=3)
        found = await items(service, SESSIONS)
        assert [item["data"]["eventStatus"].rpartition("/")[2] for item in found] == [
            "EventCancelled",
            "EventRescheduled",
        ]
        series = (await items(service, SERIES))[0]["data"]
        template = series["eventSchedule"][0]["idTemplate"]
        assert found[1]["data"]["@id"] == template.replace("{startDate}", "2026-11-10T10:30:00Z")
        assert found[1]["data"]["superEvent"] == series["@id"] == f"{ORIGIN}{SERIES}/{id}"
        await publish(hands, id, **TAI_CHI | {"name": "Tai chi for all"})
        await change(hands, id, "2026-10-27T10:30:00Z", change=None)
        time.on(seconds=3)
        assert [item["data"]["name"] for item in await items(service, SERIES)] == ["Another", "Tai chi for all"]
        assert [item["state"] for item in await items(service, SESSIONS)] == ["updated", "deleted"]
        feeds = [await pages(service, SERIES), await pages(service, SESSIONS)]
        for pages_ in feeds:
            assert [page["cacheControl"] for page in pages_] == ["public, max-age=3600", "public, max-age=8"]
            modified = [item["modified"] for page in pages_ for item in page["json"]["items"]]
            assert modified == sorted(set(modified))
        warned = [json.loads(found)["type"] for found in told(tmp_path, feeds=feeds)["feeds"][0]]
        assert set(warned) <= {"page_size_too_small"}, warned


async def test_what_did_not_change_stays_where_it_is(service: Service, time: Clock):
    async with publishing(service) as hands:
        id = (await publish(hands, **TAI_CHI))["id"]
        time.on(seconds=3)
        before = await items(service, SERIES)
        assert (await hands.client.put(f"/api/publishing/listings/{id}/correct", json={})).status_code == 200
        time.on(seconds=3)
        assert await items(service, SERIES) == before, "still correct is no change"


async def test_a_class_that_is_taken_back_or_hidden_leaves_with_its_sessions(service: Service, time: Clock):
    async with publishing(service) as hands:
        id = (await publish(hands, **TAI_CHI))["id"]
        await change(hands, id, "2026-10-27T10:30:00Z", change="cancelled")
        await publish(hands, id, **TAI_CHI | {"published": False})
        time.on(seconds=3)
        assert set((await states(service, SERIES)).values()) == {"deleted"}
        assert set((await states(service, SESSIONS)).values()) == {"deleted"}
        assert not any("data" in item for item in await items(service, SERIES))
        await publish(hands, id, **TAI_CHI)
        time.on(seconds=3)
        assert set((await states(service, SERIES)).values()) == {"updated"}
        assert set((await states(service, SESSIONS)).values()) == {"updated"}, "the date is still cancelled"


async def test_nothing_goes_out_of_an_organisation_that_waits_for_a_yes(service: Service, time: Clock):
    async with publishing(service, approved=False) as hands:
        id = (await publish(hands, **TAI_CHI))["id"]
        time.on(seconds=3)
        assert await items(service, SERIES) == []
        async with service.client() as nobody:
            for path in (f"ical/{id}.ics", f"oruk/services/{id}", f"list/{hands.organisation}"):
                assert (await nobody.get(f"/open/{path}")).status_code == 404
            assert (await nobody.get("/open/oruk/services")).json()["empty"]


async def test_what_is_over_is_told_gone_and_forgotten_after_a_week(service: Service, time: Clock):
    async with publishing(service) as hands:
        ends = GROUP["runs"][0] | {"last": "2026-11-24"}
        id = (await publish(hands, **TAI_CHI, runs=[ends]))["id"]
        await change(hands, id, "2026-10-27T10:30:00Z", change="cancelled")
        forward = {"to_start": "2026-11-05T10:30:00Z", "to_end": "2026-11-05T11:30:00Z"}
        await change(hands, id, "2026-11-10T10:30:00Z", change="moved", **forward)
    time.on(days=25)  # the sixth of November: the moved date was yesterday, and the tenth would be as usual without it
    assert await sweep_feeds(service.house) == 1
    time.on(seconds=3)
    assert sorted((await states(service, SESSIONS)).values()) == ["deleted", "updated"]
    assert await sweep_feeds(service.house) == 0
    time.on(days=20)
    assert await sweep_feeds(service.house) == 2, "the moved date, and the series that ended on the 24th"
    time.on(seconds=3)
    assert set((await states(service, SERIES)).values()) == {"deleted"}
    time.on(days=8)
    await sweep_feeds(service.house)
    assert await items(service, SERIES) == await items(service, SESSIONS) == []


async def test_a_series_whose_last_date_was_moved_past_its_last_day_goes_on_until_then(service: Service, time: Clock):
    async with publishing(service) as hands:
        id = (await publish(hands, **TAI_CHI, runs=[GROUP["runs"][0] | {"last": "2026-10-27"}]))["id"]
        past = {"to_start": "2026-11-03T10:30:00Z", "to_end": "2026-11-03T11:30:00Z"}
        await change(hands, id, "2026-10-27T10:30:00Z", change="moved", **past)
    time.on(days=20)  # the first of November
    await keep_current(service.house)
    assert await sweep_feeds(service.house) == 0
    assert await states(service, SERIES) == {id: "updated"}
    assert set((await states(service, SESSIONS)).values()) == {"updated"}
    time.on(days=3)
    assert await sweep_feeds(service.house) == 2
    time.on(seconds=3)
    assert set((await states(service, SERIES)).values()) == {"deleted"}


async def test_a_date_that_was_moved_far_away_or_forward_is_not_on_as_usual_again(service: Service, time: Clock):
    async with publishing(service) as hands:
        id = (await publish(hands, **TAI_CHI))["id"]
        far = {"to_start": "2027-03-01T10:30:00Z", "to_end": "2027-03-01T11:30:00Z"}
        await change(hands, id, "2026-12-22T10:30:00Z", change="moved", **far)
        near = {"to_start": "2026-10-12T10:00:00Z", "to_end": "2026-10-12T11:00:00Z"}
        await change(hands, id, "2026-10-27T10:30:00Z", change="moved", **near)
        time.on(hours=3)
    async with at_work(service, "publisher", organisation=hands.organisation) as later:
        await publish(later, id, **TAI_CHI)
        card = (await later.client.get(f"/api/listings/{id}")).json()["card"]
        assert not {"2026-10-27T10:30:00Z", "2026-12-22T10:30:00Z"} & {when["start"] for when in card["dates"]}
    time.on(seconds=3)
    assert set((await states(service, SESSIONS)).values()) == {"updated"}


async def test_a_long_feed_is_walked_page_by_page_without_losing_or_doubling_an_item(
    service: Service, time: Clock, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("jointly.listings.giving_out.openactive_api.PAGE", 3)
    async with publishing(service) as hands:
        for number in range(8):
            await publish(hands, **TAI_CHI | {"name": f"Class {number}"})
    time.on(seconds=3)
    found = await pages(service, SERIES)
    assert [len(page["json"]["items"]) for page in found] == [3, 3, 2, 0]
    names = [item["data"]["name"] for page in found for item in page["json"]["items"]]
    assert names == [f"Class {number}" for number in range(8)]


async def test_changes_at_the_same_moment_have_places_of_their_own(service: Service, time: Clock):
    async with publishing(service) as hands, publishing(service, "Others") as others:
        await gather(*(publish(phone, **TAI_CHI) for phone in (hands, others) for _ in range(4)))
    time.on(seconds=3)
    modified = [item["modified"] for item in await items(service, SERIES)]
    assert len(modified) == 8
    assert modified == sorted(set(modified))


async def test_a_page_that_no_next_of_ours_names_is_refused(service: Service):
    async with service.client() as nobody:
        for wrong in ("x", "-1", str(10**20), "", "1.5"):
            assert (await nobody.get(f"{SERIES}?afterTimestamp={wrong}")).status_code == 400, wrong


async def test_the_last_page_names_itself_exactly_as_it_was_asked_for(service: Service):
    async with service.client() as nobody:
        for query in ("", "?afterTimestamp=1&afterId=a%2Bb", f"?afterId={uuid4()}&afterTimestamp=9007199254740990"):
            assert (await nobody.get(f"{SERIES}{query}")).json()["next"] == f"{ORIGIN}{SERIES}{query}"
