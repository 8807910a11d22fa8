"""Quiet hours, also where a clock shows their end never or twice."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from jointly.reminders.rules.quiet import is_quiet, out_of_quiet
from support.minute_by_minute import MINUTE, quiet_minutes, wall

LONDON = "Europe/London"
CASES = {
    "not quiet: at once": (LONDON, "22:00", "08:00", "2026-06-01T12:00", "2026-06-01T12:00"),
    "over midnight, before it": (LONDON, "22:00", "08:00", "2026-01-10T23:00", "2026-01-11T08:00"),
    "over midnight, after it": (LONDON, "22:00", "08:00", "2026-01-11T03:00", "2026-01-11T08:00"),
    "their first minute is quiet": (LONDON, "22:00", "08:00", "2026-01-10T22:00", "2026-01-11T08:00"),
    "their last is not": (LONDON, "22:00", "08:00", "2026-01-11T08:00", "2026-01-11T08:00"),
    "a rest at noon": (LONDON, "12:00", "14:00", "2026-01-11T13:59", "2026-01-11T14:00"),
    "the same time twice is none": (LONDON, "08:00", "08:00", "2026-01-11T08:00", "2026-01-11T08:00"),
    "the night that is shorter": (LONDON, "22:00", "08:00", "2026-03-28T23:00", "2026-03-29T07:00"),
    "the night that is longer": (LONDON, "22:00", "08:00", "2026-10-24T22:00", "2026-10-25T08:00"),
    "an end that is skipped": (LONDON, "22:00", "01:30", "2026-03-29T00:10", "2026-03-29T01:00"),
    "an end that comes twice: the first": (LONDON, "22:00", "01:30", "2026-10-25T00:10", "2026-10-25T00:30"),
    "quiet again in the second of two hours": (LONDON, "22:00", "01:30", "2026-10-25T01:10", "2026-10-25T01:30"),
    "a beginning that is skipped": (LONDON, "01:30", "07:00", "2026-03-29T01:00", "2026-03-29T06:00"),
    "for a while not quiet, as the clock goes back": (LONDON, "01:30", "7:00", "2026-10-25T00:45", "2026-10-25T01:00"),
    "half an hour that comes twice": (
        "Australia/Lord_Howe", "22:00", "01:45", "2026-04-04T15:05", "2026-04-04T15:15",
    ),
    "a day that was skipped, with the end in it": (
        "Pacific/Apia", "22:00", "08:00", "2011-12-30T09:30", "2011-12-30T18:00",
    ),
    "midnight that is skipped": ("Africa/Cairo", "20:00", "00:00", "2026-04-23T21:00", "2026-04-23T22:00"),
}  # fmt: skip
CHANGES = (
    (LONDON, datetime(2026, 3, 29, 1, tzinfo=UTC)),
    (LONDON, datetime(2026, 10, 25, 1, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2026, 4, 4, 15, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2026, 10, 3, 15, 30, tzinfo=UTC)),
    ("Pacific/Apia", datetime(2011, 12, 30, 10, tzinfo=UTC)),
    ("Africa/Cairo", datetime(2026, 10, 29, 21, tzinfo=UTC)),
    ("Antarctica/Troll", datetime(2026, 3, 29, 1, tzinfo=UTC)),
    ("Antarctica/Troll", datetime(2026, 10, 25, 1, tzinfo=UTC)),
)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(("zone", "start", "end", "at", "expected"), CASES.values(), ids=CASES)
def test_what_falls_into_quiet_hours_comes_at_their_end(zone, start, end, at, expected) -> None:
    hours = tuple(time(*map(int, text.split(":"))) for text in (start, end))
    assert out_of_quiet(utc(at), hours, ZoneInfo(zone)) == utc(expected)


def test_none_are_never_quiet() -> None:
    at = utc("2026-01-11T03:00")
    assert not is_quiet(at, None, ZoneInfo(LONDON))
    assert out_of_quiet(at, None, ZoneInfo(LONDON)) == at


def test_the_end_is_met_to_the_microsecond() -> None:
    at = datetime(2026, 1, 11, 7, 59, 59, 999_999, UTC)
    hours = time(22), time(8)
    assert out_of_quiet(at, hours, ZoneInfo(LONDON)) == utc("2026-01-11T08:00")
    before = datetime(2026, 3, 29, 0, 59, 59, 5, UTC)
    assert out_of_quiet(before, (time(22), time(1, 30)), ZoneInfo(LONDON)) == utc("2026-03-29T01:00")


MINUTES = some.integers(0, 1439) | some.integers(0, 180)


@settings(max_examples=600)
@given(some.sampled_from(CHANGES), some.integers(-300, 300) | some.integers(-1500, 1500), MINUTES, MINUTES)
def test_it_is_the_first_minute_that_is_not_quiet(change, minutes: int, start: int, end: int) -> None:
    zone, moment = change
    at = moment + minutes * MINUTE
    quiet = quiet_minutes((start, end))
    clock = wall(zone, moment.date())
    place = int((at - clock.at[0]) / MINUTE)
    while clock.shows[place].hour * 60 + clock.shows[place].minute in quiet:
        place += 1
    hours = time(start // 60, start % 60), time(end // 60, end % 60)
    assert out_of_quiet(at, hours, ZoneInfo(zone)) == clock.at[place]


def test_any_day_of_a_year_ends_its_night_at_eight() -> None:
    zone = ZoneInfo("America/New_York")
    for number in range(365):
        day = date(2026, 1, 1) + timedelta(days=number)
        at = datetime.combine(day, time(23, 30), zone).astimezone(UTC)
        found = out_of_quiet(at, (time(22), time(8)), zone).astimezone(zone)
        assert (found.date(), found.time()) == (day + timedelta(days=1), time(8))
