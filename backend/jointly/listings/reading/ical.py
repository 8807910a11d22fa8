"""A calendar's bytes into the one model: one listing for each UID, whatever its neighbours in the file look like."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from icalendar import Calendar, Event

from jointly.listings.model import Problem, Taken
from jointly.listings.reading.feed import FeedFacts
from jointly.listings.reading.finishing import finished
from jointly.listings.reading.ical_dates import explicit_dates, is_readable, schedule_in
from jointly.listings.reading.ical_events import Group, group_of, service_in
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import tidy_text

MOST_BYTES = 10_000_000
MOST_EVENTS = 5_000


def read_calendar(data: bytes, *, feed: FeedFacts, now: datetime) -> list[Taken]:
    """Every listing of a calendar, and one of none for what is wrong with the calendar as a whole."""
    if len(data) > MOST_BYTES:
        return [_refused("calendar-too-long", f"{len(data)} bytes")]
    try:
        calendars = Calendar.from_ical(data, multiple=True)
    except Exception as error:  # the parser raises whatever its parts raise, and the bytes are anybody's
        return [_refused("calendar-unreadable", error)]
    if not calendars:
        return [_refused("calendar-unreadable", "no calendar in it")]
    made: list[Taken] = []
    for calendar in calendars:
        zone = tidy_text(str(calendar.get("X-WR-TIMEZONE", ""))) or None
        events = [event for event in calendar.walk("VEVENT") if isinstance(event, Event)]
        if len(events) > MOST_EVENTS:
            made.append(_refused("calendar-too-long", f"{len(events)} events"))
        made += [_taken(group, zone, feed, now) for group in _groups(events[:MOST_EVENTS])]
    return made


def _groups(events: Sequence[Event]) -> Iterator[list[Event]]:
    """The events of each UID, in the order of the calendar; one without a UID is alone."""
    by_uid: dict[str | int, list[Event]] = {}
    for number, event in enumerate(events):
        by_uid.setdefault(tidy_text(str(event.get("UID", ""))) or number, []).append(event)
    yield from by_uid.values()


def _taken(events: list[Event], zone: str | None, feed: FeedFacts, now: datetime) -> Taken:
    problems: list[Problem] = []
    try:
        return _read(group_of(events, problems), zone, feed, now, problems)
    except Exception as error:  # values are parsed when they are asked for, and raise what the parser raises
        note(problems, "event-unreadable", f"{type(error).__name__}: {error}")
        return Taken(service=None, problems=tuple(problems))


def _read(group: Group | None, zone: str | None, feed: FeedFacts, now: datetime, problems: list[Problem]) -> Taken:
    if group is None:
        return Taken(service=None, problems=tuple(problems))
    if not is_readable(group.main, problems):
        return Taken(service=None, problems=tuple(problems))
    service = service_in(group, feed, now, problems)
    if service is None:
        return Taken(service=None, problems=tuple(problems))
    service = schedule_in(service, group, zone, problems)
    found: list[Problem] = []
    dates = explicit_dates(service, group, zone, feed.dataset, found)
    for problem in found:
        note(problems, problem.code, problem.found)
    return finished(service, dates, now, problems, found)


def _refused(code: str, found: object) -> Taken:
    problems: list[Problem] = []
    note(problems, code, tidy_text(str(found)))
    return Taken(service=None, problems=tuple(problems))
