"""What an operator can do with postcodes, as verbs that `jointly postcodes` asks for.

The command reads the operator's file and packs it, so that a running server is not kept busy with that; the server
takes what was packed in one transaction.
"""

import asyncio
from pathlib import Path

import msgspec

from jointly.kit import clock
from jointly.listings.whereabouts import units
from jointly.listings.whereabouts.importing import Packed, Tally
from jointly.people.house import House


async def postcodes_take(house: House, *, path: str) -> dict:
    """Takes what the command packed, in the place of all that was there."""
    packed = await asyncio.to_thread(_read, Path(path))
    tally = msgspec.json.encode(packed.tally).decode()
    await house.db.run(units.take, tally, packed.outcodes, clock.now(), purpose=units.PURPOSE)
    return await postcodes_status(house)


async def postcodes_status(house: House) -> dict:
    """What there is, from where and since when."""
    found = await house.db.read(units.about, purpose=units.PURPOSE)
    if found is None:
        return {"told": None, "online": house.postcodes_io}
    body, at, size = found
    told = msgspec.to_builtins(msgspec.json.decode(body, type=Tally))
    return {"told": told, "taken_at": at.isoformat(), "bytes": size, "online": house.postcodes_io}


async def postcodes_remove(house: House) -> dict:
    """Takes all of them away."""
    return {"removed": await house.db.run(units.drop, purpose=units.PURPOSE)}


VERBS = {verb.__name__: verb for verb in (postcodes_take, postcodes_status, postcodes_remove)}


def _read(path: Path) -> Packed:
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=Packed)
    except msgspec.MsgspecError:
        raise ValueError(f"{path} was not written by jointly postcodes import.") from None
