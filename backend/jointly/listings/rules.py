"""When a listing is fresh, is to be asked about, fades and hides: dates alone.

Every number here is Jointly's own choice, printed where it acts. A class that runs each week is asked about each week,
one that runs once a month each month: a directory that asks twice a year has sent people to closed doors for months.
Worked cases: tests/verification/freshness.yaml, the same on the phone.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Freshness = Literal["fresh", "fading", "hidden"]

ASK_DAYS = 7
"""Nobody is asked more often than this."""
FADES_AFTER = 3
HIDES_AFTER = 6
"""Questions without an answer until a listing fades, and until it hides."""
FEED_FADES_DAYS = 7
FEED_HIDES_DAYS = 28
"""Days since a feed was last read to its end: what it says is neither better nor worse for being a feed."""


@dataclass(frozen=True, slots=True)
class Checked:
    """When a listing was last known to be right: said by its group or a worker (`said`), or read from its feed."""

    at: datetime
    said: bool
    runs_days: int


def ask_every(runs_days: int) -> int:
    """Days between two questions "still correct?" about something that runs every so many days."""
    return max(ASK_DAYS, runs_days)


def is_asked(checked: Checked, now: datetime) -> bool:
    """Whether its publisher is to be asked now. Feeds answer by being read."""
    return checked.said and (now - checked.at).days >= ask_every(checked.runs_days)


def freshness(checked: Checked, now: datetime) -> Freshness:
    """Whether it is shown as it is, shown with a warning, or not found any more."""
    days = (now - checked.at).days
    every = ask_every(checked.runs_days)
    fades, hides = (FADES_AFTER * every, HIDES_AFTER * every) if checked.said else (FEED_FADES_DAYS, FEED_HIDES_DAYS)
    return "hidden" if days >= hides else "fading" if days >= fades else "fresh"
