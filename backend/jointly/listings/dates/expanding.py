"""From schedules to dates: those that are on now or start within some weeks, with each explicit one in its place."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec

from jointly.listings.dates.naming import occurrence_id
from jointly.listings.dates.problems import problem
from jointly.listings.dates.timing import Timing, timing_of
from jointly.listings.model import Occurrence, Problem, Schedule

WEEKS = 12
MOST = 500
"""Dates of one series, whatever its schedules say."""


def occurrences_of(
    service: UUID,
    schedules: Sequence[Schedule],
    *,
    now: datetime,
    weeks: int = WEEKS,
    explicit: Iterable[Occurrence] = (),
) -> tuple[list[Occurrence], list[Problem]]:
    """The dates of one service in order of time, and what was wrong with its schedules.

    `service` is its id. A date that has ended is left out, as is one that starts later than `weeks` after `now`; one
    without an end counts as over when it has started. An explicit date replaces, entire, the generated one of the same
    `original_start` (see `naming.named_start`), also when it was moved in or out of the window. Schedules that only say
    when it `usual`ly runs make none.
    """
    problems: list[Problem] = []
    until = now + timedelta(weeks=weeks)
    dates: dict[datetime, Occurrence] = {}
    for schedule in schedules:
        if schedule.usual:
            continue
        timing = timing_of(schedule, problems)
        if timing:
            for date in _generated(service, timing, now, until):
                dates.setdefault(date.original_start, date)
    dates |= _by_start(explicit, problems)
    near = [date for date in dates.values() if date.start <= until and (date.end or date.start) > now]
    near.sort(key=lambda date: (date.start, date.original_start))
    if len(near) > MOST:
        problems.append(problem("occurrences-too-many", len(near)))
    return near[:MOST], problems


def _generated(service: UUID, timing: Timing, now: datetime, until: datetime) -> Iterable[Occurrence]:
    """The dates that a schedule makes, a day more at both ends than is shown: an explicit one may bring it nearer."""
    first = (now - timing.longest()).astimezone(timing.zone).date() - timedelta(days=1)
    last = until.astimezone(timing.zone).date()
    for day, start in timing.runs(first, last):
        yield Occurrence(
            id=occurrence_id(service, start), original_start=start, start=start, end=timing.ends(day, start)
        )


def _by_start(explicit: Iterable[Occurrence], problems: list[Problem]) -> dict[datetime, Occurrence]:
    """Explicit dates by the start that names them. Of two, one that takes place is kept, else the later given."""
    kept: dict[datetime, Occurrence] = {}
    for given in explicit:
        start = given.original_start.astimezone(UTC)
        other = kept.get(start)
        if other:
            problems.append(problem("occurrence-doubled", start.isoformat()))
            if given.status == "cancelled" != other.status:
                continue
        kept[start] = msgspec.structs.replace(given, original_start=start, explicit=True)
    return kept
