"""When a source is asked again: politely when it answers, later and later when it does not."""

from datetime import timedelta

LOOK_EVERY = timedelta(minutes=15)
RUN_LIMIT = timedelta(minutes=30)
READING = timedelta(minutes=12)
DERIVING = timedelta(minutes=7)
"""How often is looked which sources are due, how long a run may last, and how long of that it reads, and derives both
before and after."""
POLITE = timedelta(seconds=8)
"""The last page of a feed is never asked for more often."""
AT_END = timedelta(minutes=30)
"""Between two looks at a feed that was read to its end: 15 to 60 minutes are usual."""
LISTS = timedelta(hours=6)
"""Between two looks at a list of services, each of whose changes costs a request."""
CALENDARS = timedelta(hours=1)
STUCK = timedelta(days=1)
"""A feed that leads nowhere, or elsewhere, is looked at again to see whether it was put right."""
WHOLE_WALK = timedelta(days=7)
"""Feeds are read anew from the first page this often, and after as long an absence: deletions stay for 7 days."""
LONGEST = timedelta(days=1)
"""Between two looks at a source that does not answer and does not say how long to wait."""
LONGEST_ASKED = timedelta(days=7)
"""No host is believed that asks us to stay away for longer."""
HOURLY_AFTER = 7
DAILY_AFTER = 31
"""Failures in a row until it is asked hourly, and after a day of that daily."""


def at_end(chance: float, usual: timedelta = AT_END) -> timedelta:
    """The pause after a look. `chance`, from 0 to 1, spreads the looks at many sources."""
    return usual * (0.9 + 0.2 * chance)


def after_failure(fails: int, status: int | None, retry_after: int | None, chance: float) -> timedelta:
    """The pause after so many failures in a row. A host that says how long to wait is believed; one that answers 503
    without saying it is left alone for 60 to 120 minutes, as the specification of RPDE has it."""
    if retry_after is not None:
        asked = min(timedelta(seconds=retry_after), LONGEST_ASKED)
        return max(asked * (1 + 0.1 * chance), POLITE)
    if fails >= DAILY_AFTER:
        return LONGEST * (0.9 + 0.2 * chance)
    if status == 503:
        return timedelta(minutes=60 + 60 * chance)
    if fails >= HOURLY_AFTER:
        return timedelta(hours=1) * (0.9 + 0.2 * chance)
    return timedelta(minutes=2 ** max(0, fails - 1)) * (0.75 + 0.5 * chance)
