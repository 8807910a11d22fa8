"""Units that read what goes out: listings published here that are shown, or cancelled as a whole."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from jointly.kit.db import Query
from jointly.listings.giving_out.ical import Out
from jointly.listings.model import Service, decode_occurrence, decode_service

MOST = 5_000
"""Listings that one answer looks through."""
SPOKEN_OF = timedelta(days=365)
"""Cancelled and moved dates stay in calendars for so long."""
_HERE = "source in (select id from source where kind = 'here') and state in ('shown', 'cancelled')"


def page(size: int, offset: int):
    """Unit: so many listings, the last changed first, and how many there are."""
    [(total,)] = yield Query(f"select count(*) from listing where {_HERE}")  # nosec B608 # the only text put in is a constant
    rows = yield Query(
        f"select body from listing where {_HERE} order by changed_at desc, id limit ? offset ?",  # nosec B608 # the only text put in is a constant
        (size, offset),
    )
    return [decode_service(body) for (body,) in rows], total


def every():
    """Unit: all of them, the last changed first."""
    services, _ = yield from page(MOST, 0)
    return services


def one(id: UUID):
    """Unit: one that goes out, or none."""
    rows = yield Query(f"select body from listing where id = ? and {_HERE}", (id,))  # nosec B608 # the only text put in is a constant
    return decode_service(rows[0][0]) if rows else None


def with_dates(id: UUID, now: datetime):
    """Unit: one that goes out with the dates of which somebody spoke, or none."""
    service = yield from one(id)
    if service is None:
        return None
    [out] = yield from _with_dates([service], now)
    return out


def of_organisation(organisation: UUID, now: datetime):
    """Unit: an organisation's name and all of its listings that go out, by name; none for one that publishes nothing
    here."""
    rows = yield Query(
        f"select body from listing where organisation = ? and {_HERE} order by name, id limit ?",  # nosec B608 # the only text put in is a constant
        (organisation, MOST),
    )
    names = yield Query(
        "select o.name from organisation o join publisher p on p.organisation = o.id "
        "where o.id = ? and o.ended_at is null and p.approved_at is not null",
        (organisation,),
    )
    if not names:
        return None
    outs = yield from _with_dates([decode_service(body) for (body,) in rows], now)
    return names[0][0], outs


def dates_to_come(listings: Sequence[UUID], now: datetime, most: int):
    """Unit: the next dates of each, cancelled ones too."""
    found: dict[UUID, list] = {}
    for id in listings:
        rows = yield Query(
            "select body from dated where listing = ? and start >= ? order by start limit ?", (id, now, most)
        )
        found[id] = [decode_occurrence(body) for (body,) in rows]
    return found


def items(feed: str, after: int, after_id: str, until: int, size: int):
    """Unit: items of a feed that come after that one, with its modified and id; none later than `until`."""
    rows = yield Query(
        "select item, modified, gone, body from feed_item where feed = ? and modified between ? and ? "
        "and (modified > ? or item > ?) order by modified, item limit ?",
        (feed, after, until, after, after_id, size),
    )
    return rows


def _with_dates(services: Sequence[Service], now: datetime):
    ids = [service.id for service in services]
    said: dict[UUID, list] = {id: [] for id in ids}
    for start in range(0, len(ids), 200):
        some = ids[start : start + 200]
        marks = ", ".join("?" * len(some))
        rows = yield Query(
            f"select listing, body from dated where listing in ({marks}) and explicit = ? and start >= ? "  # nosec B608 # every value is bound
            "order by start",
            (*some, True, now - SPOKEN_OF),
        )
        for listing, body in rows:
            said[listing].append(decode_occurrence(body))
    return [Out(service, tuple(said[service.id])) for service in services]
