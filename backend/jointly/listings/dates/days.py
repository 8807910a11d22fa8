"""On which local days a schedule runs, before its exceptions, as RFC 5545 reads FREQ, INTERVAL, BYDAY and the rest.

Weeks begin on Monday. A month that lacks the day is passed over, never filled in. The work is bounded by `last`, so a
rule that never matches ends too; why it is not a library's: those look on to the year 9999.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from jointly.listings.model import DAYS, Schedule


def days_of(schedule: Schedule, first: date, last: date) -> Iterator[date]:
    """The days from `first` to `last`, both included, in order.

    The schedule counts from its `start_on`; without one from `first`, which is right only where nothing is counted.
    """
    begin = schedule.start_on or max(first, schedule.valid_from or first)
    last = min(last, schedule.ends_on or last)
    if schedule.count is None:
        days = _from(schedule, begin, max(first, begin), last)
    else:
        days = islice(_from(schedule, begin, begin, last), max(schedule.count, 0))
    earliest = max(first, schedule.valid_from or first)
    return (day for day in days if day >= earliest)


def every(schedule: Schedule) -> str | None:
    """How it repeats. Days of the week without a frequency are read as weekly: real feeds leave it out."""
    return schedule.every or ("week" if schedule.days else None)


def _from(schedule: Schedule, begin: date, first: date, last: date) -> Iterator[date]:
    """The days from `first` on of a pattern that begins on `begin`, which is not after `first`."""
    if begin > last:
        return iter(())
    match every(schedule):
        case "day":
            days = _daily(schedule, begin, first, last)
        case "week":
            days = _weekly(schedule, begin, first, last)
        case "month":
            days = _monthly(schedule, begin, first, last)
        case _:
            days = iter((begin,))
    return (day for day in days if first <= day <= last)


def _daily(schedule: Schedule, begin: date, first: date, last: date) -> Iterator[date]:
    step = schedule.interval
    ahead = (first - begin).days // step * step
    wanted = {DAYS.index(day) for day in schedule.days or DAYS}
    for number in range(ahead, (last - begin).days + 1, step):
        day = begin + timedelta(number)
        if day.weekday() in wanted:
            yield day


def _weekly(schedule: Schedule, begin: date, first: date, last: date) -> Iterator[date]:
    monday = begin - timedelta(begin.weekday())
    step = schedule.interval
    ahead = (first - monday).days // 7 // step * step
    wanted = sorted({DAYS.index(day) for day in schedule.days} or {begin.weekday()})
    for week in range(ahead, (last - monday).days // 7 + 1, step):
        for weekday in wanted:
            yield monday + timedelta(7 * week + weekday)


def _monthly(schedule: Schedule, begin: date, first: date, last: date) -> Iterator[date]:
    step = schedule.interval
    start, there, end = (day.year * 12 + day.month - 1 for day in (begin, first, last))
    for number in range(start + (there - start) // step * step, end + 1, step):
        year, month = number // 12, number % 12 + 1
        for day in sorted(_days_of_month(schedule, begin, year, month)):
            yield date(year, month, day)


def _days_of_month(schedule: Schedule, begin: date, year: int, month: int) -> set[int]:
    """The numbers of the days on which it runs in one month."""
    weekday_of_first, length = monthrange(year, month)
    chosen = set(range(1, length + 1))
    if not schedule.month_days and not schedule.days:
        return chosen & {begin.day}
    if schedule.month_days:
        chosen &= {day if day > 0 else length + 1 + day for day in schedule.month_days}
    if schedule.days:
        firsts = {1 + (DAYS.index(day) - weekday_of_first) % 7 for day in schedule.days}
        chosen &= {day for day in range(1, length + 1) if _is_nth(day, firsts, schedule.weeks, length)}
    return chosen


def _is_nth(day: int, firsts: set[int], weeks: tuple[int, ...], length: int) -> bool:
    """Whether `day` is one of the weekdays whose first days are `firsts`, and the one that `weeks` counts."""
    if (day - 1) % 7 + 1 not in firsts:
        return False
    return not weeks or (day - 1) // 7 + 1 in weeks or -((length - day) // 7 + 1) in weeks
