"""The same units do the same on both engines."""

import asyncio
from datetime import datetime, timedelta, timezone
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from backend.kit.db.sample import Owner, Sample, add_to_total, count_rows, insert, row, rows_by_number
from jointly.kit.db import ConstraintBroken, Database, Query, ReadOnly


async def test_a_unit_returns_what_its_generator_returns(database: Database):
    assert await database.run(insert, [row(1), row(2)], purpose="test") == 2


async def test_values_come_back_as_they_went_in_on_both_engines(database: Database):
    owner = uuid4()
    await Owner.insert(Owner(id=owner))
    put = row(7, owner=owner)
    await database.run(insert, [put], purpose="test")
    for inline in (False, True):
        [got] = await database.read(rows_by_number, purpose="test", inline=inline)
        assert type(got) is tuple
        assert got == put
        assert isinstance(got[0], UUID) and isinstance(got[1], UUID)
        assert got[2].utcoffset() == timedelta(0)
        assert got[5] is True


async def test_what_was_read_can_be_written_again(database: Database):
    await database.run(insert, [row(1)], purpose="test")
    [got] = await database.read(rows_by_number, purpose="test")

    def copy(values):
        yield Query("delete from sample where id = ?", (values[0],))
        yield from insert([values])

    await database.run(copy, got, purpose="test")
    assert await database.read(rows_by_number, purpose="test") == [got]


async def test_an_instant_in_another_zone_is_stored_as_the_same_instant(database: Database):
    summer = datetime(2026, 7, 1, 9, 0, tzinfo=timezone(timedelta(hours=1)))
    await database.run(insert, [row(at=summer)], purpose="test")
    [(_, _, at, *_)] = await database.read(rows_by_number, purpose="test")
    assert at == summer
    assert at.utcoffset() == timedelta(0)


async def test_the_hour_that_comes_twice_in_autumn_is_two_hours(database: Database):
    first = datetime(2026, 10, 25, 1, 30, tzinfo=ZoneInfo("Europe/London"))
    await database.run(insert, [row(1, at=first), row(2, at=first.replace(fold=1))], purpose="test")
    got = await database.read(rows_by_number, purpose="test")
    assert [one[2].hour for one in got] == [0, 1]


async def test_nulls_and_empty_values_stay_apart(database: Database):
    await database.run(insert, [row(1, "", blob=None), row(2, "x", blob=b"")], purpose="test")
    got = await database.read(rows_by_number, purpose="test")
    assert [(one[3], one[6]) for one in got] == [(None, ""), (b"", "x")]


async def test_returning_gives_typed_rows(database: Database):
    put = row(3)

    def unit():
        return (
            yield Query(
                "insert into sample (id, owner, at, blob, number, done, word)"
                " values (?, ?, ?, ?, ?, ?, ?) returning number, word, blob",
                put,
            )
        )

    assert await database.run(unit, purpose="test") == [(3, "knee", b"\x00\xff")]


async def test_a_statement_without_a_result_answers_with_an_empty_list(database: Database):
    def unit():
        return (yield Query("update sample set number = 1"))

    assert await database.run(unit, purpose="test") == []


async def test_many_with_no_rows_does_nothing(database: Database):
    assert await database.run(insert, [], purpose="test") == 0


async def test_a_unit_that_fails_leaves_nothing_behind(database: Database):
    def unit():
        yield from insert([row(1)])
        raise LookupError("the third row")

    with pytest.raises(LookupError, match="the third row"):
        await database.run(unit, purpose="test")
    assert await database.read(count_rows, purpose="test") == 0


async def test_a_broken_rule_has_the_same_name_on_both_engines_and_tells_no_values(database: Database):
    one = row(1, "private words")
    await database.run(insert, [one], purpose="test")
    with pytest.raises(ConstraintBroken) as caught:
        await database.run(insert, [row(2), one], purpose="test")
    assert "private" not in str(caught.value) and str(one[0]) not in str(caught.value)
    with pytest.raises(ConstraintBroken):
        await database.run(insert, [row(3, owner=uuid4())], purpose="test")
    assert await database.read(count_rows, purpose="test") == 1


async def test_a_unit_cannot_go_on_after_a_failed_statement(database: Database):
    one = row(1)
    await database.run(insert, [one], purpose="test")
    cleaned = []

    def swallow():
        try:
            yield from insert([one])
        except ConstraintBroken:
            yield from insert([row(2)])
        finally:
            cleaned.append(True)

    with pytest.raises(ConstraintBroken):
        await database.run(swallow, purpose="test")
    assert cleaned == [True]
    assert await database.read(count_rows, purpose="test") == 1


async def test_a_unit_may_put_its_own_error_in_place_of_the_database_s(database: Database):
    one = row(1)
    await database.run(insert, [one], purpose="test")

    def translate():
        try:
            yield from insert([one])
        except ConstraintBroken as error:
            raise LookupError("taken") from error

    with pytest.raises(LookupError, match="taken"):
        await database.run(translate, purpose="test")


async def test_reading_never_writes(database: Database):
    for way in ({}, {"inline": True}, {"open_rows": True}):
        with pytest.raises(ReadOnly):
            await database.read(insert, [row(1)], purpose="test", **way)
    assert await database.read(count_rows, purpose="test") == 0


async def test_a_function_that_is_no_generator_is_refused(database: Database):
    with pytest.raises(TypeError, match="generator function"):
        await database.run(lambda: 5, purpose="test")
    with pytest.raises(TypeError, match="generator function"):
        await database.read(lambda: iter([]), purpose="test")


async def test_a_unit_that_yields_something_else_is_refused(database: Database):
    def unit():
        yield "select 1"

    with pytest.raises(TypeError, match="yields Query or Many"):
        await database.run(unit, purpose="test")
    assert await database.run(insert, [row(1)], purpose="test") == 1


async def test_purpose_must_be_given(database: Database):
    with pytest.raises(TypeError):
        await database.run(count_rows)


async def test_a_mistake_in_sql_fails_its_unit_only(database: Database):
    def unit():
        yield Query("select word from nowhere")

    with pytest.raises(Exception, match="nowhere"):
        await database.run(unit, purpose="test")
    with pytest.raises(Exception, match="nowhere"):
        await database.read(unit, purpose="test")
    assert await database.run(insert, [row(1)], purpose="test") == 1


async def test_a_snapshot_does_not_move_while_it_is_read(database: Database):
    await database.run(insert, [row(1)], purpose="test")
    loop = asyncio.get_running_loop()
    seen = []

    async def write_another():
        await database.run(insert, [row(2)], purpose="test")

    def read_twice():
        seen.append((yield Query("select count(*) from sample"))[0][0])
        if database.kind == "sqlite":
            # The unit is on a reading thread, so the loop is free to write.
            asyncio.run_coroutine_threadsafe(write_another(), loop).result(10)
        seen.append((yield Query("select count(*) from sample"))[0][0])

    await database.read(read_twice, purpose="test")
    assert seen == [1, 1]


async def test_two_hundred_units_that_read_and_then_write_lose_no_update(database: Database):
    owner = uuid4()
    await Owner.insert(Owner(id=owner))

    def add(owner):
        yield Query("update sample_owner set total = total where id = ?", (owner,))
        yield from add_to_total(owner)

    await asyncio.gather(*(database.run(add, owner, purpose="test") for _ in range(200)))
    assert await Owner.select(Owner.total).first() == {"total": 200}


async def test_large_pages_are_read_whole(database: Database):
    rows = [row(number) for number in range(2000)]
    await database.run(insert, rows, purpose="test")
    assert await database.read(rows_by_number, purpose="test") == rows


async def test_a_cancelled_caller_does_no_harm(database: Database):
    tasks = [asyncio.create_task(database.run(insert, [row(n)], purpose="test")) for n in range(20)]
    await asyncio.sleep(0)
    for task in tasks[::2]:
        task.cancel()
    done = await asyncio.gather(*tasks, return_exceptions=True)
    assert all(isinstance(one, asyncio.CancelledError) for one in done[::2])
    numbers = {one["number"] for one in await Sample.select(Sample.number)}
    assert set(range(1, 20, 2)) <= numbers
    assert await database.run(insert, [row(99)], purpose="test") == len(numbers) + 1
