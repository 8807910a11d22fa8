"""When it runs, from OpenActive's eventSchedule: one that makes dates, or only says when it usually is."""

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid5

from jointly.listings.dates.clocks import LONDON, zone_of
from jointly.listings.model import DAYS, Day, Problem, Schedule
from jointly.listings.reading.cleaning import line
from jointly.listings.reading.exceptions import exceptions_of
from jointly.listings.reading.moments import clock, day, minutes
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import items, tail, text, things, whole

_MOST = 40
_CODES: Mapping[str, Day] = dict(zip(("mo", "tu", "we", "th", "fr", "sa", "su"), DAYS, strict=True))
_NAMES = "monday tuesday wednesday thursday friday saturday sunday"
_BY_NAME: Mapping[str, Day] = {
    **dict(zip(_NAMES.split(), DAYS, strict=True)),
    **{name: name for name in DAYS},
    **_CODES,
}
_EVERY: Mapping[str, str] = {"D": "day", "W": "week", "M": "month"}


def schedules_of(value: Any, service: UUID, problems: list[Problem]) -> tuple[Schedule, ...]:
    """The schedules of a tidy item."""
    return tuple(
        _schedule(given, uuid5(service, f"schedule {number}"), problems)
        for number, given in enumerate(things(value)[:_MOST])
    )


def _schedule(given: Mapping[str, Any], id: UUID, problems: list[Problem]) -> Schedule:
    zone, assumed = _zone(given, problems)
    days, weeks = days_of(given.get("byDay"), problems)
    month_days = numbers(given.get("byMonthDay"), 31)
    every, interval = _frequency(given, bool(days), bool(month_days), problems)
    start, end = clock(given.get("startTime"), problems), clock(given.get("endTime"), problems)
    length = minutes(given.get("duration"), problems)
    first = day(given.get("startDate"), problems)
    off, off_at = exceptions_of(given.get("exceptDate"), zone_of(zone) or LONDON, problems)
    lacking = {
        "startDate": first is None,
        "startTime": start is None,
        "endTime": end is None and length is None,
        "scheduleTimezone": assumed and text(given.get("scheduleTimezone")) is None,
        "repeatFrequency": every is None and not _is_once(given),
    }
    partial = tail(given.get("@type")) == "PartialSchedule"
    if not partial and any(lacking.values()):
        note(problems, "schedule-partial", ", ".join(name for name, missing in lacking.items() if missing))
    template = text(given.get("idTemplate"))
    return Schedule(
        id=id,
        start_on=first,
        start=start,
        end=end,
        minutes=length,
        zone=zone,
        zone_assumed=assumed,
        every=every,
        interval=interval,
        days=days,
        month_days=month_days,
        weeks=weeks or numbers(given.get("byMonthWeek"), 5),
        ends_on=day(given.get("endDate"), problems),
        count=whole(given.get("repeatCount"), 1),
        except_on=off,
        except_at=off_at,
        usual=partial or any(lacking.values()),
        note=line(given.get("description"), problems),
        id_template=template if template and "{startDate}" in template else None,
    )


def days_of(value: Any, problems: list[Problem]) -> tuple[tuple[Day, ...], tuple[int, ...]]:
    """Weekdays in the order of the week, and which of them in a month (`2TU` is the second Tuesday)."""
    days, weeks = set(), set()
    for item in items(value):
        for part in re.split(r"[,;\s]+", text(item) or ""):
            read = re.fullmatch(r"([+-]?[1-5])?([a-z]+)", tail(part).lower())
            found = _BY_NAME.get(read[2]) if read else None
            if found:
                days.add(found)
                weeks.update({int(read[1])} if read[1] else ())
            elif part:
                note(problems, "schedule-day-wrong", part)
    return tuple(name for name in DAYS if name in days), tuple(sorted(weeks))


def numbers(value: Any, most: int) -> tuple[int, ...]:
    """Days or weeks of a month: 1 to `most`, or from its end."""
    parts = [part for item in items(value) for part in re.split(r"[,;\s]+", text(item) or "")]
    found = (whole(part, -most, most) for part in parts)
    return tuple(dict.fromkeys(number for number in found if number))


def _frequency(given: Mapping[str, Any], by_day: bool, by_month_day: bool, problems: list[Problem]) -> tuple[Any, int]:
    """How often: days of the week alone are taken as weekly, days of the month as monthly, for feeds leave it out."""
    found = text(given.get("repeatFrequency"))
    if found is None:
        if by_day and not by_month_day and tail(given.get("@type")) != "PartialSchedule":
            note(problems, "schedule-weekly-assumed")
        return ("month" if by_month_day else "week" if by_day else None), 1
    read = re.fullmatch(r"P([1-9]\d{0,2})([DWM])", found.upper())
    if read is None:
        note(problems, "schedule-frequency-wrong", found)
        return None, 1
    count, unit = int(read[1]), _EVERY[read[2]]
    if unit == "day" and count % 7 == 0:
        return "week", count // 7
    return unit, count


def _is_once(given: Mapping[str, Any]) -> bool:
    """Whether a schedule without a pattern means one date: its last day is its first, or it says once."""
    if "repeatFrequency" in given:
        return False
    return given.get("endDate") == given.get("startDate") or whole(given.get("repeatCount")) == 1


def _zone(given: Mapping[str, Any], problems: list[Problem]) -> tuple[str, bool]:
    """The zone, and whether it is only assumed."""
    found = text(given.get("scheduleTimezone"))
    if found is None and (found := text(given.get("beta:timeZone")) or text(given.get("timeZone"))):
        note(problems, "zone-misnamed", found)
    known = zone_of(found) if found else None
    if found and known is None:
        note(problems, "schedule-zone-unknown", found)
    return (known.key, False) if known else ("Europe/London", True)


def is_day(value: Any) -> bool:
    """Whether a start is a date without a time."""
    return bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", text(value) or ""))


def only_day(given: Mapping[str, Any], service: UUID, problems: list[Problem]) -> Schedule:
    """The day, or the days, of an event that says no time: enough to tell when it is, not to make a date of."""
    first = day(given.get("startDate"), problems)
    return Schedule(
        id=uuid5(service, "day"), start_on=first, ends_on=day(given.get("endDate"), problems) or first, usual=True
    )
