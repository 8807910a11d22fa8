"""All postcodes of an outcode as one row of bytes: 4 for each, so that the 1.5 million of England take some 6 MB.

A number of 32 bits holds the second half of the postcode and its decile. They are in order, so the second half is
found by halving.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from sys import byteorder

_BITS = 4
_MASK = (1 << _BITS) - 1
DECILES = range(1, 11)


def entry(inward: int, decile: int) -> int:
    """One postcode as a number; `inward` as `whereabouts.packed.code_of` gives it."""
    return inward << _BITS | decile


def bytes_of(entries: Iterable[int]) -> tuple[bytes, int]:
    """The row, and how many there are in it: of a postcode that is there twice the first counts."""
    kept, last = array("I"), -1
    for one in sorted(entries, key=lambda each: each >> _BITS):
        if one >> _BITS != last:
            kept.append(one)
            last = one >> _BITS
    count = len(kept)
    return _turned(kept).tobytes(), count


class Row:
    """The row of an outcode, to be asked often."""

    def __init__(self, body: bytes) -> None:
        entries = array("I")
        entries.frombytes(body)
        self._entries = _turned(entries)

    def decile(self, inward: int) -> int | None:
        """The decile of a postcode of this outcode, or none when it is not there."""
        at = bisect_left(self._entries, inward << _BITS)
        if at == len(self._entries) or self._entries[at] >> _BITS != inward:
            return None
        return self._entries[at] & _MASK


def _turned(entries: array) -> array:
    """The same in the order of bytes that is kept, whatever this machine's own is."""
    if byteorder == "big":
        entries.byteswap()
    return entries
