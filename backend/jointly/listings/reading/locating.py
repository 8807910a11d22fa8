"""Coordinates for places that came without: from the whole postcode where it is known, else from its first half."""

from collections.abc import Callable

from msgspec.structs import replace

from jointly.content.outcodes import Outcodes
from jointly.listings.model import Occurrence, Place, Taken
from jointly.listings.reading.coordinates import Point
from jointly.listings.reading.postcodes import outcode_of

Lookup = Callable[[str], Point | None]
"""Where a whole postcode is, such as an operator's own table tells; none when it is not there."""


def located(taken: Taken, outcodes: Outcodes, postcodes: Lookup | None = None) -> Taken:
    """What was read, with every place that has a postcode on the map. What the source gave stays as it is."""
    if taken.service is None:
        return taken
    service = taken.service
    return replace(
        taken,
        service=replace(
            service,
            place=located_place(service.place, outcodes, postcodes),
            also_at=tuple(located_place(place, outcodes, postcodes) for place in service.also_at),
        ),
        occurrences=tuple(_located_date(date, outcodes, postcodes) for date in taken.occurrences),
    )


def located_place(place: Place | None, outcodes: Outcodes, postcodes: Lookup | None = None) -> Place | None:
    """The place with how its coordinates are known."""
    if place is None or place.lat is not None or place.postcode is None:
        return place
    found = postcodes(place.postcode) if postcodes else None
    if found:
        return replace(place, lat=found.lat, lon=found.lon, located="postcode")
    centre = outcodes.centre(outcode_of(place.postcode))
    return replace(place, lat=centre.lat, lon=centre.lon, located="outcode") if centre else place


def _located_date(date: Occurrence, outcodes: Outcodes, postcodes: Lookup | None) -> Occurrence:
    return replace(date, place=located_place(date.place, outcodes, postcodes)) if date.place else date
