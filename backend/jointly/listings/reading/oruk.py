"""Open Referral UK 3 (and HSDS 3) into the one model: one full service, as `/services/{id}` gives it."""

from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from jointly.listings.model import Attendance, Problem, Service, Taken
from jointly.listings.reading.ages import ages
from jointly.listings.reading.cleaning import key, line, words
from jointly.listings.reading.concepts import ACTIVITY_LIST
from jointly.listings.reading.facet_words import facet_of
from jointly.listings.reading.feed import FeedFacts
from jointly.listings.reading.finishing import finished
from jointly.listings.reading.ids import service_id
from jointly.listings.reading.links import link
from jointly.listings.reading.moments import moment, recent_day
from jointly.listings.reading.oruk_parts import charge_of, concepts_of, contact_of, organisation_in, terms_of
from jointly.listings.reading.oruk_places import access_of, places_of
from jointly.listings.reading.oruk_schedules import Opening, opening_of
from jointly.listings.reading.own_terms import ROOT, terms_in
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import text, thing, things, tidy, whole

_STATUS = {"active": "active", "inactive": "inactive", "defunct": "inactive", "temporarily closed": "inactive"}
_UTC = ZoneInfo("UTC")


def read_service(data: Any, *, feed: FeedFacts, now: datetime) -> Taken:
    """One service. It is also read out of a service at a location, which holds it."""
    problems: list[Problem] = []
    given = tidy(data)
    if not isinstance(given, dict):
        note(problems, "item-unreadable")
        return Taken(service=None, problems=tuple(problems))
    if thing(given.get("service")):
        given = {**thing(given["service"]), "service_at_locations": [{**given, "service": None}]}
    service = service_of(given, feed, now, problems)
    if service is None:
        return Taken(service=None, problems=tuple(problems))
    return finished(service, (), now, problems)


def service_of(given: Mapping[str, Any], feed: FeedFacts, now: datetime, problems: list[Problem]) -> Service | None:
    """A tidy service as one of the model; none when it has no name."""
    name = line(given.get("name"), problems)
    if name is None:
        note(problems, "name-missing")
        return None
    ref = key(given.get("id"))
    if ref is None:
        note(problems, "id-missing", name)
    id, today = service_id(feed.dataset, ref or name), now.date()
    locations = [thing(at.get("location")) for at in things(given.get("service_at_locations"))]
    where = places_of(given, feed.dataset, problems)
    if len(where.places) > 1:
        note(problems, "more-places", len(where.places))
    opening = opening_of(given, id, today, problems)
    concepts = concepts_of(terms_of(given), problems)
    own = terms_in(concept.id for concept in concepts)
    summary = "\n\n".join(filter(None, (words(given.get(part), problems) for part in ("description", "alert")))) or None
    charge, contact = charge_of(given, summary, today, problems), contact_of(given, problems)
    youngest, oldest = ages(given.get("minimum_age"), given.get("maximum_age"), problems)
    eligible = (words(given.get(part), problems) for part in ("eligibility_description", "application_process"))
    return Service(
        id=id,
        key=ref or name,
        kind=own.get("kind", feed.kind),
        name=name,
        organisation=organisation_in(given, feed, problems),
        changed_at=moment(given.get("last_modified"), problems, _UTC) or now,
        summary=summary,
        attendance=own.get("attendance") or _attendance(bool(where.places), where.virtual, opening, problems),
        place=where.places[0] if where.places else None,
        url=link(given.get("url"), problems),
        booking_url=_booking(given, problems),
        min_age=youngest,
        max_age=oldest,
        gender=own.get("gender"),
        eligibility="\n".join(filter(None, eligible)) or None,
        referral=own.get("referral"),
        status=_status(given, problems),
        languages=_languages(given, problems),
        contact_name=contact.name,
        contact_email=contact.email,
        contact_phone=contact.phone,
        to_bring=words(given.get("jointly_to_bring"), problems),
        capacity=whole(given.get("jointly_capacity"), 1),
        access_words="\n".join(dict.fromkeys(filter(None, (access_of(at, problems) for at in locations)))) or None,
        price_words=charge.words,
        schedules=opening.schedules,
        prices=charge.prices,
        activities=tuple(each for each in concepts if (each.id or "").startswith(f"{ACTIVITY_LIST}#")),
        topics=(
            *own["groups"],
            *(each for each in concepts if not (each.id or "").startswith((f"{ACTIVITY_LIST}#", ROOT))),
        ),
        stated={**_stated(given, locations), **own["stated"]},
        conditions=own["conditions"],
        checked_at=_checked(given, now, problems),
        usually=opening.usually,
        also_at=where.places[1:],
    )


def _attendance(placed: bool, virtual: bool, opening: Opening, problems: list[Problem]) -> Attendance:
    """How to take part, from the sorts of its places and from schedules that say it in one known word."""
    online = virtual or "online" in opening.ways
    if online:
        return "mixed" if placed or "in-person" in opening.ways else "online"
    if not placed:
        note(problems, "place-missing")
    return "in-person"


def _status(given: Mapping[str, Any], problems: list[Problem]) -> Any:
    found = (text(given.get("status")) or "active").lower()
    if found not in _STATUS:
        note(problems, "status-unknown", found)
    return _STATUS.get(found, "active")


def _checked(given: Mapping[str, Any], now: datetime, problems: list[Problem]) -> datetime | None:
    """When somebody last said that it is right: a day, taken at its beginning; none in the future."""
    day = recent_day(given.get("assured_date"), problems)
    return datetime.combine(day, time(), UTC) if day and day <= now.date() else None


def _booking(given: Mapping[str, Any], problems: list[Problem]) -> str | None:
    links = (link(each.get("schedule_link"), problems) for each in things(given.get("schedules")))
    return next(filter(None, links), None)


def _languages(given: Mapping[str, Any], problems: list[Problem]) -> tuple[str, ...]:
    found = (
        line(each.get("name") or each.get("language") or each.get("code"), problems)
        for each in things(given.get("languages"))
    )
    return tuple(dict.fromkeys(filter(None, found)))


def _stated(given: Mapping[str, Any], locations: list[dict[str, Any]]) -> dict[str, bool]:
    """Facets that a term, or a whole entry about access, names outright."""
    entries = [
        entry
        for location in locations
        for name in ("accessibility", "accessibility_for_disabilities")
        for entry in things(location.get(name))
    ]
    labels = [text(term.get("name") or term.get("term")) for term in terms_of(given, *locations, *entries)]
    labels += [text(entry.get(name)) for entry in entries for name in ("accessibility", "description")]
    return {facet: True for label in labels if (facet := facet_of(label))}
