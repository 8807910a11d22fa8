"""Manners: one request at a time to each host, a little apart; each host has its own turn."""

import asyncio
import time
from collections.abc import Callable

from jointly.kit.fetching import Fetcher, Got, Limits, user_agent
from jointly.kit.fetching.waiting import Turns
from support.hostile import Dial, hostile, http, saying

PUBLIC = {"a.test": ["1.1.1.1"], "b.test": ["1.1.1.2"]}


async def test_requests_to_one_host_are_one_at_a_time_and_apart(make_fetcher: Callable[..., Fetcher]) -> None:
    at: list[float] = []

    async def answer(head: str, writer: asyncio.StreamWriter) -> None:
        at.append(time.monotonic())
        await asyncio.sleep(0.05)
        at.append(time.monotonic())
        writer.write(http())

    fetcher = make_fetcher(table=PUBLIC, dial=Dial(onward=True), limits=Limits(between=0.2))
    async with hostile(answer) as server:
        found = await asyncio.gather(*(fetcher.get(f"http://a.test:{server.port}/") for _ in range(3)))
    assert all(isinstance(one, Got) for one in found)
    assert at == sorted(at)
    assert all(start - end > 0.19 for end, start in zip(at[1::2], at[2::2], strict=False))
    assert server.connections == 1


async def test_each_host_has_its_own_turn(make_fetcher: Callable[..., Fetcher]) -> None:
    """Neither is answered before both have asked."""
    both = asyncio.Barrier(2)

    async def answer(head: str, writer: asyncio.StreamWriter) -> None:
        await both.wait()
        writer.write(http())

    fetcher = make_fetcher(table=PUBLIC, dial=Dial(onward=True))
    async with hostile(answer) as server:
        found = await asyncio.gather(*(fetcher.get(f"http://{host}:{server.port}/") for host in PUBLIC))
    assert all(isinstance(one, Got) for one in found)


async def test_the_operators_own_host_is_asked_without_a_pause(make_fetcher: Callable[..., Fetcher]) -> None:
    async def answer(head: str, writer: asyncio.StreamWriter) -> None:
        writer.write(http())

    fetcher = make_fetcher(limits=Limits(between=30))
    async with hostile(answer) as server, asyncio.timeout(5):
        for _ in range(20):
            assert isinstance(await fetcher.get(f"http://feed.test:{server.port}/"), Got)
    assert server.connections == 1


async def test_hosts_are_forgotten_when_their_turn_is_long_over() -> None:
    turns = Turns(between=0)
    async with turns.at("held.test"):
        for number in range(5_000):
            async with turns.at(f"{number}.test"):
                pass
        assert len(turns._places) <= 1_001
        assert "held.test" in turns._places


async def test_waiting_for_a_turn_is_not_counted_as_slow(make_fetcher: Callable[..., Fetcher]) -> None:
    fetcher = make_fetcher(limits=Limits(whole=2, between=0))
    async with hostile(saying(http())) as server:
        async with fetcher._turns.at("feed.test"):
            asking = asyncio.create_task(fetcher.get(f"http://feed.test:{server.port}/"))
            await asyncio.sleep(2.1)
            assert server.connections == 0
        assert isinstance(await asking, Got)


def test_who_asks_says_where_to_find_us() -> None:
    assert user_agent("https://msk.example.org").startswith("Jointly/")
    assert user_agent("https://msk.example.org").endswith(" (+https://msk.example.org)")
    assert user_agent("https://café.example").isascii()
