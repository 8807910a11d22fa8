"""What was said of single dates follows the listing when it runs at other times: a cancelled date stays off.

A date is named by the start it was planned for. Where the schedules plan another start on the same day in London, what
was said of the day goes with that one; where they plan none, there is no such date any more, and nothing stands beside
the others that nobody could take back.
"""

from collections.abc import Iterable
from datetime import datetime

from msgspec.structs import replace

from jointly.kit.db import Many, Query
from jointly.listings.dates.clocks import LONDON
from jointly.listings.dates.naming import occurrence_id
from jointly.listings.dates.timing import timing_of
from jointly.listings.model import Occurrence, Service, decode_occurrence, encode
from jointly.listings.showing import DATE


def follow(service: Service):
    """Unit: what was said of single dates, past ones too, names those that the schedules plan now."""
    rows = yield Query("select id, body from dated where listing = ? and explicit = ?", (service.id, True))
    before = {id: decode_occurrence(body) for id, body in rows}
    after = {one.id: one for one in followed(service, before.values())}
    yield Many("delete from dated where id = ?", [(id,) for id in before if id not in after])
    yield Many(
        DATE,
        [
            (one.id, service.id, one.original_start, one.start, one.status, True, encode(one))
            for one in after.values()
            if one != before.get(one.id)
        ],
    )


def followed(service: Service, said: Iterable[Occurrence]) -> list[Occurrence]:
    """Those of the dates that stay, each named by a start that the schedules plan."""
    left = sorted(said, key=lambda one: one.original_start)
    planned = {one.original_start: _planned(service, one.original_start) for one in left}
    kept = {start: one for one in left if (start := one.original_start) in planned[start]}
    for one in left:
        free = {start: end for start, end in planned[one.original_start].items() if start not in kept}
        if one.original_start in kept or not free:
            continue
        start = min(free, key=lambda start: abs(start - one.original_start))
        if one.status == "cancelled":
            one = replace(one, start=start, end=free[start])
        elif (one.start, one.end) == (start, free[start]):
            continue  # It was moved to where all of them are now: it is as usual.
        kept[start] = replace(one, id=occurrence_id(service.id, start), original_start=start)
    return list(kept.values())


def _planned(service: Service, at: datetime) -> dict[datetime, datetime | None]:
    """The starts, with their ends, that the schedules plan on the day of that instant."""
    day = at.astimezone(LONDON).date()
    timings = filter(None, (timing_of(schedule, []) for schedule in service.schedules if not schedule.usual))
    return {start: timing.ends(day, start) for timing in timings for _, start in timing.runs(day, day)}
