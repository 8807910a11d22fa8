"""When somebody is told of a check-in, whatever their quiet hours are."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from jointly.checkins.rules import Window
from jointly.reminders.rules.facts import Facts, OnPathway
from jointly.reminders.rules.planning import Wishes, planned

LONDON = ZoneInfo("Europe/London")
MONDAY = date(2026, 11, 23)
WEEK_LONG, DAY_LONG = Window("first", 0, 6), Window("first", 0, 0)
CASES = {
    "none: in the forenoon": (None, WEEK_LONG, ["2026-11-23T10:00", "2026-11-28T10:00"]),
    "over the forenoon": (("08:00", "12:30"), WEEK_LONG, ["2026-11-23T12:30", "2026-11-28T12:30"]),
    "all the time in which it is told: when they end": (
        ("08:00", "20:00"), WEEK_LONG, ["2026-11-23T20:00", "2026-11-28T20:00"],
    ),
    "all the day but an hour late": (("07:00", "23:00"), WEEK_LONG, ["2026-11-23T23:00", "2026-11-28T23:00"]),
    "all the day but an hour early: in the next morning": (
        ("07:00", "06:00"), WEEK_LONG, ["2026-11-24T06:00", "2026-11-29T06:00"],
    ),
    "all the day but a minute": (("10:00", "09:59"), WEEK_LONG, ["2026-11-24T09:59", "2026-11-29T09:59"]),
    "the same time twice is none": (("08:00", "08:00"), WEEK_LONG, ["2026-11-23T10:00", "2026-11-28T10:00"]),
    "of one day, until late: the same day": (("08:00", "23:30"), DAY_LONG, ["2026-11-23T23:30"]),
    "of one day, until the next: it is closed by then": (("07:00", "06:00"), DAY_LONG, []),
}  # fmt: skip


@pytest.mark.parametrize(("quiet", "window", "expected"), CASES.values(), ids=CASES)
def test_it_is_told_at_the_first_minute_that_is_not_quiet(quiet, window: Window, expected: list[str]) -> None:
    wishes = Wishes(
        secret=bytes(16),
        zone=LONDON,
        kinds=frozenset({"check-in"}),
        quiet=quiet and tuple(map(time.fromisoformat, quiet)),
    )
    facts = Facts(pathways=(OnPathway("way", (window,), MONDAY, None, frozenset()),))
    found = planned(wishes, facts, MONDAY, date(2026, 11, 30))
    assert [one.at.astimezone(LONDON).strftime("%Y-%m-%dT%H:%M") for one in found] == expected
    closed = datetime(2026, 11, 23 + window.to_day + 1, tzinfo=UTC)
    assert all(one.at < one.until <= closed for one in found)
