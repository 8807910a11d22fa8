"""All postcodes of an outcode as one row of bytes: 8 for each, so that 1.7 million take some 14 MB in all.

A number of 64 bits holds the second half of the postcode, and latitude and longitude to a hundred-thousandth of a
degree (about a metre) counted from 49° N 9° W. They are in order, so the second half is found by halving.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from sys import byteorder
from typing import NamedTuple

from jointly.listings.geo import UK

_WHOLE = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?)\s*([0-9])([A-Z])([A-Z])")
_BITS = 21
_MASK = (1 << _BITS) - 1
FINE = 100_000
"""Parts of a degree."""
SOUTH, _, WEST, _ = UK


class Code(NamedTuple):
    """A postcode in its two halves; the second as a number, `9AA` as 9 × 676."""

    outcode: str
    inward: int


def code_of(written: str) -> Code | None:
    """What somebody wrote, in capitals or not, as a postcode; none for what has not the shape of a whole one."""
    read = _WHOLE.fullmatch(written.strip().upper())
    if read is None:
        return None
    return Code(read[1], int(read[2]) * 676 + (ord(read[3]) - 65) * 26 + ord(read[4]) - 65)


def entry(inward: int, lat: float, lon: float) -> int:
    """One postcode as a number; the place must be inside `geo.UK`."""
    return inward << 2 * _BITS | round((lat - SOUTH) * FINE) << _BITS | round((lon - WEST) * FINE)


def bytes_of(entries: Iterable[int]) -> tuple[bytes, int]:
    """The row, and how many there are in it: of a postcode that is there twice the first counts."""
    kept, last = array("Q"), -1
    for one in sorted(entries, key=lambda each: each >> 2 * _BITS):
        if one >> 2 * _BITS != last:
            kept.append(one)
            last = one >> 2 * _BITS
    count = len(kept)
    return _turned(kept).tobytes(), count


def look_up(row: bytes, inward: int) -> tuple[float, float] | None:
    """Latitude and longitude of a postcode of the row's outcode."""
    entries = array("Q")
    entries.frombytes(row)
    entries = _turned(entries)
    at = bisect_left(entries, inward << 2 * _BITS)
    if at == len(entries) or entries[at] >> 2 * _BITS != inward:
        return None
    lat, lon = entries[at] >> _BITS & _MASK, entries[at] & _MASK
    return round(SOUTH + lat / FINE, 5), round(WEST + lon / FINE, 5)


def _turned(entries: array) -> array:
    """The same in the order of bytes that is kept, whatever this machine's own is."""
    if byteorder == "big":
        entries.byteswap()
    return entries
