"""What an iCalendar event says of itself, dates apart. Attendees are people, and are never looked at."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from icalendar import Event

from jointly.listings.model import Attendance, Concept, Organisation, Place, Problem, Service
from jointly.listings.reading.cleaning import email, key, line, words
from jointly.listings.reading.coordinates import point
from jointly.listings.reading.feed import FeedFacts
from jointly.listings.reading.ids import part_id, service_id
from jointly.listings.reading.links import link, picture
from jointly.listings.reading.moments import in_utc
from jointly.listings.reading.organisations import publisher_of
from jointly.listings.reading.own_terms import ROOT, terms_in
from jointly.listings.reading.places import Address, made
from jointly.listings.reading.postcodes import split_off
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import number, tidy_text

_ONLINE = frozenset({"online", "virtual", "zoom", "microsoft teams", "teams", "google meet", "webinar", "by phone"})
_MEETINGS = ("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")


class Group(NamedTuple):
    """The events of one UID: the one that says it all, and those that speak of one date."""

    key: str
    main: Event
    overrides: list[Event]


class Where(NamedTuple):
    place: Place | None
    online: bool
    join_url: str | None


def group_of(events: list[Event], problems: list[Problem]) -> Group | None:
    """The events put in order; none when they are not for everybody."""
    for event in events:
        for name, error in getattr(event, "errors", ()):
            note(problems, "property-unreadable", tidy_text(f"{name}: {error}"))
    if any(value(event, "CLASS").upper() in ("PRIVATE", "CONFIDENTIAL") for event in events):
        note(problems, "event-private")
        return None
    newest = sorted(events, key=lambda event: number(value(event, "SEQUENCE")) or 0)
    mains = [event for event in newest if "RECURRENCE-ID" not in event]
    # Dates whose series is not in the file stand for it.
    main = mains[-1] if mains else events[0]
    overrides = {value(event, "RECURRENCE-ID"): event for event in newest if "RECURRENCE-ID" in event}
    uid = key(value(main, "UID"))
    if uid is None:
        uid = key(f"{value(main, 'SUMMARY')} {value(main, 'DTSTART')}") or "no UID"
        note(problems, "event-without-uid", uid)
    return Group(uid, main, list(overrides.values()))


def value(event: Event, name: str) -> str:
    """The text of a property, of the first where it stands more than once; empty when it is not there."""
    found = event.get(name)
    if isinstance(found, list):
        found = found[0] if found else None
    if found is None:
        return ""
    if not isinstance(found, str) and hasattr(found, "to_ical"):
        found = found.to_ical().decode("utf-8", "replace")
    return tidy_text(str(found))


def service_in(group: Group, feed: FeedFacts, now: datetime, problems: list[Problem]) -> Service | None:
    """The listing, without its dates; none when it has no name."""
    event = group.main
    name = line(value(event, "SUMMARY"), problems)
    if name is None:
        note(problems, "name-missing")
        return None
    where = where_of(event, feed.dataset, problems)
    labels = [label for found in _all(event, "CATEGORIES") for label in _categories(found)]
    own = terms_in(labels)
    return Service(
        id=service_id(feed.dataset, group.key),
        key=group.key,
        kind=own.get("kind", feed.kind),
        name=name,
        organisation=_organisation(event, feed, problems),
        changed_at=_changed(event) or now,
        summary=words(value(event, "DESCRIPTION"), problems),
        attendance=own.get("attendance") or _attendance(where, problems),
        place=where.place,
        url=link(value(event, "URL"), problems),
        join_url=where.join_url,
        image=picture(value(event, "IMAGE"), problems),
        gender=own.get("gender"),
        referral=own.get("referral"),
        status="cancelled" if value(event, "STATUS").upper() == "CANCELLED" else "active",
        contact_name=line(value(event, "CONTACT"), problems),
        topics=(*own["groups"], *_topics(labels, problems)),
        stated=own["stated"],
        conditions=own["conditions"],
    )


def where_of(event: Event, dataset: UUID, problems: list[Problem]) -> Where:
    """The place that LOCATION and GEO say, and where to join online."""
    joins = [found for name in _MEETINGS if (found := link(value(event, name), problems))]
    said = " ".join(value(event, "LOCATION").split())
    if re.match(r"https?://", said, re.IGNORECASE):
        return Where(None, True, next(iter(joins), None) or link(said, problems))
    if said.casefold() in _ONLINE:
        return Where(None, True, next(iter(joins), None))
    rest, code = split_off(line(value(event, "LOCATION").replace("\n", ", "), problems) or "")
    first, _, more = rest.partition(",")
    geo = event.get("GEO")
    spot = point(getattr(geo, "latitude", None), getattr(geo, "longitude", None), problems) if geo is not None else None
    if not (rest or code or spot):
        return Where(None, bool(joins), next(iter(joins), None))
    place = made(dataset, None, first.strip() or code or "", Address(street=more.strip() or None, postcode=code), spot)
    return Where(place, bool(joins), next(iter(joins), None))


def _attendance(where: Where, problems: list[Problem]) -> Attendance:
    if where.online:
        return "mixed" if where.place else "online"
    if where.place is None:
        note(problems, "place-missing")
    return "in-person"


def _organisation(event: Event, feed: FeedFacts, problems: list[Problem]) -> Organisation:
    organiser = event.get("ORGANIZER")
    name = line(str(getattr(organiser, "params", {}).get("CN", "")), problems)
    if name is None or "@" in name:
        return publisher_of(feed, problems)
    address = value(event, "ORGANIZER")
    is_mail, is_page = (address.lower().startswith(start) for start in ("mailto:", "http"))
    return Organisation(
        id=part_id(feed.dataset, "organisation", None, name),
        name=name,
        url=link(address, problems) if is_page else None,
        email=email(address, problems) if is_mail else None,
    )


def _topics(labels: Iterable[str], problems: list[Problem]) -> tuple[Concept, ...]:
    found = (line(label, problems) for label in labels if not label.startswith(ROOT))
    return tuple(dict.fromkeys(Concept(label=label) for label in found if label))


def _changed(event: Event) -> datetime | None:
    for name in ("LAST-MODIFIED", "DTSTAMP", "CREATED"):
        found: Any = getattr(event.get(name), "dt", None)
        if isinstance(found, datetime):
            return in_utc(found if found.tzinfo else found.replace(tzinfo=UTC))
        if isinstance(found, date):
            return datetime(found.year, found.month, found.day, tzinfo=UTC)
    return None


def _all(event: Event, name: str) -> list[Any]:
    found = event.get(name, [])
    return found if isinstance(found, list) else [found]


def _categories(found: Any) -> list[str]:
    return [tidy_text(str(label)) for label in getattr(found, "cats", [found])]
