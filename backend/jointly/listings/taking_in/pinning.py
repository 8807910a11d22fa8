"""Places that came without coordinates, put where their whole postcode is, as far as this service can tell."""

from collections.abc import Iterator

from msgspec.structs import replace

from jointly.listings.model import Occurrence, Place, Service
from jointly.listings.reading.coordinates import Point
from jointly.listings.taking_in.groups import Derived, Shown
from jointly.listings.taking_in.intake import Intake

ASKS = 20
"""Postcodes of one batch that may be asked for outside, if the operator turned that on: the rest stay about where their
first half is until they are derived again."""


async def pinned(intake: Intake, made: Derived) -> Derived:
    """What was derived, with its places where their postcodes are; those whose source said where they are stay."""
    wanted = {place.postcode for one in made.shown for place in _rough(one)}
    if intake.whereabouts is None or not wanted:
        return made
    spots = await intake.whereabouts.spots(wanted, asks=ASKS)
    if spots:
        points = {postcode: Point(*spot) for postcode, spot in spots.items()}
        made.shown[:] = [_moved(one, points) for one in made.shown]
    return made


def _rough(one: Shown) -> Iterator[Place]:
    places = (one.service.place, *one.service.also_at, *(date.place for date in one.occurrences))
    return (place for place in places if place and place.located == "outcode" and place.postcode)


def _moved(one: Shown, points: dict[str, Point]) -> Shown:
    service: Service = replace(
        one.service,
        place=_place(one.service.place, points),
        also_at=tuple(_place(place, points) for place in one.service.also_at),
    )
    return one._replace(service=service, occurrences=tuple(_date(date, points) for date in one.occurrences))


def _date(date: Occurrence, points: dict[str, Point]) -> Occurrence:
    return replace(date, place=_place(date.place, points)) if date.place else date


def _place(place: Place | None, points: dict[str, Point]) -> Place | None:
    if place is None or place.located != "outcode" or place.postcode not in points:
        return place
    point = points[place.postcode]
    return replace(place, lat=point.lat, lon=point.lon, located="postcode")
