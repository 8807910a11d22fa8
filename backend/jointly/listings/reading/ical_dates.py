"""The dates of an iCalendar event: its rule as a schedule, and each date that is spoken of by itself."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from icalendar import Event
from msgspec.structs import replace

from jointly.listings.dates.clocks import LONDON, zone_of
from jointly.listings.dates.naming import occurrence_id
from jointly.listings.dates.rrule_reading import schedule_of
from jointly.listings.model import Occurrence, Problem, Service
from jointly.listings.reading.cleaning import line, words
from jointly.listings.reading.ical_events import Group, value, where_of
from jointly.listings.reading.links import link
from jointly.listings.reading.moments import FIRST_YEAR, in_utc
from jointly.listings.reading.problems import note

_MOST = 500
LONGEST = timedelta(days=14)

When = date | datetime


def is_readable(event: Event, problems: list[Problem]) -> bool:
    """Whether the event has a start at all."""
    if _start(event) is None:
        note(problems, "event-without-start", value(event, "SUMMARY") or None)
        return False
    return True


def schedule_in(service: Service, group: Group, zone: str | None, problems: list[Problem]) -> Service:
    """The service with the schedule that the event's rule says. `zone` is the calendar's own, for times without one."""
    event = group.main
    rule = event.get("RRULE")
    if rule is None or "RECURRENCE-ID" in event:
        return service
    # Of several rules RFC 5545 allows one; the first is read.
    rule = rule[0] if isinstance(rule, list) else rule
    start, end = _start(event), _dt(event, "DTEND")
    _tell_zone(event, start, zone, problems)
    known = zone_of(zone) if zone else None
    if known and isinstance(start, datetime) and start.tzinfo is not None and _is_utc(start):
        # Calendars with a zone of their own write UTC and mean local time, as Google's do.
        start = start.astimezone(known)
    length = _dt(event, "DURATION")
    schedule, found = schedule_of(
        uuid5(service.id, "schedule"),
        start=start,
        end=end,
        length=length if isinstance(length, timedelta) else None,
        rule=rule.to_ical().decode(),
        exceptions=_listed(event, "EXDATE"),
        zone=zone,
    )
    for problem in found:
        note(problems, problem.code, problem.found)
    return replace(service, schedules=(schedule,)) if schedule else service


def explicit_dates(
    service: Service, group: Group, zone: str | None, dataset: UUID, problems: list[Problem]
) -> list[Occurrence]:
    """The dates that the file speaks of one by one: the event itself without a rule, RDATE, and overrides."""
    event, made = group.main, []
    clock = (zone and zone_of(zone)) or LONDON
    length = _length(event, clock, problems)
    if not service.schedules:
        _tell_zone(event, _start(event), zone, problems)
    if "RECURRENCE-ID" not in event:
        plain = [] if "RRULE" in event else [_start(event)]
        off = {_instant(given, clock) for given in _listed(event, "EXDATE")}
        for given in [*plain, *list(_listed(event, "RDATE"))[:_MOST]]:
            when, lasts = given if isinstance(given, tuple) else (given, length)
            lasts = _as_length(lasts, when, clock)
            start = _recent(when, clock, problems)
            if start and start not in off:
                made.append(_date(service, start, start, start + lasts if lasts else None))
    for override in group.overrides[:_MOST]:
        found = _override(service, event, override, clock, dataset, problems)
        if found:
            made.append(found)
    return made


def _override(
    service: Service, event: Event, override: Event, clock: ZoneInfo, dataset: UUID, problems: list[Problem]
) -> Occurrence | None:
    """One date that differs. Without a start of its own it is at its planned one."""
    planned = _planned(event, override, clock)
    if planned is None:
        note(problems, "event-unreadable", value(override, "RECURRENCE-ID"))
        return None
    if "RANGE" in getattr(override.get("RECURRENCE-ID"), "params", {}):
        note(problems, "event-range-not-read", planned)
    given = _start(override)
    start = _instant(given, clock) if given is not None else planned
    if start is None:
        note(problems, "date-wrong", value(override, "DTSTART"))
        return None
    if start.year < FIRST_YEAR:
        note(problems, "date-too-early", start)
        return None
    length = _length(override, clock, problems) or _length(event, clock, [])
    cancelled = value(override, "STATUS").upper() == "CANCELLED"
    date = _date(service, planned, start, start + length if length else None)
    name, summary = line(value(override, "SUMMARY"), problems), words(value(override, "DESCRIPTION"), problems)
    place, page = where_of(override, dataset, problems).place, link(value(override, "URL"), problems)
    return replace(
        date,
        status="cancelled" if cancelled else "moved" if start != planned else "scheduled",
        place=place if place != service.place else None,
        url=page if page != service.url else None,
        name=name if name != service.name else None,
        words=summary if summary != service.summary else None,
    )


def _date(service: Service, planned: datetime, start: datetime, end: datetime | None) -> Occurrence:
    id = occurrence_id(service.id, planned)
    return Occurrence(id=id, original_start=planned, start=start, end=end, explicit=True)


def _planned(event: Event, override: Event, clock: ZoneInfo) -> datetime | None:
    """The start that RECURRENCE-ID names. A date alone is that day at the series' time."""
    given, usual = _dt(override, "RECURRENCE-ID"), _start(event)
    if isinstance(given, date) and not isinstance(given, datetime) and isinstance(usual, datetime):
        given = datetime.combine(given, usual.time(), usual.tzinfo)
    return _instant(given, clock)


def _recent(given: When, clock: ZoneInfo, problems: list[Problem]) -> datetime | None:
    start = _instant(given, clock)
    if start is None:
        note(problems, "date-wrong", given)
        return None
    if start.year < FIRST_YEAR:
        note(problems, "date-too-early", given)
        return None
    return start


def _tell_zone(event: Event, start: When | None, zone: str | None, problems: list[Problem]) -> None:
    """Tells when a time has no zone, or one that is not known, and neither has the calendar."""
    if isinstance(start, datetime) and start.tzinfo is None and not (zone and zone_of(zone)):
        named = getattr(event.get("DTSTART"), "params", {}).get("TZID") or zone
        note(problems, "schedule-zone-unknown" if named else "zone-missing", named or start)


def _length(event: Event, clock: ZoneInfo, problems: list[Problem]) -> timedelta | None:
    """From start to end in true time; a day for a date without a time; none when it is not said."""
    start, end, lasts = _start(event), _dt(event, "DTEND"), _dt(event, "DURATION")
    if isinstance(lasts, timedelta):
        length: timedelta | None = lasts
    else:
        begins, ends = _instant(start, clock), _instant(end, clock)
        length = ends - begins if begins and ends else None
    if length is not None and length < timedelta():
        note(problems, "end-before-start", f"{start} to {end or lasts}")
        length = None
    if length is None and start is not None and not isinstance(start, datetime):
        return timedelta(days=1)
    return length if length and length <= LONGEST else None


def _as_length(lasts: Any, start: When, clock: ZoneInfo) -> timedelta | None:
    """The length of a period, whose second part is a length or an end."""
    if isinstance(lasts, date):
        begins, ends = _instant(start, clock), _instant(lasts, clock)
        lasts = ends - begins if begins and ends else None
    return lasts if isinstance(lasts, timedelta) and timedelta() < lasts <= LONGEST else None


def _instant(given: Any, clock: ZoneInfo) -> datetime | None:
    """The instant in UTC; a date is its midnight, and a time without zone one of the calendar's."""
    if isinstance(given, datetime):
        return in_utc(given if given.tzinfo else given.replace(tzinfo=clock))
    return in_utc(datetime.combine(given, time(), clock)) if isinstance(given, date) else None


def _listed(event: Event, name: str) -> Iterator[Any]:
    found = event.get(name, [])
    for each in found if isinstance(found, list) else [found]:
        for when in getattr(each, "dts", ()):
            yield when.dt


def _start(event: Event) -> When | None:
    found = _dt(event, "DTSTART")
    return found if isinstance(found, date) else None


def _dt(event: Event, name: str) -> Any:
    found = event.get(name)
    return getattr(found[0] if isinstance(found, list) and found else found, "dt", None)


def _is_utc(when: datetime) -> bool:
    return str(when.tzinfo) == "UTC"
