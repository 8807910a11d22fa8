"""The middle of a wide circle is looked through first, and nobody can tell."""

import random

import pytest

from backend.listings.conftest import LEEDS
from jointly.listings.finding import searching
from support.service import Service

HERE = {"lat": LEEDS[0], "lon": LEEDS[1], "km": 40}


@pytest.mark.parametrize("look", [{}, {"days": [1, 2]}, {"words": "chi"}, {"order": "soon"}])
async def test_pages_are_the_same_with_and_without_a_middle(
    service: Service, board, monkeypatch: pytest.MonkeyPatch, look: dict
):
    on, chance = await board(), random.Random(8)
    for number in range(70):
        name = chance.choice(("Tai chi", "Pilates"))
        await on.put(f"{name} {number}", day=chance.randrange(1, 4), north_km=chance.uniform(-1, 1) ** 3 * 42)
    for km in (3.999, 4.0, 4.001, 12.0, 39.99):
        await on.put(f"Tai chi at the rim {km}", day=1, north_km=km)
    read: list[float] = []
    look_through = searching._listings

    def noted(ask, *rest):
        read.append(ask.km)
        return look_through(ask, *rest)

    monkeypatch.setattr(searching, "_listings", noted)

    async def pages() -> list[list[str]]:
        async with service.client() as nobody:
            answers = [
                (await nobody.post("/api/listings/find", json={"around": HERE, "page": page} | look)).json()
                for page in range(5)
            ]
        assert [answer["more"] for answer in answers] == [bool(later["lines"]) for later in answers[1:]] + [False]
        return [[line["card"]["id"] for line in answer["lines"]] for answer in answers]

    with_middles = await pages()
    assert (min(read) == searching.MIDDLE_KM) is ("order" not in look)
    monkeypatch.setattr(searching, "MIDDLE_KM", 100)
    read.clear()
    assert await pages() == with_middles
    assert min(read) == HERE["km"]
