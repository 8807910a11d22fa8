"""Quiet hours: what falls into them waits for their end."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from jointly.reminders.rules.local import instant

Hours = tuple[time, time]
"""From when (quiet) until when (not any more). The same time twice means no quiet hours."""


def is_quiet(at: datetime, hours: Hours | None, zone: ZoneInfo) -> bool:
    """Whether a local clock there shows a quiet time at this instant."""
    if hours is None:
        return False
    start, end = hours
    clock = at.astimezone(zone).time().replace(tzinfo=None)
    return start <= clock < end if start <= end else clock >= start or clock < end


def out_of_quiet(at: datetime, hours: Hours | None, zone: ZoneInfo) -> datetime:
    """The instant itself, or the first one after it that is not quiet."""
    if hours is None or not is_quiet(at, hours, zone):
        return at
    day: date = at.astimezone(zone).date()
    ends = (instant(day + timedelta(days=more), hours[1], zone) for more in (0, 1, 2))
    found = next(end for end in ends if end > at)
    # Where clocks go back over the end of quiet hours they are quiet again, for as long as that lasts.
    while is_quiet(found, hours, zone):
        found += timedelta(minutes=1)
    return found.astimezone(UTC)
