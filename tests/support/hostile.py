"""A server on loopback that answers as badly as a test wants: bytes go out as they are written."""

import asyncio
import gzip
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from functools import cache

import httpcore

Answer = Callable[[str, asyncio.StreamWriter], Awaitable[None]]
"""Writes an answer to a request, whose head it is given."""


def http(body: bytes = b"{}", *headers: str, status: str = "200 OK") -> bytes:
    """A sound answer, with its true length unless the headers give one."""
    length = (
        () if any(header.lower().startswith(("content-length", "transfer")) for header in headers) else (len(body),)
    )
    lines = (f"HTTP/1.1 {status}", *headers, *(f"Content-Length: {number}" for number in length), "", "")
    return "\r\n".join(lines).encode("latin-1") + body


def saying(answer: bytes, *, times: int = 1, pause: float = 0, more: bytes = b"") -> Answer:
    """Answers with these bytes, then `more` of them so many times with pauses, until nobody listens."""

    async def say(head: str, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        for _ in range(times if more else 0):
            writer.write(more)
            await writer.drain()
            await asyncio.sleep(pause)

    return say


@cache
def bomb(size: int) -> bytes:
    """Gzip of so many bytes of nothing."""
    return gzip.compress(bytes(size), mtime=0)


class Hostile:
    """What was asked of the server, and where it is. `heads` are the whole heads of requests, in order."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.heads: list[str] = []
        self.connections = 0
        self.open = 0
        self.most_open = 0
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, for as many requests as come."""
        self.connections += 1
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        try:
            while head := (await reader.readuntil(b"\r\n\r\n")).decode("latin-1"):
                self.heads.append(head)
                await self.answer(head, writer)
                await writer.drain()
                if "connection: close" in head.lower() or writer.is_closing():
                    break
        except (asyncio.IncompleteReadError, ConnectionError, ssl.SSLError):
            pass
        finally:
            self.open -= 1
            writer.close()


@asynccontextmanager
async def hostile(answer: Answer, *, tls: ssl.SSLContext | None = None) -> AsyncIterator[Hostile]:
    """A server on loopback for as long as the test asks."""
    found = Hostile(answer)
    tasks: set[asyncio.Task] = set()

    async def served(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        tasks.add(asyncio.current_task())
        # Python 3.11 tells of a server's task that was cancelled as of a fault of its own.
        with suppress(asyncio.CancelledError):
            await found.serve(reader, writer)

    server = await asyncio.start_server(served, "127.0.0.1", 0, ssl=tls)
    found.port = server.sockets[0].getsockname()[1]
    try:
        yield found
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class Dial(httpcore.AsyncNetworkBackend):
    """Notes which addresses are connected to. Nothing answers there, but where it is told to go on to loopback."""

    def __init__(self, *, onward: bool = False) -> None:
        self.dialled: list[str] = []
        self.onward = onward

    async def connect_tcp(self, host: str, port: int, *more) -> httpcore.AsyncNetworkStream:
        self.dialled.append(host)
        if self.onward:
            return await httpcore.AnyIOBackend().connect_tcp("127.0.0.1", port)
        raise httpcore.ConnectError
