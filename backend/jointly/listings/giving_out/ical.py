"""Calendars of what is published here: one event a schedule, and one for each date that is cancelled or moved.

An event's UID is its schedule's for good. SEQUENCE and LAST-MODIFIED rise with every change of the listing. The time
zone is written with rules: of lists of dates some readers take only the first, and are an hour early in winter.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from msgspec.structs import replace

from jointly.listings.dates.clocks import LONDON
from jointly.listings.dates.rrule import lines_of
from jointly.listings.dates.timing import timing_of
from jointly.listings.giving_out import addresses
from jointly.listings.giving_out.ical_lines import folded, parameter, text, utc
from jointly.listings.giving_out.plain import line, link, mail
from jointly.listings.giving_out.wording import also_said
from jointly.listings.model import Occurrence, Place, Schedule, Service

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
ZONE = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
DTSTART:19700329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
DTSTART:19701025T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE"""


class Out(NamedTuple):
    """A listing that is given out, with the dates of which somebody spoke, those of the past year too."""

    service: Service
    said: tuple[Occurrence, ...] = ()


def calendar_of(name: str, listings: Iterable[Out], *, root: str) -> bytes:
    """A whole calendar, in the bytes that are given out."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Jointly//Listings//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{text(line(name))}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        *ZONE.split("\n"),
    ]
    for out in listings:
        lines += _events(out, root)
    return folded([*lines, "END:VCALENDAR"])


def _events(out: Out, root: str) -> Iterator[str]:
    """Each date that was spoken of goes with the schedule that planned it; one that none did is on by itself."""
    left = {one.original_start.astimezone(UTC): one for one in out.said}
    for schedule in out.service.schedules:
        when = lines_of(schedule, today=out.service.changed_at.date())
        if not when:
            continue
        yield from _event(out.service, _uid(schedule.id, root), root, when)
        planned = [at for at in sorted(left) if is_planned(schedule, at)]
        for one in (left.pop(at) for at in planned):
            at = [f"RECURRENCE-ID;TZID=Europe/London:{_local(one.original_start)}", *_at(one)]
            yield from _event(_as_on(out.service, one), _uid(schedule.id, root), root, at, one)
    for one in left.values():
        if one.status != "cancelled":
            yield from _event(_as_on(out.service, one), _uid(one.id, root), root, _at(one), one)


def _event(
    service: Service, uid: str, root: str, when: Iterable[str], date_: Occurrence | None = None
) -> Iterator[str]:
    changed = service.changed_at
    cancelled = service.status == "cancelled" or (date_ is not None and date_.status == "cancelled")
    yield "BEGIN:VEVENT"
    yield f"UID:{uid}"
    yield f"DTSTAMP:{utc(changed)}"
    yield f"LAST-MODIFIED:{utc(changed)}"
    yield f"SEQUENCE:{int((changed - _EPOCH).total_seconds())}"
    yield from when
    yield f"SUMMARY:{text(line(service.name))}"
    yield f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}"
    online = "You can also join online." if service.attendance == "mixed" else None
    described = "\n\n".join(filter(None, (service.summary, online, *also_said(service))))
    if text(described):
        yield f"DESCRIPTION:{text(described)}"
    yield f"URL:{link(service.url) or addresses.page(root, service.id)}"
    yield from _where(service)
    by = service.organisation
    reach = f"mailto:{mail(by.email)}" if mail(by.email) else link(by.url) or f"urn:uuid:{by.id}"
    yield f"ORGANIZER;CN={parameter(by.name)}:{reach}"
    if line(service.contact_name):
        yield f"CONTACT:{text(line(service.contact_name))}"
    labels = dict.fromkeys(text(line(concept.label)) for concept in (*service.activities, *service.topics))
    if any(labels):
        yield f"CATEGORIES:{','.join(filter(None, labels))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _where(service: Service) -> Iterator[str]:
    place = service.place if service.attendance != "online" else None
    if place is None:
        yield "LOCATION:Online"
        return
    parts = (place.name, place.street, place.locality, place.region, place.postcode)
    yield f"LOCATION:{text(', '.join(dict.fromkeys(filter(None, map(line, parts)))))}"
    if _is_known(place):
        yield f"GEO:{place.lat:.6f};{place.lon:.6f}"


def _is_known(place: Place) -> bool:
    """Whether its coordinates are its own, and not those of half a postcode."""
    return place.lat is not None and place.lon is not None and place.located != "outcode"


def _as_on(service: Service, date_: Occurrence) -> Service:
    """The listing as it is on one date; what is said of that date comes first."""
    said = "\n\n".join(filter(None, (date_.words, service.summary))) or None
    return replace(
        service,
        summary=said,
        name=date_.name or service.name,
        place=date_.place or service.place,
        url=date_.url or service.url,
    )


def _at(date_: Occurrence) -> list[str]:
    made = [f"DTSTART;TZID=Europe/London:{_local(date_.start)}"]
    return made + ([f"DTEND;TZID=Europe/London:{_local(date_.end)}"] if date_.end else [])


def is_planned(schedule: Schedule, at: datetime) -> bool:
    """Whether the schedule has a date that starts then; one that was taken out of it counts too."""
    timing = timing_of(replace(schedule, except_on=(), except_at=()), [])
    day: date = at.astimezone(LONDON).date()
    return timing is not None and any(start == at for _, start in timing.runs(day, day))


def _local(at: datetime) -> str:
    return f"{at.astimezone(LONDON):%Y%m%dT%H%M%S}"


def _uid(id: object, root: str) -> str:
    return f"{id}@{urlsplit(root).hostname}"
