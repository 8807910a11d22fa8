"""Listings as organisations publish them here, and the moment at which they are looked at."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid5

import pytest

from jointly.listings.dates.naming import occurrence_id
from jointly.listings.giving_out.ical import Out
from jointly.listings.model import Concept, Occurrence, Organisation, Place, Price, Schedule, Service
from jointly.listings.reading.feed import FeedFacts

ROOT = "https://listings.msk-leeds.org.uk"
NAMES = UUID("4a7f5a52-4c4c-5d3f-8f5e-0c5d0a1b2c3d")
LIST = "https://openactive.io/activity-list"
TAI_CHI = Concept(label="Tai Chi", scheme=LIST, id=f"{LIST}#c16df6ed-a4a0-4275-a8c3-1c8cff56856f")


def organisation(name: str = "Ashford Leisure") -> Organisation:
    return Organisation(
        id=uuid5(NAMES, name),
        name=name,
        description="Runs classes for everybody.",
        url="https://ashford-leisure.org.uk/",
        email="hello@ashford-leisure.org.uk",
        phone="0113 496 0000",
        charity="1123456",
    )


def place(**changes) -> Place:
    return Place(
        **{
            "id": uuid5(NAMES, "hall"),
            "name": "Town hall",
            "street": "1 Main Street",
            "locality": "Leeds",
            "region": "West Yorkshire",
            "postcode": "LS1 1UR",
            "lat": 53.7996,
            "lon": -1.5491,
            "located": "source",
            "access_note": "A lift to every floor.",
        }
        | changes
    )


def schedule(**changes) -> Schedule:
    return Schedule(
        **{
            "id": uuid5(NAMES, "schedule 0"),
            "start_on": date(2026, 10, 6),
            "start": "10:30",
            "end": "11:30",
            "every": "week",
            "interval": 2,
            "days": ("tue",),
            "ends_on": date(2027, 6, 29),
        }
        | changes
    )


def tai_chi(**changes) -> Service:
    """A fortnightly class that says a lot of itself."""
    return Service(
        **{
            "id": uuid5(NAMES, "tai chi"),
            "key": str(uuid5(NAMES, "tai chi")),
            "kind": "activity",
            "name": "Tai chi for sore joints",
            "organisation": organisation(),
            "changed_at": datetime(2026, 11, 20, 9, 30, tzinfo=UTC),
            "checked_at": datetime(2026, 11, 20, tzinfo=UTC),
            "summary": "Slow, gentle movement.\nNo need to book.",
            "place": place(),
            "url": "https://ashford-leisure.org.uk/tai-chi",
            "booking_url": "https://ashford-leisure.org.uk/book",
            "min_age": 18,
            "max_age": 99,
            "gender": "any",
            "eligibility": "For anybody with joint pain.",
            "referral": "either",
            "languages": ("English", "Welsh"),
            "contact_name": "Jo at the desk",
            "contact_email": "desk@ashford-leisure.org.uk",
            "contact_phone": "0113 496 0001",
            "to_bring": "Flat shoes.",
            "capacity": 12,
            "schedules": (schedule(),),
            "prices": (Price(pence=450, name="Adult", words="Pay at the desk"), Price(pence=0, name="Carers")),
            "activities": (TAI_CHI,),
            "topics": (Concept(label="gentle-movement", scheme="jointly:groups", id="gentle-movement"),),
            "stated": {"step-free": True, "hearing-loop": False, "seated": True, "parking": True},
            "conditions": ("hands", "osteoarthritis", "long-term-pain"),
        }
        | changes
    )


def peers(**changes) -> Service:
    """A free group that is online and has no activity."""
    return tai_chi(
        **{
            "id": uuid5(NAMES, "peers"),
            "key": str(uuid5(NAMES, "peers")),
            "kind": "peer-support",
            "name": "Sore hands, warm drinks",
            "attendance": "online",
            "place": None,
            "join_url": "https://meet.secret-room.org.uk/1",
            "activities": (),
            "prices": (Price(pence=0),),
            "schedules": (schedule(id=uuid5(NAMES, "schedule 1"), every="month", interval=1, weeks=(1, -1)),),
        }
        | changes
    )


def said(service: Service, planned: datetime, **changes) -> Occurrence:
    """One date of which somebody spoke."""
    return Occurrence(
        **{
            "id": occurrence_id(service.id, planned),
            "original_start": planned,
            "start": planned,
            "end": planned.replace(hour=planned.hour + 1),
            "explicit": True,
        }
        | changes
    )


def with_dates(service: Service) -> Out:
    """The class with one date cancelled and one moved to another day and hour."""
    return Out(
        service,
        (
            said(service, datetime(2026, 12, 1, 10, 30, tzinfo=UTC), status="cancelled", words="The hall is shut"),
            said(
                service,
                datetime(2026, 12, 15, 10, 30, tzinfo=UTC),
                start=datetime(2026, 12, 16, 14, tzinfo=UTC),
                end=datetime(2026, 12, 16, 15, tzinfo=UTC),
                status="moved",
            ),
        ),
    )


@pytest.fixture(scope="session")
def now() -> datetime:
    return datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def facts() -> FeedFacts:
    return FeedFacts(uuid5(NAMES, "dataset"), "Somebody else")
