"""When an Open Referral UK service is open. Its schedules name no time zone: they are of the clocks in the UK."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from jointly.listings.model import Problem, Schedule
from jointly.listings.reading.cleaning import words
from jointly.listings.reading.moments import clock, day
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import text, things, whole
from jointly.listings.reading.schedules import days_of, numbers

_MOST = 60
_EVERY = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month"}
REMOTE = frozenset({"online", "virtual", "remote", "remotely", "phone", "telephone", "by phone"})
THERE = frozenset({"venue", "in-person", "in person", "physical", "face to face", "face-to-face", "home visit"})


class Opening(NamedTuple):
    """`usually` are the words of schedules that say nothing else; `ways` are online and in-person, where said."""

    schedules: tuple[Schedule, ...]
    usually: str | None
    ways: frozenset[str]


def opening_of(service: Mapping[str, Any], id: UUID, today: date, problems: list[Problem]) -> Opening:
    """The schedules of a tidy service and of its locations. Those that are over are left out, and told."""
    given = things(service.get("schedules"))
    for at in things(service.get("service_at_locations")):
        given = [*given, *things(at.get("schedules"))]
    # A schedule may stand under the service and again under a location.
    once = list({text(each.get("id")) or number: each for number, each in enumerate(given)}.values())[:_MOST]
    schedules, usual, ways = [], [], set()
    for number, each in enumerate(once):
        said = _words(each, problems)
        attending = (text(each.get("attending_type")) or "").casefold()
        ways |= {"online"} if attending in REMOTE else {"in-person"} if attending in THERE else set()
        schedule = _schedule(each, uuid5(id, f"schedule {text(each.get('id')) or number}"), said, problems)
        if schedule is None:
            usual.append(said)
        elif schedule.ends_on and schedule.ends_on < today:
            note(problems, "schedule-ended", schedule.ends_on)
        else:
            schedules.append(schedule)
    return Opening(tuple(schedules), "\n".join(filter(None, usual)) or None, frozenset(ways))


def _schedule(given: Mapping[str, Any], id: UUID, said: str | None, problems: list[Problem]) -> Schedule | None:
    """One schedule; none when it only has words."""
    days, weeks = days_of(given.get("byday"), problems)
    frequency = (text(given.get("freq")) or "").upper()
    every = _EVERY.get(frequency) or ("week" if days else None)
    if frequency and frequency not in _EVERY:
        note(problems, "schedule-frequency-wrong", frequency)
    start, end = clock(given.get("opens_at"), problems), clock(given.get("closes_at"), problems)
    first = day(given.get("dtstart"), problems)
    valid_from = day(given.get("valid_from"), problems)
    if every is None and first is None and start is None:
        return None
    ends = [found for name in ("until", "valid_to") if (found := day(given.get(name), problems))]
    first = first or valid_from
    return Schedule(
        id=id,
        start_on=first,
        start=start,
        end=end,
        zone_assumed=True,
        every=every,
        interval=whole(given.get("interval"), 1, 1000) or 1,
        days=days,
        month_days=numbers(given.get("bymonthday"), 31) if every == "month" else (),
        weeks=weeks,
        ends_on=min(ends, default=None),
        count=whole(given.get("count"), 1),
        usual=first is None or start is None or end is None,
        note=said,
        valid_from=valid_from if first != valid_from else None,
    )


def _words(given: Mapping[str, Any], problems: list[Problem]) -> str | None:
    said = [words(given.get(name), problems) for name in ("description", "notes")]
    attending = words(given.get("attending_type"), problems)
    if attending and attending.casefold() not in REMOTE | THERE:
        said.append(attending)
    return "\n".join(dict.fromkeys(filter(None, said))) or None
