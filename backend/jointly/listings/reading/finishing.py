"""The last step of every reading: dates are expanded, and what is over is no longer active."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from msgspec.structs import replace

from jointly.listings.dates.clocks import LONDON
from jointly.listings.dates.expanding import occurrences_of
from jointly.listings.dates.timing import timing_of
from jointly.listings.model import Occurrence, Problem, Schedule, Service, Taken
from jointly.listings.reading.problems import note

_YEARS_AHEAD = 10
_UNREAD = frozenset({"date-wrong", "date-without-time", "start-missing"})


def finished(
    service: Service,
    explicit: Sequence[Occurrence],
    now: datetime,
    problems: list[Problem],
    dated: Sequence[Problem] = (),
) -> Taken:
    """What was read, with its dates expanded; something that is over is no longer active.

    `dated` are the problems of its explicit dates, which tell whether those that were left out are long past.
    """
    service = replace(service, schedules=tuple(_usable(schedule, problems) for schedule in service.schedules))
    near, more = occurrences_of(service.id, service.schedules, now=now, explicit=explicit)
    for problem in more:
        note(problems, problem.code, problem.found)
    if service.status == "cancelled":
        near = [replace(date, status="cancelled") for date in near]
    elif service.status == "active" and _is_over(service.id, service.schedules, explicit, near, now, dated):
        note(problems, "schedule-over")
        service = replace(service, status="inactive")
    return Taken(service=service, occurrences=tuple(near), problems=tuple(problems))


def _usable(schedule: Schedule, problems: list[Problem]) -> Schedule:
    """The schedule; one that cannot make dates, for what it says or does not, only tells when it usually is."""
    found: list[Problem] = []
    if schedule.usual or timing_of(schedule, found) is not None:
        return schedule
    for problem in found:
        note(problems, problem.code, problem.found)
    return replace(schedule, usual=True)


def _is_over(
    service: UUID,
    schedules: Sequence[Schedule],
    explicit: Sequence[Occurrence],
    near: Sequence[Occurrence],
    now: datetime,
    problems: Sequence[Problem],
) -> bool:
    """Whether every date that was ever given is past. What gives no dates at all cannot be told, and goes on."""
    codes = {problem.code for problem in problems}
    # Dates before 2020 were left out by reading; they are past all the same.
    long_ago = "date-too-early" in codes and not codes & _UNREAD
    if near or not (schedules or explicit or long_ago):
        return False
    today = now.astimezone(LONDON).date()
    if any(schedule.usual and not (schedule.ends_on and schedule.ends_on < today) for schedule in schedules):
        return False
    ahead, _ = occurrences_of(service, schedules, now=now, weeks=_YEARS_AHEAD * 52, explicit=explicit)
    return not ahead
