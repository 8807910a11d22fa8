"""Coordinates: WGS 84 degrees inside the UK, or none. Real feeds swap them, leave them at 0 and put them in the sea."""

from typing import Any, NamedTuple

from jointly.listings.geo import UK
from jointly.listings.model import Problem
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import number


class Point(NamedTuple):
    lat: float
    lon: float


def point(lat: Any, lon: Any, problems: list[Problem]) -> Point | None:
    """The point, put right when latitude and longitude were swapped."""
    if lat is None and lon is None:
        return None
    found = f"{lat}, {lon}"
    north, east = number(lat), number(lon)
    if north is None or east is None:
        note(problems, "coordinates-wrong", found)
        return None
    if north == 0 and east == 0:
        note(problems, "coordinates-zero", found)
        return None
    if _inside(east, north):
        note(problems, "coordinates-swapped", found)
        north, east = east, north
    if not _inside(north, east):
        note(problems, "coordinates-outside", found)
        return None
    return Point(round(north, 6), round(east, 6))


def _inside(lat: float, lon: float) -> bool:
    south, north, west, east = UK
    return south <= lat <= north and west <= lon <= east
