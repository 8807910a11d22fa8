"""Taking a source away: it is asked no more at once, and all that came of it goes, a part at a time."""

from datetime import datetime
from uuid import UUID

from jointly.kit.db import Query
from jointly.listings.taking_in.intake import PURPOSE, Intake
from jointly.listings.taking_in.keeping import OF_DATASET, TO_DO
from jointly.listings.taking_in.sources import sources, stop

TOGETHER = 500


async def remove(intake: Intake, id: UUID) -> bool:
    """Takes a source away. Whether there was one."""
    if not await intake.db.run(stop, id, intake.now(), purpose=PURPOSE):
        return False
    await remove_stopped(intake)
    return True


async def remove_stopped(intake: Intake) -> None:
    """Goes on with every source that is being taken away: a process may have ended in the middle."""
    for one in await intake.db.read(sources, purpose=PURPOSE):
        if one.stopped_at is None:
            continue
        while await intake.db.run(_listings_away, one.id, purpose=PURPOSE):
            pass
        while await intake.db.run(_records_away, one.id, one.dataset, purpose=PURPOSE):
            pass
        await intake.db.run(_source_away, one.id, intake.now(), purpose=PURPOSE)


def _listings_away(source: UUID):
    """Unit: some listings of the source, with all that is derived of them. Whether there were any."""
    rows = yield Query("select id from listing where source = ? limit ?", (source, TOGETHER))
    ids = [id for (id,) in rows]
    if ids:
        marks = ", ".join("?" * len(ids))
        yield Query(f"delete from find where listing in ({marks})", ids)  # nosec B608 # every value is bound
        yield Query(f"delete from dated where listing in ({marks})", ids)  # nosec B608 # every value is bound
        yield Query(f"delete from report where listing in ({marks})", ids)  # nosec B608 # every value is bound
        yield Query(f"delete from listing where id in ({marks})", ids)  # nosec B608 # every value is bound
    return bool(ids)


def _records_away(source: UUID, dataset: UUID):
    """Unit: some records. What they belonged to in other sources is to be derived again."""
    rows = yield Query("select id, parent from record where source = ? order by key limit ?", (source, TOGETHER))
    ids = [id for id, _ in rows]
    if not ids:
        return False
    parents = sorted({parent for _, parent in rows if parent})
    marks = ", ".join("?" * len(ids))
    if parents:
        names = ", ".join("?" * len(parents))
        yield Query(
            f"update record set {TO_DO} where data_id in ({names}) and gone = ? "  # nosec B608 # every value is bound
            f"and {OF_DATASET}",
            (*parents, False, dataset),
        )
    yield Query(f"delete from fault where record in ({marks})", ids)  # nosec B608 # every value is bound
    yield Query(f"delete from record where id in ({marks})", ids)  # nosec B608 # every value is bound
    return True


def _source_away(source: UUID, now: datetime):
    """Unit: the source itself, and what was wrong with it."""
    yield Query("delete from fault where source = ?", (source,))
    yield Query("delete from source where id = ? and stopped_at <= ?", (source, now))
