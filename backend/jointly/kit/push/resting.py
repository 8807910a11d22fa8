"""A push service that fails and fails is left in peace for a while, and then tried with one push.

Pure: it is told the time, in seconds of any clock that only goes forward.
"""

from collections.abc import Hashable

from jointly.kit.push.limits import Limits


class Resting:
    """Whether one service may be asked. Each push asks for a `turn`, and says in `ended` what came of it.

    Only failures at different browsers count: somebody may give us an address at which the service always fails, and
    must not hold up everybody else's.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._failed: set[Hashable] = set()
        self._rested = 0
        """How often: what began before a rest says nothing about the time after it."""
        self._next = limits.rest
        self._until: float | None = None
        self._tried = False

    def turn(self, now: float) -> int | None:
        """A turn, or nothing while the service rests, or while one push finds out whether it is well again."""
        if self._until is not None:
            if now < self._until or self._tried:
                return None
            self._tried = True
        return self._rested

    def ended(self, turn: int, now: float, browser: Hashable, *, failed: bool | None) -> None:
        """What came of a turn; `failed` is None when nobody knows, as when it was cut off."""
        if turn != self._rested:
            return
        if failed is None:
            self._tried = False
        elif failed:
            self._failed.add(browser)
            if self._tried or len(self._failed) >= self._limits.failures:
                self._rest(now)
        else:
            self._failed.clear()
            self._until, self._tried, self._next = None, False, self._limits.rest

    def left(self, now: float) -> float:
        """Seconds until it is tried again; 0 when it does not rest, or is just being tried."""
        return 0.0 if self._until is None else max(0.0, self._until - now)

    def _rest(self, now: float) -> None:
        self._until = now + self._next
        self._next = min(2 * self._next, self._limits.longest_rest)
        self._rested += 1
        self._failed.clear()
        self._tried = False
