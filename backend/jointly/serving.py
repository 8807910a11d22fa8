"""Runs the service: one process with its control socket, until it is told to stop."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

import uvicorn
import uvloop
from litestar import Litestar

from jointly.app import create_app
from jointly.control import listening
from jointly.people.house import House
from jointly.settings import Settings

Prepare = Callable[[House], Awaitable[None]]
Ready = Callable[[House, int], Awaitable[None]]


def serve(settings: Settings, *, ready: Ready, prepare: Prepare | None = None) -> None:
    """Serves until SIGINT or SIGTERM.

    `prepare` runs before the first request is answered, and `ready` after that, with the port that was taken.
    """
    app = create_app(settings)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(settings, app, prepare, ready))


async def _serve(settings: Settings, app: Litestar, prepare: Prepare | None, ready: Ready) -> None:
    # The house is opened here and not by uvicorn, so that what forbids a start ends the command in plain words.
    async with app.lifespan():
        house: House = app.state.house
        if prepare:
            await prepare(house)
        async with listening(house, settings):
            server = _Server(_configuration(settings, app))
            running = asyncio.create_task(server.serve())
            while not server.started and not running.done():
                await asyncio.sleep(0.01)
            if server.started:
                await ready(house, server.servers[0].sockets[0].getsockname()[1])
            await running


def _configuration(settings: Settings, app: Litestar) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        http="httptools",
        lifespan="off",
        access_log=False,  # paths and addresses are nobody's business
        log_level="warning",
        server_header=False,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=settings.trusted_proxies or None,
        timeout_graceful_shutdown=10,
    )


class _Server(uvicorn.Server):
    """Ends in order: uvicorn's own raises the signal again when it is done, before the databases are closed."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        signals = (signal.SIGINT, signal.SIGTERM)
        for number in signals:
            loop.add_signal_handler(number, self.handle_exit, number, None)
        try:
            yield
        finally:
            for number in signals:
                loop.remove_signal_handler(number)
