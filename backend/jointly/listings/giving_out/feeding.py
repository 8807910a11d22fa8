"""Units that keep the RPDE feeds: every change of a listing is in them, in the order in which changes were made.

An item stands once, at its latest place. `modified` is the time in milliseconds, or one more than the last where that
is not later; it is taken under a lock that lasts until the change is there for all (the row of our own source), so that
no reader passes over a change that was made before one it has seen.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

import msgspec

from jointly.kit.db import Many, Query
from jointly.kit.ids import uuid7
from jointly.listings.dates.clocks import LONDON
from jointly.listings.giving_out.addresses import SERIES, SESSIONS, STANDS_FOR_ROOT
from jointly.listings.giving_out.openactive import goes_out, series_of, session_of
from jointly.listings.model import Occurrence, Service, decode_service

GONE_FOR = timedelta(days=7)
"""So long it is told that an item is gone; RPDE asks for it."""
SHOWN = ("shown", "cancelled")
_BATCH = 500
PUT = (
    "insert into feed_item (id, feed, item, modified, gone, body) values (?, ?, ?, ?, ?, ?) on conflict (feed, item) "
    "do update set modified = excluded.modified, gone = excluded.gone, body = excluded.body"
)


class Given(NamedTuple):
    """A listing as it is from now on. `said` are the dates of which somebody spoke."""

    service: Service
    state: str
    said: Sequence[Occurrence]


class Change(NamedTuple):
    """An item that is to be told anew; without a body it is gone."""

    feed: str
    item: str
    body: str | None


def feed_items(given: Iterable[Given], now: datetime):
    """Unit: the feeds say what these listings are now. What is as it was stays where it is."""
    changes: list[Change] = []
    for one in given:
        kept = yield from _kept(one.service.id)
        changes += _changes(one, kept, now)
    yield from _tell(changes, now)


def sweep(now: datetime):
    """Unit: sessions that are over are told gone, as are series that are not shown any more or have run their course;
    what was told gone for a week is forgotten. Gives how many of the first."""
    changes: list[Change] = []
    rows = yield Query("select item, body from feed_item where feed = ? and gone = ?", (SESSIONS, False))
    changes += [Change(SESSIONS, item, None) for item, body in rows if _session_is_over(body, now)]
    told = {change.item for change in changes}
    rows = yield Query("select item from feed_item where feed = ? and gone = ?", (SERIES, False))
    ids = [UUID(item) for (item,) in rows]
    for start in range(0, len(ids), _BATCH):
        for id in (yield from _ended(ids[start : start + _BATCH], now)):
            kept = yield from _kept(id)
            gone = [Change(*name, None) for name, body in kept.items() if body is not None]
            changes += [change for change in gone if change.item not in told]
    yield from _tell(changes, now)
    oldest = int((now - GONE_FOR).timestamp() * 1000)
    yield Query("delete from feed_item where gone = ? and modified < ?", (True, oldest))
    return len(changes)


def _ended(ids: Sequence[UUID], now: datetime):
    """Those of the listings that are not shown any more, or have run their course."""
    marks = ", ".join("?" * len(ids))
    rows = yield Query(f"select id, state, body from listing where id in ({marks})", tuple(ids))  # nosec B608 # every value is bound
    on = {id for id, state, body in rows if state in SHOWN and not is_over(decode_service(body), now)}
    moved = yield Query(
        f"select listing from dated where listing in ({marks}) and explicit = ? and status <> 'cancelled' "  # nosec B608 # every value is bound
        "and start > ?",
        (*ids, True, now),
    )
    on |= {id for (id,) in moved} & {id for id, state, _ in rows if state in SHOWN}
    return [id for id in ids if id not in on]


def is_over(service: Service, now: datetime) -> bool:
    """Whether all its schedules have ended; what has none goes on."""
    today: date = now.astimezone(LONDON).date()
    return bool(service.schedules) and all(one.ends_on and one.ends_on < today for one in service.schedules)


def has_run(service: Service, dates: Iterable[Occurrence], now: datetime) -> bool:
    """Whether its last day has passed, and no date that was moved past it is still to come."""
    return is_over(service, now) and not any(one.status != "cancelled" and one.start > now for one in dates)


def item_of(listing: UUID, planned: datetime) -> str:
    """How the feed names a session: by its series and the start it was planned for."""
    return f"{listing}_{planned.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _changes(one: Given, kept: dict[tuple[str, str], str | None], now: datetime) -> list[Change]:
    service, wanted = one.service, {}
    if one.state in SHOWN and goes_out(service) and not has_run(service, one.said, now):
        wanted[SERIES, str(service.id)] = series_of(service, STANDS_FOR_ROOT)
        for date_ in one.said:
            if max(date_.end or date_.start, date_.original_start) > now:
                wanted[SESSIONS, item_of(service.id, date_.original_start)] = session_of(
                    service, date_, STANDS_FOR_ROOT
                )
    bodies = {name: msgspec.json.encode(item).decode() for name, item in wanted.items()}
    new = [Change(*name, body) for name, body in bodies.items() if kept.get(name) != body]
    return new + [
        Change(*name, None)
        for name, body in kept.items()
        # Of what is over the sweep tells; until then it stays as it was.
        if body is not None and name not in bodies and not (bodies and _session_is_over(body, now))
    ]


def _kept(listing: UUID):
    """Every item of one listing with its body, none for what is gone."""
    series = yield Query("select gone, body from feed_item where feed = ? and item = ?", (SERIES, str(listing)))
    if not series:
        return {}
    # Names of one form sort the same under any collation.
    between = (f"{listing}_00000000T000000Z", f"{listing}_99999999T999999Z")
    rows = yield Query(
        "select item, gone, body from feed_item where feed = ? and item between ? and ?", (SESSIONS, *between)
    )
    [(gone, body)] = series
    found: dict[tuple[str, str], str | None] = {(SERIES, str(listing)): None if gone else body}
    return found | {(SESSIONS, item): None if gone else body for item, gone, body in rows}


def _tell(changes: Sequence[Change], now: datetime):
    """Puts the changes at the end of their feeds."""
    if not changes:
        return
    # The lock: whoever changes a feed has this row until the change is kept.
    yield Query("update source set run = run where kind = 'here'")
    last = {}
    for feed in {change.feed for change in changes}:
        [(newest,)] = yield Query("select max(modified) from feed_item where feed = ?", (feed,))
        last[feed] = newest or 0
    made = []
    for change in changes:
        last[change.feed] = max(int(now.timestamp() * 1000), last[change.feed] + 1)
        made.append((uuid7(), change.feed, change.item, last[change.feed], change.body is None, change.body))
    for start in range(0, len(made), _BATCH):
        yield Many(PUT, made[start : start + _BATCH])


def _session_is_over(body: str, now: datetime) -> bool:
    said = msgspec.json.decode(body)
    if "startDate" not in said:
        return False
    planned = datetime.fromisoformat(said["@id"].rpartition("/")[2])
    ends = datetime.fromisoformat(said.get("endDate") or said["startDate"])
    # One that was moved forward stands in the feed until its planned time too is over: else the schedule's would be on.
    return max(ends, planned) < now
