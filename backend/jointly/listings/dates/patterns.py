"""How a schedule repeats, for people: a few values from which the words are made, and how often it runs."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Literal

from jointly.listings.dates.clocks import clock_of
from jointly.listings.dates.days import every
from jointly.listings.model import DAYS, Day, Schedule, Value

SELDOM = 365
"""Days: the most that `runs_days` answers."""
_ONCE = 30
"""Days after which to ask about what has no pattern."""
_PER = {"day": 1, "week": 7, "month": 30}


class Pattern(Value):
    """One schedule as it is told: "every 2 weeks on Tuesday, 10:30 to 11:30, until 15 December".

    `days` are in the order of the week; every day of the week is `every: day`. `weeks` are which of those weekdays in
    the month, `month_days` days by number, -1 the last. `start` and `end` are clocks, `HH:MM`; `end` is left out when
    it is not known or not on the same day. `first` and `last` are days, `last` included.
    """

    every: Literal["once", "day", "week", "month"]
    interval: int = 1
    days: tuple[Day, ...] = ()
    weeks: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    start: str | None = None
    end: str | None = None
    first: date | None = None
    last: date | None = None
    usual: bool = False


def pattern_of(schedule: Schedule) -> Pattern:
    """How a schedule repeats. What it leaves to its first day, such as the weekday, is said outright."""
    repeats, first = every(schedule), schedule.start_on
    days, weeks, month_days = schedule.days, (), ()
    if repeats == "month":
        weeks = schedule.weeks if days else ()
        month_days = schedule.month_days or ((first.day,) if first and not days else ())
    elif repeats == "week" and not days and first:
        days = (DAYS[first.weekday()],)
    # Every other week on each day is not every other day: only each week's seven days are "every day".
    if repeats in ("day", "week") and set(days) == set(DAYS) and schedule.interval == 1:
        repeats, days = "day", ()
    return Pattern(
        every=repeats or "once",
        interval=schedule.interval,
        days=tuple(day for day in DAYS if day in days),
        weeks=weeks,
        month_days=month_days,
        start=schedule.start,
        end=_end(schedule),
        first=first,
        last=schedule.ends_on,
        usual=schedule.usual,
    )


def runs_days(schedules: Iterable[Schedule]) -> int:
    """How often it runs: the days from one date to the next on average, at least 1, over all its schedules together."""
    a_day = sum(_dates_a_day(schedule) for schedule in schedules)
    return max(1, min(SELDOM, round(1 / a_day))) if a_day else _ONCE


def _dates_a_day(schedule: Schedule) -> float:
    repeats = every(schedule)
    if repeats is None or schedule.interval < 1:
        return 0
    wanted = len(set(schedule.days))
    if repeats == "day":
        dates = (wanted or 7) / 7
    elif repeats == "week":
        dates = wanted or 1
    elif schedule.month_days and wanted:
        # A weekday that is also one of some days of the month: one in seven of those days.
        dates = len(schedule.month_days) * wanted / 7
    else:
        dates = len(schedule.month_days) or wanted * (len(schedule.weeks) or 30 / 7) or 1
    return dates / (schedule.interval * _PER[repeats])


def _end(schedule: Schedule) -> str | None:
    start = clock_of(schedule.start or "")
    if schedule.minutes is None or start is None:
        end = clock_of(schedule.end or "")
        return schedule.end if end and not (start and end <= start) else None
    if not 0 < schedule.minutes < 24 * 60:
        return None
    begin = datetime.combine(date.min, start)
    end = begin + timedelta(minutes=schedule.minutes)
    return f"{end:%H:%M}" if end.date() == begin.date() else None
