"""Squares: the country cut once, for everybody in the same way, into pieces about as large as people travel."""

from math import floor

TALL, WIDE = 0.18, 0.3
"""Degrees of latitude and of longitude: 20 km from south to north, and from west to east 21.5 km in Cornwall, 20 in
Yorkshire and 18 in the north of Scotland. Ours. The screen says about 12 miles."""


def square_of(lat: float, lon: float) -> str:
    """The square that a place is in, by its place in the rows of them."""
    return f"{floor(lat / TALL)} {floor(lon / WIDE)}"
