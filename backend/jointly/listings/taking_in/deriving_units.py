"""Units of deriving: which records are to be made into listings, what belongs to them, and what became of them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from jointly.kit.db import Many, Query
from jointly.listings.dates.expanding import WEEKS
from jointly.listings.model import decode_service
from jointly.listings.showing import hide, show
from jointly.listings.taking_in.faults import put_faults
from jointly.listings.taking_in.groups import SESSION, Derived, Row, Told
from jointly.listings.taking_in.keeping import OF_DATASET, TO_DO

COLUMNS = "id, source, key, kind, modified, modified_number, gone, data, data_id, parent, seen_at, work"
ROLL_BEFORE = timedelta(weeks=WEEKS - 2)
"""Dates are made for twelve weeks; where fewer than ten are left they are made anew."""
TOGETHER = 500


def waiting_work(source: UUID, most: int):
    """Unit: records of a source that are to be derived, without what they hold."""
    names = COLUMNS.replace(" data,", " cast(null as text),")
    rows = yield Query(f"select {names} from record where source = ? and work > 0 order by id limit ?", (source, most))  # nosec B608 # every value is bound
    return [Row(*row) for row in rows]


def work_left(source: UUID):
    """Unit: how many records of a source are to be derived."""
    rows = yield Query("select count(*) from record where source = ? and work > 0", (source,))
    return rows[0][0]


def with_data(ids: Sequence[UUID]):
    """Unit: these records whole."""
    marks = ", ".join("?" * len(ids))
    rows = yield Query(f"select {COLUMNS} from record where id in ({marks})", tuple(ids))  # nosec B608 # every value is bound
    return [Row(*row) for row in rows]


def sizes(dataset: UUID, names: Sequence[str]):
    """Unit: how many records name each of these as their parent."""
    marks = ", ".join("?" * len(names))
    rows = yield Query(
        f"select parent, count(*) from record where parent in ({marks}) "  # nosec B608 # every value is bound
        f"and {OF_DATASET} group by parent",
        (*names, dataset),
    )
    return dict(rows)


def thin_out(dataset: UUID, name: str, most: int, now: datetime):
    """Unit: of a group with more children than are read, the last to come are read and the others are told off; all of
    them wait where there is no parent."""
    whose = f"parent = ? and {OF_DATASET}"
    parents = yield Query(
        f"select id, source, key from record where data_id = ? and gone = ? and {OF_DATASET}",  # nosec B608 # every value is bound
        (name, False, dataset),
    )
    rows = yield Query(f"select id from record where {whose} order by id desc limit 1 offset ?", (name, dataset, most))  # nosec B608 # every value is bound
    if parents:
        yield Query(
            f"update record set work = 0, outcome = 'skipped' where {whose} and id <= ?",  # nosec B608 # every value is bound
            (name, dataset, rows[0][0]),
        )
        return rows[0][0]
    yield Query(f"update record set work = 0, outcome = 'waiting' where {whose}", (name, dataset))  # nosec B608 # every value is bound
    return None


def members(dataset: UUID, names: Sequence[str], after: UUID):
    """Unit: the records of these groups, and above each the parent that it names; of children those `after`."""
    found = yield from _by("data_id", dataset, names)
    found |= {row.id: row for row in (yield from _by("parent", dataset, names)).values() if row.id > after}
    above = {row.parent for row in found.values() if row.kind != SESSION and row.parent and not row.gone}
    if above - set(names):
        found = (yield from _by("data_id", dataset, sorted(above - set(names)))) | found
    return list(found.values())


def keep_derived(made: Derived, now: datetime):
    """Unit: listings are found as they were derived, and the work is done. A group of which a record changed meanwhile,
    or was derived by somebody else, stays as it is: whoever saw it last has the say, and what has changed is derived
    once more."""
    done = yield from _done(made.told)
    stale = {id for one in made.told if one.row.id not in done for id in one.listings}
    late = [one for one in made.told if one.row.id in done and not stale.isdisjoint(one.listings)]
    yield Many(f"update record set {TO_DO} where id = ?", [(one.row.id,) for one in late if one.row.work > 0])  # nosec B608 # no value is in it
    kept = [one for one in made.told if one.row.id in done and stale.isdisjoint(one.listings)]
    yield from put_faults(made._replace(told=kept).faults, now)
    yield from show([one for one in made.shown if one.service.id not in stale], now)
    yield from hide([id for id in made.hidden if id not in stale], "gone")


def _done(told: Sequence[Told]):
    """Unit: the work of these is done. Gives the ids of those that are still as they were read."""
    parts: dict[tuple[str, int], dict[UUID, datetime]] = {}
    for one in told:
        parts.setdefault((one.outcome, one.row.work), {})[one.row.id] = one.row.seen_at
    done: set[UUID] = set()
    for (outcome, work), seen in parts.items():
        ids = list(seen)
        for start in range(0, len(ids), TOGETHER):
            some = ids[start : start + TOGETHER]
            marks = ", ".join("?" * len(some))
            rows = yield Query(
                f"update record set work = 0, outcome = ? where id in ({marks}) and work = ? returning id, seen_at",  # nosec B608 # every value is bound
                (outcome, *some, work),
            )
            done |= {id for id, seen_at in rows if seen_at == seen[id]}
            changed = [(id,) for id, seen_at in rows if seen_at != seen[id]]
            yield Many(f"update record set {TO_DO} where id = ?", changed)  # nosec B608 # no value is in it
    return done


def listed(source: UUID):
    """Unit: the listings that a source has."""
    rows = yield Query("select id from listing where source = ? and state <> 'gone'", (source,))
    return {id for (id,) in rows}


def do_again(source: UUID, after: UUID, most: int):
    """Unit: marks some records to be derived again; gives the last one's id, none at the end."""
    rows = yield Query("select id from record where source = ? and id > ? order by id limit ?", (source, after, most))
    yield Many(f"update record set {TO_DO} where id = ?", rows)  # nosec B608 # no value is in it
    return rows[-1][0] if len(rows) == most else None


def roll_forward(source: UUID, kind: str, dataset: UUID, now: datetime, most: int):
    """Unit: marks what listings were made of that are found by a date that has passed, or have few weeks of dates left.
    Gives how many listings those are."""
    passed = yield Query(
        "select l.id, l.body from listing l where l.source = ? and l.id in "
        "(select listing from find where next_at < ?) order by l.id limit ?",
        (source, int(now.timestamp()), most),
    )
    soon = now.date() + ROLL_BEFORE
    short = yield Query(
        "select id, body from listing where source = ? and expanded_until < ? and state in ('shown', 'cancelled') "
        "order by expanded_until limit ?",
        (source, soon, most),
    )
    bodies = dict([*passed, *short])
    if bodies and kind == "ical":
        yield Query(f"update record set {TO_DO} where source = ? and gone = ?", (source, False))  # nosec B608 # every value is bound
    elif bodies:
        keys = [(decode_service(body).key, False, dataset) for body in bodies.values()]
        kin = f"gone = ? and {OF_DATASET}"
        yield Many(f"update record set {TO_DO} where data_id = ? and {kin}", keys)  # nosec B608 # every value is bound
        yield Many(f"update record set {TO_DO} where parent = ? and {kin}", keys)  # nosec B608 # every value is bound
    # Each is tried once: what cannot be made again stays with the dates that it has.
    yield Many("update listing set expanded_until = ? where id = ?", [(soon, id) for id, _ in short])
    return len(bodies)


def _by(column: str, dataset: UUID, names: Sequence[str]):
    marks = ", ".join("?" * len(names))
    rows = yield Query(
        f"select {COLUMNS} from record where {column} in ({marks}) "  # nosec B608 # every value is bound
        f"and {OF_DATASET}",
        (*names, dataset),
    )
    return {row[0]: Row(*row) for row in rows}
