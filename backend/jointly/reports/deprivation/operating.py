"""What an operator can do with deciles of deprivation, as verbs that `jointly imd` asks for.

The command reads the operator's file and packs it, so that a running server is not kept busy with that; the server
takes what was packed in one transaction.
"""

import asyncio
from pathlib import Path

import msgspec

from jointly.kit import clock
from jointly.people.house import House
from jointly.reports.deprivation import units
from jointly.reports.deprivation.importing import Packed, Tally


async def imd_take(house: House, *, path: str) -> dict:
    """Takes what the command packed, in the place of all that was there."""
    packed = await asyncio.to_thread(_read, Path(path))
    tally = msgspec.json.encode(packed.tally).decode()
    await house.db.run(units.take, tally, packed.outcodes, clock.now(), purpose=units.PURPOSE)
    return await imd_status(house)


async def imd_status(house: House) -> dict:
    """What there is, from where and since when."""
    found = await house.db.read(units.about, purpose=units.PURPOSE)
    if found is None:
        return {"told": None}
    body, at, size = found
    told = msgspec.to_builtins(msgspec.json.decode(body, type=Tally))
    return {"told": told, "taken_at": at.isoformat(), "bytes": size}


async def imd_remove(house: House) -> dict:
    """Takes all of them away."""
    return {"removed": await house.db.run(units.drop, purpose=units.PURPOSE)}


VERBS = {verb.__name__: verb for verb in (imd_take, imd_status, imd_remove)}


def _read(path: Path) -> Packed:
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=Packed)
    except msgspec.MsgspecError:
        raise ValueError(f"{path} was not written by jointly imd import.") from None
