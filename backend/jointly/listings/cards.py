"""What people are given of a listing: the same shape in a list, on its own page, and kept on the phone."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from jointly.listings.dates.patterns import Pattern, pattern_of
from jointly.listings.facets import BIT, mask
from jointly.listings.model import Attendance, Kind, Occurrence, Place, Price, Service, Value

DATES = 8
"""Dates to come that a card has, cancelled and moved ones included."""
ALSO_AT = 20
"""Other places that a card has."""


class When(Value):
    """One date to come. `moved_from` is where a moved one was."""

    id: UUID
    start: datetime
    end: datetime | None = None
    status: Literal["scheduled", "cancelled", "moved"] = "scheduled"
    moved_from: datetime | None = None
    place: Place | None = None
    remaining: int | None = None
    words: str | None = None


class Card(Value):
    """A listing as people read it. `facets` and `denied` are bits of `facets.BIT`: stated yes, and stated no; what has
    neither is not stated. `also_at` are more places at which it is, without saying when at which. `source` names an
    entry of the sources that go with the answer. Instants are UTC."""

    id: UUID
    kind: Kind
    name: str
    by: str
    organisation: UUID
    source: UUID
    attendance: Attendance
    facets: int
    denied: int = 0
    place: Place | None = None
    also_at: tuple[Place, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    usually: str | None = None
    dates: tuple[When, ...] = ()
    prices: tuple[Price, ...] = ()
    price_words: str | None = None
    summary: str | None = None
    level: str | None = None
    min_age: int | None = None
    max_age: int | None = None
    gender: Literal["any", "female", "male"] | None = None
    eligibility: str | None = None
    referral: Literal["self", "professional", "either"] | None = None
    languages: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    url: str | None = None
    booking_url: str | None = None
    phone: str | None = None
    email: str | None = None
    contact: str | None = None
    access_words: str | None = None
    to_bring: str | None = None
    checked_at: datetime | None = None
    checked_by: Literal["group", "worker"] | None = None
    runs_days: int = 7
    cancelled: bool = False


def card_of(
    service: Service,
    occurrences: Iterable[Occurrence],
    *,
    source: UUID,
    facets: int,
    runs_days: int,
    now: datetime,
    checked_by: Literal["group", "worker"] | None = None,
) -> Card:
    """The card of a listing as it is now."""
    organisation = service.organisation
    return Card(
        id=service.id,
        kind=service.kind,
        name=service.name,
        by=organisation.name,
        organisation=organisation.id,
        source=source,
        attendance=service.attendance,
        facets=facets,
        denied=mask(name for name, yes in service.stated.items() if not yes and name in BIT),
        place=service.place,
        also_at=service.also_at[:ALSO_AT],
        patterns=tuple(pattern_of(schedule) for schedule in service.schedules),
        usually=service.usually,
        dates=_dates(occurrences, now),
        prices=service.prices,
        price_words=service.price_words,
        summary=service.summary,
        level=service.level,
        min_age=service.min_age,
        max_age=service.max_age,
        gender=service.gender,
        eligibility=service.eligibility,
        referral=service.referral,
        languages=service.languages,
        activities=tuple(concept.label for concept in service.activities),
        url=service.url or organisation.url,
        booking_url=service.booking_url,
        phone=service.contact_phone or organisation.phone,
        email=service.contact_email or organisation.email,
        contact=service.contact_name,
        access_words=service.access_words or (service.place and service.place.access_note),
        to_bring=service.to_bring,
        checked_at=service.checked_at,
        checked_by=checked_by,
        runs_days=runs_days,
        cancelled=service.status == "cancelled",
    )


def _dates(occurrences: Iterable[Occurrence], now: datetime) -> tuple[When, ...]:
    to_come = sorted((one for one in occurrences if (one.end or one.start) >= now), key=lambda one: one.start)
    return tuple(when_of(one) for one in to_come[:DATES])


def when_of(one: Occurrence) -> When:
    """A date as people read it."""
    return When(
        id=one.id,
        start=one.start,
        end=one.end,
        status=one.status,
        moved_from=one.original_start if one.status == "moved" else None,
        place=one.place,
        remaining=one.remaining,
        words=one.words,
    )


encode_card = msgspec.json.Encoder().encode
decode_card = msgspec.json.Decoder(Card).decode
