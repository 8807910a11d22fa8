"""Asking postcodes.io, or a copy of it that the operator runs: only when they turned it on, and only what is not known.

It is sent a postcode and nothing about who asks for it. What it answered is remembered in memory for a day, without
anybody's name, so that it is asked once for each; nothing is written down.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Protocol

import msgspec

from jointly.kit.fetching import Failed, Got, Limits, Outcome
from jointly.listings.geo import in_uk

LIMITS = Limits(connect=2, read=3, whole=4, body=50_000, redirects=0)
"""Somebody waits for it."""
REMEMBERED = 5_000
REMEMBERED_SECONDS = 86_400
REST_SECONDS = 60
"""For so long it is left alone when it did not answer."""
NOT_KNOWN = 404

Spot = tuple[float, float]


class Asks(Protocol):
    """The guarded client, as far as it is used here."""

    async def get(self, url: str) -> Outcome:
        """What an address answers."""


class _Result(msgspec.Struct):
    latitude: float | None
    longitude: float | None


class _Answer(msgspec.Struct):
    result: _Result | list[_Result]
    """A list of one for a postcode that has ended, as its description says; by itself, as it answers."""


class Online:
    """One for a process: it remembers, and leaves alone what does not answer."""

    def __init__(self, address: str, fetch: Asks, now: Callable[[], float] = time.monotonic) -> None:
        self._address = address.rstrip("/")
        self._fetch = fetch
        self._now = now
        self._known: OrderedDict[str, tuple[float, Spot | None]] = OrderedDict()
        self._rests_until = 0.0

    def knows(self, postcode: str) -> bool:
        """Whether `spot` has it without asking."""
        return self._known.get(postcode, (0.0, None))[0] > self._now()

    async def spot(self, postcode: str) -> Spot | None:
        """Where a whole postcode is, also one that has ended: places keep theirs. None when nobody can tell."""
        if self.knows(postcode):
            return self._known[postcode][1]
        if self._rests_until > self._now():
            return None
        for path in ("postcodes", "terminated_postcodes"):
            found = await self._fetch.get(f"{self._address}/{path}/{postcode.replace(' ', '')}")
            if isinstance(found, Got):
                return self._remember(postcode, _read(found.body))
            if not (isinstance(found, Failed) and found.status == NOT_KNOWN):
                self._rests_until = self._now() + REST_SECONDS
                return None
        return self._remember(postcode, None)

    def _remember(self, postcode: str, spot: Spot | None) -> Spot | None:
        self._known[postcode] = (self._now() + REMEMBERED_SECONDS, spot)
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return spot


def _read(body: bytes) -> Spot | None:
    try:
        result = msgspec.json.decode(body, type=_Answer).result
        result = result[0] if isinstance(result, list) else result
    except (msgspec.MsgspecError, IndexError, ValueError, RecursionError):
        return None
    lat, lon = result.latitude, result.longitude
    return (lat, lon) if lat is not None and lon is not None and in_uk(lat, lon) else None
