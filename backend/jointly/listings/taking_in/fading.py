"""What comes from a source that has not been read to its end for four weeks is found no more, until it is read again.

Such a listing is neither hidden by anybody nor gone: its state is `unread`. Nothing is deleted because its source is
down.
"""

from datetime import datetime
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.listings.rules import Checked, freshness
from jointly.listings.showing import hide
from jointly.listings.taking_in.deriving_units import do_again
from jointly.people.house import House

TOGETHER = 500
PURPOSE = {"purpose": "hide what is read no more"}


async def keep_to_what_is_read(house: House) -> int:
    """Takes what nobody has read for too long out of what is found, and has derived again what is read again. Gives how
    many sources have changed so."""
    changed = 0
    for source, read_at in await house.db.read(_when_read, **PURPOSE):
        if freshness(Checked(read_at, False, 7), clock.now()) == "hidden":
            changed += await _hide(house, source)
        else:
            changed += await _show_again(house, source)
    return changed


async def _hide(house: House, source: UUID) -> bool:
    some = False
    while await house.db.run(_hide_some, source, **PURPOSE):
        some = True
    return some


async def _show_again(house: House, source: UUID) -> bool:
    """Its records are marked, and the next look derives them; only then is what was out for not being read gone until
    it is derived, so that nobody takes it for gone for good."""
    if not await house.db.read(_awaits, source, **PURPOSE):
        return False
    after: UUID | None = UUID(int=0)
    while after is not None:
        after = await house.db.run(do_again, source, after, TOGETHER * 10, **PURPOSE)
    await house.db.run(_awaited_no_more, source, **PURPOSE)
    return True


def _when_read():
    """Unit: each source that is read, and when it was last read to its end; one that never was, since when it is
    being read."""
    rows = yield Query(
        "select id, up_to_date_at, run_began_at, added_at from source where kind <> 'here' and stopped_at is null"
    )
    found: list[tuple[UUID, datetime]] = [
        (id, read_at or began_at or added_at) for id, read_at, began_at, added_at in rows
    ]
    return found


def _hide_some(source: UUID):
    """Unit: some listings of a source are found no more. Whether there were any."""
    rows = yield Query(
        "select id from listing where source = ? and state in ('shown', 'cancelled') limit ?", (source, TOGETHER)
    )
    yield from hide([id for (id,) in rows], "unread")
    return bool(rows)


def _awaits(source: UUID):
    """Unit: whether something of it is out for not being read."""
    rows = yield Query("select id from listing where source = ? and state = 'unread' limit 1", (source,))
    return bool(rows)


def _awaited_no_more(source: UUID):
    """Unit: what is still out for not being read is gone until it is derived."""
    yield Query("update listing set state = 'gone' where source = ? and state = 'unread'", (source,))
