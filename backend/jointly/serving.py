"""Runs the service: one process with its control socket, until it is told to stop."""

import asyncio
import gc
import os
import signal
import socket
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import uvicorn
import uvloop
from litestar import Litestar

from jointly.app import create_app
from jointly.content import Content
from jointly.control import listening
from jointly.house import close_house, open_house
from jointly.kit.errors import UnsafeSetting
from jointly.people.house import House
from jointly.settings import Settings

Prepare = Callable[[House], Awaitable[None]]
Ready = Callable[[House, Settings], Awaitable[None]]


def serve(settings: Settings, *, ready: Ready, prepare: Prepare | None = None, content: Content | None = None) -> None:
    """Serves until SIGINT or SIGTERM, with `content` if it was read already.

    `prepare` runs before the first request is answered, and `ready` after that, with the port that was taken in the
    settings.
    """
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(settings, prepare, ready, content))


async def _serve(settings: Settings, prepare: Prepare | None, ready: Ready, content: Content | None) -> None:
    # The house is opened here and not by the app, so that what forbids a start ends the command in plain words.
    house = await open_house(settings)
    try:
        if prepare:
            await prepare(house)
        with _door(settings) as door:
            settings = settings.on_port(door.getsockname()[1])
            house = replace(house, origin=settings.origin)
            app = create_app(settings, house=house, content=content)
            async with app.lifespan(), listening(house, settings):
                server = _Server(_configuration(settings, app))
                running = asyncio.create_task(server.serve(sockets=[door]))
                while not server.started and not running.done():
                    await asyncio.sleep(0.01)
                await ready(house, settings)
                collect_rubbish_again()
                await running
    finally:
        await close_house(house)


def collect_rubbish_again() -> None:
    """After a start, which collects none. What is loaded by now stays: people need not wait for a look through it."""
    gc.enable()
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


def _door(settings: Settings) -> socket.socket:
    """The socket to listen on, taken by ourselves so that a port in use is told in plain words."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=2048)
    except OSError as fault:
        raise UnsafeSetting(
            f"Port {settings.port} of {settings.host} cannot be used ({os.strerror(fault.errno or 0)}): "
            "choose another with --port or JOINTLY_PORT."
        ) from None


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
