"""A time zone as a calendar needs it: what its clocks do between two instants, taken from the system's own zones.

Each change of the clocks is written out with its own instant. Rules that repeat would have to be guessed; and of a list
of dates some readers take only the first.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
MARGIN = 2 * DAY
"""Before the first and after the last instant: local times and lengths of events reach beyond them."""


def zone_lines(name: str, first: datetime, last: datetime) -> Iterator[str]:
    """The VTIMEZONE of that IANA name, right from `first` to `last` (UTC)."""
    zone = ZoneInfo(name)
    begins = (first - MARGIN).replace(microsecond=0)
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{name}"
    yield from _observance(zone, begins, _offset(zone, begins))
    for at in changes(zone, begins, last + MARGIN):
        yield from _observance(zone, at, _offset(zone, at - SECOND))
    yield "END:VTIMEZONE"


def changes(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[datetime]:
    """The instants (UTC, whole seconds) after `first`, up to `last`, from which another offset or name holds."""
    at = first
    while at < last:
        then = min(at + DAY, last)
        if _shown(zone, at) != _shown(zone, then):
            yield _between(zone, at, then)
        at = then


def _between(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The first whole second with what holds at `after`: no zone changed twice within a day."""
    while after - before > SECOND:
        middle = before + timedelta(seconds=(after - before) // SECOND // 2)
        if _shown(zone, middle) == _shown(zone, before):
            before = middle
        else:
            after = middle
    return after


def _observance(zone: ZoneInfo, at: datetime, offset_before: timedelta) -> Iterator[str]:
    local = at.astimezone(zone)
    kind = "DAYLIGHT" if local.dst() else "STANDARD"
    yield f"BEGIN:{kind}"
    # Its onset is told by the clocks as they were before it.
    yield f"DTSTART:{at.astimezone(UTC).replace(tzinfo=None) + offset_before:%Y%m%dT%H%M%S}"
    yield f"TZOFFSETFROM:{_sign(offset_before)}"
    yield f"TZOFFSETTO:{_sign(_offset(zone, at))}"
    yield f"TZNAME:{local.tzname()}"
    yield f"END:{kind}"


def _shown(zone: ZoneInfo, at: datetime) -> tuple[timedelta, str | None]:
    return _offset(zone, at), at.astimezone(zone).tzname()


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _sign(offset: timedelta) -> str:
    """`+0100`; seconds only where a zone has them."""
    seconds = abs(int(offset.total_seconds()))
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{'-' if offset < timedelta() else '+'}{hours:02}{minutes:02}" + (f"{rest:02}" if rest else "")
