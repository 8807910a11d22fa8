"""What nobody has read for four weeks is found no more, and is found again when it is; words that nothing has go."""

from datetime import datetime, timedelta

import pytest

from backend.listings.conftest import LEEDS
from jointly.kit import clock
from jointly.kit.db import Query
from jointly.listings.finding.counting import count_words
from jointly.listings.hourly import each_hour
from jointly.listings.showing import hide
from jointly.listings.taking_in.fading import keep_to_what_is_read
from support.service import Service

HERE = {"lat": LEEDS[0], "lon": LEEDS[1], "km": 8}


def read_at(at: datetime | None, began_at: datetime):
    """Unit: the source was last read to its end then."""
    yield Query("update source set up_to_date_at = ?, run_began_at = ?, added_at = ?", (at, began_at, began_at))


def states():
    """Unit: each listing's state."""
    rows = yield Query("select state from listing order by name")
    return [state for (state,) in rows]


def counted():
    """Unit: the words that are known."""
    rows = yield Query("select word, count from word")
    return dict(rows)


@pytest.mark.parametrize("ever", [True, False], ids=["read once", "never read to its end"])
async def test_what_is_read_no_more_is_in_no_answer(
    service: Service, board, monkeypatch: pytest.MonkeyPatch, ever: bool
):
    on = await board()
    id = await on.put("Tai chi", weeks=0, schedules=())
    began = on.now - timedelta(days=1)
    await service.house.db.run(read_at, began if ever else None, began, purpose="test")

    async def everywhere() -> list[int]:
        await each_hour(service.house)
        async with service.client() as nobody:
            found = (await nobody.post("/api/listings/find", json={"around": HERE})).json()["lines"]
            area = (await nobody.post("/api/listings/area", json=HERE)).json()["cards"]
            return [len(found), len(area), (await nobody.get(f"/api/listings/{id}")).status_code]

    for days, expected in ((26, [1, 1, 200]), (28, [0, 0, 404])):
        monkeypatch.setattr(clock, "now", lambda days=days: on.now + timedelta(days=days))
        assert await everywhere() == expected, days
    assert await service.house.db.read(states, purpose="test") == ["unread"]
    # it is read again: what is there is derived again, and nothing else comes back
    await service.house.db.run(read_at, clock.now(), began, purpose="test")
    assert await keep_to_what_is_read(service.house) == 1
    assert await service.house.db.read(states, purpose="test") == ["gone"], "until it is derived"
    assert await keep_to_what_is_read(service.house) == 0
    await on.put("Tai chi", id=id, weeks=0, schedules=())
    assert await everywhere() == [1, 1, 200]


async def test_words_that_no_listing_has_are_meant_by_nobody(service: Service, board):
    on = await board()
    await on.put("Gentle pilates")
    gone, back = await on.put("Gentle wombling"), await on.put("Gentle zorbing")

    async def words() -> dict[str, int]:
        await count_words(service.house)
        known = await service.house.db.read(counted, purpose="test")
        return {word: known[word] for word in ("gentle", "pilates", "wombling", "zorbing") if word in known}

    assert await words() == {"gentle": 3, "pilates": 1, "wombling": 1, "zorbing": 1}
    await service.house.db.run(hide, [gone, back], "gone", purpose="test")
    assert await words() == {"gentle": 1, "pilates": 1, "wombling": 0, "zorbing": 0}
    await on.put("Gentle zorbing")
    assert await words() == {"gentle": 2, "pilates": 1, "zorbing": 1}
    assert await words() == {"gentle": 2, "pilates": 1, "zorbing": 1}


async def test_words_are_counted_once_a_night(service: Service, board, monkeypatch: pytest.MonkeyPatch):
    on = await board()
    await service.house.db.run(hide, [await on.put("Gentle wombling")], "gone", purpose="test")
    for hour, count in ((2, 1), (3, 0)):
        monkeypatch.setattr(clock, "now", lambda hour=hour: on.now.replace(hour=hour))
        await each_hour(service.house)
        assert (await service.house.db.read(counted, purpose="test"))["wombling"] == count
