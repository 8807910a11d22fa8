"""What an operator can do with sources, as verbs that `jointly feeds` asks for.

Reading and deriving go in slices of a few seconds: a first load may take many minutes, and its progress is told after
each. What a slice has done is done, whoever ends in the middle. What reads the formats is loaded when it is asked for.
"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from jointly.kit import clock
from jointly.kit.ids import uuid7
from jointly.listings.taking_in.intake import PURPOSE, Look
from jointly.listings.taking_in.opening import intake_of
from jointly.listings.taking_in.removing import remove
from jointly.listings.taking_in.reporting import Standing, called, report, standings
from jointly.listings.taking_in.sources import Source, add, held, host_of, source
from jointly.listings.taking_in.states import STATES
from jointly.listings.taking_in.waiting import POLITE
from jointly.people.house import House

SLICE = timedelta(seconds=5)


async def feeds_add(house: House, *, url: str) -> dict:
    """Looks at an address and keeps every source that is found there. They are read with the next look."""
    from jointly.listings.taking_in.discovery import discover

    async with intake_of(house) as intake:
        found = await discover(intake, url)
    new = [(uuid7(), one) for one in found.found]
    added = set(await house.db.run(add, new, clock.now(), purpose=PURPOSE))
    named = [{"id": _short(id), "kind": one.kind, "name": one.name, "url": one.url} for id, one in new if id in added]
    return {"told": found.told, "added": named, "known": len(new) - len(named)}


async def feeds_list(house: House) -> dict:
    """Every source with how it stands."""
    return {"feeds": [_standing(one) for one in await house.db.read(standings, purpose=PURPOSE)]}


async def feeds_report(house: House, *, source: str | None) -> dict:
    """What is wrong with each source: code, how often, an item, what stood there, and the remedy."""
    made = []
    for one in await _chosen(house, source):
        lines = await house.db.read(report, one, clock.now(), purpose=PURPOSE)
        feed = {"id": _short(one.id), "name": one.name, "url": one.url, "state": STATES.get(one.state, one.state)}
        made.append(feed | {"faults": [line._asdict() for line in lines]})
    return {"feeds": made}


async def feeds_refresh(house: House, *, source: str | None, going: list[str] | None) -> dict:
    """Reads some seconds on. `going` are the ids that an earlier slice gave back; without it all are begun."""
    from jointly.listings.taking_in.refreshing import read_safely

    chosen = await _going(house, going) if going is not None else await _chosen(house, source)
    told, left = [], []
    async with intake_of(house) as intake:
        look = Look.of(intake, SLICE)
        for one in chosen:
            waits = set() if source is not None else await house.db.read(held, clock.now(), purpose=PURPOSE)
            if one.stopped_at is not None or (going is None and _rests(one, named=source is not None)):
                continue
            if host_of(one.cursor or one.url) in waits:
                continue
            if clock.now() >= look.until:
                left.append(str(one.id))
                continue
            one = await read_safely(intake, one, look)
            told.append(_progress(one))
            if one.state == "running":
                left.append(str(one.id))
    return {"feeds": told, "going": left}


async def feeds_derive(house: House, *, source: str | None, again: bool) -> dict:
    """Makes listings for some seconds of what waits; `again` marks everything first. Gives how much is left."""
    from jointly.listings.taking_in.deriving import derive, derive_again
    from jointly.listings.taking_in.deriving_units import work_left

    chosen = [one for one in await _chosen(house, source) if one.stopped_at is None]
    async with intake_of(house) as intake:
        for one in chosen if again else ():
            await derive_again(intake, one)
        look = Look.of(intake, SLICE)
        done = [await derive(intake, one, look) for one in chosen]
    left = [await house.db.read(work_left, one.id, purpose=PURPOSE) for one in chosen]
    return {"done": sum(done), "left": sum(left)}


async def feeds_remove(house: House, *, source: str) -> dict:
    """Takes one source away, with all that came of it."""
    found = await _chosen(house, source)
    if len(found) != 1:
        raise ValueError(f"{source[:60]!r} means {len(found)} sources. Give the whole id of the one to remove.")
    async with intake_of(house) as intake:
        await remove(intake, found[0].id)
    return {"removed": found[0].url}


VERBS = {
    verb.__name__: verb for verb in (feeds_add, feeds_list, feeds_report, feeds_refresh, feeds_derive, feeds_remove)
}


async def _chosen(house: House, name: str | None) -> Sequence[Source]:
    found = await house.db.read(called, name or "", purpose=PURPOSE)
    if name and not found:
        raise ValueError(f"No source has the id or the address {name[:60]!r}. `jointly feeds list` shows all.")
    return found


async def _going(house: House, ids: Sequence[str]) -> Sequence[Source]:
    found = [await house.db.read(source, UUID(id), purpose=PURPOSE) for id in ids]
    return [one for one in found if one]


def _rests(one: Source, *, named: bool) -> bool:
    """Whether a source is left alone: it was asked a moment ago, or has to be waited for and nobody named it."""
    now = clock.now()
    if one.state == "backoff" and not named:
        return one.ask_again_at is not None and one.ask_again_at > now
    return one.asked_at is not None and one.state != "running" and now - one.asked_at < POLITE


def _progress(one: Source) -> dict:
    return {
        "id": _short(one.id),
        "name": one.name,
        "state": STATES.get(one.state, one.state),
        "pages": one.pages,
        "items": one.items,
        "expected": one.expected,
    }


def _standing(one: Standing) -> dict:
    again = one.source.ask_again_at
    told = {"url": one.source.url, "kind": one.source.kind, "publisher": one.source.publisher, "state": one.state}
    counts = {"records": one.records, "listings": one.listings, "faults": one.faults}
    asked = {"fails": one.source.fails, "ask_again_at": again and again.isoformat()}
    return _progress(one.source) | told | counts | asked


def _short(id: UUID) -> str:
    """The end of an id, which differs where the beginning tells only when it was made."""
    return id.hex[-8:]
