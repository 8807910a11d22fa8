"""A bad line: a TCP proxy on loopback before a server, whose faults are set while connections come and go."""

import asyncio
import socket
import struct
import threading
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from support.processes import free_port

CHUNK = 16_384


@dataclass
class Line:
    """How the line is just now. Changing it changes open connections too, but for those that a `hold` has caught."""

    delay: float = 0.0
    """Seconds that every piece takes, each way."""
    bytes_a_second: int = 0
    """0 is as fast as it goes."""
    refused: bool = False
    """Whoever connects is turned away at once."""
    silent: bool = False
    """Whoever connects hears nothing, for ever: what they send is not even read."""
    hold: bool = False
    """Requests pass; their answers stay here until the connection ends, even when the line is well again."""
    cut_after: int = 0
    """An answer longer than this many bytes ends there, as if all of it had come; 0 lets it come whole."""
    reset_after_reply: bool = False
    """The whole answer is read from the server and none of it given; the device hears a reset."""


@dataclass
class Proxy:
    """Starts on entering; `line` may be replaced at any time. `opened` are the times at which somebody connected."""

    target: int
    line: Line = field(default_factory=Line)
    port: int = field(default_factory=free_port)
    opened: list[float] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Where devices find the server through this line."""
        return f"http://localhost:{self.port}"

    def __enter__(self) -> "Proxy":
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._tasks: set[asyncio.Task] = set()
        self._server = self._call(asyncio.start_server(self._accept, "127.0.0.1", self.port, limit=CHUNK))
        return self

    def __exit__(self, *_: object) -> None:
        self._call(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def break_all(self) -> None:
        """Ends every connection there is with a reset."""
        self._call(self._break())

    def _call(self, work):
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(20)

    async def _end(self) -> None:
        self._server.close()
        await self._break()

    async def _break(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        self._tasks.add(task)
        self.opened.append(time.monotonic())
        server = None
        try:
            if self.line.refused:
                return
            while self.line.silent:
                await asyncio.sleep(3_600)
            server_reader, server = await asyncio.open_connection("127.0.0.1", self.target)
            reply = _Reply(writer)
            await asyncio.gather(
                _pass_on(reader, partial(self._ask, server, reply)),
                _pass_on(server_reader, partial(self._answer, reply)),
            )
        except (OSError, asyncio.CancelledError):
            pass  # either side ended; so does this connection
        finally:
            self._tasks.discard(task)
            for side in filter(None, (server, writer)):
                _reset(side)

    async def _give(self, to: asyncio.StreamWriter, piece: bytes) -> None:
        """Sends one piece as fast as the line is."""
        line = self.line
        await asyncio.sleep(line.delay)
        step = line.bytes_a_second // 10 or len(piece)
        for start in range(0, len(piece), step):
            to.write(piece[start : start + step])
            await to.drain()
            if line.bytes_a_second:
                await asyncio.sleep(0.1)

    async def _ask(self, to: asyncio.StreamWriter, reply: "_Reply", piece: bytes) -> None:
        reply.given = 0
        await self._give(to, piece)

    async def _answer(self, reply: "_Reply", piece: bytes) -> None:
        line = self.line
        if line.hold:
            await asyncio.sleep(3_600)
        if line.reset_after_reply:
            await asyncio.sleep(0.05)  # by now the server has said all of it
            raise ConnectionResetError
        room = line.cut_after - reply.given if line.cut_after else len(piece)
        await self._give(reply.to, piece[:room])
        reply.given += len(piece)
        if room < len(piece):
            reply.to.close()
            await reply.to.wait_closed()
            raise ConnectionResetError


@dataclass
class _Reply:
    """The way back to a device, and how many bytes of the present answer have come."""

    to: asyncio.StreamWriter
    given: int = 0


async def _pass_on(reader: asyncio.StreamReader, give: Callable[[bytes], Awaitable[None]]) -> None:
    while piece := await reader.read(CHUNK):
        await give(piece)
    raise ConnectionResetError  # one side ended: so does the other


def _reset(writer: asyncio.StreamWriter) -> None:
    """Ends a connection with RST: what is still on its way is gone."""
    with suppress(OSError):
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
