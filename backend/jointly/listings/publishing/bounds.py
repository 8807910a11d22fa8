"""How far away a date may be that an organisation says, and how long one may last.

Years such as 0001 and 9999 stand for "not known" in forms, and are no dates; the numbers are Jointly's own choice. What
is outside is told to whoever said it, and nothing of it is kept.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from jointly.kit.errors import Refusal
from jointly.listings.dates.clocks import LONDON
from jointly.listings.publishing.schemas import DateChange, Runs

FIRST_DAY = date(2020, 1, 1)
"""Something that began earlier is said to run from here on: feeds are held to the same."""
FIRST_AHEAD, LAST_AHEAD = timedelta(days=2 * 366), timedelta(days=10 * 366)
"""How far ahead something may begin, and how far ahead its last day may be."""
MOVED_AHEAD = timedelta(days=2 * 366)
MOVED_BACK = timedelta(days=1)
"""A date is moved to another to come, or to one of the past day: somebody writes down what was so this morning."""
LONGEST = timedelta(hours=24)
CHECKED_BACK = timedelta(days=2 * 366)
REPORT_BACK, REPORT_AHEAD = timedelta(days=366), timedelta(days=366)


def check_runs(runs: Iterable[Runs], now: datetime) -> None:
    """A `Refusal` for a first day, a last day or a day without it that is too far away."""
    today = now.astimezone(LONDON).date()
    for one in runs:
        if not FIRST_DAY <= one.first <= today + FIRST_AHEAD:
            raise Refusal(400, "first-day-too-far")
        if any(not FIRST_DAY <= day <= today + LAST_AHEAD for day in (one.last or one.first, *one.not_on)):
            raise Refusal(400, "last-day-too-far")


def check_change(change: DateChange, now: datetime) -> None:
    """A `Refusal` for a date that there cannot be, one that is moved too far away, and one that never ends."""
    if not now - MOVED_AHEAD <= change.start <= now + MOVED_AHEAD:
        raise Refusal(404, "no-such-date")
    if change.change != "moved":
        return
    if not now - MOVED_BACK <= change.to_start <= now + MOVED_AHEAD:
        raise Refusal(400, "moved-too-far")
    if change.to_end - change.to_start > LONGEST:
        raise Refusal(400, "too-long")


def checked_before(said: datetime, now: datetime) -> datetime:
    """When it was confirmed before, as a phone says; nothing is remembered from longer ago than two years."""
    return max(said, now - CHECKED_BACK)


def is_likely(happened: date | None, now: datetime) -> bool:
    """Whether a report may be of that day."""
    today = now.astimezone(LONDON).date()
    return happened is None or today - REPORT_BACK <= happened <= today + REPORT_AHEAD
