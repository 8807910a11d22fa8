"""Runs the service: one process with its control socket, until it is told to stop."""

import asyncio
from collections.abc import Awaitable, Callable

import uvicorn
import uvloop
from litestar import Litestar

from jointly.app import create_app
from jointly.control import listening
from jointly.people.house import House
from jointly.settings import Settings


def serve(settings: Settings, *, ready: Callable[[House, int], Awaitable[None]]) -> None:
    """Serves until SIGINT or SIGTERM. `ready` runs once requests are answered, with the port that was taken."""
    app = create_app(settings)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(settings, app, ready))


async def _serve(settings: Settings, app: Litestar, ready: Callable[[House, int], Awaitable[None]]) -> None:
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            host=settings.host,
            port=settings.port,
            http="httptools",
            access_log=False,  # paths and addresses are nobody's business
            log_level="warning",
            server_header=False,
            proxy_headers=bool(settings.trusted_proxies),
            forwarded_allow_ips=settings.trusted_proxies or None,
            timeout_graceful_shutdown=10,
        )
    )
    running = asyncio.create_task(server.serve())
    while not server.started and not running.done():
        await asyncio.sleep(0.01)
    if server.started:
        house: House = app.state.house
        async with listening(house, settings):
            await ready(house, server.servers[0].sockets[0].getsockname()[1])
            await running
    await running
