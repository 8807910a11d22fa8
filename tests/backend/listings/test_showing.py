"""A listing is its source's: another feed of the same dataset may take it over, and nobody else."""

from uuid import UUID, uuid4

from jointly.kit.db import Query
from jointly.listings.showing import Shown, show
from support.service import Service


def _add(id: UUID, dataset: UUID, now):
    yield Query(
        "insert into source (id, kind, url, dataset, name, publisher, added_at, state, run, fails, pages, items) "
        "values (?, 'rpde', ?, ?, '', '', ?, 'running', 1, 0, 0, 0)",
        (id, f"https://feeds.example/{id}", dataset, now),
    )


def _all():
    rows = yield Query("select source, name, state from listing")
    finds = yield Query("select words from find")
    return rows, [words for (words,) in finds]


async def test_a_listing_moves_to_another_feed_of_its_dataset_and_to_no_feed_of_another(service: Service, board):
    on = await board()
    sibling, stranger = uuid4(), uuid4()
    await service.house.db.run(_add, sibling, on.source, on.now, purpose="test")
    await service.house.db.run(_add, stranger, stranger, on.now, purpose="test")
    made = on.service("Tai chi", at="10:30", day=1)

    async def put(source: UUID, name: str):
        other = on.service(name, at="10:30", day=1, id=made.id)
        await service.house.db.run(show, [Shown(other, (), source, "shown", (), 7, None)], on.now, purpose="test")
        return await service.house.db.read(_all, purpose="test")

    await put(on.source, "Tai chi")
    (rows, _) = await put(sibling, "Tai chi for all")
    assert rows == [(sibling, "Tai chi for all", "shown")], "its licence and freshness are those of where it is now"
    (rows, words) = await put(stranger, "Stolen")
    assert rows == [(sibling, "Tai chi for all", "shown")]
    assert not any("stolen" in each for each in words)
