"""Counts what is ready and not yet counted, and keeps it: each figure once, for good."""

import asyncio
import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid5

import msgspec

from jointly.kit import clock
from jointly.kit.db import Many, Query
from jointly.kit.sealing import SealingKey
from jointly.people.house import House
from jointly.reports import counting, opening, reading
from jointly.reports.counting import Counted, Episode
from jointly.reports.deprivation.finding import Fifths, fifths
from jointly.reports.figures import FIGURES, MOST_QUARTERS, SCORES, Name
from jointly.reports.quarters import ZONE, Quarter, quarters
from jointly.reports.traits import UNKNOWN, Traits

PURPOSE = "count figures"
EPISODES: tuple[Name, ...] = ("referred", "accepted", "arrived", "going")
KEYS_AT_ONCE = 5_000

Kept = Mapping[tuple[date, str], str]
"""Bodies of figures by the first day of their quarter and their name."""


async def keep_figures(house: House) -> Kept:
    """Counts what has become ready, and gives all that is kept of the quarters that are looked back on."""
    now = clock.now()
    who: dict[str, Any] = {"group": house.service, "purpose": PURPOSE}
    first = await house.db.read(reading.first_on, house.service, **who)
    if first is None:
        return {}
    today = now.astimezone(ZONE).date()
    looked_at = list(quarters(first, today))[-MOST_QUARTERS:]
    if not looked_at:
        return {}
    kept = await house.db.read(reading.figures, house.service, looked_at[0].from_on, **who)
    ready = {quarter: _ready(quarter, today, kept) for quarter in looked_at}
    if any(ready.values()):
        with uncollected():
            count = Count(house, now, [quarter for quarter, names in ready.items() if set(EPISODES) & set(names)])
            for quarter, names in ready.items():
                if names:
                    await count.keep(quarter, names, today)
        kept = await house.db.read(reading.figures, house.service, looked_at[0].from_on, **who)
    return kept


def _ready(quarter: Quarter, today: date, kept: Kept) -> list[Name]:
    return [
        name
        for name, figure in FIGURES.items()
        if today >= quarter.ready_on(figure.weeks) and (quarter.from_on, name) not in kept
    ]


@contextmanager
def uncollected() -> Iterator[None]:
    """Counting makes some hundred thousand tuples that hold no circles: looking for these would be a quarter of it."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@dataclass
class Count:
    """One run. What is the same for every quarter is read and opened once."""

    house: House
    now: datetime
    quarters: list[Quarter]
    """Those of whose referrals anything is counted, the oldest first."""
    keys: dict[UUID, SealingKey] = field(default_factory=dict)
    _came: list[Episode] | None = None
    _traits: dict[UUID, Traits] | None = None
    _changes: opening.Changes | None = None

    async def keep(self, quarter: Quarter, names: list[Name], today: date) -> None:
        """Counts these figures of a quarter and writes them in one transaction."""
        house, found = self.house, dict[str, Counted]()
        marks: list[tuple] = []
        if wanted := [name for name in EPISODES if name in names]:
            last = today >= quarter.ready_on(FIGURES["going"].weeks)
            found, marks = await self._episodes(quarter, wanted, last)
        if "signposts" in names:
            people = await self._read(reading.signposted, quarter.begins, quarter.ends)
            known = await self._known()
            found["signposts"] = counting.count(known.get(person, UNKNOWN) for person in people)
        if "unanswered" in names:
            found["unanswered"] = counting.count_unanswered(
                await self._read(reading.sendings, quarter.begins, quarter.ends)
            )
        if "ended" in names:
            found["ended"] = counting.count_ended(await self._read(reading.endings, quarter.begins, quarter.ends))
        for name in set(SCORES) & set(names):
            found[name] = await self._change(name, quarter)
        await write(house, quarter, found, self.now, marks)

    async def _episodes(
        self, quarter: Quarter, names: list[Name], last: bool
    ) -> tuple[dict[str, Counted], list[tuple]]:
        """The figures of referrals; and, unless the last of them is among these, in what category each is counted."""
        found = await self._came_in(quarter)
        known = await self._known()
        before = await self.house.db.read(
            reading.placed, self.house.service, quarter.from_on, group=self.house.service, purpose=PURPOSE
        )
        await self._open({person for person, _ in before.values()})
        placed = await asyncio.to_thread(opening.open_placed, before, self.keys)
        if before:
            found = [one for one in found if one.id in placed]  # what came in late or was merged is in no figure
        pairs = [(one, placed.get(one.id) or known.get(one.person, UNKNOWN)) for one in found]
        marks = []
        if not last and not before:
            await self._open({one.person for one in found})
            marks = await asyncio.to_thread(self._marks, quarter, pairs)
        counted = await asyncio.to_thread(counting.count_episodes, pairs)
        return {name: counted[name] for name in names}, marks

    async def _came_in(self, quarter: Quarter) -> list[Episode]:
        if self._came is None:
            first, last = self.quarters[0].begins, self.quarters[-1].ends
            self._came = await self._read(reading.episodes, first, last)
        begins, ends = quarter.begins.astimezone(UTC), quarter.ends.astimezone(UTC)
        return [one for one in self._came if begins <= one.received_at < ends]

    def _marks(self, quarter: Quarter, pairs: counting.Pairs) -> list[tuple]:
        service = self.house.service
        return [
            (one.id, one.person, service, quarter.from_on, opening.seal_placed(key, one.person, one.id, each))
            for one, each in pairs
            if (key := self.keys.get(one.person))
        ]

    async def _known(self) -> dict[UUID, Traits]:
        """By person their categories."""
        if self._traits is None:
            who = {"group": self.house.service, "purpose": PURPOSE}
            abouts = await self.house.db.read(reading.abouts, self.house.service, self.now, **who)
            await self._open(abouts)
            known: Fifths = await fifths(self.house)
            self._traits = await asyncio.to_thread(opening.traits, abouts, self.keys, known.of)
        return self._traits

    async def _change(self, name: str, quarter: Quarter) -> Counted:
        """Who has two answers, and how much the last one is from the first."""
        if self._changes is None:
            who = {"group": self.house.service, "purpose": PURPOSE}
            rows = await self.house.db.read(reading.check_ins, self.house.service, self.now, **who)
            await self._open({row[0] for row in rows})
            self._changes = await asyncio.to_thread(opening.changes, rows, self.keys)
        known = await self._known()
        changed = [
            (known.get(person, UNKNOWN), change) for person, change in self._changes.get((quarter.from_on, name), ())
        ]
        counted = counting.count(traits for traits, _ in changed)
        counted.averages = {f"{name}-change": counting.changes(changed)}
        return counted

    async def _read(self, unit, begins: datetime, ends: datetime) -> list:
        who = {"group": self.house.service, "purpose": PURPOSE}
        return await self.house.db.read(unit, self.house.service, begins, ends, **who)

    async def _open(self, people: Iterable[UUID]) -> None:
        missing = [person for person in people if person not in self.keys]
        for start in range(0, len(missing), KEYS_AT_ONCE):
            self.keys |= await self.house.vault.keys(missing[start : start + KEYS_AT_ONCE])


async def write(
    house: House, quarter: Quarter, found: Mapping[str, Counted], now: datetime, marks: Iterable[tuple] = ()
) -> None:
    """Keeps figures of a quarter, but for those that are kept already."""
    rows = [
        (uuid5(house.service, f"{quarter.from_on} {name}"), house.service, quarter.from_on, name, body, now)
        for name, counted in found.items()
        for body in [msgspec.json.encode(counted).decode()]
    ]
    who = {"group": house.service, "purpose": PURPOSE}
    await house.db.run(_keep, house.service, quarter.from_on, rows, list(marks), "going" in found, **who)


def _keep(service: UUID, quarter: date, rows: list[tuple], marks: list[tuple], done: bool):
    """Unit: keeps figures that nobody kept meanwhile."""
    if marks:
        yield Many(
            "insert into placed (referral, person, service, quarter, sealed) values (?, ?, ?, ?, ?) "
            "on conflict (referral) do nothing",
            marks,
        )
    for row in rows:
        yield Query(
            "insert into figure (id, service, quarter, name, body, counted_at) values (?, ?, ?, ?, ?, ?) "
            "on conflict (id) do nothing",
            row,
        )
    if done:
        yield Query("delete from placed where service = ? and quarter = ?", (service, quarter))
