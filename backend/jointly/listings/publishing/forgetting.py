"""What an organisation published goes for good: when it says so, and when it has been of no use to anybody for long.

A listing names people and how to reach them. One that nobody can find is kept as long as somebody might use it again
for a new term, and no longer; that of an organisation that has ended only as long as an end might be a mistake.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.listings.giving_out.feeding import Given, feed_items
from jointly.listings.publishing import reporting, units
from jointly.people import audit
from jointly.people.house import House

OUT_OF_SIGHT = timedelta(days=548)
"""Drafts, and what is hidden, since they were last changed or confirmed: last year's term can still be used again."""
ENDED = timedelta(days=90)
TOGETHER = 50
"""Listings in one transaction: publishers wait no longer than for these."""
PURPOSE = "keep to the periods"
_HERE = "source in (select id from source where kind = 'here')"


async def forget_old(house: House) -> int:
    """Deletes listings that have been out of sight for long, and old reports; gives how many listings."""
    now, who = clock.now(), {"group": house.service, "purpose": PURPOSE}
    gone = 0
    while ids := await house.db.read(_old, now, **who):
        await house.db.run(_forget, house, ids, now, **who)
        gone += len(ids)
    await house.db.run(_forget_ended, now, **who)
    await house.db.run(reporting.forget, now, **who)
    return gone


def remove(ids: Sequence[UUID], now: datetime):
    """Unit: these listings are gone for good, with their dates and what was said about them; the feeds tell of it."""
    given = []
    for id in ids:
        kept = yield from units.listing(id)
        if kept is not None:
            given.append(Given(kept.service, "gone", ()))
    yield from feed_items(given, now)
    gone = [one.service.id for one in given]
    for start in range(0, len(gone), TOGETHER):
        some = gone[start : start + TOGETHER]
        marks = ", ".join("?" * len(some))
        for table in ("find", "dated", "report"):
            yield Query(f"delete from {table} where listing in ({marks})", tuple(some))  # nosec B608 # every value is bound
        yield Query(f"delete from listing where id in ({marks})", tuple(some))  # nosec B608 # every value is bound


def _old(now: datetime):
    """Unit: listings that are to go, some at a time."""
    rows = yield Query(
        f"select id from listing where {_HERE} and ((state in ('hidden', 'waiting', 'gone') and changed_at < ? "  # nosec B608 # the only text put in is a constant
        "and (checked_at is null or checked_at < ?)) "
        "or organisation in (select id from organisation where ended_at < ?)) order by id limit ?",
        (now - OUT_OF_SIGHT, now - OUT_OF_SIGHT, now - ENDED, TOGETHER),
    )
    return [id for (id,) in rows]


def _forget(house: House, ids: Sequence[UUID], now: datetime):
    """Deletes those of the listings that are still to go, once their organisations' rows are taken."""
    marks = ", ".join("?" * len(ids))
    rows = yield Query(f"select distinct organisation from listing where id in ({marks})", tuple(ids))  # nosec B608 # every value is bound
    yield from units.standing(sorted(organisation for (organisation,) in rows))
    still = yield from _old(now)
    gone = [id for id in still if id in set(ids)]
    yield from remove(gone, now)
    if gone:
        event = audit.did(
            None,
            "deleted",
            chain=house.service,
            what=["listings"],
            count=len(gone),
            purpose=PURPOSE,
            role=audit.JOB,
        )
        yield from audit.note(house.audit_key, now, [event])


def _forget_ended(now: datetime):
    """Unit: the public side of organisations that ended long ago."""
    yield Query(
        "delete from publisher where organisation in (select id from organisation where ended_at < ?)", (now - ENDED,)
    )
