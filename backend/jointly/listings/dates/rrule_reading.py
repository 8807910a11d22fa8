"""An iCalendar rule as a schedule: what a DTSTART with its RRULE and EXDATE means, and what of it is not kept.

A rule that the model cannot say makes no schedule, only a fault: to show dates that are nearly right is worse.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec

from jointly.listings.dates.clocks import LONDON, instant, local, zone_of
from jointly.listings.dates.days import days_of
from jointly.listings.dates.problems import problem
from jointly.listings.dates.rule_parts import NotUnderstood, pattern_of, whole_number
from jointly.listings.dates.timing import FIRST_DAY, LAST_DAY
from jointly.listings.model import Problem, Schedule

DAY_MINUTES = 24 * 60
MOST_EXCEPTIONS = 1000
_LONGEST_RULE = 2000
_UNTIL = re.compile(r"([0-9]{8})(?:T([0-9]{6})(Z?))?")


def schedule_of(
    id: UUID,
    *,
    start: date | datetime,
    end: date | datetime | None = None,
    length: timedelta | None = None,
    rule: str | None = None,
    exceptions: Iterable[date | datetime] = (),
    zone: str | None = None,
) -> tuple[Schedule | None, list[Problem]]:
    """The schedule that an event's DTSTART, DTEND or DURATION, RRULE and EXDATE say, with what was wrong.

    Times with a zone keep it; one that names none, or a zone that is not known, is read as of `zone`, else of London.
    A date without a time lasts the whole day. One date in UTC is told on London's clocks; a rule in UTC stays in UTC,
    as it does not follow the clocks.
    """
    problems: list[Problem] = []
    if not _likely(start):
        return None, [problem("schedule-start-wrong", start)]
    begin, known, assumed = _begin(start, zone, problems)
    if known.key == "UTC" and not rule:
        begin, known = local(begin.replace(tzinfo=UTC), LONDON) or begin, LONDON
    schedule = Schedule(
        id=id,
        start_on=begin.date(),
        start=f"{begin:%H:%M}",
        zone=known.key,
        zone_assumed=assumed,
        **_end(start, begin, known, end, length, problems),
    )
    try:
        told = msgspec.structs.replace(schedule, **_rule(rule, schedule, known, problems)) if rule else schedule
    except NotUnderstood as fault:
        return None, [*problems, problem(fault.code, rule)]
    return _without(told, begin.time(), known, exceptions, problems), problems


def _likely(day: date) -> bool:
    """Whether a session may be on that day at all; of others not even the zone can be asked."""
    return FIRST_DAY.year <= day.year <= LAST_DAY.year


def _begin(start: date | datetime, zone: str | None, problems: list[Problem]) -> tuple[datetime, ZoneInfo, bool]:
    """The local start, its zone, and whether the zone is only assumed."""
    if not isinstance(start, datetime):
        return datetime.combine(start, time()), (zone and zone_of(zone)) or LONDON, zone is None
    if start.tzinfo is None:
        known = zone and zone_of(zone)
        if zone and not known:
            problems.append(problem("schedule-zone-unknown", zone))
        return start, known or LONDON, not known
    named = "UTC" if start.tzinfo is UTC else getattr(start.tzinfo, "key", None) or zone or str(start.tzinfo)
    known = zone_of(named)
    if known:
        return start.replace(tzinfo=None), known, False
    problems.append(problem("schedule-zone-unknown", named))
    return local(start, LONDON) or start.replace(tzinfo=None), LONDON, True


def _end(
    start: date | datetime,
    begin: datetime,
    zone: ZoneInfo,
    end: date | datetime | None,
    length: timedelta | None,
    problems: list[Problem],
) -> Mapping[str, Any]:
    """`end` or `minutes` of the schedule; neither where it is not said, or cannot be."""
    if end is not None:
        if isinstance(end, datetime) and (clock := local(end, zone)) and clock.date() == begin.date() and clock > begin:
            return {"end": f"{clock:%H:%M}"}
        length = _between(start, end, begin, zone)
    if not isinstance(start, datetime):
        length = max(length or timedelta(days=1), timedelta(days=1))
    if length is None:
        return {}
    if length < timedelta(minutes=1):
        problems.append(problem("schedule-end-before-start", f"{start} to {end or length}"))
        return {}
    return {"minutes": int(length.total_seconds() // 60)}


def _between(start: date | datetime, end: date | datetime, begin: datetime, zone: ZoneInfo) -> timedelta:
    """From start to end in true time."""
    if isinstance(start, datetime) != isinstance(end, datetime):
        return timedelta()
    if not isinstance(start, datetime):
        return end - start
    return (end if end.tzinfo else end.replace(tzinfo=zone)) - begin.replace(tzinfo=zone).astimezone(UTC)


def _rule(text: str, schedule: Schedule, zone: ZoneInfo, problems: list[Problem]) -> Mapping[str, Any]:
    """The fields of the schedule that its rule sets."""
    parts: dict[str, str] = {}
    for part in re.sub(r"(?i)^RRULE:", "", text[:_LONGEST_RULE].strip()).strip(";").split(";"):
        name, equals, value = part.strip().upper().partition("=")
        if not equals or name in parts or len(text) > _LONGEST_RULE:
            raise NotUnderstood
        parts[name] = value.strip()
    until, count = parts.pop("UNTIL", None), parts.pop("COUNT", None)
    fields = pattern_of(parts, schedule)
    if count is not None:
        fields["count"] = whole_number(count)
    if until == "":
        problems.append(problem("rule-until-empty", text))
    elif until is not None:
        fields["ends_on"] = _ends_on(until, msgspec.structs.replace(schedule, **fields), zone, problems)
    return fields


def _ends_on(until: str, schedule: Schedule, zone: ZoneInfo, problems: list[Problem]) -> date:
    """The last day whose session starts by UNTIL. A date is the whole of that day."""
    match = _UNTIL.fullmatch(until)
    try:
        moment = match and datetime.strptime(f"{match[1]}{match[2] or '000000'}+0000", "%Y%m%d%H%M%S%z")
    except ValueError:
        moment = None
    if not moment:
        raise NotUnderstood
    if not match[2] or not _likely(moment):
        return moment.date()
    clock = local(moment, zone) if match[3] else moment.replace(tzinfo=None)
    day = clock.date()
    early = instant(day, time.fromisoformat(schedule.start), zone) - clock.replace(tzinfo=zone).astimezone(UTC)
    if early <= timedelta():
        return day
    if early == timedelta(hours=1) and any(days_of(schedule, day, day)):
        problems.append(problem("rule-until-hour-early", until))
        return day
    return day - timedelta(days=1)


def _without(
    schedule: Schedule,
    start: time,
    zone: ZoneInfo,
    exceptions: Iterable[date | datetime],
    problems: list[Problem],
) -> Schedule:
    """The schedule with its exceptions: local days where that says all, else instants. Of too many the latest stay."""
    days, instants = set(), set()
    for given in exceptions:
        if not isinstance(given, datetime):
            days.add(given)
        elif _likely(given):
            clock = local(given, zone)
            if clock.time().replace(second=0) == start.replace(second=0):
                days.add(clock.date())
            else:
                instants.add(given.replace(tzinfo=given.tzinfo or zone).astimezone(UTC))
    if len(days) + len(instants) > MOST_EXCEPTIONS:
        problems.append(problem("rule-exceptions-too-many", len(days) + len(instants)))
    kept = MOST_EXCEPTIONS
    return msgspec.structs.replace(
        schedule, except_on=tuple(sorted(days)[-kept:]), except_at=tuple(sorted(instants)[-kept:])
    )
