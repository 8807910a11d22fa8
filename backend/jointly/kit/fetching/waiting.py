"""Politeness: one request at a time to each host, a little apart, and as long a wait as the host asks for."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST = timedelta(days=7)
"""No host is believed that asks us to stay away for longer."""
_KEPT = 1_000
"""Hosts remembered before those whose turn is long over are forgotten."""


class _Place:
    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.free_at = 0.0


class Turns:
    """Whose turn it is at each host."""

    def __init__(self, between: float) -> None:
        self._between = between
        self._places: dict[str, _Place] = {}

    @asynccontextmanager
    async def at(self, host: str, *, hurry: bool = False) -> AsyncIterator[None]:
        """Waits for our turn at a host and holds it. In a `hurry` there is no pause: at the operator's own machines."""
        self._forget()
        place = self._places.setdefault(host, _Place())
        clock = asyncio.get_running_loop().time
        async with place.lock:
            if not hurry:
                await asyncio.sleep(max(0.0, place.free_at - clock()))
            try:
                yield
            finally:
                place.free_at = clock() + self._between

    def _forget(self) -> None:
        if len(self._places) < _KEPT:
            return
        now = asyncio.get_running_loop().time()
        kept = {host: place for host, place in self._places.items() if place.lock.locked() or place.free_at > now}
        self._places = kept


def retry_after(headers: Mapping[str, str], now: datetime) -> int | None:
    """Seconds that a Retry-After asks for, at least 0; none when it says nothing that can be read.

    A date is counted from the answer's own Date where it has one: the other clock may be wrong.
    """
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        wait = timedelta(seconds=int(text[:9]))
    else:
        until = _date(text)
        if until is None:
            return None
        wait = until - (_date(headers.get("date", "")) or now)
    return int(max(timedelta(), min(wait, LONGEST)).total_seconds())


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
