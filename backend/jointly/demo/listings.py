"""What is on around Thornbeck, a town that is not there, near outcode LS29: 12 invented listings of 2 organisations.

A third organisation waits for the service's yes. One listing was confirmed long ago, and of one somebody said that it
was not on.

Their postcodes end in letters that no postcode ends in, their telephone numbers are of the range that is kept for
stories, and their web addresses of a name that nobody can register.
"""

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID, uuid5

from jointly.demo.town import PLACES, SAID, Said
from jointly.kit import clock
from jointly.kit.db import Query
from jointly.listings.dates.expanding import occurrences_of
from jointly.listings.dates.naming import occurrence_id
from jointly.listings.model import DAYS, Concept, Occurrence, Organisation, Place, Price, Schedule, Service, encode
from jointly.listings.publishing import reporting, units
from jointly.listings.publishing.making import OWN_GROUPS
from jointly.people import organisations
from jointly.people.house import House

NEAR = "LS29"
"""The first half of a postcode near which all of it is."""


class Group(NamedTuple):
    """An organisation of the demonstration: its name, what it says of itself, where it is written to and called."""

    name: str
    description: str
    site: str
    phone: str
    approved: bool = True


GROUPS = {
    "leisure": Group(
        "Thornbeck Leisure", "Classes and swimming for all ages.", "thornbeck-leisure.example", "0113 496 0110"
    ),
    "neighbours": Group(
        "Thornbeck Pain Neighbours",
        "People who live with pain, and meet over tea.",
        "pain-neighbours.example",
        "0113 496 0120",
    ),
    "bench": Group(
        "The Thornbeck Bench",
        "We sit, talk and stretch a little. We are new here.",
        "thornbeck-bench.example",
        "0113 496 0130",
        approved=False,
    ),
}


async def fill_listings(house: House) -> None:
    """Publishes what is on, the first time; after a first time that was cut off, what is missing."""
    now = clock.now()
    who = {"group": house.service, "purpose": "demonstration"}
    for key, group in GROUPS.items():
        id = await organisation_of(house, key)
        if not await house.db.read(units.listings_of, id, **who):
            await house.db.run(_publish, house, _organisation(id, group), key, now, subject=id, **who)


async def organisation_of(house: House, key: str) -> UUID:
    """One of `GROUPS`; made, if it is not there yet."""
    name = GROUPS[key].name
    made = {one.name: one.id for one in await organisations.organisations(house)}
    return made.get(name) or (await organisations.make(house, session=None, name=name)).id


def _publish(house: House, by: Organisation, key: str, now: datetime):
    yield from units.own_source(uuid5(house.service, "here"), house.service, now)
    yield Query(
        "insert into publisher (organisation, body, changed_at, approved_at) values (?, ?, ?, ?) "
        "on conflict (organisation) do nothing",
        (by.id, encode(by), now, now if GROUPS[key].approved else None),
    )
    mine = [said for said in SAID if said.by == key]
    yield from units.put([_service(said, by, now) for said in mine], now)
    for said in mine:
        if said.not_on:
            service = _service(said, by, now)
            yield from units.put([service], now, [_cancelled(service, said.not_on, now)])
        if said.complaint:
            listing, when = uuid5(by.id, said.name), now - timedelta(days=2)
            row = (uuid5(listing, "report"), listing, "was-not-on", when.date(), said.complaint, None, when)
            yield from reporting.add(row)


def _organisation(id: UUID, group: Group) -> Organisation:
    return Organisation(
        id=id,
        name=group.name,
        description=group.description,
        url=f"https://{group.site}",
        email=f"hello@{group.site}",
        phone=group.phone,
    )


def _service(said: Said, by: Organisation, now: datetime) -> Service:
    id = uuid5(by.id, said.name)
    return Service(
        id=id,
        key=str(id),
        kind=said.kind,
        name=said.name,
        organisation=by,
        changed_at=now,
        checked_at=now - timedelta(days=said.checked_days),
        summary=said.summary,
        attendance=said.attendance,
        place=_place(said.place, id) if said.place else None,
        booking_url=f"{by.url}/book" if said.books else None,
        referral=said.referral,
        gender=said.gender,
        min_age=said.min_age,
        to_bring=said.to_bring,
        access_words=said.access,
        capacity=said.capacity,
        contact_name=said.contact,
        schedules=(_schedule(said, id, now),),
        prices=tuple(Price(pence=pence, words=words) for pence, words in said.prices),
        topics=tuple(Concept(label=group, scheme=OWN_GROUPS, id=group) for group in said.groups),
        stated=dict.fromkeys(said.yes, True) | dict.fromkeys(said.no, False),
        conditions=said.conditions,
    )


def _place(name: str, listing: UUID) -> Place:
    street, postcode, lat, lon = PLACES[name]
    return Place(
        id=uuid5(listing, name),
        name=name,
        street=street,
        locality="Thornbeck",
        postcode=postcode,
        lat=lat,
        lon=lon,
        located="source",
    )


def _schedule(said: Said, id: UUID, now: datetime) -> Schedule:
    """It began in the week that was 4 weeks ago, on the first of its days."""
    monday = (now - timedelta(weeks=4, days=now.weekday())).date()
    return Schedule(
        id=uuid5(id, "schedule"),
        start_on=monday + timedelta(days=min(DAYS.index(day) for day in said.days)),
        start=said.start,
        end=said.end,
        every="month" if said.weeks else "week",
        interval=said.interval,
        days=said.days,
        weeks=said.weeks,
    )


def _cancelled(service: Service, words: str, now: datetime) -> Occurrence:
    """Its next date, which does not take place."""
    dates, _ = occurrences_of(service.id, service.schedules, now=now)
    start = dates[0].original_start
    return Occurrence(
        id=occurrence_id(service.id, start),
        original_start=start,
        start=start,
        end=dates[0].end,
        status="cancelled",
        explicit=True,
        words=words,
    )
