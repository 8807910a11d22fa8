"""Our dates are those of two other readers: of dateutil's rules, and of our own lines in an iCalendar event."""

from datetime import UTC, datetime, timedelta

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from jointly.listings.dates.expanding import MOST, occurrences_of
from jointly.listings.dates.rrule import lines_of
from jointly.listings.model import Schedule
from support.schedules import calendar_starts, dateutil_starts, schedules

WEEKS = 60
NOWS = st.integers(0, 900 * 24 * 60).map(lambda minutes: datetime(2025, 6, 1, tzinfo=UTC) + timedelta(minutes=minutes))


def starts_of(schedule: Schedule, now: datetime, weeks: int = WEEKS) -> list[datetime]:
    """The starts that we make."""
    dates, _ = occurrences_of(schedule.id, [schedule], now=now, weeks=weeks)
    return [date.start for date in dates]


@settings(max_examples=100, deadline=None, database=None)
@given(schedules(), NOWS)
def test_the_dates_are_those_of_dateutil(schedule: Schedule, now: datetime) -> None:
    until = now + timedelta(weeks=WEEKS)
    theirs = dateutil_starts(schedule, until + timedelta(days=1))
    near = sorted({at for at in theirs if at <= until and at + timedelta(minutes=schedule.minutes) > now})
    assert starts_of(schedule, now) == near[:MOST]


@settings(max_examples=60, deadline=None, database=None)
@given(schedules(), NOWS)
def test_other_calendars_read_the_same_dates_from_our_lines(schedule: Schedule, now: datetime) -> None:
    lines = lines_of(schedule, today=now.date())
    ours = starts_of(schedule, now, weeks=20)
    until = now + timedelta(weeks=20)
    if not lines:
        assert ours == []
        return
    theirs = {at for at in calendar_starts(lines, now, until + timedelta(seconds=1)) if at <= until}
    assert ours == sorted(at for at in theirs if at + timedelta(minutes=schedule.minutes) > now)


@settings(max_examples=50, deadline=None, database=None)
@given(schedules(), NOWS, st.integers(1, 30))
def test_what_is_read_later_is_what_was_to_come(schedule: Schedule, now: datetime, weeks: int) -> None:
    """Reading again some weeks later moves no date, makes none and loses none."""
    later = now + timedelta(weeks=weeks)
    long = msgspec.structs.replace(schedule, interval=max(schedule.interval, 2))
    early, late = (set(starts_of(long, at)) for at in (now, later))
    shared = (later, now + timedelta(weeks=WEEKS))
    assert {at for at in early if shared[0] <= at <= shared[1]} == {at for at in late if shared[0] <= at <= shared[1]}
