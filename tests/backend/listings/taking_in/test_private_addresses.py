"""Whatever a source says, nobody inside our own network is asked: as its address, its next page, a redirect, a name."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from backend.kit.fetching.conftest import QUICK, usual_trust
from backend.listings.taking_in.conftest import Board, item, page, series
from jointly.kit.fetching import Fetcher
from jointly.listings.taking_in.discovery import discover
from support.hostile import hostile, http

INSIDE = (
    "127.0.0.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::127.0.0.1]",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "127.1",
    "localhost",
    "name.test",
    "mapped.test",
    "both.test",
    "169.254.169.254",
)
"""Hosts that are this machine, or inside, in every way to write it."""
LOOKED_UP = {
    "name.test": ["127.0.0.1"],
    "mapped.test": ["::ffff:127.0.0.1", "64:ff9b::7f00:1"],
    "both.test": ["10.0.0.1", "127.0.0.1"],
    "localhost": ["127.0.0.1", "::1"],
    **{number: ["127.0.0.1"] for number in ("2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.1")},
    "feed.test": ["127.0.0.1"],
}
"""Numbers are looked up as systems do it; an address is its own answer."""
JSON = "Content-Type: application/json"


async def look_up(host: str, _: int) -> list[str]:
    return LOOKED_UP.get(host, [host])


def given(inside: str, _: str) -> str:
    """The source's own address."""
    return inside


def redirected(inside: str, _: str) -> bytes:
    """An answer that leads there."""
    return http(b"", f"Location: {inside}", status="302 Found")


def next_page(inside: str, _: str) -> bytes:
    """A page whose next is there."""
    return http(json.dumps(page(inside, item("1", 1, series("1")))).encode(), JSON)


def of_dataset(inside: str, home: str) -> bytes:
    """A page about a dataset whose feed is there."""
    feed = {"additionalType": "https://openactive.io/SessionSeries", "contentUrl": inside}
    about = {"@type": "Dataset", "@id": home, "name": "A dataset", "distribution": [feed]}
    return http(json.dumps(about).encode(), JSON)


def of_catalogue(inside: str, home: str) -> bytes:
    """A catalogue that names a dataset there."""
    return http(json.dumps({"@type": "DataCatalog", "@id": home, "dataset": [inside]}).encode(), JSON)


@pytest.mark.parametrize("way", [given, redirected, next_page, of_dataset, of_catalogue], ids=lambda way: way.__name__)
async def test_nobody_inside_is_asked(board: Board, way: Callable):
    there = {"words": http()}

    async def outside(head: str, writer: asyncio.StreamWriter) -> None:
        writer.write(there["words"])

    async with (
        hostile(lambda head, writer: asyncio.sleep(0)) as secret,
        hostile(outside) as server,
        Fetcher(
            agent="Jointly",
            private_hosts=("feed.test",),
            limits=QUICK,
            resolve=look_up,
            trust=usual_trust(),
        ) as fetcher,
    ):
        board.intake = replace(board.intake, fetch=fetcher)
        for number, host in enumerate(INSIDE):
            inside = f"http://{host}:{secret.port}/secret"
            home = f"http://feed.test:{server.port}/{number}"
            made = way(inside, home)
            there["words"] = made if isinstance(made, bytes) else http()
            url = home if isinstance(made, bytes) else made
            if way in (of_dataset, of_catalogue):
                found = await discover(board.intake, url)
                assert way is of_dataset or not found.found, host
                url = found.found[0].url if found.found else inside
            feed = await board.read(await board.add(url))
            assert feed.state == "blocked", host
            assert await board.faults(feed.id) in ({"source-refused": 1}, {"next-elsewhere": 1}), host
        assert (secret.heads, secret.connections) == ([], 0)
    kept = await board.rows("select count(*) from record")
    assert kept == [(len(INSIDE) if way is next_page else 0,)], "what the feed said before it is kept"
