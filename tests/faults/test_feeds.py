"""Feeds that do it wrong, served on loopback and read with the guarded client: each with its state, rows and words."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from backend.listings.taking_in.conftest import Board
from faults.faulty_feeds import FEEDS
from faults.faulty_hosts import HOSTS
from jointly.house import close_house, open_house
from jointly.kit.fetching import Fetcher, Limits
from jointly.listings.taking_in import rpde
from support.hostile import hostile, http
from support.service import settings_for

LIMITS = Limits(body=300_000)
HASTE = LIMITS._replace(read=0.5, whole=1)
"""For answers that never come to their end."""
TABLE = FEEDS | HOSTS
OUR_OWN = ("127.0.0.1",)


@pytest.fixture
async def board(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Board]:
    """An empty service."""
    house = await open_house(settings_for(tmp_path / "data"))
    async with Fetcher(agent="Jointly", private_hosts=OUR_OWN, limits=getattr(request, "param", LIMITS)) as fetcher:
        made = Board(house)
        made.intake = replace(made.intake, fetch=fetcher)
        yield made
    await close_house(house)


@pytest.mark.parametrize("fault", TABLE, ids=lambda fault: fault.__name__)
async def test_each_fault_has_its_state_its_rows_and_its_words(board: Board, monkeypatch, fault):
    monkeypatch.setattr(rpde, "MOST_PAGES", 10)
    publisher, expected = fault(), TABLE[fault]

    async def answer(head: str, writer: asyncio.StreamWriter) -> None:
        writer.write(publisher.answer(head.split(" ", 2)[1]))
        if publisher.closes:
            await writer.drain()
            writer.close()

    async with hostile(answer) as server:
        publisher.home = f"http://127.0.0.1:{server.port}"
        id = await board.add(f"{publisher.home}/feed")
        for _ in range(expected.looks):
            feed = await board.read(id)
            board.now += timedelta(hours=3)
        assert feed.state == expected.state
        rows = await board.rows("select gone, count(*) from record group by gone")
        assert {bool(gone): count for gone, count in rows} == {
            gone: count for gone, count in ((False, expected.there), (True, expected.gone)) if count
        }
        assert await board.faults(id) == expected.told
        assert bool(board.paused) == publisher.closes
        await board.derive(id)
        # Another look neither loses nor invents a row.
        before = await board.records()
        await board.read(id)
        assert (await board.records()).keys() >= before.keys()


@pytest.mark.parametrize("board", [HASTE], indirect=True)
async def test_a_drip_is_left_and_the_next_source_is_read(board: Board):
    async def answer(head: str, writer: asyncio.StreamWriter) -> None:
        writer.write(http(b"", "Content-Length: 1000"))
        while True:
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.2)

    async with hostile(answer) as server:
        id = await board.add(f"http://127.0.0.1:{server.port}/feed")
        feed = await board.read(id)
    assert (feed.state, await board.faults(id)) == ("backoff", {"source-unanswered": 1})
    assert len(board.paused) == 2


async def test_a_host_that_nobody_answers_at_and_one_that_is_private(board: Board):
    async with hostile(lambda head, writer: asyncio.sleep(0)) as server:
        port = server.port
    dead = await board.read(await board.add(f"http://127.0.0.1:{port}/feed"))
    assert dead.state == "backoff"
    inside = await board.read(await board.add(f"http://127.0.0.2:{port}/feed"))
    assert (inside.state, await board.faults(inside.id)) == ("blocked", {"source-refused": 1})


async def test_retry_after_is_counted_on_the_other_clock(board: Board):
    said = ("Date: Mon, 01 Jan 2035 00:00:00 GMT", "Retry-After: Mon, 01 Jan 2035 00:10:00 GMT")

    async def answer(head: str, writer: asyncio.StreamWriter) -> None:
        writer.write(http(b"", *said, status="503 Busy"))

    async with hostile(answer) as server:
        feed = await board.read(await board.add(f"http://127.0.0.1:{server.port}/feed"))
    assert timedelta(minutes=10) <= feed.ask_again_at - board.now <= timedelta(minutes=11)
