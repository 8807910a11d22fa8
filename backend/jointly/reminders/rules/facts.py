"""What a plan of reminders is made from: values that were read from somebody's record, and from nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Literal

from jointly.checkins.rules import Window


@dataclass(frozen=True, slots=True)
class Times:
    """A plan of exercises: times of day by weekday (`mon`…), from a day on, but for a break."""

    days: Mapping[str, tuple[time, ...]]
    started_on: date
    paused_from: date | None = None
    paused_until: date | None = None
    """The last day of the break; none when it is open."""

    def on(self, day: date, weekday: str) -> tuple[time, ...]:
        """The times of a day, each once, in order."""
        if day < self.started_on or (
            self.paused_from and self.paused_from <= day and (not self.paused_until or day <= self.paused_until)
        ):
            return ()
        return tuple(sorted(set(self.days.get(weekday, ()))))


@dataclass(frozen=True, slots=True)
class OnPathway:
    """A pathway that somebody is on, with the contacts that were done."""

    pathway: str
    windows: tuple[Window, ...]
    started_on: date
    ended: date | None
    done: frozenset[str]


@dataclass(frozen=True, slots=True)
class Visit:
    """A booked visit: of which prescription (the id of its entry), and when."""

    entry: str
    start: datetime


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A date of one's own: the id of its entry, the day, and the time if there is one."""

    entry: str
    on: date
    at: time | None


@dataclass(frozen=True, slots=True)
class News:
    """Something to be told at once: a notice that nobody has seen yet."""

    notice: str
    kind: Literal["change", "reply", "referral"]
    at: datetime


@dataclass(frozen=True, slots=True)
class RoundTimes:
    """When one of the staff or of a group looks at what there is: on which weekdays, at what time."""

    days: frozenset[str]
    time: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All of it. Days and times of the record are local, as they were written."""

    times: Times | None = None
    bad_days: frozenset[date] = frozenset()
    exercised: Mapping[date, tuple[time, ...]] = field(default_factory=dict)
    """When something of the plan was entered, by day: done, in part, or left out on purpose."""
    pathways: tuple[OnPathway, ...] = ()
    visits: tuple[Visit, ...] = ()
    own_days: tuple[OwnDay, ...] = ()
    told_how_it_was: frozenset[date] = frozenset()
    """Days with pain in the diary, or a check-in."""
    news: tuple[News, ...] = ()
    rounds: RoundTimes | None = None


NOTHING = Facts()
