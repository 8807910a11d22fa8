"""What a whole walk did not see again is gone; and tombstones go when everybody has heard.

Of an item of which a whole walk saw nothing but an older copy, the newer one stays, and its place in time is forgotten:
the next copy that comes counts, whatever its time. A publisher's clock that ran ahead once, or numbers that begin anew,
would otherwise keep an item as it was for good.
"""

from datetime import datetime, timedelta
from uuid import UUID

from jointly.kit.db import Many, Query
from jointly.listings.taking_in.intake import PURPOSE, Intake
from jointly.listings.taking_in.keeping import TO_DO
from jointly.listings.taking_in.sources import Source

TOMBSTONES = timedelta(days=30)
TOGETHER = 2_000


async def drop_unseen(intake: Intake, source: Source) -> bool:
    """Marks as gone all records that this walk did not see. Whether the walk saw nothing at all where there was
    something: a source that is empty of a sudden is down rather than over, and nothing is dropped then."""
    if source.run == 1 or (source.up_to_date_at and source.run_began_at and source.up_to_date_at > source.run_began_at):
        return False
    if not await intake.db.read(_saw_some, source.id, source.run, purpose=PURPOSE):
        return True
    after = ""
    while True:
        rest = await intake.db.run(_drop_some, source.id, source.run, after, intake.now(), purpose=PURPOSE)
        if rest is None:
            return False
        after = rest


def _saw_some(source: UUID, run: int):
    """Unit: whether the walk saw an item that is there, or there is none to be lost."""
    seen = yield Query(
        "select 1 from record where source = ? and run in (?, ?) and gone = ? limit 1", (source, run, -run, False)
    )
    if seen:
        return True
    old = yield Query("select 1 from record where source = ? and gone = ? limit 1", (source, False))
    return not old


def _drop_some(source: UUID, run: int, after: str, now: datetime):
    """Unit: goes through some records in the order of their keys; gives the last key, none at the end."""
    rows = yield Query(
        "select id, key, run, gone, seen_at from record where source = ? and key > ? order by key limit ?",
        (source, after, TOGETHER),
    )
    unseen = [id for id, _, last, gone, _ in rows if last not in (run, -run) and not gone]
    doubted = [(run, id) for id, _, last, _, _ in rows if last == -run]
    yield Many("update record set run = ?, modified = '', modified_number = null where id = ?", doubted)
    over = [id for id, _, _, gone, seen_at in rows if gone and seen_at < now - TOMBSTONES]
    for start in range(0, len(unseen), 500):
        some = unseen[start : start + 500]
        marks = ", ".join("?" * len(some))
        yield Query(
            f"update record set gone = ?, data = null, seen_at = ?, {TO_DO} where id in ({marks})",  # nosec B608 # every value is bound
            (True, now, *some),
        )
    for start in range(0, len(over), 500):
        some = over[start : start + 500]
        marks = ", ".join("?" * len(some))
        yield Query(f"delete from record where id in ({marks}) and work = 0", some)  # nosec B608 # every value is bound
    return rows[-1][1] if len(rows) == TOGETHER else None
