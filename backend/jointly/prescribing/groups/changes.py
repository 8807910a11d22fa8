"""Which dates that somebody may be going to are not as they were last seen: what is no more, is moved, or is back.

It looks at what is found now, and asks not what changed it: a date that a publisher cancels, a plan that is said anew,
a listing that is hidden or deleted, and a feed that cancels or takes away all come to a date that does not stand. Each
is noted in the transaction that keeps what was seen, so that a crash loses nothing and no date is noted twice.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple
from uuid import UUID, uuid5

from jointly.kit.db import Many, Query
from jointly.kit.ids import uuid7
from jointly.listings.dates.expanding import MOST as MOST_DATES
from jointly.listings.model import decode_occurrence, decode_service
from jointly.prescribing.rules.visits import day_of

AS_SAID = ("shown", "waiting", "unread", "hidden")
"""A listing that nobody has read or confirmed lately is not said to be off: its dates are what was last said."""
TOGETHER = 100
"""Listings that are looked at in one transaction."""
_GOES = "kind = 'activity' and state in ('offered', 'booked', 'going', 'missed')"


class Seen(NamedTuple):
    """A row of `date_seen`, without its service."""

    id: UUID
    listing: UUID
    source: UUID
    organisation: UUID
    original_start: datetime
    start: datetime | None
    loose: bool


class There(NamedTuple):
    """A listing as it is. `dates` are those to come by the start that each was planned for, and when it is, none when
    it is off; `words` what was said of one. `on` is false when all of it is withdrawn, and none while what its feed
    says of it is still being read: nobody knows yet."""

    source: UUID
    organisation: UUID
    on: bool | None
    dates: dict[datetime, datetime | None]
    words: dict[datetime, str | None]


class Noted(NamedTuple):
    """A row of `date_seen` that is not as it was: when it is now, whether that is another date of the day, and what
    was said of it."""

    seen: Seen
    now_at: datetime | None
    instead: bool
    words: str | None


def listings_gone_to(service: UUID):
    """Unit: the listings that somebody of this service goes to, or was seen to."""
    rows = yield Query(f"select distinct thing from prescription where service = ? and {_GOES}", (service,))  # nosec B608 # the only text put in is a constant
    seen = yield Query("select distinct listing from date_seen where service = ?", (service,))
    return sorted({id for (thing,) in rows if (id := _listing(thing))} | {id for (id,) in seen}, key=str)


def look(service: UUID, listings: Sequence[UUID], by: UUID, now: datetime):
    """Unit: notes in `date_change` what of these listings' dates is not as it was seen, and keeps how it is now."""
    marks = ", ".join("?" * len(listings))
    rows = yield Query(
        f"select {', '.join(Seen._fields)} from date_seen where service = ? and listing in ({marks})",  # nosec B608 # every value is bound
        (service, *listings),
    )
    seen: dict[UUID, list[Seen]] = defaultdict(list)
    for row in rows:
        seen[row[1]].append(Seen(*row))
    there = yield from _there(listings, now)
    gone = yield from _deleted({each.listing: each.source for each in map(Seen._make, rows)}, there)
    for listing in listings:
        found = there.get(listing) or gone.get(listing)
        if found and found.on is not None:
            for one in _not_as_seen(seen[listing], found, now):
                yield from _note(service, by, one, now)
    yield Query(
        f"delete from date_seen where service = ? and listing in ({marks}) and original_start < ? "  # nosec B608 # every value is bound
        "and (start is null or start < ?)",
        (service, *listings, now, now),
    )
    # A source that was taken away says nothing any more of dates that may well take place.
    unknown = [(service, id) for id in seen if id not in there and id not in gone]
    yield Many("delete from date_seen where service = ? and listing = ?", unknown)
    yield from _keep(service, there, now)


def remember(service: UUID, thing: str, now: datetime):
    """Unit, with the step that makes somebody a goer: what stands of the listing now is what they count on."""
    listing = _listing(thing)
    if listing:
        there = yield from _there([listing], now)
        yield from _keep(service, there, now)


def _there(listings: Sequence[UUID], now: datetime):
    """Those of the listings that are there, with their dates to come."""
    marks = ", ".join("?" * len(listings))
    rows = yield Query(
        "select id, source, organisation, state, case when state = 'hidden' then body end, state = 'gone' and exists "  # nosec B608 # every value is bound
        f"(select 1 from record where record.source = listing.source and work > 0) from listing where id in ({marks})",
        tuple(listings),
    )
    there = {}
    for id, source, organisation, state, body, being_read in rows:
        withdrawn = state not in AS_SAID or (body and decode_service(body).status == "inactive")
        on = None if being_read else not withdrawn
        there[id] = There(source, organisation, on, {}, {})
    dates = yield Query(
        "select listing, original_start, start, status, case when status <> 'scheduled' then body end "  # nosec B608 # every value is bound
        f"from dated where listing in ({marks}) and (start > ? or original_start > ?)",
        (*listings, now, now),
    )
    for listing, original_start, start, status, body in dates:
        if (found := there.get(listing)) and found.on:
            found.dates[original_start] = None if status == "cancelled" else start
            found.words[original_start] = decode_occurrence(body).words if body else None
    return there


def _deleted(sources: Mapping[UUID, UUID], there: Mapping[UUID, There]):
    """Those that are there no more because whoever published them here has deleted them; not those whose source an
    operator took away."""
    known = yield Query("select id from source where kind = 'here'")
    here = {id for (id,) in known}
    return {
        id: There(source, source, False, {}, {}) for id, source in sources.items() if id not in there and source in here
    }


def _not_as_seen(seen: Iterable[Seen], found: There, now: datetime) -> list[Noted]:
    """What is not as it was, as long as somebody could still go to it."""
    seen = list(seen)
    known = {one.original_start for one in seen}
    last = max(filter(None, found.dates.values()), default=None) if len(found.dates) >= MOST_DATES else None
    new: dict[date, list[datetime]] = defaultdict(list)
    for original_start, start in found.dates.items():
        if start and original_start not in known:
            new[day_of(start)].append(start)
    changed = []
    for one in seen:
        if one.loose:
            now_at = one.original_start if found.on else None
        elif one.original_start not in found.dates and last and (one.start or one.original_start) > last:
            continue  # beyond the most dates that are made of one listing
        else:
            now_at = found.dates.get(one.original_start)
        if now_at == one.start or max(one.start or one.original_start, now_at or one.original_start) < now:
            continue
        others = new.get(day_of(one.start), []) if one.start and not now_at else []
        instead = len(others) == 1 and one.original_start not in found.dates
        words = found.words.get(one.original_start)
        changed.append(Noted(one, others[0] if instead else now_at, instead, words))
    return changed


def _note(service: UUID, by: UUID, one: Noted, now: datetime):
    """Notes a change, unless somebody else who looked at the same time has noted it."""
    was, after = one.seen.start, None if one.instead else one.now_at
    same, given = ("start is null", ()) if was is None else ("start = ?", (was,))
    taken = yield Query(
        f"update date_seen set start = ? where id = ? and {same} returning id",  # nosec B608 # the only text put in is one of two constants
        (after, one.seen.id, *given),
    )
    if taken:
        start, listing, organisation = was or one.seen.original_start, one.seen.listing, one.seen.organisation
        yield Query(
            "insert into date_change (id, listing, organisation, service, by, start, now_at, back, words, at) "
            "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (uuid7(), listing, organisation, service, by, start, one.now_at, was is None, one.words, now),
        )


def _keep(service: UUID, there: Mapping[UUID, There], now: datetime):
    """Keeps the dates of these listings that were not seen before, and visits that are booked at other times."""
    rows = [
        (_place(service, id, planned), id, service, one.source, one.organisation, planned, start, False)
        for id, one in there.items()
        for planned, start in one.dates.items()
    ]
    stands = {id for id, one in there.items() if one.on}
    marks = ", ".join("?" * len(stands))
    booked = yield Query(
        "select distinct thing, first_at from prescription where service = ? and kind = 'activity' "  # nosec B608 # every value is bound
        f"and state = 'booked' and first_at > ? and thing in ({marks or 'null'})",
        (service, now, *map(str, stands)),
    )
    for thing, at in booked:
        id = UUID(thing)
        one = there[id]
        if at not in one.dates.values():
            rows.append((_place(service, id, at), id, service, one.source, one.organisation, at, at, True))
    yield Many(
        "insert into date_seen (id, listing, service, source, organisation, original_start, start, loose) "
        "values (?, ?, ?, ?, ?, ?, ?, ?) "
        "on conflict (id) do update set loose = (date_seen.loose and excluded.loose)",
        rows,
    )


def _place(service: UUID, listing: UUID, planned: datetime) -> UUID:
    return uuid5(service, f"{listing}/{planned.astimezone(UTC).isoformat()}")


def _listing(thing: str) -> UUID | None:
    try:
        return UUID(thing)
    except ValueError:
        return None
