"""Taking in as a running service does it: with its database, its content and the guarded client."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from jointly.content import content_root
from jointly.kit.fetching import Fetcher, user_agent
from jointly.listings.taking_in.intake import PURPOSE, Intake, lists_of
from jointly.listings.taking_in.sources import sources
from jointly.listings.whereabouts.service import whereabouts_of
from jointly.people.house import House


@dataclass(slots=True)
class _Shared:
    fetcher: Fetcher
    users: int = 0


_SHARED: dict[int, _Shared] = {}
"""By the database that they are for, as long as somebody uses them."""


@asynccontextmanager
async def fetcher_of(house: House) -> AsyncIterator[Fetcher]:
    """The one client of a process: the job and what an operator asks for take turns at each host, and have one
    connection to it between them."""
    shared = _SHARED.get(id(house.db))
    if shared is None:
        fetcher = Fetcher(agent=user_agent(house.origin), private_hosts=house.feeds_private_hosts)
        shared = _SHARED[id(house.db)] = _Shared(fetcher)
    shared.users += 1
    try:
        yield shared.fetcher
    finally:
        shared.users -= 1
        if not shared.users:
            del _SHARED[id(house.db)]
            await shared.fetcher.close()


@asynccontextmanager
async def intake_of(house: House) -> AsyncIterator[Intake]:
    """What asking sources needs, for as long as the block lasts."""
    activities, outcodes = await asyncio.to_thread(lists_of, content_root(house.content))
    private = frozenset(host.lower().rstrip(".") for host in house.feeds_private_hosts)
    async with fetcher_of(house) as fetcher, whereabouts_of(house, outcodes) as whereabouts:
        yield Intake(house.db, fetcher, activities, outcodes, private_hosts=private, whereabouts=whereabouts)


async def keep_fresh(house: House) -> None:
    """The job: reads what is due and derives what changed. A service without sources has nothing to do."""
    if await house.db.read(sources, purpose=PURPOSE):
        # What reads the formats is loaded by a service that has sources, and not by every start.
        from jointly.listings.taking_in.refreshing import refresh

        async with intake_of(house) as intake:
            await refresh(intake)
