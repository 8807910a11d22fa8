"""What each of our formats carries of a listing (listings.md, section 7), and how it is read back.

A place without a region comes back with its town for one, for addresses must have one.
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, NamedTuple

from backend.listings.giving_out.conftest import NAMES, ROOT
from jointly.listings.giving_out import oruk
from jointly.listings.giving_out.dataset import json_of
from jointly.listings.giving_out.ical import Out, calendar_of
from jointly.listings.giving_out.openactive import series_of, session_of
from jointly.listings.giving_out.wording import also_said
from jointly.listings.model import Service, Taken
from jointly.listings.reading import openactive
from jointly.listings.reading import oruk as oruk_reading
from jointly.listings.reading.feed import FeedFacts
from jointly.listings.reading.ical import read_calendar

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
FACTS = FeedFacts(NAMES, "Somebody else")
Value = Callable[[Service], Any]


class Format(NamedTuple):
    """`carries` are the fields that come back, each with how it is compared. `dates` says whether single dates do."""

    through: Callable[[Out], Taken]
    carries: dict[str, Value]
    dates: bool


def through_openactive(out: Out) -> Taken:
    series = json.loads(json_of(series_of(out.service, ROOT)))
    sessions = [json.loads(json_of(session_of(out.service, date_, ROOT))) for date_ in out.said]
    return openactive.read_series(series, sessions, feed=FACTS, now=NOW, changed_at=out.service.changed_at)


def through_oruk(out: Out) -> Taken:
    return oruk_reading.read_service(json.loads(json_of(oruk.full(out.service, ROOT))), feed=FACTS, now=NOW)


def through_ical(out: Out) -> Taken:
    [taken] = read_calendar(calendar_of("x", [out], root=ROOT), feed=FACTS, now=NOW)
    return taken


def plainly(*names: str) -> dict[str, Value]:
    return {name: lambda service, name=name: getattr(service, name) for name in names}


def by(*names: str) -> Value:
    return lambda service: [getattr(service.organisation, name) for name in names]


def at(*names: str) -> Value:
    return lambda service: service.place and [getattr(service.place, name) for name in names]


def spot(service: Service) -> Any:
    found = service.place
    return found and found.located == "source" and (round(found.lat, 5), round(found.lon, 5))


def region(service: Service) -> Any:
    return service.place and (service.place.region or service.place.locality)


def prices(*names: str) -> Value:
    return lambda service: [[getattr(price, name) for name in names] for price in service.prices]


def url(service: Service) -> str:
    return service.url or f"{ROOT}/near/{service.id}"


def activities(service: Service) -> Any:
    return [(concept.id, concept.label) for concept in service.activities]


def repeats(service: Service) -> Any:
    return [
        (one.start_on, one.start, one.end, one.interval, one.days, one.weeks, one.ends_on, one.zone)
        for one in service.schedules
    ]


def patterns(service: Service) -> Any:
    """A calendar begins on the first day on which it truly runs; which days those are, its dates show."""
    return [rest for _, *rest in repeats(service)]


def named(service: Service) -> Any:
    """A calendar has one text for all of an address: the name of the place is what stands before the first comma."""
    return service.place and (service.place.name.partition(",")[0].strip(), service.place.postcode)


def stopped(service: Service) -> bool:
    """What has run its course is no longer active where it is read; only what was stopped says so."""
    return service.status == "cancelled"


def told(service: Service) -> str:
    """The description with what a format can only say there."""
    return "\n".join(filter(None, (service.summary, *also_said(service))))


def facets(service: Service) -> Any:
    placed = service.attendance != "online"
    return {name: yes for name, yes in service.stated.items() if name == "parking" and placed}


FORMATS = {
    "openactive": Format(
        through_openactive,
        plainly("name", "attendance", "min_age", "max_age", "gender", "to_bring", "booking_url", "changed_at")
        | {
            "organisation": by("name", "description", "url", "email", "phone"),
            "place": at("name", "street", "locality", "postcode", "country"),
            "region": region,
            "spot": spot,
            "cancelled": stopped,
            "access": lambda service: service.access_words or (service.place and service.place.access_note),
            "prices": lambda service: [(price.pence, price.currency, price.min_age) for price in service.prices],
            "url": url,
            "activities": activities,
            "parking": facets,
            "exceptions": lambda service: [one.except_on for one in service.schedules],
            "schedules": repeats,
        },
        dates=True,
    ),
    "oruk": Format(
        through_oruk,
        plainly(
            *("name", "kind", "attendance", "summary", "min_age", "max_age", "gender", "eligibility", "referral"),
            *("languages", "contact_name", "contact_email", "contact_phone", "conditions", "changed_at"),
        )
        | {
            "stated": lambda service: dict(service.stated),
            "organisation": by("name", "description", "url", "email", "phone", "charity"),
            "place": at("name", "street", "locality", "postcode", "country", "access_note", "uprn"),
            "region": region,
            "spot": spot,
            "prices": prices("pence", "name", "currency", "words"),
            "url": url,
            "activities": activities,
            "groups": lambda service: [topic.id for topic in service.topics],
            "checked": lambda service: service.checked_at and service.checked_at.date(),
            "booking": lambda service: service.schedules and service.booking_url,
            "schedules": repeats,
        },
        dates=False,
    ),
    "ical": Format(
        through_ical,
        plainly("name", "contact_name", "changed_at")
        | {
            "online": lambda service: service.attendance == "online",
            "cancelled": stopped,
            "organisation": by("name", "email"),
            "place": named,
            "spot": spot,
            "url": url,
            "labels": lambda service: {one.label for one in (*service.activities, *service.topics)},
            "schedules": patterns,
        },
        dates=True,
    ),
}
