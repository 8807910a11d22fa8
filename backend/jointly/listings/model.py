"""The one model: what OpenActive, Open Referral UK and iCalendar say, in one shape, without loss of what matters.

Values only: reading a format makes them, publishing a format reads them, and one `Service` is kept as one document.
None always means "not stated", never "no". Times of schedules are wall-clock times of their zone (Europe/London unless
the source names another); instants of occurrences are UTC. Why it is one document: decision 14.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal
from uuid import UUID

import msgspec

Kind = Literal["activity", "peer-support", "service"]
Attendance = Literal["in-person", "online", "mixed"]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Located = Literal["source", "postcode", "outcode"]
"""How a place's coordinates are known: as the source gave them, or from the whole or the first half of its postcode."""


class Value(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True, gc=False):
    """A part of a listing. On disk and on the wire what is not stated is left out."""


class Organisation(Value):
    """Who runs it. `charity` is the number in the register of England and Wales, Scotland (SC…) or Northern Ireland."""

    id: UUID
    name: str
    description: str | None = None
    url: str | None = None
    email: str | None = None
    phone: str | None = None
    charity: str | None = None
    logo: str | None = None


class Place(Value):
    """Where it is. `lat` and `lon` are WGS 84 degrees inside the UK, with how they are known; both or neither."""

    id: UUID
    name: str
    street: str | None = None
    locality: str | None = None
    region: str | None = None
    postcode: str | None = None
    country: str = "GB"
    lat: float | None = None
    lon: float | None = None
    located: Located | None = None
    uprn: str | None = None
    access_note: str | None = None
    amenities: tuple[str, ...] = ()
    phone: str | None = None
    url: str | None = None


class Schedule(Value):
    """When it runs. `start` and `end` are `HH:MM` on the clock of `zone`; `every` with `interval` is how often.

    `weeks` goes with `every: month` and `days`: the first Tuesday is `weeks=(1,)`, the last `weeks=(-1,)`. `except_on`
    are local dates and `except_at` instants on which it does not run. `usual` means that it tells when it usually runs,
    and makes no dates: a PartialSchedule, or one without a zone or an end. `ends_on` is the last day, inclusive.
    """

    id: UUID
    start_on: date | None = None
    start: str | None = None
    end: str | None = None
    minutes: int | None = None
    zone: str = "Europe/London"
    zone_assumed: bool = False
    every: Literal["day", "week", "month"] | None = None
    interval: int = 1
    days: tuple[Day, ...] = ()
    month_days: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    ends_on: date | None = None
    count: int | None = None
    except_on: tuple[date, ...] = ()
    except_at: tuple[datetime, ...] = ()
    usual: bool = False
    note: str | None = None
    id_template: str | None = None
    valid_from: date | None = None


class Price(Value):
    """What it costs: `pence` is 0 when it is free. `words` are the source's own about this price."""

    pence: int
    name: str | None = None
    currency: str = "GBP"
    words: str | None = None
    min_age: int | None = None


class Concept(Value):
    """A term of a vocabulary, such as an activity of OpenActive's list. `id` is its address where it has one."""

    label: str
    scheme: str | None = None
    id: str | None = None


class Occurrence(Value):
    """One date. `original_start` names it for good, also when it is moved; all three instants are UTC.

    `place`, `url`, `name` and `words` are set where this date differs from the series. `capacity` and `remaining` are
    people. `explicit` says that the source or the publisher spoke of this very date; others come from the schedule.
    """

    id: UUID
    original_start: datetime
    start: datetime
    end: datetime | None = None
    status: Literal["scheduled", "cancelled", "moved"] = "scheduled"
    explicit: bool = False
    capacity: int | None = None
    remaining: int | None = None
    place: Place | None = None
    url: str | None = None
    name: str | None = None
    words: str | None = None


class Service(Value):
    """What people go to: one document. `stated` says yes or no to a facet; a facet that is left out is not stated.

    `key` is how its source names it (`@id`, id or UID). `summary` is plain text with line feeds. `referral` says who
    may send somebody. `conditions` are slugs of `facets.CONDITIONS`. `checked_at` is when a person last said that it is
    right; `changed_at` when the source last changed it. `usually` stands in place of dates where there is no true
    schedule. `also_at` are the other places of something that runs at several without saying when at which.
    """

    id: UUID
    key: str
    kind: Kind
    name: str
    organisation: Organisation
    changed_at: datetime
    summary: str | None = None
    attendance: Attendance = "in-person"
    place: Place | None = None
    url: str | None = None
    booking_url: str | None = None
    join_url: str | None = None
    image: str | None = None
    min_age: int | None = None
    max_age: int | None = None
    gender: Literal["any", "female", "male"] | None = None
    eligibility: str | None = None
    referral: Literal["self", "professional", "either"] | None = None
    level: str | None = None
    status: Literal["active", "inactive", "cancelled"] = "active"
    languages: tuple[str, ...] = ()
    contact_name: str | None = None
    contact_email: str | None = None
    contact_phone: str | None = None
    to_bring: str | None = None
    access_words: str | None = None
    price_words: str | None = None
    capacity: int | None = None
    schedules: tuple[Schedule, ...] = ()
    prices: tuple[Price, ...] = ()
    activities: tuple[Concept, ...] = ()
    topics: tuple[Concept, ...] = ()
    stated: Mapping[str, bool] = {}
    conditions: tuple[str, ...] = ()
    checked_at: datetime | None = None
    usually: str | None = None
    also_at: tuple[Place, ...] = ()


class Problem(Value):
    """Something wrong with what a source said: a stable `code` (see `problems.REMEDIES`), and the value as it stood."""

    code: str
    found: str | None = None


class Taken(Value):
    """What reading one series, with all that belongs to it, made: none for what is not shown, and the faults found."""

    service: Service | None
    occurrences: tuple[Occurrence, ...] = ()
    problems: tuple[Problem, ...] = ()


def encode(value: Value) -> str:
    """A value as it is kept: JSON."""
    return msgspec.json.encode(value).decode()


decode_service = msgspec.json.Decoder(Service).decode
decode_organisation = msgspec.json.Decoder(Organisation).decode
decode_occurrence = msgspec.json.Decoder(Occurrence).decode
