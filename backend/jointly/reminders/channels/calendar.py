"""Somebody's own reminders as a calendar to subscribe to (RFC 5545, RFC 7986): the channel that needs nobody.

Each item is one event at a time of its zone's clocks, with an alarm at its start. Whoever can see that calendar, at
work or on a shared screen, can read the titles: they are as discreet as they are given.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from jointly.listings.dates.clocks import zone_of
from jointly.listings.giving_out.ical_lines import folded, text, utc
from jointly.reminders.channels.calendar_zones import zone_lines

MOST_ITEMS = 2_000
LONGEST = 24 * 60
"""Minutes of an item."""
LONGEST_SPAN = 5 * 366
"""Days from the first item to the last."""
REFRESH = "PT1H"
"""How often a reader is asked to look; many look more seldom."""
_UID = re.compile(r"[A-Za-z0-9._-]{1,64}")


@dataclass(frozen=True, slots=True)
class Item:
    """Something at a time. Raises `ValueError` for what no calendar can hold."""

    uid: str
    """1 to 64 letters, digits and `._-`; the same for as long as it is the same item."""
    start: datetime
    """What the clocks there show, without a zone. A time that a spring night leaves out is an hour later, one that an
    autumn night has twice is its first (RFC 5545, 3.3.5)."""
    zone: str
    """An IANA name, such as `Europe/London`."""
    minutes: int
    """0 to 1,440; 0 is a moment."""
    title: str
    why: str = ""
    """Why it is there, for whoever opens it; may be empty."""

    def __post_init__(self) -> None:
        if not _UID.fullmatch(self.uid):
            raise ValueError("the uid of an item has 1 to 64 letters, digits and ._-")
        if self.start.tzinfo is not None or not 1990 <= self.start.year <= 2200:
            raise ValueError("an item starts at a local time of 1990 to 2200, without a zone of its own")
        if not re.fullmatch(r"[A-Za-z0-9/_+-]{1,64}", self.zone) or zone_of(self.zone) is None:
            raise ValueError("the zone of an item is an IANA name")
        if not 0 <= self.minutes <= LONGEST:
            raise ValueError(f"an item takes 0 to {LONGEST} minutes")
        if not text(self.title):
            raise ValueError("an item has a title")

    @property
    def at(self) -> datetime:
        """The instant in UTC at which it starts."""
        return self.start.replace(tzinfo=ZoneInfo(self.zone), fold=0).astimezone(UTC)

    @property
    def is_clear(self) -> bool:
        """Whether the clocks there show that time once: not never, and not twice."""
        return self.start.replace(tzinfo=ZoneInfo(self.zone), fold=1).astimezone(UTC) == self.at


def calendar_of(name: str, items: Sequence[Item], *, host: str, changed_at: datetime) -> bytes:
    """The calendar in the bytes that are given out, in order of time: the same bytes for the same items.

    `name` is shown in the list of calendars; `host` makes uids unlike those of other services. `changed_at` is when the
    items last changed. Raises `ValueError` for more than 2,000 items, two with one uid, or more than 5 years of them.
    """
    ordered = sorted(items, key=lambda item: (item.at, item.uid))
    if len(ordered) > MOST_ITEMS or len({item.uid for item in ordered}) < len(ordered):
        raise ValueError(f"a calendar has {MOST_ITEMS} items at most, each with a uid of its own")
    if ordered and (ordered[-1].at - ordered[0].at).days > LONGEST_SPAN:
        raise ValueError(f"a calendar spans {LONGEST_SPAN} days at most")
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Jointly//Reminders//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{text(name)}",
        f"X-WR-CALNAME:{text(name)}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}",
        f"X-PUBLISHED-TTL:{REFRESH}",
        *_zones(ordered),
    ]
    for item in ordered:
        lines += _event(item, host, utc(changed_at))
    return folded([*lines, "END:VCALENDAR"])


def _zones(ordered: Iterable[Item]) -> Iterator[str]:
    by_zone: dict[str, list[datetime]] = {}
    for item in ordered:
        by_zone.setdefault(item.zone, []).append(item.at)
    for name in sorted(by_zone):
        yield from zone_lines(name, by_zone[name][0], by_zone[name][-1])


def _event(item: Item, host: str, changed_at: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{item.uid}@{host}"
    yield f"DTSTAMP:{changed_at}"
    yield f"LAST-MODIFIED:{changed_at}"
    # Readers do not agree on a time that clocks show never or twice: such a one is written as an instant.
    yield f"DTSTART;TZID={item.zone}:{item.start:%Y%m%dT%H%M%S}" if item.is_clear else f"DTSTART:{utc(item.at)}"
    if item.minutes:
        # No DTEND: in the hour that an autumn night has twice, it could not say which one it means.
        yield f"DURATION:PT{item.minutes}M"
    yield f"SUMMARY:{text(item.title)}"
    if text(item.why):
        yield f"DESCRIPTION:{text(item.why)}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield "TRIGGER:PT0S"
    yield f"DESCRIPTION:{text(item.title)}"
    yield "END:VALARM"
    yield "END:VEVENT"
