"""The messy feeds of the fixtures, served as their README says: problems counted, no row lost or invented."""

from datetime import UTC, datetime

import pytest

from backend.listings.taking_in.conftest import SERIES, SESSIONS, Board
from support.fixtures import fixture_bytes, needs_fixtures

FOLDER = "constructed/rpde-messy"
PAGES = {
    f"{SERIES}?afterTimestamp=1790000000002&afterId=A4": "session-series-2",
    f"{SERIES}?afterTimestamp=1790000000004&afterId=A5": "session-series-3-empty-not-last",
    f"{SERIES}?afterTimestamp=1790000000005&afterId=A5x": "session-series-4",
    f"{SERIES}?afterTimestamp=1790000000006&afterId=A1": "session-series-5-last",
    SESSIONS: "scheduled-sessions-1",
    f"{SESSIONS}?afterChangeNumber=576460752303423498": "scheduled-sessions-2-last",
}

FAULTS = {
    "A1": {"activity-without-id": 1, "fee-in-text": 1, "place-name-is-numbers": 1},
    "A5": {"activity-missing": 1, "coordinates-swapped": 1, "schedule-over": 1},
    "A6": {"activity-missing": 1, "coordinates-zero": 1, "html-in-text": 1, "schedule-over": 1, "script-in-text": 1},
    "b5": {"end-before-start": 1, "zone-missing": 2},
    "b6": {"activity-is-text": 1, "address-is-text": 1, "organisation-missing": 1, "url-placeholder": 1},
    "b7": {"date-too-early": 1},
}


async def served(board: Board):
    """Both feeds, read in this order; the first begins at the page that is there."""
    board.net.answers |= {url: fixture_bytes(f"{FOLDER}/{name}.json") for url, name in PAGES.items()}
    return await board.add(next(iter(PAGES))), await board.add(SESSIONS)


@needs_fixtures("that the messy feeds are taken in with no row lost or invented")
async def test_every_row_is_there_and_every_fault_of_the_wrapping_counted(board: Board):
    series, sessions = await served(board)
    assert (await board.read(series)).state == "up-to-date"
    assert (await board.read(sessions)).state == "up-to-date"
    records = await board.records()
    assert {key: row[:2] for key, row in records.items()} == {
        "A9": (True, "1790000000003"),
        "A5": (False, "1790000000004"),
        "A6": (False, "1790000000005"),
        "A1": (False, "1790000000006"),
        "b1": (True, "576460752303423497"),
        "b2": (False, "576460752303423490"),
        "b3": (False, "576460752303423491"),
        "b4": (False, "576460752303423492"),
        "b5": (False, "576460752303423493"),
        "b6": (False, "576460752303423494"),
        "b7": (False, "576460752303423495"),
        "b8": (False, "576460752303423496"),
        "b10": (False, "576460752303423498"),
    }
    assert await board.faults(series) == {"next-relative": 1, "wrap-twice": 1}
    assert await board.faults(sessions) == {"wrap-twice": 1, "wrap-data-missing": 1}


@needs_fixtures("what the messy feeds become, in whatever order they come")
@pytest.mark.parametrize("children_first", [True, False])
async def test_what_they_become(board: Board, children_first: bool):
    series, sessions = await served(board)
    for id in (sessions, series) if children_first else (series, sessions):
        await board.read(id)
        await board.derive(id)
    assert {key: row[2] for key, row in (await board.records()).items()} == {
        **dict.fromkeys(("A9", "b1"), "gone"),
        **dict.fromkeys(("A1", "A5", "A6", "b2", "b3", "b5", "b6", "b7", "b8"), "used"),
        "b4": "waiting",
        "b10": "refused",
    }
    # A1 ended cancelled, and its sessions with it; what is past or further away than 12 weeks is no date.
    badminton = "No Strings Badminton and coaching Sessions - Thursday evenings 19:00 - 23:00"
    assert await board.listings() == {
        badminton: "cancelled",
        "Shadow Box Fit": "hidden",
        "Embedded parent": "shown",
    }
    # A5 and A6 have the same name, and are two.
    assert await board.rows("select count(*) from listing") == [(4,)]
    assert await board.dates(badminton) == [
        (datetime(2026, 12, 10, 19, tzinfo=UTC), "cancelled"),
        (datetime(2026, 12, 17, 19, tzinfo=UTC), "cancelled"),
    ]
    # Each fault is told of the item that has it, not of its parent.
    of_items = await board.rows(
        "select r.key, f.code, f.count from fault f join record r on r.id = f.record order by r.key, f.code"
    )
    assert of_items == [(key, code, count) for key, codes in FAULTS.items() for code, count in codes.items()]
