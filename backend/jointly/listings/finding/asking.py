"""The statements of a search: what is asked of the table `find`, and how its rows are put in order.

Both databases are asked the same, but for four things: on SQLite the index is named, as its planner would rather read
the table by rowid once there are few rows; each has its own words for the index's bands of latitude, and for letters in
a text; and one row a listing is had by `min` on SQLite, whose row the other columns are of (documented since SQLite
3.7.11), and by `distinct on` on PostgreSQL.
"""

from collections.abc import Sequence
from math import cos, floor, radians
from typing import TYPE_CHECKING, Any

from jointly.kit.db import Query
from jointly.listings.finding.words import beginning
from jointly.listings.geo import Box, box_around

if TYPE_CHECKING:
    from jointly.listings.finding.searching import Ask

EVERY_DAY = tuple(range(8))
"""Monday to Sunday, and 7 for what has no days."""
GRACE = 86_400
"""For so many seconds what has begun is still found, last: a job takes it to its next date or ends it within minutes,
and until then nothing that runs each week may be missing because today's has begun."""
WEEK = 604_800
NEVER = 1 << 40
"""Later than any date in Unix seconds."""
SLACK = 1.002
"""The plane that distances are compared on is flat: at 40 km it is wrong by less than this."""
BANDS = 25
"""Bands of latitude in a degree, of 4.4 km: a box is read as the pieces of a few bands, each from west to east. The
index `find_band` has this number in it."""
_BAND = {"sqlite": f"cast(lat * {BANDS} as integer)", "postgres": f"floor(lat * {BANDS})::int"}
"""As the index says it, on each database; the UK has no latitude below 0."""
_HAS = {"sqlite": "instr(words, ?)", "postgres": "strpos(words, ?) > 0"}
"""Whether the words have some letters in them. With `like` SQLite makes a new plan for each pattern."""
_AWAY = "((lat - ?) * (lat - ?) + (lon - ?) * (lon - ?) * ?)"
"""How far away squared, in degrees of latitude."""
_SOON = "coalesce(case when next_at < ? then next_at + ? else next_at end, ?)"
"""When it is next; of what has begun it is taken to be a week later."""
_COLUMNS = "lat, lon, day, minute, next_at"
_GIVEN = f"cast(listing as text) as id, {_COLUMNS}"
"""The listing as text: nothing has to be made of it to look its card up."""


def rows(ask: "Ask", kind: str, limit: int) -> Query:
    """The first rows that fit, a listing as often as it has such rows."""
    where, values = _fits(ask, kind)
    order, ordered = _order(ask)
    return Query(
        f"select {_GIVEN} from find{_index(kind)} where {where} order by {order}, listing limit {limit:d}",  # nosec B608 # every value is bound
        (*values, *ordered),
    )


def each_listing(ask: "Ask", kind: str, limit: int) -> Query:
    """The first listings that fit, each with its nearest or soonest row."""
    where, values = _fits(ask, kind)
    order, ordered = _order(ask)
    if kind == "sqlite":
        one_each = f"listing, {_COLUMNS}, min({order}) as first from find{_index(kind)} where {where} group by listing"
    else:
        one_each = f"distinct on (listing) listing, {_COLUMNS}, {order} as first from find where {where}"
        one_each += " order by listing, first"
    return Query(
        f"select {_GIVEN} from (select {one_each}) as one_each order by first, listing limit {limit:d}",  # nosec B608 # every value is bound
        (*ordered, *values),
    )


def count_rows(ask: "Ask", kind: str, most: int) -> Query:
    """How many rows are on these days in the box of the circle, `most` at most: the index alone is read."""
    where, values = _near(ask, kind)
    inner = f"select 1 from find{_index(kind)} where {where} limit {most:d}"  # nosec B608 # every value is bound
    return Query(f"select count(*) from ({inner}) as some_of_them", values)  # nosec B608 # every value is bound


def _index(kind: str) -> str:
    return " indexed by find_band" if kind == "sqlite" else ""


def _order(ask: "Ask") -> tuple[str, Sequence[Any]]:
    if ask.order == "near" and ask.lat is not None:
        return _AWAY, _from(ask)
    return _SOON, (ask.now, WEEK, NEVER)


def _from(ask: "Ask") -> tuple[float, ...]:
    return (ask.lat, ask.lat, ask.lon, ask.lon, cos(radians(ask.lat)) ** 2)


def _near(ask: "Ask", kind: str) -> tuple[str, list[Any]]:
    """On these days, and in the box of the circle."""
    days = ask.days or EVERY_DAY
    where = f"day in ({', '.join('?' * len(days))})" if len(days) > 1 else "day = ?"
    if ask.lat is None:
        return f"{where} and {_BAND[kind]} is null", [*days]
    box = box_around(ask.lat, ask.lon, ask.km)
    among, bands = _bands(box, kind)
    where += f" and {_BAND[kind]} {among} and lon between ? and ? and lat between ? and ?"
    return where, [*days, *bands, box.west, box.east, box.south, box.north]


def _bands(box: Box, kind: str) -> tuple[str, Sequence[Any]]:
    """The bands that a box is in."""
    bands = range(floor(box.south * BANDS), floor(box.north * BANDS) + 1)
    if kind == "postgres":
        return "= any(?::int[])", [[*bands]]
    return f"in ({', '.join('?' * len(bands))})", bands


def _fits(ask: "Ask", kind: str) -> tuple[str, list[Any]]:
    """All that is asked for, what is compared quickly first."""
    near, values = _near(ask, kind)
    where = [near]
    if ask.all_of:
        where.append("facets & ? = ?")
        values += [ask.all_of, ask.all_of]
    for bits in ask.any_of:
        where.append("facets & ? <> 0")
        values.append(bits)
    if ask.from_minute is not None or ask.to_minute is not None:
        where.append("minute between ? and ?")
        values += [ask.from_minute or 0, 1439 if ask.to_minute is None else ask.to_minute]
    if ask.now:
        where.append("(next_at is null or next_at >= ?)")
        values.append(ask.now - GRACE)
    if ask.lat is not None:
        where.append(f"{_AWAY} <= ?")
        north = box_around(ask.lat, ask.lon, ask.km).north
        values += [*_from(ask), ((north - ask.lat) * (1 if ask.middle else SLACK)) ** 2]
    for stand_ins in ask.words:
        where.append("(" + " or ".join([_HAS[kind]] * len(stand_ins)) + ")")
        values += [beginning(word) for word in stand_ins]
    return " and ".join(where), values
