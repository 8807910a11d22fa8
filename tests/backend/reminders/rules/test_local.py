"""Local times as instants, in worked cases of clocks that change by an hour, by less, at midnight and by a day."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jointly.reminders.rules.local import LONDON, change_between, days_between, instant, local_day, time_of, zone_called
from support.minute_by_minute import wall

CASES = {
    "winter": ("Europe/London", "2026-03-28T09:00", "2026-03-28T09:00"),
    "summer": ("Europe/London", "2026-03-29T09:00", "2026-03-29T08:00"),
    "a time that is skipped is the first one after it": ("Europe/London", "2026-03-29T01:30", "2026-03-29T01:00"),
    "the last minute before the gap": ("Europe/London", "2026-03-29T00:59", "2026-03-29T00:59"),
    "the first minute after the gap": ("Europe/London", "2026-03-29T02:00", "2026-03-29T01:00"),
    "of two the first": ("Europe/London", "2026-10-25T01:30", "2026-10-25T00:30"),
    "after both": ("Europe/London", "2026-10-25T02:00", "2026-10-25T02:00"),
    "New York skips 2:30": ("America/New_York", "2026-03-08T02:30", "2026-03-08T07:00"),
    "New York has 1:30 twice": ("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30"),
    "Lord Howe skips half an hour": ("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:30"),
    "and has half an hour twice": ("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45"),
    "Chatham changes at a quarter to three": ("Pacific/Chatham", "2026-09-27T02:50", "2026-09-26T14:00"),
    "Kolkata never changes": ("Asia/Kolkata", "2026-03-29T01:30", "2026-03-28T20:00"),
    "Cairo skips midnight": ("Africa/Cairo", "2026-04-24T00:00", "2026-04-23T22:00"),
    "Havana has midnight twice": ("America/Havana", "2026-11-01T00:30", "2026-11-01T04:30"),
    "a whole day that was skipped ends at its end": ("Pacific/Apia", "2011-12-30T09:00", "2011-12-30T10:00"),
    "to its last minute": ("Pacific/Apia", "2011-12-30T23:59", "2011-12-30T10:00"),
}


@pytest.mark.parametrize(("zone", "local", "expected"), CASES.values(), ids=CASES)
def test_a_local_time_is_this_instant(zone: str, local: str, expected: str) -> None:
    at = datetime.fromisoformat(local)
    assert instant(at.date(), at.time(), ZoneInfo(zone)) == datetime.fromisoformat(expected).replace(tzinfo=UTC)


@given(some.sampled_from(sorted(CASES)), some.integers(-3, 3), some.integers(0, 1439))
def test_it_is_when_a_clock_on_the_wall_first_shows_it(case: str, days: int, minute: int) -> None:
    zone, local, _ = CASES[case]
    around = date.fromisoformat(local[:10])
    day = around + timedelta(days=days)
    found = instant(day, time(minute // 60, minute % 60), ZoneInfo(zone))
    assert found == wall(zone, around).first(day, minute)
    assert found.utcoffset() == timedelta(0)


def test_the_change_between_two_instants_is_found_to_the_second() -> None:
    early, late = datetime(2026, 3, 28, 12, tzinfo=UTC), datetime(2026, 3, 29, 12, tzinfo=UTC)
    change = datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert change_between(early, late, LONDON) == change
    assert change_between(change - timedelta(microseconds=1), late, LONDON) == change
    assert change_between(early, change, LONDON) == change
    assert change_between(change, late, LONDON) is None
    assert change_between(early, change - timedelta(seconds=1), LONDON) is None


@pytest.mark.parametrize("name", ["Nowhere/Atlantis", "", "../etc/passwd", "/etc/localtime", "Europe", "A" * 300])
def test_a_zone_that_nobody_knows_is_londons(name: str) -> None:
    assert zone_called(name) is LONDON


def test_small_words() -> None:
    assert zone_called("Asia/Kolkata") == ZoneInfo("Asia/Kolkata")
    assert time_of("09:30") == time_of("09:30:59+01:00") == time(9, 30)
    assert local_day(datetime(2026, 6, 30, 23, 30, tzinfo=UTC), LONDON) == date(2026, 7, 1)
    assert days_between(date(2026, 2, 28), date(2026, 3, 1)) == [date(2026, 2, 28), date(2026, 3, 1)]
    assert days_between(date(2026, 3, 2), date(2026, 3, 1)) == []
