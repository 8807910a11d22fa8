"""A host is asked by one of us at a time, over one connection, and left alone for as long as it says: all of it."""

import asyncio
import json
from dataclasses import replace
from datetime import timedelta

import pytest

from backend.listings.taking_in.conftest import HOST, SERIES, SESSIONS, Board, page
from jointly.house import close_house, open_house
from jointly.kit import clock
from jointly.kit.fetching import Failed, Got
from jointly.listings.taking_in.opening import intake_of
from jointly.listings.taking_in.operating import feeds_refresh
from jointly.listings.taking_in.refreshing import refresh
from jointly.settings import Settings

OTHER = "https://other.example.invalid/feed"
THIRD = f"{HOST}/api/club.ics"


@pytest.mark.parametrize(("asked", "waited"), [(3 * 86_400, 3), (6 * 86_400, 6), (90 * 86_400, 7)])
async def test_a_host_that_asks_for_days_is_left_alone_for_days(board: Board, asked: int, waited: int):
    feeds = [await board.add(SERIES)]
    board.now += timedelta(seconds=1)
    feeds += [await board.add(SESSIONS), await board.add(OTHER), await board.add(THIRD, "ical")]
    board.net.answers |= {SERIES: Failed(SERIES, "status", asked, 429)}
    board.net.answers |= {url: page(url) for url in (SESSIONS, OTHER)}
    await refresh(board.intake)
    assert sorted(board.net.asked) == sorted([SERIES, OTHER])
    first, *rest = [await board.source(id) for id in feeds]
    assert timedelta(days=waited) <= first.ask_again_at - board.now <= timedelta(days=waited * 1.1)
    assert [one.state for one in (first, *rest)] == ["backoff", "new", "up-to-date", "new"]
    assert {rest[0].ask_again_at, rest[2].ask_again_at} == {first.ask_again_at}
    board.net.asked.clear()
    board.now += timedelta(days=waited) - timedelta(minutes=1)
    await refresh(board.intake)
    assert {url for url in board.net.asked if url != OTHER} == set()
    board.now = first.ask_again_at
    board.net.answers[SERIES] = page(SERIES)
    await refresh(board.intake)
    assert {SERIES, SESSIONS, THIRD} <= set(board.net.asked)


async def test_a_source_that_is_asked_later_anyway_is_not_asked_sooner(board: Board):
    board.net.answers |= {SESSIONS: page(SESSIONS), SERIES: Failed(SERIES, "status", 60, 503)}
    later = await board.add(SESSIONS)
    until = (await board.read(later)).ask_again_at
    await board.read(await board.add(SERIES))
    assert (await board.source(later)).ask_again_at == until
    gone = await board.add(THIRD, "ical")
    board.net.answers[THIRD] = Failed(THIRD, "status", None, 410)
    await board.read(gone)
    await board.read(await board.add(f"{SERIES}?again"))
    assert (await board.source(gone)).ask_again_at is None


async def test_an_operator_who_names_no_source_does_not_ask_a_host_that_is_waited_for(
    service_settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    house = await open_house(service_settings)
    board = Board(house)
    asked = []

    async def get(_, url: str, **how):
        asked.append(url)
        return Failed(url, "status", 3_600, 429) if url == SERIES else Got(url, 200, {}, json.dumps(page(url)).encode())

    monkeypatch.setattr("jointly.kit.fetching.fetcher.Fetcher.get", get)
    monkeypatch.setattr(clock, "now", lambda: board.now)
    await board.add(SERIES)
    board.now += timedelta(seconds=1)
    await board.add(SESSIONS)
    told = await feeds_refresh(house, source=None, going=None)
    assert (asked, [one["pages"] for one in told["feeds"]]) == ([SERIES], [0])
    board.now += timedelta(minutes=5)
    assert await feeds_refresh(house, source=None, going=None) == {"feeds": [], "going": []}
    assert [one["pages"] for one in (await feeds_refresh(house, source=SESSIONS, going=None))["feeds"]] == [1]
    await close_house(house)


async def test_the_job_and_an_operator_share_one_connection_to_a_host(service_settings: Settings):
    house = replace(await open_house(service_settings), feeds_private_hosts=("127.0.0.1",))
    counts = {"connections": 0, "now": 0, "most": 0, "asked": 0}

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        counts["connections"] += 1
        while await reader.readline():
            while (await reader.readline()).strip():
                pass
            counts["asked"] += 1
            counts["now"] += 1
            counts["most"] = max(counts["most"], counts["now"])
            await asyncio.sleep(0.02)
            counts["now"] -= 1
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    async with intake_of(house) as job:
        async with intake_of(house) as command:
            found = await asyncio.gather(*(one.fetch.get(url) for one in (job, command) * 5))
        found.append(await job.fetch.get(url))
    assert {type(one) for one in found} == {Got}
    assert counts == {"connections": 1, "now": 0, "most": 1, "asked": 11}
    server.close()
    await close_house(house)
