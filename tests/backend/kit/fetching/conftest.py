"""A fetcher whose names are looked up in a table, and which may reach the hosts that a test names on loopback."""

import ssl
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

import httpx
import pytest

from jointly.kit.fetching import Fetcher, Limits

PUBLIC = "93.184.215.14"
"""Nobody connects to it: the guard of the tests, and the fetcher's own tests, see to that."""
QUICK = Limits(connect=5, read=5, whole=10, body=100_000, between=0)


class Names:
    """A resolver that answers from a table and remembers what it was asked. A list of lists is answered in turn."""

    def __init__(self, table: Mapping[str, Sequence]) -> None:
        self.table = {name: list(found) for name, found in table.items()}
        self.asked: list[str] = []

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        if host not in self.table:
            raise OSError
        found = self.table[host]
        return found if not found or isinstance(found[0], str) else found.pop(0)


@cache
def usual_trust() -> ssl.SSLContext:
    """What a fetcher trusts by itself, read once: it takes longer than most of these tests."""
    return httpx.create_ssl_context()


@pytest.fixture
async def make_fetcher():
    """Makes fetchers, `private` hosts of which are on loopback, and closes them."""
    made = []

    def make(
        private: Iterable[str] = ("feed.test",),
        table: Mapping[str, Sequence] | None = None,
        limits: Limits = QUICK,
        **more,
    ) -> Fetcher:
        more.setdefault("trust", usual_trust())
        names = Names({host: ["127.0.0.1"] for host in private} | dict(table or {}))
        fetcher = Fetcher(
            agent="Jointly/0 (+https://jointly.test)", private_hosts=private, limits=limits, resolve=names, **more
        )
        fetcher.names = names
        made.append(fetcher)
        return fetcher

    yield make
    for fetcher in made:
        await fetcher.close()


@pytest.fixture
def fetcher(make_fetcher: Callable[..., Fetcher]) -> Fetcher:
    """One that may reach `feed.test` on loopback."""
    return make_fetcher()
