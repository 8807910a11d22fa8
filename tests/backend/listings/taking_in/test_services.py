"""Directories of Open Referral UK and calendars, and finding what is at an address."""

import json
from datetime import timedelta

import pytest

from backend.listings.taking_in.conftest import HOST, Board, got, item, page, series
from jointly.kit.fetching import Failed, Got
from jointly.listings.taking_in.discovery import discover
from jointly.listings.taking_in.oruk_lists import read_list

LIST = f"{HOST}/api/services"
CALENDAR = f"{HOST}/club.ics"


def at(number: int) -> str:
    """The address of a page of the list."""
    return f"{LIST}?page={number}&per_page=50"


def listed(number: int, pages: int, *services: tuple[str, str | None], total: int = 99) -> dict:
    """A page of a list of version 3."""
    rows = [{"id": id, "name": f"Service {id}", "status": "active", "last_modified": when} for id, when in services]
    counts = {"total_items": total, "total_pages": pages, "page_number": number, "size": len(rows)}
    return {**counts, "first_page": number == 1, "last_page": number == pages, "empty": not rows, "contents": rows}


def whole(id: str, /, **also) -> dict:
    """A service by itself."""
    return {
        "id": id,
        "name": f"Service {id}",
        "status": "active",
        "organization": {"id": "org", "name": "Age Well", "description": "A charity."},
    } | also


async def test_a_directory_is_read_service_by_service_and_then_only_what_changed(board: Board):
    board.net.answers |= {
        at(1): listed(1, 2, ("a", "2026-11-01T10:00:00Z"), ("b/../c", "2026-11-01T10:00:00Z")),
        at(2): listed(2, 2, ("d", None)),
        f"{LIST}/a": whole("a"),
        f"{LIST}/b%2F..%2Fc": whole("b/../c"),
        f"{LIST}/d": whole("d"),
    }
    id = await board.add(LIST, "oruk3")
    feed = await board.read(id)
    assert (feed.state, feed.items, feed.expected) == ("up-to-date", 3, 99)
    assert board.net.asked == [at(1), f"{LIST}/a", f"{LIST}/b%2F..%2Fc", at(2), f"{LIST}/d"]
    await board.derive(id)
    assert await board.listings() == dict.fromkeys(("Service a", "Service b/../c", "Service d"), "shown")
    board.net.asked.clear()
    board.now += timedelta(hours=6)
    board.net.answers[at(1)] = listed(1, 2, ("a", "2026-11-21T10:00:00Z"), total=2)
    board.net.answers[at(2)] = listed(2, 2, ("d", None), total=2)
    board.net.answers[f"{LIST}/a"] = whole("a", name="Renamed")
    assert (await board.read(id)).run == 2
    assert board.net.asked == [at(1), f"{LIST}/a", at(2)]
    await board.derive(id)
    assert await board.listings() == {"Renamed": "shown", "Service b/../c": "gone", "Service d": "shown"}
    # What has no date of its last change is asked for once a week.
    board.net.asked.clear()
    board.now += timedelta(days=7)
    await board.read(id)
    assert board.net.asked == [at(1), at(2), f"{LIST}/d"]


async def test_a_directory_that_stops_answering_goes_on_where_it_was(board: Board):
    board.net.answers |= {
        at(1): listed(1, 1, ("a", "2026-11-01"), ("b", "2026-11-01"), ("c", "2026-11-01")),
        f"{LIST}/a": whole("a"),
        f"{LIST}/b": Failed(f"{LIST}/b", "status", 60, 429),
        f"{LIST}/c": Failed(f"{LIST}/c", "status", None, 404),
    }
    id = await board.add(LIST, "oruk3")
    feed = await board.read(id)
    assert (feed.state, feed.ask_again_at - board.now < timedelta(minutes=2)) == ("backoff", True)
    assert set(await board.records()) == {"a"}
    board.net.answers[f"{LIST}/b"] = whole("b")
    board.net.asked.clear()
    assert (await board.read(id)).state == "up-to-date"
    assert board.net.asked == [at(1), f"{LIST}/b", f"{LIST}/c"]
    assert set(await board.records()) == {"a", "b"}
    assert (await board.faults(id))["service-unanswered"] == 1


async def test_a_list_that_gives_the_same_page_again_is_left(board: Board):
    for number in range(1, 9):
        board.net.answers[at(number)] = listed(number, 99, ("a", "2026-11-01"))
    board.net.answers[f"{LIST}/a"] = whole("a")
    id = await board.add(LIST, "oruk3")
    assert (await board.read(id)).state == "cycle"
    assert await board.faults(id) == {"list-again": 1}


async def test_a_directory_of_version_1_tells_all_in_its_list(board: Board):
    service = whole("1", id=7, attending_type="venue", regular_schedules=[{"byday": "TU", "opens_at": "10:00"}])
    first = {"totalElements": 1, "totalPages": 1, "number": 1, "size": 50, "first": True, "last": True, "empty": False}
    board.net.answers[at(1)] = first | {"content": [service]}
    id = await board.add(LIST, "oruk1")
    assert (await board.read(id)).state == "up-to-date"
    assert board.net.asked == [at(1)]
    await board.derive(id)
    assert await board.listings() == {"Service 1": "shown"}


@pytest.mark.parametrize(
    ("said", "is_last"),
    [
        ({"last_page": True, "page_number": 2, "total_pages": 2}, True),
        ({"last_page": False, "page_number": 1, "total_pages": 2}, False),
        ({"last_page": True, "page_number": 1, "total_pages": 9}, False),
        ({"last_page": False, "page_number": 9, "total_pages": 9}, True),
        ({"last": True, "number": 8, "totalPages": 9}, True),
        ({"last_page": True}, True),
        ({}, False),
    ],
)
def test_the_end_of_a_list(said: dict, is_last: bool):
    for name in ("contents", "content"):
        page = read_list(got(LIST, said | {name: [{"id": "a"}]}))
        assert page.last is is_last
        unknown = not said.keys() & {"page_number", "number"}
        assert read_list(got(LIST, said | {name: []})).last is (is_last or unknown)


CLUB = "\r\n".join(
    (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "BEGIN:VEVENT",
        "UID:one",
        "DTSTAMP:20261101T100000Z",
        "SUMMARY:Walk",
        "DTSTART;TZID=Europe/London:20261124T103000",
        "DTEND;TZID=Europe/London:20261124T113000",
        "RRULE:FREQ=WEEKLY;COUNT=3",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    )
)


async def test_a_calendar_is_read_whole_and_only_when_it_changed(board: Board):
    board.net.answers[CALENDAR] = got(CALENDAR, CLUB, "text/calendar", etag='"1"')
    id = await board.add(CALENDAR, "ical")
    feed = await board.read(id)
    assert (feed.state, feed.etag) == ("up-to-date", '"1"')
    await board.derive(id)
    assert await board.listings() == {"Walk": "shown"}
    assert len(await board.dates("Walk")) == 3
    board.net.answers[CALENDAR] = Got(CALENDAR, 304, {}, b"", True)
    board.now += timedelta(hours=1)
    feed = await board.read(id)
    assert (feed.up_to_date_at, feed.etag) == (board.now, '"1"')
    assert await board.derive(id) == 0
    board.net.answers[CALENDAR] = got(CALENDAR, CLUB.replace("UID:one", "UID:two").replace("Walk", "Run"))
    await board.read(id)
    await board.derive(id)
    assert await board.listings() == {"Walk": "gone", "Run": "shown"}
    board.net.answers[CALENDAR] = got(CALENDAR, "<html>", "text/html")
    assert (await board.read(id)).state == "backoff"
    assert await board.listings() == {"Walk": "gone", "Run": "shown"}


async def test_a_catalogue_is_followed_to_every_feed_once(board: Board):
    def dataset(name: str) -> str:
        said = {
            "@type": "Dataset",
            "@id": f"{HOST}/{name}",
            "name": name,
            "publisher": {"name": "Council", "url": "javascript:alert(1)"},
            "distribution": [
                {"contentUrl": f"/{name}/series", "additionalType": "https://openactive.io/SessionSeries"},
                {"contentUrl": "javascript:alert(1)", "additionalType": "https://openactive.io/Event"},
                {"contentUrl": f"{HOST}/{name}/fu", "additionalType": "https://openactive.io/FacilityUse"},
            ],
        }
        return f'<html><script type="application/ld+json">{json.dumps(said)}</script></html>'

    top, low = f"{HOST}/top.jsonld", f"{HOST}/low.jsonld"
    board.net.answers |= {
        top: {"type": "DataCatalogCollection", "hasPart": [low, top, {"@id": f"{HOST}/lost"}]},
        low: {"@type": "DataCatalog", "dataset": [f"{HOST}/one", f"{HOST}/two", f"{HOST}/one"]},
        f"{HOST}/one": got(f"{HOST}/one", dataset("one"), "text/html"),
        f"{HOST}/two": got(f"{HOST}/two", dataset("two"), "text/html"),
    }
    found = await discover(board.intake, top)
    assert [(one.kind, one.url, one.publisher, one.publisher_url) for one in found.found] == [
        ("rpde", f"{HOST}/one/series", "Council", None),
        ("rpde", f"{HOST}/two/series", "Council", None),
    ]
    assert len({one.dataset for one in found.found}) == 2
    assert board.net.asked.count(f"{HOST}/one") == 1
    assert any("lost: no answer" in line for line in found.told)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (page(f"{HOST}/x", item("1", 1, series("1"))), "rpde"),
        (listed(1, 1, ("a", None)), "oruk3"),
        ({"content": [], "totalElements": 0}, "oruk1"),
        (CLUB, "ical"),
        ("<html>nothing", None),
        ({"some": "json"}, None),
        ("[" * 5000, None),
    ],
)
async def test_what_is_at_an_address_is_seen_from_what_it_answers(board: Board, body, kind):
    url = f"{HOST}/a"
    board.net.answers[url] = got(url, body)
    found = await discover(board.intake, url)
    assert [one.kind for one in found.found] == ([kind] if kind else [])
    assert found.told
    assert await board.rows("select count(*) from source") == [(0,)]
