"""Keeps what is published here as it is now: a date that has passed gives way to the next, and what nobody confirms
hides.

What was said is looked at again by `units.put`, as when it was published; nothing is said anew, and nothing changes for
feeds and calendars unless it hides.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.listings.dates.expanding import occurrences_of
from jointly.listings.giving_out.feeding import has_run
from jointly.listings.model import decode_service
from jointly.listings.publishing.units import listing, put, said_dates, standing
from jointly.listings.rules import Checked, freshness
from jointly.people.house import House

TOGETHER = 50
"""Listings in one transaction: publishers wait no longer than for these."""
_HERE = "source in (select id from source where kind = 'here')"


async def keep_current(house: House) -> int:
    """Looks again at every listing that is not as it was; gives how many those were."""
    now, who = clock.now(), {"group": house.service, "purpose": "keep listings current"}
    ids = await house.db.read(_not_as_it_was, now, **who)
    for start in range(0, len(ids), TOGETHER):
        await house.db.run(_again, ids[start : start + TOGETHER], now, **who)
    return len(ids)


def _not_as_it_was(now: datetime):
    """Unit: listings that are found by a date that has passed, those that have hidden since somebody looked, and those
    that were found without a date and are over or have one now."""
    rows = yield Query(
        f"select distinct listing from find where next_at < ? and listing in (select id from listing where {_HERE})",  # nosec B608 # the only text put in is a constant
        (int(now.timestamp()),),
    )
    passed = {id for (id,) in rows}
    rows = yield Query(
        f"select id, checked_at, runs_days from listing where {_HERE} and state in ('shown', 'cancelled')"  # nosec B608 # the only text put in is a constant
    )
    stale = {id for id, at, every in rows if at and freshness(Checked(at, True, every), now) == "hidden"}
    turned = yield from _turned(now)
    return sorted(passed | stale | turned, key=str)


def _turned(now: datetime):
    """Those without a date to come that are over, and those of which a first date has come near."""
    rows = yield Query(
        f"select id, body from listing where {_HERE} and state in ('shown', 'cancelled') "  # nosec B608 # the only text put in is a constant
        "and not exists (select 1 from dated where dated.listing = listing.id and dated.start >= ?)",
        (now,),
    )
    turned = set()
    for id, body in rows:
        service = decode_service(body)
        if service.schedules:
            said = yield from said_dates(id, now)
            dates, _ = occurrences_of(id, service.schedules, now=now, explicit=said.values())
            if has_run(service, dates, now) or any(one.start >= now for one in dates):
                turned.add(id)
    return turned


def _again(ids: Sequence[UUID], now: datetime):
    marks = ", ".join("?" * len(ids))
    rows = yield Query(f"select distinct organisation from listing where id in ({marks})", tuple(ids))  # nosec B608 # every value is bound
    yield from standing(sorted(organisation for (organisation,) in rows))
    kept = []
    for id in ids:
        # Takes the row first: what a publisher says meanwhile comes after this, and is not overwritten by what was.
        yield Query("update listing set state = state where id = ?", (id,))
        kept.append((yield from listing(id)))
    yield from put([one.service for one in kept if one is not None], now)
