"""A channel through which nothing gets rests, so that a wrong password or a server that is down meets no storm."""

import logging
import time
from collections.abc import Callable

from jointly.reminders.channels.channel import Outcome

log = logging.getLogger("jointly")

IN_A_ROW = 5
FIRST, LONGEST = 30.0, 600.0
"""Seconds of the first rest and of the longest; each is twice the one before."""


class Rest:
    """Heard of each outcome, it says when to leave the service alone. An answer about an address is one that works."""

    def __init__(self, name: str, *, now: Callable[[], float] = time.monotonic) -> None:
        self._name, self._now = name, now
        self._failed = 0
        self._next = FIRST
        self._until = float("-inf")

    @property
    def is_on(self) -> bool:
        """Whether nothing is to be tried now."""
        return self._now() < self._until

    def hear(self, outcome: Outcome) -> None:
        """Takes in what came of a message. What was under way when a rest began does not make it longer."""
        if outcome in (Outcome.SENT, Outcome.REFUSED):
            self._failed, self._next, self._until = 0, FIRST, float("-inf")
            return
        self._failed += 1
        if self._failed >= IN_A_ROW and not self.is_on:
            log.error("%s: nothing gets through; nothing is tried for %d seconds", self._name, self._next)
            self._until = self._now() + self._next
            self._next = min(2 * self._next, LONGEST)
