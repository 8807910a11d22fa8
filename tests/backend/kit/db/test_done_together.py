"""Units marked with `together`: those that wait at the same time are done in one, and nobody can tell from outside."""

import asyncio

import pytest

from backend.kit.db.sample import count_rows, insert, row
from backend.kit.db.test_group_commit import start, writer_held
from jointly.kit.db import Apart, ConstraintBroken, Database, Many, together

SOME = 5
INSERT = "insert into sample (id, owner, at, blob, number, done, word) values (?, ?, ?, ?, ?, ?, ?)"


def marked(calls: list[int]):
    """A unit that keeps a row and gives its number; `calls` tells how many were done in one each time."""

    def keep_all(several):
        calls.append(len(several))
        yield Many(INSERT, [row for (row,) in several])
        if any(row[4] == 13 for (row,) in several) and len(several) > 1:
            raise Apart
        return [row[4] for (row,) in several]

    @together(keep_all)
    def keep(row):
        [number] = yield from keep_all([(row,)])
        return number

    return keep


async def test_those_that_wait_are_done_in_one_and_each_gets_its_own_answer(sqlite: Database):
    calls: list[int] = []
    keep = marked(calls)
    async with writer_held(sqlite):
        tasks = [start(sqlite, keep, row(number)) for number in range(SOME)]
    assert await asyncio.gather(*tasks) == list(range(SOME))
    assert calls == [SOME]
    assert await sqlite.read(count_rows, purpose="test") == SOME


async def test_what_cannot_be_done_in_one_is_done_one_by_one_and_kept_once(sqlite: Database):
    calls: list[int] = []
    keep = marked(calls)
    async with writer_held(sqlite):
        tasks = [start(sqlite, keep, row(number)) for number in (11, 12, 13)]
    assert await asyncio.gather(*tasks) == [11, 12, 13]
    assert calls == [3, 1, 1, 1]
    assert await sqlite.read(count_rows, purpose="test") == 3


async def test_one_that_fails_fails_alone(sqlite: Database):
    calls: list[int] = []
    keep, twice = marked(calls), row(1)
    async with writer_held(sqlite):
        tasks = [start(sqlite, keep, one) for one in (twice, twice, row(2))]
    first, second, third = await asyncio.gather(*tasks, return_exceptions=True)
    assert (first, third) == (1, 2)
    assert isinstance(second, ConstraintBroken)
    assert await sqlite.read(count_rows, purpose="test") == 2


async def test_units_of_another_kind_beside_them_change_nothing(sqlite: Database):
    calls: list[int] = []
    keep = marked(calls)
    async with writer_held(sqlite):
        tasks = [start(sqlite, keep, row(1)), start(sqlite, insert, [row(2)]), start(sqlite, keep, row(3))]
    await asyncio.gather(*tasks)
    assert await sqlite.read(count_rows, purpose="test") == 3


@pytest.mark.parametrize("given_up", [0, 2])
async def test_who_gave_up_waiting_is_left_out(sqlite: Database, given_up: int):
    calls: list[int] = []
    keep = marked(calls)
    async with writer_held(sqlite):
        tasks = [start(sqlite, keep, row(number)) for number in range(SOME)]
        await asyncio.sleep(0)
        tasks[given_up].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert calls == [SOME - 1]
    assert await sqlite.read(count_rows, purpose="test") == SOME - 1


async def test_a_marked_unit_runs_on_either_engine(database: Database):
    calls: list[int] = []
    keep = marked(calls)
    assert await asyncio.gather(*(start(database, keep, row(number)) for number in range(SOME))) == list(range(SOME))
    assert await database.read(count_rows, purpose="test") == SOME
