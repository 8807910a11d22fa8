"""Local times and instants. The zone's own rules decide: a time that a clock change skips is the first one after it,
and one that comes twice is the first of the two."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@lru_cache(maxsize=1024)
def zone_called(name: str) -> ZoneInfo:
    """The zone of this name, or London's when this machine knows none such: a reminder at a likely time beats none."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return LONDON


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """When it is this local time, in UTC.

    >>> instant(date(2026, 3, 29), time(1, 30), LONDON).isoformat()  # the clocks go from 1:00 to 2:00
    '2026-03-29T01:00:00+00:00'
    >>> instant(date(2026, 10, 25), time(1, 30), LONDON).isoformat()  # 1:30 comes twice
    '2026-10-25T00:30:00+00:00'
    """
    local = datetime.combine(day, at, zone)
    found = local.astimezone(UTC)
    if found.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None):
        return found
    return _end_of_gap(found, zone)


def _end_of_gap(near: datetime, zone: ZoneInfo) -> datetime:
    """The instant at which the clocks went forward: the only change of offset within a day around `near`."""
    early, late = near - timedelta(days=1), near + timedelta(days=1)
    before = early.astimezone(zone).utcoffset()
    while late - early > timedelta(seconds=1):
        middle = early + (late - early) // 2
        early, late = (middle, late) if middle.astimezone(zone).utcoffset() == before else (early, middle)
    return late.replace(microsecond=0)


def local_day(at: datetime, zone: ZoneInfo) -> date:
    """The day on the calendar there."""
    return at.astimezone(zone).date()


def time_of(text: str) -> time:
    """A time of day as entries write it, such as `09:30`."""
    return time(int(text[:2]), int(text[3:5]))


def days_between(first: date, last: date) -> list[date]:
    """Every day from the first to the last, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
