"""The constructed feed with nearly every fault: what is left of it after both feeds are at their end."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from jointly.content.outcodes import Outcodes
from jointly.listings.model import Taken
from jointly.listings.reading.feed import FeedFacts
from jointly.listings.reading.locating import located
from jointly.listings.reading.merging import reference_of
from jointly.listings.reading.openactive import read_series
from support.fixtures import fixture_json, needs_fixtures
from support.shipped import shipped_content

MESSY = "constructed/rpde-messy"
SERIES = ("session-series-2", "session-series-3-empty-not-last", "session-series-4", "session-series-5-last")
SESSIONS = ("scheduled-sessions-1", "scheduled-sessions-2-last")
A1 = "https://playwaze.com/SessionSeries/jifgh8dinma"


def latest(pages: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """The newest state of each item, as a consumer keeps it: an older copy does not win."""
    kept: dict[str, dict[str, Any]] = {}
    for page in pages:
        for item in fixture_json(f"{MESSY}/{page}.json")["items"]:
            if item["id"] not in kept or item["modified"] >= kept[item["id"]]["modified"]:
                kept[item["id"]] = item
    return kept


def children_of(parent: str) -> list[Any]:
    items = latest(SESSIONS).values()
    data = [item["data"] for item in items if item["state"] == "updated" and "data" in item]
    return [each for each in data if reference_of(each).parent == parent]


def codes(taken: Taken) -> list[str]:
    return [problem.code for problem in taken.problems]


@pytest.fixture
def read(feed: FeedFacts, now) -> Callable[..., Taken]:
    return lambda parent, children=(): read_series(parent, children, feed=feed, now=now)


@needs_fixtures("a series that was cancelled after a stale copy cancels its sessions")
def test_a_cancelled_series_cancels_its_sessions(read):
    item = latest(SERIES)["A1"]
    children = children_of(A1)
    assert [child["@id"][-2:] for child in children] == ["b2", "b3", "b5", "b7", "b8"]

    taken = read(item["data"], children)

    assert "STALE" not in taken.service.name
    assert taken.service.status == "cancelled"
    # b3 is over 12 weeks ahead, b7 is in the year 1, b8 is long past, and the schedule ended in 2020.
    assert [(date.start.isoformat(), date.end, date.status) for date in taken.occurrences] == [
        ("2026-12-10T19:00:00+00:00", None, "cancelled"),
        ("2026-12-17T19:00:00+00:00", None, "cancelled"),
    ]
    assert set(codes(taken)) == {
        "activity-without-id",
        "place-name-is-numbers",
        "fee-in-text",
        "zone-missing",
        "end-before-start",
        "date-too-early",
    }


@needs_fixtures("a session that holds its series is read with it, and found by its postcode")
def test_a_session_with_its_series_inside(read):
    item = latest(SESSIONS)["b6"]["data"]
    taken = located(read(None, [item]), outcodes())
    service = taken.service
    assert (service.name, service.key) == ("Embedded parent", "https://playwaze.com/ScheduledSession/b6")
    assert [concept.label for concept in service.activities] == ["Tai Chi"]
    assert (service.place.street, service.place.postcode) == ("1 High Street, Sheffield", "S1 2HE")
    assert (service.place.lat, service.place.lon, service.place.located) == (53.38, -1.468, "outcode")
    assert [date.start.isoformat() for date in taken.occurrences] == ["2026-12-12T10:00:00+00:00"]
    assert sorted(codes(taken)) == ["activity-is-text", "address-is-text", "organisation-missing"]
    assert service.organisation.name == "Ashford Leisure"


@needs_fixtures("a session whose series has not come is not shown")
def test_an_orphan_waits(read):
    taken = read(None, [latest(SESSIONS)["b4"]["data"]])
    assert (taken.service, codes(taken)) == (None, ["parent-missing"])


@needs_fixtures("swapped coordinates are put right, zero ones left out, and what fits neither is none")
def test_coordinates(read):
    swapped = read(latest(SERIES)["A5"]["data"])
    assert (swapped.service.place.lat, swapped.service.place.lon) == (51.51039, -0.71382)
    assert "coordinates-swapped" in codes(swapped)
    zero = read(latest(SERIES)["A6"]["data"])
    assert (zero.service.place.lat, zero.service.place.located) == (None, None)
    assert "coordinates-zero" in codes(zero)
    assert swapped.service.id != zero.service.id, "the same identifier does not make them one"


@needs_fixtures("HTML, entities and scripts become plain words")
def test_text(read):
    taken = read(latest(SERIES)["A6"]["data"])
    assert taken.service.summary == "Gentle circuits – all welcome"
    assert {"html-in-text", "script-in-text"} <= set(codes(taken))


@needs_fixtures("an item that is updated and later deleted on one page is gone, and one without data says nothing")
def test_what_a_page_says_last_counts():
    kept = latest(SESSIONS)
    assert kept["b1"]["state"] == "deleted"
    assert "data" not in kept["b10"]
    assert latest(SERIES)["A9"]["state"] == "deleted"
    assert len(latest(SERIES)) == 4 and len(kept) == 9
    assert json.dumps(kept["b2"]["modified"]) == "576460752303423490", "numbers above 2^53 stay whole"


def outcodes() -> Outcodes:
    return shipped_content().outcodes
