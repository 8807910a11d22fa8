"""A schedule as the lines of an iCalendar event: DTSTART, its end, RRULE and EXDATE (RFC 5545).

Lines are not folded yet; whoever writes the calendar folds them, and adds the VTIMEZONE of the zone they name.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

import msgspec

from jointly.listings.dates.days import days_of, every
from jointly.listings.dates.timing import Timing, timing_of
from jointly.listings.model import Schedule

CODES = {"mon": "MO", "tue": "TU", "wed": "WE", "thu": "TH", "fri": "FR", "sat": "SA", "sun": "SU"}
FREQUENCIES = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY"}
_SEEN_AHEAD = timedelta(days=366 * 9)
"""How far to look for the first day: 29 February can be 8 years away."""
_COUNTED = timedelta(days=366 * 100)
_LAST = date(2999, 12, 31)
_DAY_END = time(23, 59, 59)


def lines_of(schedule: Schedule, *, today: date) -> tuple[str, ...]:
    """The lines, DTSTART first; empty for a schedule that makes no dates.

    DTSTART is the first day on which it truly runs, as readers disagree on one that is off its own pattern. Without a
    `start_on` the rule begins at `today`. Of a count and a last day the earlier is written, as one rule may not have
    both. Every exception is written as the start that it takes out, which is what other readers match.
    """
    timing = timing_of(schedule, []) if not schedule.usual else None
    if timing is None:
        return ()
    begin = schedule.start_on or today
    first = next(days_of(timing.schedule, begin, begin + _SEEN_AHEAD), None)
    if first is None:
        return ()
    rule = _rule(timing, begin, first)
    excepted = (f"EXDATE{_at(timing, day, timing.start)}" for day in sorted(timing.off()))
    return (f"DTSTART{_at(timing, first, timing.start)}", *_end(timing, first), *rule, *(excepted if rule else ()))


def _at(timing: Timing, day: date, clock: time) -> str:
    """What follows a property's name: that local time, with its zone."""
    words = f"{datetime.combine(day, clock):%Y%m%dT%H%M%S}"
    return f":{words}Z" if timing.zone.key in ("UTC", "Etc/UTC") else f";TZID={timing.zone.key}:{words}"


def _end(timing: Timing, first: date) -> Iterator[str]:
    if timing.minutes is not None:
        yield f"DURATION:PT{timing.minutes}M"
    elif timing.end is not None:
        yield f"DTEND{_at(timing, first, timing.end)}"


def _rule(timing: Timing, begin: date, first: date) -> tuple[str, ...]:
    schedule = timing.schedule
    repeats = every(schedule)
    if repeats is None:
        return ()
    parts = [f"FREQ={FREQUENCIES[repeats]}"]
    if schedule.interval > 1:
        parts.append(f"INTERVAL={schedule.interval}")
    if repeats == "month" and schedule.month_days:
        parts.append(f"BYMONTHDAY={','.join(map(str, schedule.month_days))}")
    if schedule.days:
        weeks = schedule.weeks if repeats == "month" else ()
        parts.append(f"BYDAY={','.join(f'{week}{CODES[day]}' for week in weeks or ('',) for day in schedule.days)}")
    return (f"RRULE:{';'.join([*parts, *_limit(timing, begin, first)])}",)


def _limit(timing: Timing, begin: date, first: date) -> Iterator[str]:
    """COUNT from the first day that is written, or UNTIL: whichever is over earlier."""
    schedule = timing.schedule
    if schedule.count is not None:
        counted = list(
            days_of(msgspec.structs.replace(schedule, ends_on=None, valid_from=None), begin, begin + _COUNTED)
        )
        if schedule.ends_on is None or (counted and counted[-1] <= schedule.ends_on):
            yield f"COUNT={sum(day >= first for day in counted)}"
            return
    if schedule.ends_on is not None:
        until = datetime.combine(min(schedule.ends_on, _LAST), _DAY_END, timing.zone).astimezone(UTC)
        yield f"UNTIL={until:%Y%m%dT%H%M%SZ}"
