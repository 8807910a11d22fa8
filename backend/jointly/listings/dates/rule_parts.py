"""The parts of an RRULE that say on which days: read into the fields of a schedule, or refused whole."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import islice
from typing import Any

import msgspec

from jointly.listings.dates.days import days_of
from jointly.listings.model import DAYS, Day, Schedule

FREQUENCIES = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "month"}
TOO_FREQUENT = ("SECONDLY", "MINUTELY", "HOURLY")
DAY_OF: Mapping[str, Day] = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), DAYS, strict=True))
KNOWN = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"}
_COMPARED = 24
"""Dates by which two beginnings of the week are told apart: they differ early or never."""


class NotUnderstood(Exception):
    """The rule says something that a schedule cannot."""

    def __init__(self, code: str = "rule-not-understood") -> None:
        super().__init__(code)
        self.code = code


def pattern_of(parts: Mapping[str, str], schedule: Schedule) -> dict[str, Any]:
    """The fields that FREQ, INTERVAL and the BY… parts set, for a schedule that begins on its `start_on`."""
    frequency = parts.get("FREQ")
    if frequency in TOO_FREQUENT:
        raise NotUnderstood("rule-too-frequent")
    if frequency not in FREQUENCIES or parts.keys() - KNOWN:
        raise NotUnderstood
    fields: dict[str, Any] = {"every": FREQUENCIES[frequency], "interval": whole_number(parts.get("INTERVAL", "1"))}
    if frequency == "YEARLY":
        fields["interval"] *= 12
    if not 1 <= fields["interval"] <= 1000:
        raise NotUnderstood("schedule-interval-wrong")
    _check_month(parts, frequency, schedule.start_on)
    fields |= _days(parts, frequency)
    if "WKST" in parts:
        _check_week(parts["WKST"], msgspec.structs.replace(schedule, **fields))
    return fields


def whole_number(text: str) -> int:
    """A number as rules write it."""
    if not re.fullmatch(r"[0-9]{1,6}", text):
        raise NotUnderstood
    return int(text)


def _check_month(parts: Mapping[str, str], frequency: str, start: date) -> None:
    """BYMONTH is kept only where it adds nothing: the month of a yearly date, or all twelve."""
    months = {whole_number(month) for month in parts["BYMONTH"].split(",")} if "BYMONTH" in parts else None
    if frequency == "YEARLY":
        plain = not ({"BYDAY", "BYMONTHDAY"} & parts.keys())
        if months != {start.month} and not (months is None and plain):
            raise NotUnderstood
    elif months is not None and months != set(range(1, 13)):
        raise NotUnderstood


def _days(parts: Mapping[str, str], frequency: str) -> dict[str, Any]:
    monthly = FREQUENCIES[frequency] == "month"
    fields: dict[str, Any] = {}
    if "BYMONTHDAY" in parts:
        fields["month_days"] = _numbers(parts["BYMONTHDAY"], 31)
    if "BYDAY" in parts:
        fields["days"], fields["weeks"] = _weekdays(parts["BYDAY"])
    if "BYSETPOS" in parts:
        # With one weekday alone its place in the set is its week; of several weekdays it is something else.
        if len(fields.get("days", ())) != 1 or fields["weeks"] or "month_days" in fields:
            raise NotUnderstood
        fields["weeks"] = _numbers(parts["BYSETPOS"], 5)
    if not monthly and (fields.get("weeks") or "month_days" in fields):
        raise NotUnderstood
    return fields


def _numbers(text: str, most: int) -> tuple[int, ...]:
    found = text.split(",")
    if not all(re.fullmatch(r"[+-]?[0-9]{1,2}", number) and 1 <= abs(int(number)) <= most for number in found):
        raise NotUnderstood
    return tuple(dict.fromkeys(map(int, found)))


def _weekdays(text: str) -> tuple[tuple[Day, ...], tuple[int, ...]]:
    """Weekdays and weeks; they must be each with each, as `2TU,4TU` is, and `1MO,3TH` is not."""
    pairs: dict[tuple[Day, int], None] = {}
    for part in text.split(","):
        match = re.fullmatch(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)", part.strip())
        if not match:
            raise NotUnderstood
        pairs[DAY_OF[match[2]], int(match[1] or 0)] = None
    days = tuple(day for day in DAYS if any(day == found for found, _ in pairs))
    weeks = tuple(dict.fromkeys(week for _, week in pairs))
    if len(pairs) != len(days) * len(weeks):
        raise NotUnderstood
    return days, () if weeks == (0,) else weeks


def _check_week(begins: str, schedule: Schedule) -> None:
    """Weeks begin on Monday here; another beginning is taken where it makes the same dates."""
    if begins not in DAY_OF:
        raise NotUnderstood
    if schedule.every != "week" or schedule.interval == 1 or begins == "MO":
        return
    start, step = schedule.start_on, timedelta(weeks=schedule.interval)
    first = start - timedelta((start.weekday() - DAYS.index(DAY_OF[begins])) % 7)
    days = schedule.days or (DAYS[start.weekday()],)
    after = sorted((DAYS.index(day) - first.weekday()) % 7 for day in days)
    theirs = (first + number * step + timedelta(day) for number in range(_COMPARED) for day in after)
    ours = days_of(schedule, start, start + _COMPARED * step)
    if list(islice((day for day in theirs if day >= start), _COMPARED)) != list(islice(ours, _COMPARED)):
        raise NotUnderstood
