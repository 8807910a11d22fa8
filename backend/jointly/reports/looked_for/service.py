"""Verb: what people near a group were looking for in the last quarter that is counted. It is counted once, and kept."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

import msgspec

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.disclosure import Chain, tell
from jointly.listings.cards import Card, decode_card
from jointly.listings.facets import BIT, GROUPS
from jointly.people.house import House
from jointly.people.vault import Session
from jointly.reports.looked_for.schemas import LookedFor, LookedForNear, LookedForRow
from jointly.reports.looked_for.squares import square_of
from jointly.reports.quarters import ZONE, Quarter, quarter_of

NAME = "looked-near"
OTHER = "other"
WEEKS = 5
"""After a quarter: four for an answer, as everybody in it has, and one for what a phone has still to send."""
ANSWERED_WITHIN = timedelta(weeks=4)
NO_PLACE = ("full", "wait", "unsuitable")
"""What a group says that has no place now, or is not the right one."""
TOGETHER = 500
"""Listings that are read at once."""
MOST_SQUARES = 10
"""Squares that one group is told of."""
PURPOSE = "count what is looked for"
Counts = Mapping[str, tuple[int, int]]
"""By the sort of thing: wishes, and those without a place."""


async def looked_for(house: House, *, session: Session) -> LookedFor:
    """The tables of the last quarter that is ready, with small numbers hidden, of the squares with places of the
    organisation of whoever is signed in."""
    now = clock.now()
    quarter = last_ready(now.astimezone(ZONE).date())
    who = {"group": house.service, "purpose": PURPOSE}
    body = await house.db.read(_kept, house.service, quarter.from_on, **who)
    if body is None:
        counted = await house.db.read(_count, house.service, quarter.begins, quarter.ends, **who)
        body = await keep(house, quarter, counted, now)
    counted = msgspec.json.decode(body, type=dict[str, dict[str, tuple[int, int]]])
    squares = await house.db.read(_squares, session.organisation, **who)
    return LookedFor(
        service=house.name,
        first_on=quarter.from_on,
        last_on=quarter.to_on,
        near=[told(places, counted.get(square, {})) for square, places in squares],
    )


async def keep(house: House, quarter: Quarter, counted: Mapping[str, Counts], now: datetime) -> str:
    """Keeps the counts of a quarter by square, unless they are kept already; gives what is kept."""
    id = uuid5(house.service, f"{quarter.from_on} {NAME}")
    row = (id, house.service, quarter.from_on, NAME, msgspec.json.encode(counted).decode(), now)
    return await house.db.run(_keep, row, group=house.service, purpose=PURPOSE)


def last_ready(today: date) -> Quarter:
    """The last quarter of which everybody has had the time that they are given."""
    quarter = quarter_of(today)
    while quarter.ready_on(WEEKS) > today:
        quarter = quarter_of(quarter.from_on - timedelta(days=1))
    return quarter


def told(places: list[str], counted: Counts) -> LookedForNear:
    """What may be told of the counts of one square, in which the group has these places."""
    totals = tuple(sum(row[at] for row in counted.values()) for at in (0, 1))
    shown = tell(Chain(totals, {"group": counted} if counted else {}))
    rows = [
        LookedForRow(group=group, wishes=figures[0], no_place=figures[1] if len(figures) > 1 else None)
        for group, figures in shown.splits.get("group", {}).items()
        if figures
    ]
    return LookedForNear(places=places, wishes=shown.totals[0], no_place=shown.totals[1], rows=rows)


def _count(service: UUID, begins: datetime, ends: datetime):
    """Unit: by square the counts of a quarter, every sort of thing in its order, without those that nobody was
    suggested. What is at no place that is known, online say, is in no square; at many places, in that of the first."""
    suggested = yield Query(
        "select id, person, thing, made_at from prescription where service = ? and kind = 'activity' "
        "and made_at >= ? and made_at < ?",
        (service, begins, ends),
    )
    said = yield Query(
        "select about, at from step where service = ? and kind in (?, ?, ?) and at >= ? and at < ?",
        (service, *NO_PLACE, begins, ends + ANSWERED_WITHIN),
    )
    first: dict[UUID, datetime] = {}
    for about, at in said:
        first[about] = min(at, first.get(about, at))
    cards = yield from _cards(sorted({thing for _, _, thing, _ in suggested}))
    wishes: dict[str, dict[tuple[str, UUID], bool]] = {}
    for id, person, thing, made_at in suggested:
        square, _ = next(_squares_of(cards[thing]), (None, "")) if thing in cards else (None, "")
        if square is None:
            continue
        wish = _sort_of(cards[thing]), person
        no_place = id in first and first[id] <= made_at + ANSWERED_WITHIN
        there = wishes.setdefault(square, {})
        there[wish] = there.get(wish, False) or no_place
    return {square: _by_sort(there) for square, there in sorted(wishes.items())}


def _by_sort(wishes: Mapping[tuple[str, UUID], bool]) -> dict[str, tuple[int, int]]:
    counted = {sort: [no_place for (each, _), no_place in wishes.items() if each == sort] for sort in (*GROUPS, OTHER)}
    return {sort: (len(each), sum(each)) for sort, each in counted.items() if each}


def _sort_of(card: Card) -> str:
    """The sort of thing that a listing is: the first of its groups."""
    return next((group for group in GROUPS if card.facets & BIT[group]), OTHER)


def _squares_of(card: Card) -> Iterator[tuple[str, str]]:
    """The squares of its places, with the name of each place, the first place first."""
    for place in (card.place, *card.also_at):
        if place and place.lat is not None and place.lon is not None:
            yield square_of(place.lat, place.lon), place.name


def _cards(things: Sequence[str]):
    """The listings that there still are, by what they are suggested as."""
    ids = [id for thing in things if (id := _uuid(thing))]
    found: dict[str, Card] = {}
    for start in range(0, len(ids), TOGETHER):
        some = ids[start : start + TOGETHER]
        marks = ", ".join("?" * len(some))
        rows = yield Query(f"select id, card from listing where id in ({marks})", tuple(some))  # nosec B608 # every value is bound
        found |= {str(id): decode_card(card) for id, card in rows}
    return found


def _squares(organisation: UUID):
    """Unit: the squares that places of an organisation are in, with the names of the places there; those with most of
    them first."""
    rows = yield Query("select card from listing where organisation = ? and state <> 'gone'", (organisation,))
    found: dict[str, set[str]] = {}
    for (card,) in rows:
        for square, name in _squares_of(decode_card(card)):
            found.setdefault(square, set()).add(name)
    most = sorted(found.items(), key=lambda one: (-len(one[1]), one[0]))
    return [(square, sorted(places)) for square, places in most[:MOST_SQUARES]]


def _uuid(thing: str) -> UUID | None:
    try:
        return UUID(thing)
    except ValueError:
        return None


def _kept(service: UUID, quarter: date):
    rows = yield Query(
        "select body from figure where service = ? and quarter = ? and name = ?", (service, quarter, NAME)
    )
    return rows[0][0] if rows else None


def _keep(row: tuple):
    """Unit: keeps the counts, unless another process did; gives what is kept."""
    yield Query(
        "insert into figure (id, service, quarter, name, body, counted_at) values (?, ?, ?, ?, ?, ?) "
        "on conflict (id) do nothing",
        row,
    )
    return (yield from _kept(row[1], row[2]))
