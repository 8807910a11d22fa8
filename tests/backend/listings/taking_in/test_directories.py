"""What a list of services leaves out is not gone for that: it may shift while it is read, and a page of it be empty."""

from datetime import timedelta

import pytest

from backend.listings.taking_in.conftest import Board, got
from backend.listings.taking_in.test_services import LIST, at, listed, whole
from jointly.kit.fetching import Failed

DAY = "2026-11-01T00:00:00Z"


async def read(board: Board, *pages: str, total: int = 4, **also: object) -> None:
    """A directory of these services, a letter each, page by page; `also` are other answers at a service's own."""
    for number, services in enumerate(pages, 1):
        rows = [(name, DAY) for name in services]
        board.net.answers[at(number)] = listed(number, len(pages), *rows, total=total)
    board.net.answers |= {f"{LIST}/{name}": whole(name) for name in "abcd"}
    board.net.answers |= {f"{LIST}/{name}": answer for name, answer in also.items()}
    ids = [id for (id,) in await board.rows("select id from source where kind = 'oruk3'")]
    id = ids[0] if ids else await board.add(LIST, "oruk3")
    board.net.asked.clear()
    await board.read(id)
    await board.derive(id)
    board.now += timedelta(hours=7)


async def shown(board: Board) -> str:
    return "".join(sorted(name[-1] for name, state in (await board.listings()).items() if state == "shown"))


async def test_an_empty_page_in_the_middle_takes_nothing_away(board: Board):
    await read(board, "ab", "c", "d")
    assert await shown(board) == "abcd"
    await read(board, "ab", "", "d")
    assert board.net.asked == [at(1), at(2), at(3), f"{LIST}/c"]
    assert await shown(board) == "abcd"
    assert (await board.faults())["list-gap"] == 1
    for _ in range(3):
        await read(board, "ab", "")
        assert await shown(board) == "abcd"


async def test_a_list_that_shifts_while_it_is_read_takes_away_only_what_is_gone(board: Board):
    await read(board, "ab", "cd")
    gone = Failed(f"{LIST}/a", "status", None, 404)
    await read(board, "ab", "d", total=4, a=whole("a"))
    assert await shown(board) == "abcd", "c moved up to the page that was read"
    await read(board, "bc", "d", total=3, a=gone)
    assert await shown(board) == "bcd"


async def test_a_total_that_falls_while_a_list_is_read_is_not_believed(board: Board):
    await read(board, "ab", "cd")
    board.net.answers[at(2)] = listed(2, 2, ("d", DAY), total=3)
    await board.read((await board.rows("select id from source"))[0][0])
    assert board.net.asked[-1] == f"{LIST}/c"
    assert {key for key, (gone, *_) in (await board.records()).items() if gone} == set()


@pytest.mark.parametrize("pages", [1, 2])
async def test_looks_that_are_short_come_to_the_end_of_what_was_not_seen(board: Board, pages: int):
    await read(board, "abcd")
    gone = {name: Failed(f"{LIST}/{name}", "status", None, 410) for name in "bcd"}
    board.net.answers |= {f"{LIST}/{name}": answer for name, answer in gone.items()}
    board.net.answers[at(1)] = listed(1, 1, ("a", DAY), total=9)
    [(id,)] = await board.rows("select id from source")
    for _ in range(12):
        if (await board.read(id, pages=pages + 1)).state == "up-to-date":
            break
    assert (await board.source(id)).state == "up-to-date"
    await board.derive(id)
    assert await shown(board) == "a"


async def test_a_directory_that_is_as_it_was_is_not_walked_through_again(board: Board):
    for number, services in ((1, "ab"), (2, "cd")):
        page = listed(number, 2, *((name, DAY) for name in services), total=4)
        board.net.answers[at(number)] = got(at(number), page, etag=f'"{number}"')
    board.net.answers |= {f"{LIST}/{name}": whole(name) for name in "abcde"}
    id = await board.add(LIST, "oruk3")
    first = await board.read(id)
    board.now += timedelta(hours=7)
    board.net.asked.clear()
    feed = await board.read(id)
    assert board.net.asked == [at(1), at(2)]
    assert (feed.run, feed.state, feed.up_to_date_at, feed.items) == (1, "up-to-date", board.now, first.items)
    assert feed.ask_again_at > board.now
    board.now += timedelta(hours=7)
    changed = listed(2, 2, ("c", DAY), ("e", DAY), total=4)
    board.net.answers[at(2)] = got(at(2), changed, etag='"3"')
    board.net.answers[f"{LIST}/d"] = Failed(f"{LIST}/d", "status", None, 404)
    assert (await board.read(id)).run == 2
    await board.derive(id)
    assert await shown(board) == "abce"
    # Once a week it is walked through all the same; and so it is after an answer that did not come.
    board.now += timedelta(days=6, hours=20)
    assert (await board.read(id)).run == 3
    board.now += timedelta(hours=7)
    board.net.answers[at(1)] = Failed(at(1), "status", 3600, 429)
    board.net.asked.clear()
    assert (await board.read(id)).state == "backoff"
    assert board.net.asked == [at(1)]
