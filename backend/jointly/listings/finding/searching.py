"""Units that search: the index of `find` alone decides what is near, then at most a page of listings is read.

The nearest are mostly in the middle of a wide circle, which is therefore looked through first.

A listing has a row for each weekday, start and place. The first rows are read as they lie; where those of few listings
fill them, more are, and then all as one row a listing, so that nothing is left out for what others have many rows of.
Measured in tests/bench/directory.py against an R*Tree and a GiST index: see decisions 15 and 20.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from jointly.listings.finding.asking import count_rows, each_listing, rows
from jointly.listings.geo import km_between

PAGE = 20
ROWS = 60_000
ROWS_WITH_WORDS = 20_000
"""Rows that one search looks through, before facets and words: where there are more, the circle is made smaller."""
NARROWEST_KM = 0.5
MIDDLE_KM, WIDER = 4.0, 3
"""The middle of a wide circle, and by how much the next is wider. One that has not enough in it costs a ninth more."""
WORTH_IT = 2.5
"""A middle is looked through by itself when the whole circle is wider than so many of it."""
QUICK = 300
SAFE = 2_000
"""Weekdays times the square of the circle's kilometres: up to `QUICK` even the middle of London, with 200,000 sessions
over the country, is read in a few milliseconds; up to `SAFE` it has no more than `ROWS`."""
FEW = 8_000
"""Rows that are read in a few milliseconds without words; looking for a word in one takes three times as long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What somebody looks for. `lat`, `lon` and `km` go together; without them only what is online is found.

    `days` are weekdays (0 is Monday); `from_minute` and `to_minute` bound the start, on the clock in London. `all_of`
    are the bits of every facet that is wanted and each of `any_of` of some of which one is enough. `words` holds, for
    each typed word, what may stand in for it.
    """

    lat: float | None = None
    lon: float | None = None
    km: float = 8.0
    days: tuple[int, ...] = ()
    from_minute: int | None = None
    to_minute: int | None = None
    all_of: int = 0
    any_of: tuple[int, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    order: Literal["near", "soon"] = "near"
    now: int = field(default=0)
    """Unix seconds: what began long before it is not found, see `asking.GRACE`."""
    page: int = 0
    middle: bool = False
    """Whether it is the middle of a wider circle: then its rim is sharp, and its rows are the wider one's first."""

    @property
    def size(self) -> float:
        """How much there may be to be looked through: see `QUICK`."""
        return (len(self.days) or 8) * self.km**2

    @property
    def is_quick(self) -> bool:
        """Whether it reads so little, wherever it is, that asking a thread for it would take longer."""
        return self.lat is not None and not self.words and self.page < 3 and self.size <= QUICK

    @property
    def few(self) -> int:
        """How many rows there may be for it to be quick all the same; none on a late page."""
        patterns = sum(len(stand_ins) for stand_ins in self.words)
        return FEW // (1 + 3 * patterns) if self.page < 3 else 0


def is_small(ask: Ask, kind: str):
    """Unit: whether there are so few rows to be looked through that it is quick."""
    [(count,)] = yield count_rows(ask, kind, ask.few + 1)
    return count <= ask.few


class Found(NamedTuple):
    """One listing, its id as text, on one day: how far (kilometres, none online), the day (0 to 7), and its next date
    (Unix seconds)."""

    listing: str
    km: float | None
    day: int
    minute: int | None
    next_at: int | None


def search(ask: Ask, kind: str, size: int = PAGE, *, quickly: bool = False):
    """Unit: a page of `size` that fit, each listing once, nearest or soonest first, and whether there may be more.

    `kind` is the database's. `more` is also said where the circle had to be made smaller. Only `quickly`, it gives none
    as soon as it comes to what is not quick.
    """
    wanted = (ask.page + 1) * size
    for circle in _circles(ask):
        if quickly and not (circle.is_quick or (yield from is_small(circle, kind))):
            return None
        narrowed = yield from _narrowed(circle, kind)
        found = yield from _listings(narrowed, kind, wanted, ask.km)
        if len(found) > wanted or narrowed is not circle:
            break
    return found[wanted - size : wanted], len(found) > wanted or narrowed is not circle


def _circles(ask: Ask) -> Iterator[Ask]:
    """The circle itself, after the middle of it, and wider ones, where it is so wide that these may have enough."""
    km = MIDDLE_KM
    while ask.lat is not None and ask.order == "near" and km * WORTH_IT < ask.km:
        yield replace(ask, km=km, middle=True)
        km *= WIDER
    yield ask


def _listings(ask: Ask, kind: str, wanted: int, within_km: float):
    """More listings than are wanted, or all that fit."""
    asked = (rows, wanted * 2 + 5), (rows, wanted * 12), *((each_listing, (wanted + 40) * 4**more) for more in range(9))
    found: list[Found] = []
    for ask_for, limit in asked:
        read = yield ask_for(ask, kind, limit)
        found = _once(read, ask, within_km, wanted + 1)
        if len(found) > wanted or len(read) < limit:
            break
    return found


def _narrowed(ask: Ask, kind: str):
    """The same within the widest circle that has no more rows than are looked through."""
    narrowed = ask
    if ask.size <= (QUICK if ask.words else SAFE):
        return ask
    most = ROWS_WITH_WORDS if ask.words else ROWS
    while ask.lat is not None and narrowed.km > NARROWEST_KM:
        [(count,)] = yield count_rows(narrowed, kind, most + 1)
        if count <= most:
            break
        narrowed = replace(narrowed, km=narrowed.km / 2)
    return narrowed


def _once(read: Sequence[tuple], ask: Ask, within_km: float, most: int) -> list[Found]:
    found: dict[str, Found] = {}
    for listing, lat, lon, day, minute, next_at in read:
        if len(found) == most:
            break
        if listing not in found:
            km = None if lat is None or ask.lat is None else km_between(ask.lat, ask.lon, lat, lon)
            if km is None or km <= within_km:
                found[listing] = Found(listing, km, day, minute, next_at)
    return list(found.values())
