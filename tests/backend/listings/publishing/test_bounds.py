"""Dates that are none are refused in words, as is more than an organisation may publish; nothing of it is kept."""

from typing import Any
from uuid import uuid4

import pytest

from backend.listings.publishing.test_publishing import GROUP, NOW, found, publish, publishing, starts
from jointly.kit import clock
from jointly.listings.publishing import units
from support.service import Service

RUNS = GROUP["runs"][0]
MOVED = {"start": "2026-10-27T10:30:00Z", "change": "moved", "words": None}


@pytest.fixture(autouse=True)
def autumn(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(clock, "now", lambda: NOW)


async def test_days_that_are_too_far_away_are_told_and_not_kept(service: Service):
    async with publishing(service) as hands:
        for runs, code in (
            ({"first": "0001-01-01"}, "first-day-too-far"),
            ({"first": "1969-01-01"}, "first-day-too-far"),
            ({"first": "9999-12-31"}, "first-day-too-far"),
            ({"first": "2028-10-20"}, "first-day-too-far"),
            ({"last": "9999-12-31"}, "last-day-too-far"),
            ({"not_on": ["0001-01-01"]}, "last-day-too-far"),
        ):
            said = GROUP | {"runs": [RUNS | runs]}
            answer = await hands.client.put(f"/api/publishing/listings/{uuid4()}", json=said)
            assert (answer.status_code, answer.json()["code"]) == (400, code), runs
            assert "too far" in answer.json()["message"]
        assert (await hands.client.get("/api/publishing/board")).json()["listings"] == []
        for runs in ({"first": "2020-01-07"}, {"first": "2028-10-10"}, {"last": "2036-10-10"}):
            await publish(hands, runs=[RUNS | runs])


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("date", {"start": "0001-01-01T00:00:00+14:00", "change": "cancelled"}, 404),
        ("date", {"start": "9999-12-31T23:00:00-14:00", "change": None}, 404),
        ("date", MOVED | {"to_start": "9999-12-31T20:00:00-14:00", "to_end": "9999-12-31T23:00:00-14:00"}, 400),
        ("date", MOVED | {"to_start": "2020-01-01T00:00:00Z", "to_end": "2029-01-01T00:00:00Z"}, 400),
        ("date", MOVED | {"to_start": "2026-10-28T10:00:00Z", "to_end": "2026-10-29T10:01:00Z"}, 400),
        ("date", MOVED | {"to_start": "2026-10-28T10:00:00Z", "to_end": "9999-12-31T23:59:59-14:00"}, 400),
        ("date", MOVED | {"to_start": "2026-10-28T10:00:00Z", "to_end": "2026-10-29T10:00:00Z"}, 200),
        ("correct/taken-back", {"checked_at": "0001-01-01T00:00:00+14:00"}, 200),
    ],
)
async def test_a_date_is_moved_to_one_that_there_can_be(service: Service, path: str, body: dict[str, Any], status: int):
    async with publishing(service) as hands:
        id = (await publish(hands))["id"]
        answer = await hands.client.put(f"/api/publishing/listings/{id}/{path}", json=body)
        assert answer.status_code == status, answer.text
        board = (await hands.client.get("/api/publishing/board")).json()["listings"]
        assert (board[0]["checked_at"] or "2026") > "2024"
        if status != 200:
            [card] = await found(service)
            assert starts(card)[:2] == ["13 Oct 10:30", "27 Oct 10:30"]


async def test_a_report_is_of_a_day_that_somebody_may_have_gone(service: Service):
    async with publishing(service) as hands, service.client() as nobody:
        said = {"listing": (await publish(hands))["id"], "what": "was-not-on", "words": None}
        for day, status in (("0001-01-01", 400), ("9999-12-31", 400), ("2026-10-11", 204)):
            answer = await nobody.put(f"/api/publishing/reports/{uuid4()}", json=said | {"on": day})
            assert answer.status_code == status, day


async def test_one_more_than_an_organisation_may_publish_is_refused_and_what_is_there_can_be_changed(
    service: Service, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(units, "MOST", 2)
    async with publishing(service) as hands, publishing(service, "Others") as others:
        id = (await publish(hands))["id"]
        await publish(hands, published=False)
        answer = await hands.client.put(f"/api/publishing/listings/{uuid4()}", json=GROUP)
        assert (answer.status_code, answer.json()["code"]) == (409, "too-many-listings")
        assert (await publish(hands, id, name="Another name"))["said"]["name"] == "Another name"
        await publish(others)
