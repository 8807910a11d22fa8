"""What taking in needs of the world: a database, a way to ask, a clock, and lists of content. Tests bring their own."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from jointly.content.activities import Activities, read_activities
from jointly.content.faults import ContentFaults, Desk
from jointly.content.outcodes import Outcodes, read_outcodes
from jointly.kit import clock
from jointly.kit.db import Database
from jointly.kit.fetching import Outcome
from jointly.listings.whereabouts.service import Whereabouts

PURPOSE = "take listings in"


@lru_cache(maxsize=2)
def lists_of(root: Path) -> tuple[Activities, Outcodes]:
    """The activities and outcodes of a content tree, without the rest of it. Raises `ContentFaults`."""
    desk = Desk(root)
    activities, outcodes = read_activities(desk), read_outcodes(desk)
    if activities is None or outcodes is None:
        raise ContentFaults(desk.told)
    return activities, outcodes


class Fetches(Protocol):
    """The guarded client, as far as it is used here."""

    async def get(
        self, url: str, *, accept: str = ..., etag: str | None = None, last_modified: str | None = None
    ) -> Outcome:
        """What an address answers."""


@dataclass(frozen=True, slots=True)
class Intake:
    """Handed to all that asks sources. `chance` gives a number from 0 to 1; `pause` waits for so many seconds."""

    db: Database
    fetch: Fetches
    activities: Activities
    outcodes: Outcodes
    now: Callable[[], datetime] = clock.now
    pause: Callable[[float], Awaitable[object]] = asyncio.sleep
    chance: Callable[[], float] = random.random  # nosec B311 # it spreads requests, and keeps no secret
    private_hosts: frozenset[str] = frozenset()
    """Hosts inside our own network that sources may be read from, where the operator names them, and not a page."""
    whereabouts: Whereabouts | None = None
    """Where whole postcodes are; without it places are put where the first half of theirs is."""


@dataclass(slots=True)
class Look:
    """How much one look at a source may still do: until a time, and so many pages. What is left waits for the next."""

    until: datetime
    pages: int = 100_000

    @classmethod
    def of(cls, intake: Intake, length: timedelta) -> "Look":
        """A look of that length from now on."""
        return cls(intake.now() + length)

    def goes_on(self, intake: Intake) -> bool:
        """Whether another page may be asked for; counts it."""
        self.pages -= 1
        return self.pages >= 0 and intake.now() < self.until
