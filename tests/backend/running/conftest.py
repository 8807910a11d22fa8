"""Phones that speak to a server of its own process."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack

import httpx
import pytest

from support.csrf import hold_token
from support.phone import Phone
from support.server import Server


@pytest.fixture
async def phone_of(anyio_backend: str) -> AsyncIterator[Callable[[Server], Phone]]:
    """Makes phones for a server; each keeps its sign-in over restarts. They end with the test."""
    async with AsyncExitStack() as opened:

        def make(server: Server) -> Phone:
            async def keep_cookie(response: httpx.Response) -> None:
                for name, value in response.cookies.items():
                    client.headers["cookie"] = f"{name}={value}"

            client = httpx.AsyncClient(
                base_url=server.url,
                headers={"Origin": server.url, "Sec-Fetch-Site": "same-origin"},
                event_hooks={"response": [keep_cookie]},
                trust_env=False,
                timeout=30,
            )
            opened.push_async_callback(client.aclose)
            return Phone(hold_token(client))

        yield make


def code_from(server: Server, *arguments: str) -> str:
    """The code that `jointly code` prints."""
    return server.run("code", *arguments).stdout.splitlines()[0]


@pytest.fixture
def make_code() -> Callable[..., str]:
    """`jointly code` on a server's data, for example `make_code(server, "service")`."""
    return code_from
