"""Quarters of the calendar, as London counts its days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Three months, from the first day of `from_on`."""

    from_on: date

    @property
    def to_on(self) -> date:
        """Its last day."""
        return self.after.from_on - timedelta(days=1)

    @property
    def after(self) -> "Quarter":
        """The next one."""
        year, month = divmod(self.from_on.month + 2, 12)
        return Quarter(date(self.from_on.year + year, month + 1, 1))

    @property
    def begins(self) -> datetime:
        """Its first moment."""
        return datetime.combine(self.from_on, time.min, ZONE)

    @property
    def ends(self) -> datetime:
        """The first moment that is not in it any more."""
        return self.after.begins

    def ready_on(self, weeks: int) -> date:
        """The day on which a figure is counted that waits so many weeks after the quarter."""
        return self.after.from_on + timedelta(weeks=weeks)


@lru_cache(maxsize=4096)
def quarter_of(day: date) -> Quarter:
    """The quarter that a day is in."""
    return Quarter(date(day.year, (day.month - 1) // 3 * 3 + 1, 1))


def quarters(first: date, today: date) -> Iterator[Quarter]:
    """The quarters from the one that `first` is in to the last that is over, the oldest first."""
    quarter = quarter_of(first)
    while quarter.to_on < today:
        yield quarter
        quarter = quarter.after
