"""Dates, times of day and lengths, as feeds write them."""

import re
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from jointly.listings.dates.clocks import LONDON
from jointly.listings.model import Problem
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import number, text

FIRST_YEAR = 2020
"""Earlier sessions and checks are over, or mistakes such as the year 1. The first day of a schedule may be older."""
LONGEST_SESSION = 24 * 60
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2}(?:\.\d+)?)?\s*(am|pm)?(?:Z|[+-]\d{2}:?\d{2}|\s|Z)*", re.IGNORECASE)
_LENGTH = re.compile(r"P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})(?:\.\d+)?S)?)?")


def moment(value: Any, problems: list[Problem], zone: ZoneInfo = LONDON) -> datetime | None:
    """The instant in UTC. A time without zone is one of `zone`, and told; a date alone is no instant."""
    found = text(value)
    if found is None:
        return None
    read = _read(found)
    if read is None:
        note(problems, "date-wrong", found)
        return None
    if read.year < FIRST_YEAR:
        note(problems, "date-too-early", found)
        return None
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}|\d{8}", found):
        note(problems, "date-without-time", found)
        return None
    if read.tzinfo is None:
        note(problems, "zone-missing", found)
        read = read.replace(tzinfo=zone)
    return in_utc(read)


def in_utc(read: datetime) -> datetime | None:
    """The instant in UTC; none at the ends of the calendar."""
    try:
        return read.astimezone(UTC).replace(fold=0)
    except (OverflowError, ValueError):
        return None


def day(value: Any, problems: list[Problem], code: str = "date-wrong") -> date | None:
    """A local date; of a date with a time, the date that is written."""
    found = text(value)
    if found is None:
        return None
    read = _read(found)
    if read is None:
        note(problems, code, found)
        return None
    return read.date()


def recent_day(value: Any, problems: list[Problem]) -> date | None:
    """A date that cannot be long ago, such as when somebody last looked."""
    found = day(value, problems)
    if found is not None and found.year < FIRST_YEAR:
        note(problems, "date-too-early", found)
        return None
    return found


def clock(value: Any, problems: list[Problem]) -> str | None:
    """A time of day as `HH:MM`. `24:00` is midnight."""
    found = text(value)
    if found is None:
        return None
    read = _CLOCK.fullmatch(found)
    if read is None and (whole := _read(found)) is not None and ("T" in found or " " in found):
        return whole.strftime("%H:%M")
    hour, minute = (int(read[1]), int(read[2])) if read else (99, 0)
    if read and read[3]:
        hour = hour % 12 + (12 if read[3].lower() == "pm" else 0) if 1 <= hour <= 12 else 99
    if (hour, minute) == (24, 0):
        hour = 0
    if hour > 23 or minute > 59:
        note(problems, "schedule-time-wrong", found)
        return None
    return time(hour, minute).strftime("%H:%M")


def minutes(value: Any, problems: list[Problem]) -> int | None:
    """The length of one session in minutes, from an ISO 8601 duration. That of a whole course is left out."""
    found = text(value)
    if found is None:
        return None
    read = _LENGTH.fullmatch(found.upper())
    if read is None or not any(read.groups()):
        note(problems, "duration-wrong", found)
        return None
    weeks, days, hours, mins, seconds = (int(part or 0) for part in read.groups())
    total = ((weeks * 7 + days) * 24 + hours) * 60 + mins + seconds // 60
    if total > LONGEST_SESSION:
        note(problems, "duration-of-course", found)
        return None
    return total or None


def when_changed(modified: Any) -> datetime | None:
    """When an item was changed, if `modified` tells: seconds or milliseconds since 1970, or a time. A number of changes
    does not."""
    seconds = number(modified)
    if seconds is not None:
        for unit in (1, 1000):
            if (
                datetime(2010, 1, 1, tzinfo=UTC).timestamp()
                < seconds / unit
                < datetime(2100, 1, 1, tzinfo=UTC).timestamp()
            ):
                return datetime.fromtimestamp(seconds / unit, UTC)
        return None
    found = text(modified)
    read = _read(found) if found else None
    return in_utc(read if read.tzinfo else read.replace(tzinfo=UTC)) if read else None


def _read(found: str) -> datetime | None:
    """An ISO 8601 date with or without a time. Weeks and days of the year are not meant by anybody."""
    if not re.match(r"\d{4}-?\d{2}-?\d{2}(?:[T ]|$)", found):
        return None
    try:
        return datetime.fromisoformat(found)
    except ValueError:
        return None
