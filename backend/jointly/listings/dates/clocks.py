"""From a clock on the wall to an instant, over the nights on which clocks change.

A time that a spring night leaves out is read an hour later, as it would be by whoever keeps the old time; one that an
autumn night has twice is its first. Both are what Python's zones do with `fold=0` (PEP 495), and what
`dateutil.tz.resolve_imaginary` answers.
"""

import re
from datetime import UTC, date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

LONDON = ZoneInfo("Europe/London")


@lru_cache(maxsize=256)
def zone_of(name: str) -> ZoneInfo | None:
    """The zone of that name, or none. A name from outside may also be a path, a folder, or no text at all."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def clock_of(text: str) -> time | None:
    """The time of day that `HH:MM` says, or none."""
    match = re.fullmatch(r"([01][0-9]|2[0-3]):([0-5][0-9])", text)
    return time(int(match[1]), int(match[2])) if match else None


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The instant in UTC at which that zone's clocks show `at` on that day."""
    return datetime.combine(day, at, zone).astimezone(UTC)


def local(at: datetime, zone: ZoneInfo) -> datetime | None:
    """What that zone's clocks show at this instant, without the zone; none beyond the years that dates can have.

    What names no zone itself is taken as the clock's own time.
    """
    try:
        return (at.astimezone(zone) if at.tzinfo else at).replace(tzinfo=None)
    except OverflowError:
        return None
