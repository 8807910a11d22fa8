"""What comes of a push, and what is to be done about it. No words of a push service are in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from jointly.kit.fetching.waiting import retry_after

LONGEST_WAIT = timedelta(hours=48)
"""No push is of use for longer."""
_GONE = (404, 410)
_WAIT = (406, 429)
_TRY_AGAIN = (408, 425)
"""Of the statuses that blame us, those that may pass."""


class Outcome(StrEnum):
    """One of seven."""

    SENT = "sent"
    """Handed over; whether it reaches anybody is not known."""
    GONE = "gone"
    """The browser is not subscribed any more: forget it. Nothing else may make us forget one."""
    REFUSED = "refused"
    """Not taken from us: keep it, let the browser subscribe anew, and tell the operator when it is many."""
    TOO_BIG = "too-big"
    """Our own fault: no message is as long as that."""
    WAIT = "wait"
    """Too many: try later."""
    FAILED = "failed"
    """The service is not well, or sends us elsewhere, where we do not go: try again while the message is of use."""
    RESTING = "resting"
    """Not even tried, as the service failed so often: try again after `wait`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`status` is there when there was one; `wait` when there is a time to wait for, at most `LONGEST_WAIT`."""

    outcome: Outcome
    status: int | None = None
    wait: timedelta | None = None


def answer_of(status: int, headers: Mapping[str, str], now: datetime) -> Answer:
    """What an HTTP status means (`headers` are looked up by names in lower case)."""
    outcome = _outcome(status)
    wait = retry_after(headers, now) if outcome in (Outcome.WAIT, Outcome.FAILED) else None
    return Answer(outcome, status, None if wait is None else min(timedelta(seconds=wait), LONGEST_WAIT))


def _outcome(status: int) -> Outcome:
    if 200 <= status < 300:
        return Outcome.SENT
    if status in _GONE:
        return Outcome.GONE
    if status in _WAIT:
        return Outcome.WAIT
    if status == 413:
        return Outcome.TOO_BIG
    if 400 <= status < 500 and status not in _TRY_AGAIN:
        return Outcome.REFUSED
    return Outcome.FAILED
