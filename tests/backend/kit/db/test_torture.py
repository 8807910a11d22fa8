"""Everything at once, cancelled at random: what was acknowledged is there whole, what failed is not, nobody hangs."""

import asyncio
import random
from uuid import UUID, uuid4

import pytest

from backend.kit.db.sample import NOON, Sample, count_rows, insert, opened, row, rows_by_number
from jointly.kit.db import Database

ROWS_EACH = 3


def write_and_raise(rows):
    yield from insert(rows)
    raise LookupError


class History:
    """What was tried on one database, and what became of it. Each try writes ROWS_EACH rows of one number."""

    def __init__(self, database: Database, seed: int) -> None:
        self.database = database
        self.chance = random.Random(seed)
        self.acknowledged: set[int] = set()
        self.failed: set[int] = set()

    async def try_one(self, number: int) -> None:
        rows = [row(number) for _ in range(ROWS_EACH)]
        way = self.chance.choice([self.by_unit, self.by_transaction, self.by_joining, self.by_reading])
        fails = self.chance.random() < 0.3
        task = asyncio.create_task(way(rows, fails))
        if self.chance.random() < 0.4:
            await asyncio.sleep(self.chance.random() * 0.02)
            task.cancel()
        [outcome] = await asyncio.gather(task, return_exceptions=True)
        if outcome is None:
            self.acknowledged.add(number)
        elif isinstance(outcome, LookupError):
            self.failed.add(number)
        else:
            assert isinstance(outcome, asyncio.CancelledError), outcome

    async def by_unit(self, rows: list[tuple], fails: bool) -> None:
        await self.database.run(write_and_raise if fails else insert, rows, purpose="test")

    async def by_transaction(self, rows: list[tuple], fails: bool) -> None:
        async with self.database.transaction(purpose="test"):
            for identity, *_, number, _, _ in rows:
                await Sample.insert(as_sample(identity, number))
            if fails:
                raise LookupError

    async def by_joining(self, rows: list[tuple], fails: bool) -> None:
        async with self.database.transaction(purpose="test"):
            await self.database.run(insert, rows[:1], purpose="test")
            await asyncio.sleep(0)
            await self.database.run(write_and_raise if fails else insert, rows[1:], purpose="test")

    async def by_reading(self, rows: list[tuple], fails: bool) -> None:
        await self.database.read(count_rows, purpose="test")
        await self.by_unit(rows, fails)


def as_sample(identity: UUID, number: int) -> Sample:
    return Sample(id=identity, at=NOON, number=number, word="knee")


@pytest.mark.parametrize("seed", range(4))
async def test_any_mixture_of_work_keeps_its_word(database_url: str, seed: int):
    async with opened(database_url) as database:
        history = History(database, seed)
        async with asyncio.timeout(60):
            await asyncio.gather(*(history.try_one(number) for number in range(150)))
            await database.run(insert, [row(-1, id=uuid4())], purpose="test")
    async with opened(database_url) as database:
        found = [one[4] for one in await database.read(rows_by_number, purpose="test") if one[4] >= 0]
    assert all(found.count(number) == ROWS_EACH for number in set(found)), "half a transaction was kept"
    assert history.acknowledged <= set(found)
    assert not history.failed & set(found)
    assert len(history.acknowledged) > 20 and len(history.failed) > 10
