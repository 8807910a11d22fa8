"""A page or a feed of somebody leads nowhere that the operator did not name: not inside, not to plain http, and to no
dataset of somebody else."""

from dataclasses import replace

import pytest

from backend.listings.taking_in.conftest import SERIES, Board, got, item, page, series
from jointly.kit.ids import uuid7
from jointly.listings.taking_in.discovery import discover
from jointly.listings.taking_in.sources import add

PAGE = "https://data.example/"
INSIDE = (
    "http://127.0.0.1:6379/x",
    "http://[::1]/x",
    "http://10.1.2.3/x",
    "http://feeds.internal/x",
    "http://localhost/x",
)


def dataset(*urls: str, at: str = PAGE, **also) -> dict:
    """A page about a dataset with these feeds."""
    feeds = [{"additionalType": "https://openactive.io/SessionSeries", "contentUrl": url} for url in urls]
    return {"@type": "Dataset", "@id": at, "name": "Leisure", "distribution": feeds} | also


async def test_no_page_leads_inside_but_one_of_that_very_host(board: Board):
    intake = replace(board.intake, private_hosts=frozenset({"feeds.internal", "10.1.2.3"}))
    board.net.answers[PAGE] = got(PAGE, dataset(SERIES, *INSIDE))
    found = await discover(intake, PAGE)
    assert [one.url for one in found.found] == [SERIES]
    assert f"{PAGE}: left out 5 addresses inside a private network." in found.told
    catalogue = {"@type": "DataCatalog", "@id": PAGE, "dataset": [*INSIDE, "https://more.example/"]}
    board.net.answers[PAGE] = got(PAGE, catalogue)
    board.net.asked.clear()
    await discover(intake, PAGE)
    assert set(board.net.asked) == {PAGE, "https://more.example/"}
    home = "http://feeds.internal/"
    board.net.answers[home] = got(home, dataset("http://feeds.internal/x", "/y", "http://10.1.2.3/x"))
    assert [one.url for one in (await discover(intake, home)).found] == [f"{home}x", f"{home}y"]


async def test_a_page_speaks_for_its_own_host_alone(board: Board):
    sources = {}
    for host, modified, name in (("council.example", 1, "Tai chi"), ("other.example", 2, "Not theirs")):
        home, feed = f"https://{host}/", f"https://{host}/feed"
        board.net.answers[home] = got(home, dataset(feed, at="https://council.example/"))
        board.net.answers |= {feed: page(f"{feed}?e", item("1", modified, series("a", name=name)))}
        board.net.answers[f"{feed}?e"] = page(f"{feed}?e")
        found = (await discover(board.intake, home)).found
        [sources[host]] = await board.db.run(add, [(uuid7(), one) for one in found], board.now, purpose="test")
        await board.read(sources[host])
        await board.derive(sources[host])
    assert await board.listings() == {"Tai chi": "shown", "Not theirs": "shown"}
    again = (await discover(board.intake, "https://council.example/")).found
    assert again[0].dataset == (await board.source(sources["council.example"])).dataset


@pytest.mark.parametrize(
    ("next", "state", "asked"),
    [
        ("http://feeds.example.invalid/openactive/session-series?2", "up-to-date", f"{SERIES}?2"),
        ("http://feeds.example.invalid:80/openactive/session-series?2", "up-to-date", f"{SERIES}?2"),
        ("http://feeds.example.invalid:8080/openactive/session-series?2", "blocked", None),
        ("https://feeds.example.invalid:8443/openactive/session-series?2", "blocked", None),
        ("https://feeds.example.invalid:443/openactive/session-series?2", "up-to-date", "same"),
        ("https://feeds.example.invalid.evil.example/?2", "blocked", None),
        ("ftp://feeds.example.invalid/?2", "blocked", None),
    ],
)
async def test_the_next_page_is_of_the_same_server_and_as_safe(board: Board, next: str, state: str, asked: str | None):
    there = next if asked == "same" else asked
    board.net.answers |= {SERIES: page(next, item("1", 1, series("1")))} | ({there: page(next)} if there else {})
    id = await board.add()
    assert (await board.read(id)).state == state
    assert board.net.asked == [SERIES, *([there] if there else [])]
    told = await board.faults(id)
    assert told.get("next-insecure", 0) == (2 if asked not in (None, "same") else 0)
    assert told.get("next-elsewhere", 0) == (state == "blocked")


async def test_a_feed_without_encryption_may_go_on_with_it(board: Board):
    plain = SERIES.replace("https:", "http:")
    board.net.answers |= {plain: page(f"{SERIES}?2", item("1", 1, series("1"))), f"{SERIES}?2": page(f"{SERIES}?2")}
    assert (await board.read(await board.add(plain))).state == "up-to-date"
