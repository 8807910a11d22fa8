"""Which exercise time something in the diary was for. Cases: tests/verification/reminder-done.yaml."""

from collections.abc import Iterable, Sequence
from datetime import time


def done_slots(slots: Sequence[time], entered: Iterable[time]) -> frozenset[time]:
    """The times of a day that are done: each entry counts for the time nearest to it, of two as near for the earlier.

    >>> sorted(done_slots([time(9), time(17)], [time(8, 30)]))
    [datetime.time(9, 0)]
    >>> sorted(done_slots([time(9), time(17)], [time(13), time(23)]))
    [datetime.time(9, 0), datetime.time(17, 0)]
    """
    return frozenset(min(slots, key=lambda slot: (_apart(slot, at), slot)) for at in entered if slots)


def _apart(one: time, other: time) -> int:
    return abs((one.hour - other.hour) * 60 + one.minute - other.minute)
