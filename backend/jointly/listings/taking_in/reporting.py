"""What an operator is told of a source: how it stands, what its items became, and each fault with its remedy."""

from datetime import datetime, timedelta
from typing import NamedTuple

from jointly.kit.db import Query
from jointly.listings.taking_in.problems import REMEDIES
from jointly.listings.taking_in.sources import Source, sources
from jointly.listings.taking_in.states import STATES

LATE = timedelta(hours=24)
"""A parent that has not come within this time is missing; before, it may be on its way."""


class FaultLine(NamedTuple):
    """One sort of fault: how often, an item that has it, what stood there, and what to do about it."""

    code: str
    count: int
    item: str
    found: str
    remedy: str


class Standing(NamedTuple):
    """How a source stands. `records` counts by outcome, with "to do" for what is not derived yet."""

    source: Source
    state: str
    records: dict[str, int]
    listings: int
    faults: int


def standings():
    """Unit: every source with how it stands."""
    made = []
    for one in (yield from sources()):
        rows = yield Query("select outcome, work, count(*) from record where source = ? group by 1, 2", (one.id,))
        records: dict[str, int] = {}
        for outcome, work, count in rows:
            name = "to do" if work else outcome
            records[name] = records.get(name, 0) + count
        shown = yield Query("select count(*) from listing where source = ? and state = 'shown'", (one.id,))
        faults = yield Query("select count(*) from fault where source = ?", (one.id,))
        state = "being taken away" if one.stopped_at else STATES.get(one.state, one.state)
        made.append(Standing(one, state, records, shown[0][0], faults[0][0]))
    return made


def report(source: Source, now: datetime):
    """Unit: the faults of one source, the most frequent first."""
    rows = yield Query(
        "select code, count(*), max(count), min(item), min(found), max(case when record is null then count else 0 end) "
        "from fault where source = ? group by code",
        (source.id,),
    )
    lines = [
        FaultLine(code, max(of_source, of_items), item, found, REMEDIES.get(code, ""))
        for code, of_items, _, item, found, of_source in rows
    ]
    missing = yield from _missing_parents(source, now)
    lines += [missing] if missing else []
    return sorted(lines, key=lambda line: (-line.count, line.code))


def _missing_parents(source: Source, now: datetime):
    """Unit: how many parents are missing, which is what has to be put right; how many children wait is told with it.

    There is no alarm as long as a feed of the dataset has not been read to its end: the parents may be in the rest.
    """
    unread = yield Query(
        "select 1 from source where dataset = ? and kind <> 'here' and stopped_at is null "
        "and up_to_date_at is null limit 1",
        (source.dataset,),
    )
    if unread:
        return None
    rows = yield Query(
        "select count(distinct parent), count(*), min(parent) from record "
        "where source = ? and outcome = 'waiting' and work = 0 and first_seen_at < ?",
        (source.id, now - LATE),
    )
    parents, children, example = rows[0]
    if not parents:
        return None
    return FaultLine("parent-missing", parents, example, f"{children} sessions wait", REMEDIES["parent-missing"])


def called(name: str):
    """Unit: the sources that somebody means: by the end of the id, or the beginning of the address."""
    found = yield from sources()
    return [one for one in found if one.id.hex.endswith(name.lower().replace("-", "")) or one.url.startswith(name)]
