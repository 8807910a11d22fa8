"""What is due in a stretch of days, from wishes and facts: the one rule. Nothing here knows what was told already.

How long each is useful, and at what time of day what has no time of its own is told, is our choice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from jointly.checkins.rules import standing
from jointly.reminders.rules.done import done_slots
from jointly.reminders.rules.facts import Facts, OnPathway
from jointly.reminders.rules.local import DAYS, days_between, instant, local_day
from jointly.reminders.rules.quiet import Hours, out_of_quiet
from jointly.reminders.rules.slots import Kind, Planned, key_of

EXERCISE_FOR = timedelta(hours=3)
CHECK_IN_FOR = timedelta(hours=3)
"""At least: it is told in the day, from the forenoon until the evening, unless quiet hours leave nothing of that."""
BEFORE_VISIT = timedelta(hours=2)
WEEK_FOR = timedelta(hours=24)
NEWS_FOR = timedelta(hours=48)
AHEAD = timedelta(days=14)
"""How far what is due is made ahead, and can be looked at."""
BEHIND = timedelta(days=2)
"""How long the longest reminder is useful: what was due before that is not looked at."""
NEWS = frozenset({"change", "reply", "referral"})
"""What is told because something happened, and not because a time came."""
ROUNDS: tuple[Kind, ...] = ("unanswered", "due", "confirm")
"""What staff and groups look at once a day, and are reminded of only when there is some of it."""
EVENING, MORNING, FORENOON, NIGHT = time(18), time(8), time(10), time(20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How somebody wants to be reminded; see `entries.Reminding`."""

    secret: bytes
    zone: ZoneInfo
    kinds: frozenset[str]
    week: tuple[str, time] | None = None
    quiet: Hours | None = None
    paused_until: date | None = None


@dataclass(frozen=True, slots=True)
class _Slot:
    kind: Kind
    about: str
    local: str
    at: datetime
    until: datetime


def within(wishes: Wishes | None, facts: Facts, now: datetime) -> list[Planned]:
    """What is due from two days ago until two weeks from now; nothing, for who wishes for nothing."""
    if wishes is None:
        return []
    first, last = (local_day(at, wishes.zone) for at in (now - BEHIND, now + AHEAD))
    return [one for one in planned(wishes, facts, first, last) if one.at < now + AHEAD]


def planned(wishes: Wishes, facts: Facts, first: date, last: date) -> list[Planned]:
    """Everything that is due for the local days from `first` to `last`, in order, each key once.

    What falls into quiet hours comes at their end if it is still useful then. Nothing comes on a day before a pause
    ends, but that something booked has changed.
    """
    found: dict[str, Planned] = {}
    for slot in _slots(wishes, facts, first, last):
        if slot.kind not in NEWS and not first <= local_day(slot.at, wishes.zone) <= last:
            continue
        at = out_of_quiet(slot.at, wishes.quiet, wishes.zone)
        paused = wishes.paused_until and local_day(at, wishes.zone) < wishes.paused_until
        if at >= slot.until or (paused and slot.kind != "change"):
            continue
        key = key_of(wishes.secret, slot.kind, slot.about, slot.local)
        found.setdefault(key, Planned(at, key, slot.kind, slot.about, slot.local, slot.until))
    return sorted(found.values())


def _slots(wishes: Wishes, facts: Facts, first: date, last: date) -> Iterator[_Slot]:
    for day in days_between(first, last):
        if "exercise" in wishes.kinds:
            yield from _exercise(wishes.zone, facts, day)
        if "check-in" in wishes.kinds:
            for pathway in facts.pathways:
                yield from _check_in(wishes, pathway, day)
        if wishes.week and wishes.week[0] == DAYS[day.weekday()] and day not in facts.told_how_it_was:
            at = instant(day, wishes.week[1], wishes.zone)
            yield _Slot("week", "", day.isoformat(), at, at + WEEK_FOR)
        if facts.rounds and DAYS[day.weekday()] in facts.rounds.days:
            at = instant(day, facts.rounds.time, wishes.zone)
            for kind in ROUNDS:
                if kind in wishes.kinds:
                    yield _Slot(kind, "", day.isoformat(), at, _end_of(day, wishes.zone))
    if "session" in wishes.kinds:
        yield from _visits(wishes.zone, facts)
    if "date" in wishes.kinds:
        yield from _own_days(wishes.zone, facts)
    for news in facts.news:
        if news.kind in wishes.kinds:
            yield _Slot(news.kind, news.notice, "", news.at, news.at + NEWS_FOR)


def _exercise(zone: ZoneInfo, facts: Facts, day: date) -> Iterator[_Slot]:
    """The exercise times of a day that are not done; none on a bad day. One is useful until the next one comes."""
    if facts.times is None or day in facts.bad_days:
        return
    slots = facts.times.on(day, DAYS[day.weekday()])
    done = done_slots(slots, facts.exercised.get(day, ()))
    times = [instant(day, slot, zone) for slot in slots] + [_end_of(day, zone)]
    for slot, (at, next_one) in zip(slots, pairwise(times), strict=True):
        if slot not in done:
            yield _Slot("exercise", "", f"{day}T{slot:%H:%M}", at, min(at + EXERCISE_FOR, next_one))


def _end_of(day: date, zone: ZoneInfo) -> datetime:
    return instant(day + timedelta(days=1), time(0), zone)


def _check_in(wishes: Wishes, on: OnPathway, day: date) -> Iterator[_Slot]:
    """That a check-in opens today, or closes tomorrow. Whose quiet hours are all the day is told as they end, while it
    is open."""
    zone = wishes.zone
    stands = standing(on.windows, started_on=on.started_on, ended=on.ended, done=on.done, today=day)
    if stands.state != "due" or stands.from_ is None or stands.to is None:
        return
    for what, when in (("opens", stands.from_), ("closes", stands.to - timedelta(days=1))):
        if day == when and (what == "opens" or when > stands.from_):
            about = f"{on.pathway}/{stands.contact}/{what}"
            at = instant(day, FORENOON, zone)
            until = max(instant(day, NIGHT, zone), out_of_quiet(at, wishes.quiet, zone) + CHECK_IN_FOR)
            yield _Slot("check-in", about, day.isoformat(), at, min(until, _end_of(stands.to, zone)))


def _visits(zone: ZoneInfo, facts: Facts) -> Iterator[_Slot]:
    """A booked visit: the evening before, and two hours before."""
    for visit in facts.visits:
        local = visit.start.astimezone(zone)
        evening = instant(local.date() - timedelta(days=1), EVENING, zone)
        said = visit.start.isoformat()
        yield _Slot("session", f"{visit.entry}/tomorrow", said, evening, visit.start)
        yield _Slot("session", f"{visit.entry}/soon", said, visit.start - BEFORE_VISIT, visit.start)


def _own_days(zone: ZoneInfo, facts: Facts) -> Iterator[_Slot]:
    """A date of one's own: the evening before, and on the day in the morning or two hours before its time."""
    for own in facts.own_days:
        at = instant(own.on, own.at or NIGHT, zone)
        evening = instant(own.on - timedelta(days=1), EVENING, zone)
        same_day = at - BEFORE_VISIT if own.at else instant(own.on, MORNING, zone)
        yield _Slot("date", f"{own.entry}/before", own.on.isoformat(), evening, at)
        yield _Slot("date", f"{own.entry}/day", own.on.isoformat(), same_day, at)
