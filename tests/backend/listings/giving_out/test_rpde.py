"""Pages of a feed: what RPDE's own checker says of sound and of damaged ones, and that no text changes their shape."""

import json
from pathlib import Path
from typing import Any

import pytest

from backend.listings.giving_out.conftest import ROOT, tai_chi
from backend.listings.giving_out.test_hostile import BAD, hostile
from jointly.listings.giving_out.addresses import SERIES, STANDS_FOR_ROOT
from jointly.listings.giving_out.dataset import json_of
from jointly.listings.giving_out.openactive import series_of
from jointly.listings.giving_out.rpde import page_of
from support.given_out import told

FEED = f"{ROOT}/open/openactive/session-series"
BODY = json_of(series_of(tai_chi(), STANDS_FOR_ROOT)).decode()
ROWS = [
    (str(number), 1_790_000_000_000 + number, number % 7 == 0, None if number % 7 == 0 else BODY)
    for number in range(500)
]
NEXT = f"{FEED}?afterTimestamp=1790000000499&afterId=499"


def page(address: str, rows: list, **changes: Any) -> dict[str, Any]:
    made = {"url": address, "json": json.loads(page_of(SERIES, rows, root=ROOT, address=address)), "status": 200}
    keep = "public, max-age=3600" if rows else "public, max-age=8"
    return made | {"contentType": "application/vnd.openactive.rpde+json; version=1", "cacheControl": keep} | changes


def damaged(**changes: Any) -> list[dict[str, Any]]:
    first = page(FEED, ROWS)
    first["json"] |= changes
    return [first]


def test_its_own_checker_finds_no_fault_in_sound_pages_and_one_in_each_damaged(tmp_path: Path):
    sound = [page(FEED, ROWS), page(NEXT, [])]
    [item, *items] = sound[0]["json"]["items"]
    feeds = [
        sound,
        damaged(next="/relative"),
        damaged(items=[{**item, "modified": "1790000000000"}, *items]),
        damaged(items=[{**item, "data": {}}, *items]),
        damaged(license=None),
        [page(FEED, ROWS, contentType="text/html")],
    ]
    found = told(tmp_path, feeds=feeds)["feeds"]
    assert found[0] == []
    assert all(found[1:])


def test_a_page_names_the_next_one_and_the_last_itself():
    assert page(FEED, ROWS)["json"]["next"] == NEXT
    assert page(f"{NEXT}&x=%2B", [])["json"] == {
        "next": f"{NEXT}&x=%2B",
        "items": [],
        "license": "https://creativecommons.org/licenses/by/4.0/",
    }


def test_an_item_has_its_data_under_todays_origin_and_a_gone_one_has_none():
    gone, there = page(FEED, ROWS[:2])["json"]["items"]
    assert gone == {"state": "deleted", "kind": "SessionSeries", "id": "0", "modified": 1_790_000_000_000}
    assert there["data"] == series_of(tai_chi(), ROOT)


@pytest.mark.parametrize("bad", BAD, ids=range(len(BAD)))
def test_no_text_breaks_out_of_its_item(bad: str):
    body = json_of(series_of(hostile(bad, "https://a.org.uk/"), STANDS_FOR_ROOT)).decode()
    [item] = page(FEED, [(bad.encode("utf-8", "replace").decode(), 5, False, body)])["json"]["items"]
    assert item.keys() == {"state", "kind", "id", "modified", "data"}
    assert item["data"]["@id"].startswith(ROOT)
    assert item["data"].keys() == series_of(hostile(bad, "https://a.org.uk/"), ROOT).keys()
