"""The slow, obvious model of reminders: somebody who looks at the clock on the wall every minute and tells what it is
time for. Nothing of it is taken from `jointly.reminders`, so that a mistake there is not made here too."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Thing = tuple[str, str, str]
"""Kind, about and local: what is told."""


@dataclass(frozen=True, kw_only=True)
class Life:
    """What somebody wishes and does, in days and in minutes of a day. Instants are in UTC, to the minute."""

    zone: str
    first: date
    days: int
    kinds: frozenset[str]
    plan: dict[str, frozenset[int]] = field(default_factory=dict)
    plan_from: date = date.min
    rest: tuple[date, date | None] | None = None
    bad: frozenset[date] = frozenset()
    exercised: tuple[tuple[date, int], ...] = ()
    quiet: tuple[int, int] | None = None
    paused_until: date | None = None
    week: tuple[str, int] | None = None
    wrote: frozenset[date] = frozenset()
    visits: tuple[datetime, ...] = ()
    own: tuple[tuple[date, int | None], ...] = ()
    news: tuple[tuple[str, datetime], ...] = ()
    windows: tuple[tuple[str, int, int], ...] = ()
    """Contacts of one pathway: name, first and last day."""
    started: date = date.min
    done: frozenset[str] = frozenset()
    rounds: tuple[frozenset[str], int] | None = None

    @property
    def last(self) -> date:
        return self.first + (self.days - 1) * DAY


class Wall:
    """A clock on a wall, over two weeks around a day."""

    def __init__(self, zone: str, around: date) -> None:
        begin = datetime.combine(around - 5 * DAY, time(0), UTC)
        self.at = [begin + n * MINUTE for n in range(14 * 24 * 60)]
        there = ZoneInfo(zone)
        self.shows = [at.astimezone(there).replace(tzinfo=None) for at in self.at]

    def first(self, day: date, minute: int) -> datetime:
        """When the clock first shows this time, or a later one because it skipped this."""
        wanted = datetime.combine(day, time(minute // 60, minute % 60))
        # No clock is two days from UTC: before that there is no need to look.
        place = max(0, int((wanted.replace(tzinfo=UTC) - self.at[0]) / MINUTE) - 2 * 1440)
        return next(at for at, shown in zip(self.at[place:], self.shows[place:], strict=True) if shown >= wanted)

    def day(self, at: datetime) -> date:
        """Which day the clock shows then."""
        return self._shown(at).date()

    def of_day(self, at: datetime) -> int:
        """Which minute of a day the clock shows then."""
        shown = self._shown(at)
        return shown.hour * 60 + shown.minute

    def _shown(self, at: datetime) -> datetime:
        return self.shows[int((at - self.at[0]) / MINUTE)]


@lru_cache(maxsize=64)
def wall(zone: str, around: date) -> Wall:
    """Each clock is looked at once."""
    return Wall(zone, around)


def told(life: Life, clock: Wall) -> list[tuple[datetime, Thing, datetime]]:
    """Everything that is told: when, what, and until when it would have been of use."""
    begins: dict[datetime, list[tuple[Thing, datetime]]] = {}
    for at, thing, until in _things(life, clock):
        if thing[0] in ("change", "reply") or life.first <= clock.day(at) <= life.last:
            begins.setdefault(at, []).append((thing, until))
    still = quiet_minutes(life.quiet)
    waiting: list[tuple[Thing, datetime]] = []
    found: list[tuple[datetime, Thing, datetime]] = []
    for at, shown in zip(clock.at, clock.shows, strict=True):
        waiting = [(thing, until) for thing, until in (*waiting, *begins.get(at, ())) if until > at]
        if not waiting or shown.hour * 60 + shown.minute in still:
            continue
        on_holiday = life.paused_until is not None and shown.date() < life.paused_until
        found += [(at, thing, until) for thing, until in waiting if thing[0] == "change" or not on_holiday]
        waiting = []
    return found


def quiet_minutes(quiet: tuple[int, int] | None) -> frozenset[int]:
    """The minutes of a day on which nothing is told."""
    found: set[int] = set()
    if quiet:
        minute, end = quiet
        while minute != end:
            found.add(minute)
            minute = (minute + 1) % 1440
    return frozenset(found)


def _things(life: Life, clock: Wall) -> Iterator[tuple[datetime, Thing, datetime]]:
    days = [life.first + n * DAY for n in range(life.days)]
    for day in days:
        if "exercise" in life.kinds:
            yield from _exercise(life, clock, day)
        if life.week and life.week[0] == WEEKDAYS[day.weekday()] and day not in life.wrote:
            at = clock.first(day, life.week[1])
            yield at, ("week", "", str(day)), at + timedelta(hours=24)
        if life.rounds and WEEKDAYS[day.weekday()] in life.rounds[0]:
            for kind in sorted({"unanswered", "due", "confirm"} & life.kinds):
                yield clock.first(day, life.rounds[1]), (kind, "", str(day)), clock.first(day + DAY, 0)
    if "check-in" in life.kinds:
        for day, about, last in _check_ins(life):
            if day in days:
                yield clock.first(day, 600), ("check-in", about, str(day)), _told_of_check_in(life, clock, day, last)
    if "session" in life.kinds:
        for number, start in enumerate(life.visits):
            evening = clock.first(clock.day(start) - DAY, 1080)
            yield evening, ("session", f"visit-{number}/tomorrow", start.isoformat()), start
            yield start - timedelta(hours=2), ("session", f"visit-{number}/soon", start.isoformat()), start
    if "date" in life.kinds:
        for number, (day, minute) in enumerate(life.own):
            at = clock.first(day, 1200 if minute is None else minute)
            that_day = clock.first(day, 480) if minute is None else at - timedelta(hours=2)
            yield clock.first(day - DAY, 1080), ("date", f"own-{number}/before", str(day)), at
            yield that_day, ("date", f"own-{number}/day", str(day)), at
    for number, (kind, at) in enumerate(life.news):
        if kind in life.kinds:
            yield at, (kind, f"news-{number}", ""), at + timedelta(hours=48)


def _exercise(life: Life, clock: Wall, day: date) -> Iterator[tuple[datetime, Thing, datetime]]:
    resting = life.rest and life.rest[0] <= day and (life.rest[1] is None or day <= life.rest[1])
    if day < life.plan_from or resting or day in life.bad:
        return
    times = sorted(life.plan.get(WEEKDAYS[day.weekday()], ()))
    done = {_nearest(times, minute) for on, minute in life.exercised if on == day and times}
    for place, minute in enumerate(times):
        if minute in done:
            continue
        at = clock.first(day, minute)
        later = clock.first(day, times[place + 1]) if place + 1 < len(times) else clock.first(day + DAY, 0)
        until = at + timedelta(hours=3)
        yield at, ("exercise", "", f"{day}T{minute // 60:02}:{minute % 60:02}"), until if until < later else later


def _nearest(times: Iterable[int], minute: int) -> int:
    """Looks around, a minute further each time, and back before ahead."""
    times = set(times)
    for away in range(1440):
        for place in (minute - away, minute + away):
            if place in times:
                return place
    raise AssertionError("a day has 1,440 minutes")


def _told_of_check_in(life: Life, clock: Wall, day: date, last: date) -> datetime:
    """Until when somebody may be told of it: the evening, or three hours from when they first can be told, if that is
    later; but not when it has closed."""
    still, minute = quiet_minutes(life.quiet), clock.first(day, 600)
    while clock.of_day(minute) in still:
        minute += MINUTE
    return min(max(clock.first(day, 1200), minute + timedelta(hours=3)), clock.first(last + DAY, 0))


def _check_ins(life: Life) -> Iterator[tuple[date, str, date]]:
    """Goes along with somebody from the first day of their pathway: the days on which something is said, and the last
    day of what it is about."""
    names = [name for name, _, _ in life.windows]
    place = max((names.index(name) + 1 for name in life.done), default=0)
    for number in range(600):
        while place and place + 1 < len(names) and life.windows[place + 1][1] <= number:
            place += 1  # what was missed is passed over, but never the very first
        if place < len(names):
            name, opens, closes = life.windows[place]
            last = life.started + closes * DAY
            if number == opens:
                yield life.started + number * DAY, f"way/{name}/opens", last
            elif number == closes - 1 and number > opens:
                yield life.started + number * DAY, f"way/{name}/closes", last
