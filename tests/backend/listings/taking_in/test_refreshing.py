"""The job: what is due is read, one at a time of each host, and what came is made into listings."""

import asyncio
from datetime import timedelta
from urllib.parse import urlsplit

from backend.listings.taking_in.conftest import Board, item, page, series
from jointly.kit.db import Query
from jointly.kit.fetching import Failed
from jointly.listings.taking_in import deriving_units, keeping
from jointly.listings.taking_in.refreshing import refresh
from jointly.listings.taking_in.removing import remove
from jointly.listings.taking_in.sources import stop


async def add_feeds(board: Board, *urls: str) -> list:
    """Feeds with one class each."""
    ids = []
    for url in urls:
        name = url.replace("/", "-").replace(":", "")
        board.net.answers |= {url: page(f"{url}?e", item(name, 1, series(name))), f"{url}?e": page(f"{url}?e")}
        ids.append(await board.add(url))
    return ids


async def test_what_is_due_is_read_and_made_into_listings(board: Board):
    first, second = await add_feeds(board, "https://a.example/1", "https://b.example/1")
    await refresh(board.intake)
    assert sorted((await board.listings()).values()) == ["shown", "shown"]
    board.net.asked.clear()
    board.now += timedelta(minutes=15)
    await refresh(board.intake)
    assert board.net.asked == []
    board.now += timedelta(minutes=30)
    await refresh(board.intake)
    assert sorted(board.net.asked) == ["https://a.example/1?e", "https://b.example/1?e"]
    assert (await board.source(first)).up_to_date_at == board.now
    assert (await board.source(second)).fails == 0


async def test_one_at_a_time_of_a_host_and_four_hosts_at_once(board: Board):
    await add_feeds(board, *(f"https://{host}.example/{number}" for host in "abcdefg" for number in (1, 2, 3)))
    at_once: dict[str, int] = {}
    most, get = {"one": 0, "all": 0}, board.net.get

    async def slow(url: str, **how):
        host = urlsplit(url).hostname
        at_once[host] = at_once.get(host, 0) + 1
        most["one"] = max(most["one"], at_once[host])
        most["all"] = max(most["all"], sum(at_once.values()))
        await asyncio.sleep(0.1)
        at_once[host] -= 1
        return await get(url, **how)

    board.net.get = slow
    await refresh(board.intake)
    assert most == {"one": 1, "all": 4}
    assert len(await board.listings()) == 21


async def test_a_source_that_fails_holds_nobody_up(board: Board, caplog):
    bad, _ = await add_feeds(board, "https://a.example/bad", "https://a.example/good")

    def broken(_: int):
        raise RuntimeError("what somebody wrote")

    board.net.answers["https://a.example/bad"] = broken
    await refresh(board.intake)
    assert len(await board.listings()) == 1
    assert "RuntimeError" in caplog.text
    assert "what somebody wrote" not in caplog.text
    board.net.answers["https://a.example/bad"] = Failed("https://a.example/bad", "status", None, 410)
    board.now += timedelta(minutes=2)
    await refresh(board.intake)
    feed = await board.source(bad)
    assert (feed.state, feed.ask_again_at) == ("gone", None)
    board.net.asked.clear()
    board.now += timedelta(days=30)
    await refresh(board.intake)
    assert "https://a.example/bad" not in board.net.asked


async def test_removing_goes_on_where_it_was_ended(board: Board):
    one, other = await add_feeds(board, "https://a.example/1", "https://b.example/1")
    await refresh(board.intake)
    await board.db.run(stop, one, board.now, purpose="test")
    await refresh(board.intake)
    assert await board.source(one) is None
    assert len(await board.listings()) == 1
    assert await remove(board.intake, other)
    assert await board.rows("select count(*) from record") == [(0,)]


async def test_what_belongs_to_a_name_is_found_by_it_however_large_its_source(board: Board):
    """A page or a group must not cost more, the more of its source is kept."""
    [id] = await add_feeds(board, "https://a.example/1")
    await refresh(board.intake)
    names, dataset, seen = [f"name {number}" for number in range(500)], (await board.source(id)).dataset, []
    for unit, asked in (
        (keeping._mark, (await board.source(id), "parent", set(names), board.now)),
        (keeping._mark, (await board.source(id), "data_id", set(names), board.now)),
        (deriving_units.sizes, (dataset, names)),
        (deriving_units.members, (dataset, names, id)),
        (deriving_units.thin_out, (dataset, "a", 1, board.now)),
    ):
        steps = unit(*asked)
        try:
            step = next(steps)
            while True:
                seen.append((unit.__name__, step))
                step = steps.send([])
        except StopIteration:
            pass
    assert len(seen) > 6
    for name, step in seen if board.db.kind == "sqlite" else ():
        values = step.parameters if isinstance(step, Query) else step.rows[0]
        plan = await board.rows(f"explain query plan {step.sql}", *values)
        used = next(words for *_, words in plan if "SEARCH record" in words or "SCAN record" in words)
        assert "record_parent" in used or "record_data_id" in used, (name, used)
