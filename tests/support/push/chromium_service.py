"""The push service of Chromium, on loopback: check-in and registration over HTTP, messages over MCS inside TLS.

A browser checks in once and is given an id; it registers for each page that subscribes, and is given a token that it
makes an endpoint of; then it keeps one line open (MCS), on which it logs in with its id and gets its messages. It lists
the messages that it had, the next time it logs in: until then they are kept, and so nothing is lost on the way.
"""

import asyncio
import secrets
import ssl
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from urllib.parse import parse_qs

from aiohttp import web

from support.certificates import server_and_client
from support.push import protobuf
from support.push.relay import Message, Relay, Subscription

VERSION = 41
PING, PING_ANSWER, LOGIN, LOGIN_ANSWER, DATA = 0, 1, 2, 3, 8
"""Kinds of packets: a byte in front of each, before its length."""
OF_A_PAGE = "wp:"
"""How the names begin that a browser gives to subscriptions of pages."""
USER, RECEIVED = 3, 10
"""Fields of a login: the browser's id, and the messages that it had."""


class ChromiumService(Relay):
    """`async with service.running(folder)`, which is for the certificate. `arguments` lead a Chromium to it."""

    origins = ("https://fcm.googleapis.com", "https://jmt17.google.com")
    path = "/fcm/send/"
    wrong_key = 403

    def __init__(self) -> None:
        super().__init__()
        self._line = ""
        self._lines: dict[str, asyncio.StreamWriter] = {}

    @property
    def arguments(self) -> list[str]:
        """Of Chromium's command line; its line would not take a certificate that nobody knows."""
        return [
            f"--gcm-checkin-url={self.url}/checkin",
            f"--gcm-registration-url={self.url}/register",
            f"--gcm-mcs-endpoint={self._line}",
            "--ignore-certificate-errors",
        ]

    @asynccontextmanager
    async def running(self, folder: Path) -> AsyncIterator[None]:
        """Listens at two free ports."""
        tls, _ = server_and_client("127.0.0.1", folder)
        lines = await asyncio.start_server(self._answer_line, "127.0.0.1", 0, ssl=tls)
        self._line = f"https://127.0.0.1:{lines.sockets[0].getsockname()[1]}"
        routes = web.post("/checkin", self._check_in), web.post("/register", self._register)
        async with self.serving(*routes):
            yield
            lines.close()
            self.cut()

    def cut(self) -> None:
        """Every browser loses its line, as when the signal goes."""
        for line in self._lines.values():
            line.close()

    async def hand_over(self, message: Message) -> None:
        """Straight down the line, if there is one."""
        if line := self._lines.get(message.to.device):
            line.write(_told(message))

    async def _check_in(self, request: web.Request) -> web.Response:
        """Gives an id and its secret; a browser that has them keeps them."""
        asked = protobuf.fields(await request.read())
        known, secret = asked[2], asked[13]
        answer = (
            protobuf.number(1, 1)  # all is well
            + protobuf.number(3, int(time.time() * 1000))
            + protobuf.eight(7, int(known[0]) if known and known[0] else secrets.randbits(56) + 1)
            + protobuf.eight(8, int(secret[0]) if secret and secret[0] else secrets.randbits(56) + 1)
        )
        return web.Response(body=answer, content_type="application/x-protobuf")

    async def _register(self, request: web.Request) -> web.Response:
        form = {name: values[0] for name, values in parse_qs(await request.text()).items()}
        name = form.get("X-subtype", "")
        if form.get("delete") == "true":
            self.end(form["device"], name)
            return web.Response(text=f"token={name}")
        if not name.startswith(OF_A_PAGE):
            return web.Response(text=f"token={secrets.token_urlsafe(32)}")  # for itself, and nobody writes to it
        token = self.add(Subscription(form["device"], name, form["sender"], form["app"]))
        return web.Response(text=f"token={token}")

    async def _answer_line(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        device = ""
        with suppress(asyncio.IncompleteReadError, ConnectionError, ssl.SSLError):
            await reader.readexactly(1)  # their version
            writer.write(bytes([VERSION]))
            while True:
                kind = (await reader.readexactly(1))[0]
                packet = await reader.readexactly(await protobuf.read_varint(reader))
                if kind == LOGIN:
                    device = self._log_in(protobuf.fields(packet), writer)
                elif kind == PING:
                    writer.write(_packet(PING_ANSWER, b""))
        if self._lines.get(device) is writer:
            del self._lines[device]
        writer.close()

    def _log_in(self, asked: protobuf.Mapping, line: asyncio.StreamWriter) -> str:
        """Welcomes a browser with what is kept for it; gives its id."""
        device = asked[USER][0].decode()
        self.forget(device, {had.decode() for had in asked[RECEIVED]})
        line.write(_packet(LOGIN_ANSWER, protobuf.some(1, "login")))
        line.write(b"".join(map(_told, self.waiting(device))))
        self._lines[device] = line
        return device


def _packet(kind: int, message: bytes) -> bytes:
    return bytes([kind]) + protobuf.varint(len(message)) + message


def _told(message: Message) -> bytes:
    """The packet of a message: for which app and page of the browser, and the body as it came."""
    about = {"subtype": message.to.name, "content-encoding": message.encoding}
    pairs = (protobuf.some(1, name) + protobuf.some(2, value) for name, value in about.items())
    return _packet(
        DATA,
        protobuf.some(2, message.id)
        + protobuf.some(3, message.to.key)
        + protobuf.some(5, message.to.app)
        + b"".join(protobuf.some(7, pair) for pair in pairs)
        + protobuf.some(9, message.id)
        + protobuf.number(17, message.ttl)
        + protobuf.number(18, int(time.time() * 1000))
        + protobuf.some(21, message.body),
    )
