"""Waiting for what another program does: until it holds, and never for a time."""

import time
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


def until(probe: Callable[[], Found], what: str, *, seconds: float = 60) -> Found:
    """Asks again and again until it is given something true; fails with `what` when that does not come."""
    deadline = time.monotonic() + seconds
    while not (found := probe()):
        assert time.monotonic() < deadline, f"waited {seconds} s for {what}"
        time.sleep(0.02)
    return found
