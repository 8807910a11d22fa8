"""Clocks that are wrong (reliability R5): nothing is refused for it, the skew is kept, and the time is put right."""

from datetime import UTC, datetime, timedelta

import pytest

from jointly.kit import clock
from jointly.kit.db import Database, Query
from support.phone import Phone, entry, numbers_of

HOUR = timedelta(hours=1)
YEAR = timedelta(days=365)
SKEWS = {"2 years behind": -2 * YEAR, "1 hour behind": -HOUR, "1 hour ahead": HOUR, "10 years ahead": 10 * YEAR}


async def test_a_wrong_clock_is_kept_marked_and_corrected(phone: Phone, unbound: Database, subtests: pytest.Subtests):
    for name, skew in SKEWS.items():
        with subtests.test(name):
            await corrected(phone, unbound, skew)


async def corrected(phone: Phone, unbound: Database, skew: timedelta) -> None:
    """Has the phone write with a clock that is wrong by `skew`, and looks at what the server made of it."""
    really = clock.now().replace(microsecond=0) - 3 * HOUR
    said = (really + skew).isoformat()
    pull = await phone.push(entry(at=said), device_now=(clock.now() + skew).isoformat())
    assert (numbers_of(pull), pull["refused"]) == ({0: pull["head"]}, [])
    row = (await phone.everything())[-1]
    assert row["at"] == said, "what the phone said is kept"
    assert abs(row["skew_seconds"] - skew.total_seconds()) <= 5
    kept = dict(await unbound.read(instants, purpose="test"))
    assert abs(kept[said] - really) < timedelta(seconds=5)


def instants():
    """Unit: when each version says that it was, and the instant it should have said."""
    return (yield Query("select at, corrected_at from version order by number"))


async def test_a_clock_that_is_a_minute_off_counts_as_right(phone: Phone, second_phone: Phone, unbound: Database):
    await phone.push(entry(), device_now=(clock.now() + timedelta(seconds=60)).isoformat())
    assert "skew_seconds" not in (await second_phone.everything())[0]
    assert [corrected_at for _, corrected_at in await unbound.read(instants, purpose="test")] == [None]


async def test_both_edits_of_two_wrong_clocks_are_kept_in_the_servers_order(phone: Phone, second_phone: Phone):
    early, late = ((clock.now() + skew).isoformat(timespec="seconds") for skew in (-2 * YEAR, 10 * YEAR))
    await phone.push(entry(at=late), device_now=late)
    await second_phone.push(entry(at=early), device_now=early)
    assert [row["at"] for row in await phone.everything()] == [late, early]


async def test_the_ends_of_the_calendar_do_not_break_a_sync(phone: Phone):
    for end in ("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"):
        assert 0 in numbers_of(await phone.push(entry(at=end), device_now=end))


async def test_a_day_picked_within_10_years_is_believed_as_it_is(phone: Phone, unbound: Database):
    days = [(clock.now() - timedelta(days=days)).replace(microsecond=0) for days in (0, 1, 365, 3600)]
    await phone.push(*(entry(at=at.isoformat(), picked=True) for at in days), device_now="2020-01-01T00:00:00Z")
    kept = await unbound.read(instants, purpose="test")
    assert [(datetime.fromisoformat(at), corrected_at) for at, corrected_at in kept] == [(day, None) for day in days]


async def test_a_day_the_phone_filled_in_is_never_refused(phone: Phone):
    far = datetime(2035, 1, 1, 8, tzinfo=UTC).isoformat()
    assert numbers_of(await phone.push(entry(at=far))) == {0: 1}
