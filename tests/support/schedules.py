"""Schedules that nobody thought of, and independent readings of them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from uuid import UUID
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from dateutil import rrule
from dateutil.tz import resolve_imaginary
from hypothesis import strategies as st

from jointly.listings.model import DAYS, Schedule

ID = UUID("0a1c8a0e-9a55-4d5e-8a55-0f2f7e2b9c11")
ZONES = ("Europe/London", "Europe/London", "Europe/Dublin", "America/New_York", "Asia/Kolkata", "UTC")
CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from((0, 15, 30, 59)))
_FREQUENCIES = {"day": rrule.DAILY, "week": rrule.WEEKLY, "month": rrule.MONTHLY}


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    """A schedule that can be expanded: any pattern the model has, off its own first day or on it."""
    every = draw(st.sampled_from(("day", "week", "month")))
    first = draw(st.dates(date(2025, 1, 1), date(2028, 3, 1)))
    chosen = draw(st.sets(st.sampled_from(DAYS), max_size=4))
    month_days: set[int] = set()
    weeks: set[int] = set()
    if every == "month":
        month_days = draw(st.sets(st.sampled_from((1, 2, 15, 28, 29, 30, 31, -1, -2)), max_size=3))
        weeks = draw(st.sets(st.sampled_from((1, 2, 4, 5, -1, -2)), max_size=2)) if chosen else set()
    return Schedule(
        id=ID,
        start_on=first,
        start=draw(CLOCKS),
        minutes=draw(st.sampled_from((30, 60, 90, 300))),
        zone=draw(st.sampled_from(ZONES)),
        every=every,
        interval=draw(st.sampled_from((1, 1, 2, 3, 5))),
        days=tuple(day for day in DAYS if day in chosen),
        month_days=tuple(sorted(month_days)),
        weeks=tuple(sorted(weeks)),
        count=draw(st.none() | st.integers(1, 40)),
        ends_on=draw(st.none() | st.integers(0, 500).map(lambda days: first + timedelta(days))),
        except_on=tuple(sorted({first + timedelta(days) for days in draw(st.lists(st.integers(0, 200), max_size=4))})),
    )


def dateutil_starts(schedule: Schedule, last: datetime) -> list[datetime]:
    """The starts up to `last`, by dateutil's rules on local time without a zone."""
    monthly = schedule.every == "month"
    weekdays = [rrule.weekdays[DAYS.index(day)] for day in schedule.days]
    zone = ZoneInfo(schedule.zone)
    until = last.astimezone(zone).replace(tzinfo=None)
    if schedule.ends_on:
        until = min(until, datetime.combine(schedule.ends_on, datetime.max.time()))
    rule = rrule.rrule(
        _FREQUENCIES[schedule.every],
        dtstart=datetime.fromisoformat(f"{schedule.start_on}T{schedule.start}"),
        interval=schedule.interval,
        byweekday=[day(week) for day in weekdays for week in schedule.weeks] if schedule.weeks else weekdays or None,
        bymonthday=(schedule.month_days or None) if monthly else None,
        until=until,
    )
    starts = (at for at in islice(rule, schedule.count) if at.date() not in schedule.except_on)
    return sorted(resolve_imaginary(at.replace(tzinfo=zone)).astimezone(UTC) for at in starts)


def event_of(lines: tuple[str, ...]) -> icalendar.Calendar:
    """A calendar of one event with these lines, as icalendar reads it."""
    text = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//", "BEGIN:VEVENT", "UID:one", "DTSTAMP:20261121T120000Z")
    whole = "\r\n".join((*text, *lines, "END:VEVENT", "END:VCALENDAR", ""))
    return icalendar.Calendar.from_ical(whole)


def calendar_starts(lines: tuple[str, ...], first: datetime, last: datetime) -> Iterator[datetime]:
    """The starts between two instants, as another reader of calendars has them."""
    for event in recurring_ical_events.of(event_of(lines)).between(first, last):
        yield event["DTSTART"].dt.astimezone(UTC)
