"""Units that read what was found: cards by id, and where they come from."""

from collections.abc import Sequence
from uuid import UUID

from jointly.kit.db import Query
from jointly.listings.finding.searching import Ask, Found, search

AREA = 600
"""Listings that a phone keeps: some 100 kB."""


SOURCE = "s.id, s.publisher, s.publisher_url, s.licence, s.kind, s.up_to_date_at"


def find(ask: Ask, kind: str):
    """Unit: a page of what fits, with its cards and its sources."""
    return (yield from _page(*(yield from search(ask, kind))))


def find_quickly(ask: Ask, kind: str):
    """Unit: the same where that is quick, as counting no further than to what is few tells; otherwise none."""
    found = yield from search(ask, kind, quickly=True)
    return found and (yield from _page(*found))


def area(ask: Ask, kind: str):
    """Unit: everything around a place, nearest first, as much as a phone keeps; what is online comes last."""
    near = yield from search(ask, kind, size=AREA)
    online = yield from search(Ask(all_of=ask.all_of, order="soon", now=ask.now), kind, size=AREA // 4)
    seen = {one.listing: one for one in (*near[0], *online[0])}
    found = list(seen.values())[:AREA]
    cards, sources = yield from _with_cards(found)
    return [cards[one.listing] for one in found if one.listing in cards], near[1] or len(seen) > AREA, sources


def one(id: UUID):
    """Unit: the card of one listing that is shown, and its source; none when there is none."""
    rows = yield Query(
        f"select l.card, {SOURCE} from listing l join source s on s.id = l.source "  # nosec B608 # every value is bound
        "where l.id = ? and l.state in ('shown', 'cancelled')",
        (id,),
    )
    return (rows[0][0], rows[0][1:]) if rows else None


def words():
    """Unit: every word that listings have, with how many have it."""
    rows = yield Query("select word, count from word")
    return dict(rows)


def _page(found: Sequence[Found], more: bool):
    cards, sources = yield from _with_cards(found)
    return [one for one in found if one.listing in cards], more, cards, sources


def _with_cards(found: Sequence[Found]):
    """The card of each that is still shown, and every source of theirs once: read together, so that none is missing."""
    if not found:
        return {}, []
    marks = ", ".join("?" * len(found))
    rows = yield Query(
        f"select cast(l.id as text) as listing, l.card, {SOURCE} from listing l join source s on s.id = l.source "  # nosec B608 # every value is bound
        f"where l.state = 'shown' and l.id in ({marks})",
        tuple(one.listing for one in found),
    )
    return {id: card for id, card, *_ in rows}, list({row[2]: row[2:] for row in rows}.values())
