"""Distances on the Earth, for places in and around the UK. Degrees are WGS 84, distances kilometres.

A box for a search is as wide as the circle in it: the usual 111.32 km a degree is 0.1 % too narrow, and loses rows.
"""

from math import asin, cos, degrees, radians, sin, sqrt
from typing import NamedTuple

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""
KM_PER_MILE = 1.609344
UK = (49.0, 61.0, -9.0, 2.0)
"""South, north, west and east of all that is taken for a place in the UK."""


class Box(NamedTuple):
    """All places within a distance lie in it."""

    south: float
    north: float
    west: float
    east: float


def box_around(lat: float, lon: float, km: float) -> Box:
    """The box of a circle of `km` (up to 1,000) around a place that is not near a pole."""
    turn = km / EARTH_KM
    dlat = degrees(turn)
    dlon = degrees(asin(sin(turn) / cos(radians(lat))))
    return Box(lat - dlat, lat + dlat, lon - dlon, lon + dlon)


def km_between(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Great-circle distance (haversine)."""
    a = radians(lat)
    b = radians(to_lat)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(to_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


def in_uk(lat: float, lon: float) -> bool:
    """Whether a place may be in the UK at all."""
    south, north, west, east = UK
    return south <= lat <= north and west <= lon <= east
