"""Verbs: where a postcode is, as well as this service can tell; and what it may tell phones about that."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from jointly.content.outcodes import Outcodes
from jointly.kit.db import Database
from jointly.kit.errors import Refusal
from jointly.kit.fetching import Fetcher, user_agent
from jointly.listings.whereabouts import units
from jointly.listings.whereabouts.online import LIMITS, Online, Spot
from jointly.listings.whereabouts.packed import code_of, look_up
from jointly.people.house import House

Known = Literal["phone", "here", "elsewhere"]
"""Who can find a whole postcode: nobody, so that phones keep to the first half; this service by its own table; or this
service by asking postcodes.io for those that it has not."""
ROUGH = 2
"""Decimals of a degree that people are told: about a kilometre, as their phones round it."""


class Where(NamedTuple):
    """A place in degrees, and whether it is that of the whole postcode or of its first half."""

    lat: float
    lon: float
    by: Literal["postcode", "outcode"]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What finding a postcode needs; without `online` nothing is asked outside."""

    db: Database
    outcodes: Outcodes
    online: Online | None = None

    async def spots(self, postcodes: Iterable[str], *, asks: int = 1) -> dict[str, Spot]:
        """Where whole postcodes are, as far as anybody knows; what has not the shape of one is left out. Of those that
        are not in the table `asks` are looked for outside, if at all."""
        codes = {written: code for written in set(postcodes) if (code := code_of(written))}
        outcodes = sorted({code.outcode for code in codes.values()})
        rows = await self.db.read(units.rows, outcodes, purpose=units.PURPOSE) if outcodes else {}
        found: dict[str, Spot] = {}
        for written, (outcode, inward) in codes.items():
            spot = look_up(rows[outcode], inward) if outcode in rows else None
            if spot is None and self.online and asks > 0:
                asks -= not self.online.knows(written.upper())
                spot = await self.online.spot(written.upper())
            if spot:
                found[written] = spot
        return found

    async def where(self, postcode: str) -> Where | None:
        """Where one is: by the whole of it, else by its first half, else not at all."""
        code = code_of(postcode)
        if code is None:
            return None
        if spot := (await self.spots([postcode])).get(postcode):
            return Where(*spot, "postcode")
        centre = self.outcodes.centre(code.outcode)
        return centre and Where(centre.lat, centre.lon, "outcode")


@asynccontextmanager
async def whereabouts_of(house: House, outcodes: Outcodes) -> AsyncIterator[Whereabouts]:
    """Made for as long as the block lasts; with a client for outside only when the operator turned that on."""
    if house.postcodes_io is None:
        yield Whereabouts(house.db, outcodes)
        return
    agent, hosts = user_agent(house.origin), house.feeds_private_hosts
    if urlsplit(house.postcodes_io).scheme == "http":  # the settings let that be on this machine alone, or on those
        hosts = (*hosts, urlsplit(house.postcodes_io).hostname or "")
    async with Fetcher(agent=agent, private_hosts=hosts, limits=LIMITS) as fetch:
        yield Whereabouts(house.db, outcodes, Online(house.postcodes_io, fetch))


async def find(whereabouts: Whereabouts, *, postcode: str) -> Where:
    """Where somebody looks from, no finer than their phone would say. A 404 `Refusal` when nothing of it is known."""
    found = await whereabouts.where(postcode)
    if found is None:
        raise Refusal(404, "no-such-postcode")
    return Where(round(found.lat, ROUGH), round(found.lon, ROUGH), found.by)


async def known(house: House) -> Known:
    """Who can find a whole postcode, for phones and for the privacy notice."""
    if house.postcodes_io:
        return "elsewhere"
    here = await house.db.read(units.is_there, purpose=units.PURPOSE, inline=True)
    return "here" if here else "phone"
