"""When something happened, from a clock that may be wrong and a date that may be mistyped. Pure decisions."""

from datetime import UTC, datetime, timedelta

SKEW_NOTED = timedelta(minutes=2)
"""A device's clock that is closer than this to ours counts as right."""
EARLIEST = timedelta(days=3653)
"""A date picked by hand may lie up to 10 years back …"""
LATEST = timedelta(hours=26)
"""… and not after today, wherever in the world the person is."""


class OutOfRange(Exception):
    """A date that cannot be meant: the person picked it by hand, and it is years away."""


def skew_seconds(device_now: datetime, now: datetime) -> int | None:
    """How far the device's clock is ahead of ours, in seconds; none when it is right to within 2 minutes."""
    skew = device_now - now
    return None if abs(skew) < SKEW_NOTED else round(skew.total_seconds())


def corrected_at(at: str, picked: bool, skew: int | None, now: datetime) -> datetime | None:
    """The instant in UTC that `at` (RFC 3339 with its offset) stands for, when it does not say it itself.

    A date the person picked is believed, or refused with `OutOfRange`. A date the device filled in is
    corrected by the skew of its clock and never refused. Raises `ValueError` when `at` is no time at all.
    """
    said = datetime.fromisoformat(at)
    if picked:
        if not now - EARLIEST <= said <= now + LATEST:
            raise OutOfRange
        return None
    try:
        return said.astimezone(UTC) - timedelta(seconds=skew) if skew else None
    except OverflowError:
        raise ValueError("no such time") from None
