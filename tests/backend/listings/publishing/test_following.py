"""When a group changes its times, a date that is off stays off, and one that was moved stands once."""

from datetime import UTC, date, datetime
from typing import Any

import icalendar
import pytest

from backend.listings.giving_out.conftest import said, schedule, tai_chi
from backend.listings.giving_out.test_feeds import SESSIONS, TAI_CHI, Clock, change, states
from backend.listings.publishing.test_publishing import GROUP, found, publish, publishing, starts
from jointly.kit import clock
from jointly.listings.publishing.following import followed
from support.service import Service


@pytest.fixture(autouse=True)
def time(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(clock, "now", lambda: made.now)
    return made


def runs(**changes: Any) -> list[dict[str, Any]]:
    return [GROUP["runs"][0] | {"interval": 1} | changes]


def fates(card: dict) -> list[tuple[str, str | None]]:
    return list(zip(starts(card), (when.get("status") for when in card["dates"]), strict=True))


async def events(service: Service, id: str) -> list[tuple[str, str, str]]:
    async with service.client() as nobody:
        made = icalendar.Calendar.from_ical((await nobody.get(f"/open/ical/{id}.ics")).content)
    return [
        (f"{event['RECURRENCE-ID'].dt:%d %b %H:%M}", f"{event['DTSTART'].dt:%d %b %H:%M}", str(event["STATUS"]))
        for event in made.walk("VEVENT")
        if "RECURRENCE-ID" in event
    ]


async def test_what_was_said_of_two_dates_holds_when_all_start_later(service: Service, time: Clock):
    async with publishing(service) as hands:
        id = (await publish(hands, **TAI_CHI, runs=runs()))["id"]
        await change(hands, id, "2026-10-20T09:30:00Z", change="cancelled", words="The hall is shut")
        moved = {"to_start": "2026-10-28T14:00:00Z", "to_end": "2026-10-28T15:00:00Z"}
        await change(hands, id, "2026-10-27T10:30:00Z", change="moved", **moved)
        await publish(hands, id, **TAI_CHI, runs=runs(start="11:00"))
        [card] = await found(service)
        assert fates(card)[:4] == [
            ("13 Oct 11:00", None),
            ("20 Oct 11:00", "cancelled"),
            ("28 Oct 14:00", "moved"),
            ("03 Nov 11:00", None),
        ]
        assert card["dates"][1]["words"] == "The hall is shut"
        assert await events(service, id) == [
            ("20 Oct 11:00", "20 Oct 11:00", "CANCELLED"),
            ("27 Oct 11:00", "28 Oct 14:00", "CONFIRMED"),
        ]
        time.on(seconds=3)
        told = await states(service, SESSIONS)
        assert {item.rpartition("_")[2]: state for item, state in told.items()} == {
            "20261020T093000Z": "deleted",
            "20261027T103000Z": "deleted",
            "20261020T100000Z": "updated",
            "20261027T110000Z": "updated",
        }
        for start in ("2026-10-20T10:00:00Z", "2026-10-27T11:00:00Z"):
            await change(hands, id, start, change=None)
        [card] = await found(service)
        assert {fate for _, fate in fates(card)} == {None}, "both can be taken back"


async def test_what_was_said_of_a_day_on_which_it_does_not_run_any_more_goes(service: Service):
    async with publishing(service) as hands:
        id = (await publish(hands, runs=runs()))["id"]
        await change(hands, id, "2026-10-20T09:30:00Z", change="cancelled")
        moved = {"to_start": "2026-10-29T14:00:00Z", "to_end": "2026-10-29T15:00:00Z"}
        await change(hands, id, "2026-10-27T10:30:00Z", change="moved", **moved)
        await publish(hands, id, runs=runs(first="2026-10-15", days=["thu"]))
        [card] = await found(service)
        assert fates(card)[:3] == [("15 Oct 10:30", None), ("22 Oct 10:30", None), ("29 Oct 10:30", None)]
        assert await events(service, id) == []
        await publish(hands, id, runs=runs())
        [card] = await found(service)
        assert fates(card)[1] == ("20 Oct 10:30", None), "nobody is told of what was said of another pattern"


@pytest.mark.parametrize(
    ("schedules", "kept"),
    [
        ((schedule(interval=1, start="11:00"),), {"2026-12-01T11:00", "2026-12-15T11:00"}),
        ((schedule(interval=1), schedule(interval=1, start="12:00")), {"2026-12-01T10:30", "2026-12-15T10:30"}),
        (
            (schedule(interval=1, start="10:00"), schedule(interval=1, start="18:00")),
            {"2026-12-01T10:00", "2026-12-15T10:00"},
        ),
        ((schedule(interval=1, start="11:00", except_on=(date(2026, 12, 1),)),), {"2026-12-15T11:00"}),
        ((schedule(interval=1, start="11:00", ends_on=date(2026, 12, 8)),), {"2026-12-01T11:00"}),
        ((), set()),
    ],
)
def test_each_goes_with_the_nearest_start_of_its_day(schedules: tuple, kept: set[str]):
    series = tai_chi(schedules=schedules)
    off = said(series, datetime(2026, 12, 1, 10, 30, tzinfo=UTC), status="cancelled")
    moved = said(
        series,
        datetime(2026, 12, 15, 10, 30, tzinfo=UTC),
        status="moved",
        start=datetime(2026, 12, 16, 14, tzinfo=UTC),
        end=datetime(2026, 12, 16, 15, tzinfo=UTC),
    )
    after = followed(series, [off, moved])
    assert {f"{one.original_start:%Y-%m-%dT%H:%M}" for one in after} == kept
    assert all(one.start == (one.original_start if one.status == "cancelled" else moved.start) for one in after)


def test_a_date_that_was_moved_to_where_all_of_them_are_now_is_as_usual():
    series = tai_chi(schedules=(schedule(interval=1, start="14:00", end="15:00"),))
    at = datetime(2026, 12, 1, 14, tzinfo=UTC)
    moved = said(series, at.replace(hour=10, minute=30), status="moved", start=at, end=at.replace(hour=15))
    assert followed(series, [moved]) == []
