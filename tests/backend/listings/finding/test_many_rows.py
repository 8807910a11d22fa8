"""Nothing is left out for what others have many rows of, nothing stops the others, and what is cut says so."""

from datetime import UTC, datetime, timedelta
from uuid import uuid5

import pytest

from backend.listings.conftest import LEEDS
from jointly.kit import clock
from jointly.listings.finding import reading, searching
from jointly.listings.finding import service as finding
from jointly.listings.model import Occurrence
from jointly.listings.showing import Shown, show
from jointly.people.limits import Limit
from support.service import Service

HERE = {"lat": LEEDS[0], "lon": LEEDS[1], "km": 8}


async def put_pools(on, count: int) -> None:
    """Lane swimming every hour of every day, close by: 105 rows each."""
    shown = []
    for number in range(count):
        service = on.service(f"Lane swimming {number}", at="07:00", day=1, north_km=0.5)
        starts = [
            (on.now + timedelta(days=day)).replace(hour=hour, minute=0, second=0, microsecond=0)
            for day in range(1, 8)
            for hour in range(6, 21)
        ]
        dates = [
            Occurrence(id=uuid5(service.id, str(at)), original_start=at, start=at, end=at + timedelta(hours=1))
            for at in starts
        ]
        shown.append(Shown(service, tuple(dates), on.source, "shown", (), 1, on.now + timedelta(weeks=12)))
    await on.running.house.db.run(show, shown, on.now, purpose="test")


async def asked(service: Service, **look) -> dict:
    async with service.client() as nobody:
        answer = await nobody.post("/api/listings/find", json={"around": HERE} | look)
    assert answer.status_code == 200, answer.text
    return answer.json()


def names(found: dict) -> list[str]:
    return [line["card"]["name"] for line in found["lines"]]


@pytest.mark.parametrize("look", [{}, {"order": "soon"}, {"days": [1]}, {"days": [1, 2]}, {"words": "swimming tai"}])
async def test_what_is_further_away_is_found_past_what_runs_every_hour(service: Service, board, look: dict):
    on = await board()
    await put_pools(on, 4)
    for number in range(19):
        await on.put(f"Tai chi {number}", day=1, north_km=1 + number / 10, summary="After swimming")
    expected = 19 if "words" in look else 23
    pages = [await asked(service, page=page, **look) for page in (0, 1)]
    assert len(names(pages[0])) == min(20, expected)
    assert pages[0]["more"] is (expected > 20)
    every = names(pages[0]) + names(pages[1])
    assert (len(every), len(set(every)), pages[1]["more"]) == (expected, expected, False)
    if not look:
        assert every[4:] == [f"Tai chi {number}" for number in range(19)], "each once, the nearest first"
    async with service.client() as nobody:
        area = (await nobody.post("/api/listings/area", json=HERE)).json()
    assert (len(area["cards"]), area["more"]) == (23, False)


async def test_a_circle_with_too_much_in_it_is_looked_through_from_its_middle_and_says_so(
    service: Service, board, monkeypatch: pytest.MonkeyPatch
):
    on = await board()
    for number in range(12):
        await on.put(f"Class {number:02}", north_km=0.25 + number / 2)
    whole = await asked(service)
    assert (len(whole["lines"]), whole["more"]) == (12, False)
    monkeypatch.setattr(searching, "SAFE", 0)
    monkeypatch.setattr(searching, "ROWS", 5)
    cut = await asked(service)
    assert names(cut) == names(whole)[: len(cut["lines"])]
    assert 3 <= len(cut["lines"]) <= 5 and cut["more"] is True


async def test_what_is_costly_is_not_read_where_everybody_waits_for_it(
    service: Service, board, monkeypatch: pytest.MonkeyPatch
):
    if service.house.db.kind == "postgres":
        return  # another process reads
    on = await board()
    await put_pools(on, 2)
    inline: list[bool] = []
    """For each search, whether what it answers with was read at once."""
    read = service.house.db.read

    async def noted(unit, *args, **who):
        found = await read(unit, *args, **who)
        if unit in (reading.find, reading.find_quickly) and found is not None:
            inline.append(who.get("inline", False))
        return found

    monkeypatch.setattr(service.house.db, "read", noted)
    for look in ({"days": [1]}, {"words": "lane"}, {"around": HERE | {"km": 40}}, {"around": None}):
        inline.clear()
        await asked(service, **look)
        assert inline == [True], f"among so few rows {look} is short, and asking a thread would take longer"
    monkeypatch.setattr(searching, "FEW", 100)
    for look in ({"words": "lane"}, {"around": HERE | {"km": 40}}, {"page": 20}):
        inline.clear()
        await asked(service, **look)
        assert inline == [False], look


async def test_words_have_a_smaller_limit_and_no_circle_is_wider_than_anybody_is_asked_to_go(
    service: Service, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(finding, "WITH_WORDS", Limit(tries=2, seconds=600))
    async with service.client() as nobody:

        async def status(**look) -> int:
            return (await nobody.post("/api/listings/find", json={"around": HERE} | look)).status_code

        assert [await status(words="yoga") for _ in range(4)] == [200, 200, 429, 429]
        assert await status() == 200
        assert await status(around=HERE | {"km": 40.24}) == 200
        assert await status(around=HERE | {"km": 41}) == 400
        assert (await nobody.post("/api/listings/area", json=HERE | {"km": 41})).status_code == 400


async def test_a_weekly_class_is_found_also_when_todays_has_begun(
    service: Service, board, monkeypatch: pytest.MonkeyPatch
):
    on = await board()
    begins = (datetime.now(UTC) + timedelta(days=1)).replace(hour=10, minute=30, second=0, microsecond=0)
    await on.put("Tai chi", day=begins.weekday(), at="10:30")
    await on.put("Pilates", day=(begins.weekday() + 1) % 7, at="10:30")
    for minutes, expected in ((-1, ["Tai chi", "Pilates"]), (1, ["Pilates", "Tai chi"]), (49 * 60, [])):
        later = begins + timedelta(minutes=minutes)
        monkeypatch.setattr(clock, "now", lambda later=later: later)
        assert names(await asked(service, order="soon")) == expected
