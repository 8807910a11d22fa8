"""Counting what is asked often: in this process at once, and in steps in the count that all processes share."""

from dataclasses import dataclass

MOST_KEYS = 20_000
"""Counts that are held at once; windows that ended are dropped past this, and then everything."""


@dataclass(slots=True)
class Tally:
    """What was counted of one key in a window that ends at `ends_at`, in seconds since 1970.

    `shared` is the count of all processes as this one last heard it, `own` what it has not told yet.
    """

    ends_at: int
    shared: int = 0
    own: int = 0

    @property
    def total(self) -> int:
        """What is known here."""
        return self.shared + self.own

    def take_untold(self) -> int:
        """What is now to be told. It counts here in the meantime."""
        untold, self.own = self.own, 0
        self.shared += untold
        return untold

    def hear(self, shared: int) -> None:
        """Takes in the shared count, unless a later one was heard before."""
        self.shared = max(self.shared, shared)


class Meter:
    """One process's counts, a `Tally` for each key."""

    def __init__(self) -> None:
        self._tallies: dict[str, Tally] = {}

    def of(self, key: str, ends_at: int, now: float) -> Tally:
        """The tally of `key` for the window that ends at `ends_at`; a new window begins at nothing."""
        tally = self._tallies.get(key)
        if tally is None or tally.ends_at != ends_at:
            if len(self._tallies) >= MOST_KEYS:
                self._make_room(now)
            tally = self._tallies[key] = Tally(ends_at)
        return tally

    def _make_room(self, now: float) -> None:
        self._tallies = {key: tally for key, tally in self._tallies.items() if tally.ends_at > now}
        if len(self._tallies) >= MOST_KEYS:
            self._tallies.clear()
