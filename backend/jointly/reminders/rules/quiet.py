"""Quiet hours: what falls into them waits for their end."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from jointly.reminders.rules.local import change_between

Hours = tuple[time, time]
"""From when (quiet) until when (not any more). The same time twice means no quiet hours, and never a whole day of them:
whatever somebody wishes, there is a minute of the day at which they are told."""


def is_quiet(at: datetime, hours: Hours | None, zone: ZoneInfo) -> bool:
    """Whether a local clock there shows a quiet time at this instant."""
    if hours is None:
        return False
    start, end = hours
    clock = at.astimezone(zone).time().replace(tzinfo=None)
    return start <= clock < end if start <= end else clock >= start or clock < end


def out_of_quiet(at: datetime, hours: Hours | None, zone: ZoneInfo) -> datetime:
    """The instant itself, or the first one after it that is not quiet, in UTC."""
    at = at.astimezone(UTC)
    while hours is not None and is_quiet(at, hours, zone):
        end = at + _until(at.astimezone(zone).time(), hours[1])
        # A clock that changes meanwhile shows the end of quiet hours sooner, or skips it, or shows them again.
        at = change_between(at, end, zone) or end
    return at


def _until(shown: time, end: time) -> timedelta:
    """How long a clock that shows the one takes to show the other: up to a day."""
    now, then = (timedelta(hours=one.hour, minutes=one.minute, seconds=one.second) for one in (shown, end))
    return (then - now) % timedelta(days=1) - timedelta(microseconds=shown.microsecond)
