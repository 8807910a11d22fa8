"""Verbs: look for something, keep what is around, open one."""

import asyncio
from uuid import UUID
from weakref import WeakKeyDictionary

import msgspec

from jointly.kit import clock
from jointly.kit.db import Database
from jointly.kit.errors import Refusal
from jointly.listings.facets import mask
from jointly.listings.finding import reading
from jointly.listings.finding.schemas import Area, Around, Line, Lines, Look, OneListing, SourceSaid
from jointly.listings.finding.searching import Ask
from jointly.listings.finding.vocabulary import vocabulary_now
from jointly.listings.finding.words import typed
from jointly.people.house import House
from jointly.people.limits import Limit, take, whose

READING = {"purpose": "look for listings", "open_rows": True}
WITH_WORDS = Limit(tries=2_000, seconds=600)
"""Searches by words, from one address: each may read every listing of a town."""
AT_ONCE = 2
"""Searches that are not quick, at a time."""


async def find(house: House, *, look: Look, address: str) -> Lines:
    """A page of what fits, nearest or soonest first. Typing mistakes are forgiven, and said. `address` is who asks."""
    meant = await _meant(house, look.words, address)
    ask = Ask(
        **_where(look.around),
        days=tuple(sorted(set(look.days))),
        from_minute=look.from_minute,
        to_minute=look.to_minute,
        all_of=mask(look.all_of) | (0 if look.around else mask(["online"])),
        any_of=tuple(mask(names) for names in look.any_of),
        words=tuple(tuple(words) for words in meant.values()),
        order=look.order,
        now=int(clock.now().timestamp()),
        page=look.page,
    )
    found, more, cards, sources = await _read(house, reading.find, ask)
    lines = [Line(one.km and round(one.km, 2), one.day, _raw(cards[one.listing])) for one in found]
    instead = {word: words for word, words in meant.items() if words != [word]}
    return Lines(lines, more, instead, [_said(row) for row in sources])


async def area(house: House, *, around: Around) -> Area:
    """All that is on around a place, for a phone to keep."""
    ask = Ask(**_where(around), now=int(clock.now().timestamp()))
    cards, more, sources = await _read(house, reading.area, ask)
    return Area([_raw(card) for card in cards], more, [_said(row) for row in sources], clock.rfc3339(clock.now()))


async def one(house: House, *, id: UUID) -> OneListing:
    """One listing. A 404 `Refusal` for what is not shown."""
    found = await house.db.read(reading.one, id, inline=True, **READING)
    if found is None:
        raise Refusal(404, "no-such-listing")
    return OneListing(_raw(found[0]), _said(found[1]))


def _where(around: Around | None) -> dict[str, float]:
    return {"lat": around.lat, "lon": around.lon, "km": around.km} if around else {}


def _raw(card: str) -> msgspec.Raw:
    """The card as it is kept: it goes out as it is."""
    return msgspec.Raw(card.encode())


def _said(row: tuple) -> SourceSaid:
    id, publisher, url, licence, kind, read_at = row
    return SourceSaid(id, publisher, url, licence, kind == "here", read_at and clock.rfc3339(read_at))


async def _meant(house: House, text: str, address: str) -> dict[str, list[str]]:
    """For each typed word what is looked for. Raises a 429 `Refusal` past what one address may look for by words."""
    words = typed(text)
    if not words:
        return {}
    await take(house, f"find-words:{whose(house, address)}", WITH_WORDS)
    vocabulary = await vocabulary_now(house.db, **READING)
    return {word: await vocabulary.stand_ins(word) for word in words}


_turns: WeakKeyDictionary[Database, asyncio.Semaphore] = WeakKeyDictionary()


async def _read(house: House, unit, ask: Ask):
    """What is quick is read here and now: a thread would be asked, and waited for, many times as long. Of all else some
    is read at a time, so that there are always readers left for the rest of the service."""
    if unit is reading.find and (ask.is_quick or house.db.kind == "sqlite"):
        found = await house.db.read(reading.find_quickly, ask, house.db.kind, inline=True, **READING)
        if found is not None:
            return found
    async with _turns.setdefault(house.db, asyncio.Semaphore(AT_ONCE)):
        return await house.db.read(unit, ask, house.db.kind, **READING)
