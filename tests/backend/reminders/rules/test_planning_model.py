"""What is planned is what somebody tells who looks at the clock on the wall every minute: over both clock changes, in
zones that change by half an hour, at midnight, by two hours or by a whole day."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as some

from jointly.checkins.rules import Window
from jointly.reminders.rules.facts import Facts, News, OnPathway, OwnDay, RoundTimes, Times, Visit
from jointly.reminders.rules.planning import Wishes, planned
from jointly.reminders.rules.slots import Planned, key_of
from support.minute_by_minute import DAY, MINUTE, WEEKDAYS, Life, quiet_minutes, told, wall

SECRET = bytes(range(16))
KINDS = (
    "exercise", "check-in", "session", "change", "reply", "date", "unanswered", "due", "confirm",
)  # fmt: skip
CHANGES = (
    ("Europe/London", date(2026, 3, 29)),
    ("Europe/London", date(2026, 10, 25)),
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),  # by half an hour
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("Pacific/Chatham", date(2026, 4, 5)),  # at 3:45 and 2:45, three quarters of an hour from any hour
    ("Pacific/Chatham", date(2026, 9, 27)),
    ("Pacific/Apia", date(2011, 12, 30)),  # a Friday that nobody there had
    ("Africa/Cairo", date(2026, 4, 24)),  # at midnight: there is no 0:30
    ("Africa/Cairo", date(2026, 10, 29)),  # and Thursday's last hour comes twice
    ("America/Havana", date(2026, 11, 1)),  # Sunday's first hour comes twice
    ("Africa/Casablanca", date(2026, 2, 15)),  # back for Ramadan
    ("Antarctica/Troll", date(2026, 3, 29)),  # by two hours
    ("Antarctica/Troll", date(2026, 10, 25)),
    ("Asia/Kolkata", date(2026, 3, 29)),
    ("UTC", date(2026, 12, 31)),
)
NIGHT = some.integers(0, 4 * 60)
MINUTES = some.one_of(NIGHT, some.integers(0, 1439), some.sampled_from((0, 60, 90, 120, 150, 165, 1380, 1410, 1439)))


@some.composite
def lives(draw: some.DrawFn) -> Life:
    """Somebody who is reminded in the days around a change of the clocks."""
    zone, change = draw(some.sampled_from(CHANGES))
    days = some.integers(-2, 3).map(lambda n: change + n * DAY)
    instants = some.integers(-48 * 60, 72 * 60).map(lambda n: datetime.combine(change, time(0), UTC) + n * MINUTE)
    first = change + draw(some.integers(-2, 0)) * DAY
    rest_from, rest_for = draw(days), draw(some.none() | some.integers(0, 2))
    steps = draw(some.lists(some.tuples(some.integers(0, 3), some.integers(0, 4)), max_size=4))
    windows, day = [], -1
    for number, (gap, length) in enumerate(steps):
        windows.append((f"contact-{number}", day + 1 + gap, day + 1 + gap + length))
        day += 1 + gap + length
    return Life(
        zone=zone,
        first=first,
        days=draw(some.integers(1, 5)),
        kinds=draw(some.sets(some.sampled_from(KINDS), min_size=3).map(frozenset)),
        plan=draw(some.dictionaries(some.sampled_from(WEEKDAYS), some.frozensets(MINUTES, max_size=4), min_size=3)),
        plan_from=draw(days | some.just(date(2010, 1, 1))),
        rest=draw(some.none() | some.just((rest_from, None if rest_for is None else rest_from + rest_for * DAY))),
        bad=draw(some.frozensets(days, max_size=1)),
        exercised=tuple(draw(some.lists(some.tuples(days, MINUTES), max_size=4))),
        quiet=draw(some.none() | some.tuples(MINUTES, MINUTES)),
        paused_until=draw(some.none() | days),
        week=draw(some.none() | some.tuples(some.sampled_from(WEEKDAYS), MINUTES)),
        wrote=draw(some.frozensets(days, max_size=2)),
        visits=tuple(draw(some.lists(instants, max_size=3))),
        own=tuple(draw(some.lists(some.tuples(days, some.none() | MINUTES), max_size=3))),
        news=tuple(draw(some.lists(some.tuples(some.sampled_from(("change", "reply")), instants), max_size=3))),
        windows=tuple(windows),
        started=first - draw(some.integers(0, 6)) * DAY,
        done=draw(some.frozensets(some.sampled_from([name for name, _, _ in windows]))) if windows else frozenset(),
        rounds=draw(some.none() | some.tuples(some.frozensets(some.sampled_from(WEEKDAYS)), MINUTES)),
    )


def clock_time(minute: int) -> time:
    return time(minute // 60, minute % 60)


def wishes_of(life: Life) -> Wishes:
    """The same as the rule has it."""
    return Wishes(
        secret=SECRET,
        zone=ZoneInfo(life.zone),
        kinds=life.kinds,
        week=life.week and (life.week[0], clock_time(life.week[1])),
        quiet=life.quiet and (clock_time(life.quiet[0]), clock_time(life.quiet[1])),
        paused_until=life.paused_until,
    )


def facts_of(life: Life) -> Facts:
    """The same as the rule has it."""
    exercised: dict[date, tuple[time, ...]] = {}
    for day, minute in life.exercised:
        exercised[day] = (*exercised.get(day, ()), clock_time(minute))
    times = {day: tuple(clock_time(one) for one in minutes) for day, minutes in life.plan.items()}
    windows = tuple(Window(*window) for window in life.windows)
    return Facts(
        times=Times(times, life.plan_from, *(life.rest or (None, None))),
        bad_days=life.bad,
        exercised=exercised,
        pathways=(OnPathway("way", windows, life.started, None, life.done),) if windows else (),
        visits=tuple(Visit(f"visit-{n}", start) for n, start in enumerate(life.visits)),
        own_days=tuple(
            OwnDay(f"own-{n}", on, None if at is None else clock_time(at)) for n, (on, at) in enumerate(life.own)
        ),
        told_how_it_was=life.wrote,
        news=tuple(News(f"news-{n}", kind, at) for n, (kind, at) in enumerate(life.news)),
        rounds=life.rounds and RoundTimes(life.rounds[0], clock_time(life.rounds[1])),
    )


def plan_of(life: Life, first: date, last: date) -> list[Planned]:
    return planned(wishes_of(life), facts_of(life), first, last)


def change_of(life: Life) -> date:
    """The change of the clocks that a life is around: its zone's nearest."""
    return min((day for zone, day in CHANGES if zone == life.zone), key=lambda day: abs(day - life.first))


@settings(max_examples=400)
@given(lives())
def test_everything_due_is_planned_once_when_the_clock_on_the_wall_says(life: Life) -> None:
    found = plan_of(life, life.first, life.last)
    expected = told(life, wall(life.zone, change_of(life)))
    assert sorted((one.at, (one.kind, one.about, one.local), one.until) for one in found) == sorted(expected)
    assert all(one.key == key_of(SECRET, one.kind, one.about, one.local) for one in found)
    assert max(Counter(one.key for one in found).values(), default=1) == 1
    assert found == sorted(found, key=lambda one: one.at)


@settings(max_examples=200)
@given(lives())
def test_nothing_is_planned_in_quiet_hours_in_a_pause_or_past_its_use(life: Life) -> None:
    quiet = quiet_minutes(life.quiet)
    for one in plan_of(life, life.first, life.last):
        there = one.at.astimezone(ZoneInfo(life.zone))
        assert there.hour * 60 + there.minute not in quiet
        assert one.kind == "change" or life.paused_until is None or there.date() >= life.paused_until
        assert one.at < one.until
        assert one.at.tzinfo is UTC


@settings(max_examples=200)
@given(lives(), some.integers(0, 3), some.integers(0, 3))
def test_a_plan_made_later_or_longer_says_the_same_of_the_days_they_share(life: Life, sooner: int, longer: int) -> None:
    """What is told does not depend on when the plan was made: it begins two days before what it is used for."""
    first, last = life.first - 2 * DAY, life.last
    begin = datetime.combine(life.first, time(0), ZoneInfo(life.zone)).astimezone(UTC)
    end = begin + (life.days - 1) * DAY - timedelta(hours=2)

    def between(plan: list[Planned]) -> list[Planned]:
        return [one for one in plan if begin <= one.at < end]

    other = plan_of(life, first - sooner * DAY, last + longer * DAY)
    assert between(plan_of(life, first, last)) == between(other)


@settings(max_examples=200)
@given(lives(), some.data())
def test_what_is_done_is_not_planned_and_takes_nothing_else_away(life: Life, data: some.DataObject) -> None:
    """Exercises at the very minute of a time that is planned: that time goes, and every other one stays."""
    before = plan_of(life, life.first, life.last)
    exercises = [one for one in before if one.kind == "exercise"]
    if not exercises:
        return
    one = data.draw(some.sampled_from(exercises))
    at = datetime.fromisoformat(one.local)
    entered = (*life.exercised, (at.date(), at.hour * 60 + at.minute))
    after = plan_of(Life(**(vars(life) | {"exercised": entered})), life.first, life.last)
    assert after == [other for other in before if other != one]
