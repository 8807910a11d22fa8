"""The one client for us and for every peer: raw HTTP/1.1 with keep-alive, as cheap as Python allows, counting bytes.

Requests are bytes made before the clock starts; an answer is read to its last byte and nothing more is done with it.
"""

import asyncio
from typing import NamedTuple

HEAD_END = b"\r\n\r\n"


class Void(Exception):
    """An error or a short read: the whole run counts for nothing."""


class Answer(NamedTuple):
    """One answer; `head` is its lines as they came."""

    status: int
    head: bytes
    body: bytes

    def header(self, name: str) -> bytes:
        """The value of a header, empty when it is not there."""
        return _header(self.head, name.encode())


def request(method: str, path: str, body: bytes = b"", **headers: str) -> bytes:
    """The bytes of a request. Header names are written with `_` for `-`."""
    lines = [f"{method} {path} HTTP/1.1", "host: localhost"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    if body or method != "GET":
        lines.append(f"content-length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


class Connection(asyncio.Protocol):
    """One keep-alive connection, one request at a time. `up`, `down` and `requests` count what went over it."""

    def __init__(self) -> None:
        self.up = self.down = self.requests = 0
        self._parts = bytearray()
        self._needed: int | None = None
        self._waiting: asyncio.Future[Answer] | None = None
        self._lost = False

    @classmethod
    async def open(cls, port: int, host: str = "127.0.0.1") -> "Connection":
        """Connect."""
        _, connection = await asyncio.get_running_loop().create_connection(cls, host, port)
        return connection

    async def ask(self, asked: bytes, *, expect: int = 200) -> Answer:
        """Send one request and read its answer; any other status than `expect` voids the run."""
        if self._lost:
            raise Void("the connection was closed")
        self._waiting = asyncio.get_running_loop().create_future()
        self.up += len(asked)
        self.requests += 1
        self._transport.write(asked)
        answer = await self._waiting
        if answer.status != expect:
            raise Void(f"{asked[:60]!r} was answered {answer.status}: {answer.body[:300]!r}")
        return answer

    def close(self) -> None:
        """Close it."""
        self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def connection_lost(self, error: Exception | None) -> None:
        self._lost = True
        if self._waiting and not self._waiting.done():
            self._waiting.set_exception(Void(f"the connection was closed: {error}"))

    def data_received(self, data: bytes) -> None:
        self.down += len(data)
        parts = self._parts
        parts += data
        if self._needed is None:
            end = parts.find(HEAD_END)
            if end < 0:
                return
            length = _header(bytes(parts[:end]), b"content-length")
            self._needed = end + 4 + int(length) if length else -1
        if self._needed >= 0:
            if len(parts) >= self._needed:
                self._answered(bytes(parts))
        elif parts.endswith(b"\r\n0\r\n\r\n"):
            head, _, rest = bytes(parts).partition(HEAD_END)
            self._answered(head + HEAD_END + _joined(rest))

    def _answered(self, whole: bytes) -> None:
        head, _, body = whole.partition(HEAD_END)
        self._parts.clear()
        self._needed = None
        if self._waiting and not self._waiting.done():
            self._waiting.set_result(Answer(int(head[9:12]), head, body))


def _header(head: bytes, name: bytes) -> bytes:
    at = head.lower().find(b"\r\n" + name + b":")
    return head[at + len(name) + 3 :].partition(b"\r\n")[0].strip() if at >= 0 else b""


def _joined(chunked: bytes) -> bytes:
    """The body of a chunked answer."""
    body, at = [], 0
    while True:
        end = chunked.index(b"\r\n", at)
        size = int(chunked[at:end].partition(b";")[0], 16)
        if not size:
            return b"".join(body)
        body.append(chunked[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
