"""What a schedule must say before it makes dates, and the start and end of each: faults are told, not raised."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from jointly.listings.dates.clocks import LONDON, clock_of, instant, local, zone_of
from jointly.listings.dates.days import days_of, every
from jointly.listings.dates.problems import problem
from jointly.listings.model import Problem, Schedule

FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2200, 12, 31)
"""A schedule that is true begins between them: beyond lie years written as 0001, 1900 or 9999 for "not known"."""
MOST_INTERVAL = 1000
LONGEST = timedelta(days=14)
"""A session that lasts longer is a course, whose length says nothing about one date."""


class Timing(NamedTuple):
    """A schedule that can be expanded. One of `minutes` and `end` tells the end; neither: it is not known."""

    schedule: Schedule
    zone: ZoneInfo
    start: time
    end: time | None
    minutes: int | None

    def ends(self, day: date, start: datetime) -> datetime | None:
        """When the date that starts at this instant ends: after so many minutes, or when the clock shows its end."""
        if self.minutes is not None:
            return start + timedelta(minutes=self.minutes)
        if self.end is None:
            return None
        end = instant(day, self.end, self.zone)
        # On a night in spring the start may be moved past the end on the clock: the length then stays as planned.
        return end if end > start else start + (datetime.combine(day, self.end) - datetime.combine(day, self.start))

    def longest(self) -> timedelta:
        """How long before a moment a date may start and still be on then."""
        return timedelta(minutes=self.minutes) if self.minutes is not None else timedelta(days=1)

    def runs(self, first: date, last: date) -> Iterator[tuple[date, datetime]]:
        """Each local day from `first` to `last` with the instant of its start, exceptions left out."""
        off = self.off()
        for day in days_of(self.schedule, first, last):
            if day not in off:
                yield day, instant(day, self.start, self.zone)

    def off(self) -> set[date]:
        """The local days on which it does not run.

        An exception that is an instant stands for its local day: real feeds write `11:00Z` for a class at 11:00 in
        summer. So it also stands for the date that starts at that very instant, as a schedule has one start a day.
        """
        clocks = (local(at, self.zone) for at in self.schedule.except_at)
        return {*self.schedule.except_on, *(clock.date() for clock in clocks if clock)}


def timing_of(schedule: Schedule, problems: list[Problem]) -> Timing | None:
    """How to expand a schedule; none, with the fault in `problems`, when it cannot be."""
    zone = zone_of(schedule.zone)
    if zone is None:
        problems.append(problem("schedule-zone-unknown", schedule.zone))
        zone = LONDON
    start = _clock(schedule.start, problems)
    if start is None:
        if schedule.start is None:
            problems.append(problem("schedule-time-missing"))
        return None
    whole = _whole(schedule, problems)
    if whole is None:
        return None
    _check_first_day(whole, problems)
    minutes, end = _end(whole, start, problems)
    return Timing(whole, zone, start, end, minutes)


def _check_first_day(schedule: Schedule, problems: list[Problem]) -> None:
    first = schedule.start_on
    uncounted = msgspec.structs.replace(schedule, count=None, ends_on=None, valid_from=None)
    if first and not any(days_of(uncounted, first, first)):
        problems.append(problem("schedule-start-off-pattern", first))


def _clock(text: str | None, problems: list[Problem]) -> time | None:
    found = clock_of(text) if text is not None else None
    if text is not None and found is None:
        problems.append(problem("schedule-time-wrong", text))
    return found


def _end(schedule: Schedule, start: time, problems: list[Problem]) -> tuple[int | None, time | None]:
    if schedule.minutes is not None:
        if 0 < schedule.minutes <= LONGEST.total_seconds() // 60:
            return schedule.minutes, None
        problems.append(problem("schedule-length-wrong", schedule.minutes))
    end = _clock(schedule.end, problems)
    if end is not None and end <= start:
        problems.append(problem("schedule-end-before-start", f"{schedule.start} to {schedule.end}"))
        end = None
    return None, end


def _whole(schedule: Schedule, problems: list[Problem]) -> Schedule | None:
    """The schedule with only what can be used; none when what is left would be a guess."""
    if not 1 <= schedule.interval <= MOST_INTERVAL:
        problems.append(problem("schedule-interval-wrong", schedule.interval))
        return None
    counted = schedule.interval > 1 or schedule.count is not None
    by_start = every(schedule) in (None, "month", "week") and not schedule.days and not schedule.month_days
    if schedule.start_on is None:
        if counted or by_start:
            problems.append(problem("schedule-start-missing"))
            return None
    elif not FIRST_DAY <= schedule.start_on <= LAST_DAY:
        problems.append(problem("schedule-start-wrong", schedule.start_on))
        return None
    return _possible(schedule, problems)


def _possible(schedule: Schedule, problems: list[Problem]) -> Schedule | None:
    month_days = tuple(day for day in schedule.month_days if 1 <= abs(day) <= 31)
    weeks = tuple(week for week in schedule.weeks if 1 <= abs(week) <= 5)
    if (month_days, weeks) == (schedule.month_days, schedule.weeks):
        return schedule
    found = [*(set(schedule.month_days) - set(month_days)), *(set(schedule.weeks) - set(weeks))]
    problems.append(problem("schedule-month-day-wrong", ", ".join(map(str, sorted(found)))))
    # With none of them left, what remains would run on other days than were meant.
    if bool(month_days) != bool(schedule.month_days) or bool(weeks) != bool(schedule.weeks):
        return None
    return msgspec.structs.replace(schedule, month_days=month_days, weeks=weeks)
