"""What the marks of registers come to: how often somebody came, and how often they did not, one after the other.

One mark counts for a day: the newest that anybody made of it. Two publishers with a tablet each, a person who says
themselves that they were there, and a list that comes days late make one visit of one day. `undo` takes back whatever
was marked on the day of the mark that it names.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

KINDS = ("been", "missed", "undo")
ZONE = ZoneInfo("Europe/London")


class Mark(NamedTuple):
    """A step that marks a visit. `at` is when the session was; `previous` the mark that an `undo` takes back."""

    id: UUID
    kind: str
    at: datetime
    previous: UUID | None


class Visits(NamedTuple):
    """What they come to. `missed` counts from the newest back to the last visit; `last` is the newest mark."""

    visits: int
    missed: int
    first_been_at: datetime | None
    last_been_at: datetime | None
    last: Mark | None


def standing(marks: Iterable[Mark]) -> dict[date, Mark]:
    """The mark that counts of each day, of marks in the order in which they came."""
    by_day: dict[date, Mark] = {}
    days: dict[UUID, date] = {}
    for mark in marks:
        if mark.kind != "undo":
            days[mark.id] = day = day_of(mark.at)
            by_day[day] = mark
        elif mark.previous in days:
            by_day.pop(days[mark.previous], None)
    return by_day


def fold(marks: Iterable[Mark]) -> Visits:
    """What marks come to, in the order in which they came."""
    counted = sorted(standing(marks).values(), key=lambda mark: mark.at)
    been = [mark.at for mark in counted if mark.kind == "been"]
    since = [mark for mark in counted if not been or mark.at > been[-1]]
    first, last = (been[0], been[-1]) if been else (None, None)
    return Visits(len(been), len(since), first, last, counted[-1] if counted else None)


def day_of(at: datetime) -> date:
    """The day in London."""
    return at.astimezone(ZONE).date()
