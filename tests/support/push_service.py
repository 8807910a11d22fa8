"""A push service on loopback, over TLS: it checks who sends, reads what comes as browsers would, and answers as told.

It has a thread of its own, so that tests may block, and stands in for a real one by `Sender(instead=service.instead)`.
"""

import asyncio
import json
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from support.certificates import server_and_client
from support.push_browser import Browser, Unreadable, checked_vapid

MOZILLA = "https://updates.push.services.mozilla.com"
LONGEST = 4_096
PATH = "/push/"


class Reply(NamedTuple):
    """What is answered; `how` may be to hang, to close the connection without a word, or to answer and close it."""

    status: int = 201
    headers: tuple[str, ...] = ()
    body: bytes = b""
    how: str = "answers"

    def wire(self) -> bytes:
        """The bytes of it."""
        lines = (f"HTTP/1.1 {self.status} Told", *self.headers, f"Content-Length: {len(self.body)}", "", "")
        return "\r\n".join(lines).encode() + self.body


HANGS, CLOSES = Reply(how="hangs"), Reply(how="closes")


class Asked(NamedTuple):
    """One request as it came; `headers` have names in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


class Pushed(NamedTuple):
    """One message as its browser reads it."""

    text: bytes
    ttl: int
    urgency: str
    topic: str | None
    vapid: Mapping[str, object]

    @property
    def json(self):
        """What it says."""
        return json.loads(self.text)


class PushService(AbstractContextManager):
    """`with PushService(folder) as service:`. `asked` has every request, `counts` how often each status was answered.

    `answer`, where it is set, decides what is answered to a request; with None the service does what it should.
    """

    def __init__(self, folder: Path, *, stands_for: str = MOZILLA) -> None:
        self._tls, self.trust = server_and_client("localhost", folder)
        self.certificate = folder / "server.pem"
        """For SSL_CERT_FILE of another process."""
        self.stands_for = stands_for
        self.answer: Callable[[Asked], Reply | None] | None = None
        self.asked: list[Asked] = []
        self.counts: Counter[int] = Counter()
        self.connections = 0
        self.held: list[asyncio.Transport] = []
        """Where requests hang."""
        self._browsers: dict[str, Browser] = {}
        self._undelivered: dict[str, list[Pushed]] = {}

    def __enter__(self) -> "PushService":
        self._loop = asyncio.new_event_loop()
        started = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(started,), daemon=True)
        self._thread.start()
        assert started.wait(30), "the push service did not start"
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(30)

    @property
    def instead(self) -> dict[str, str]:
        """Where to post what is for the service that this one stands for."""
        return {self.stands_for: f"https://localhost:{self.port}"}

    def subscribe(self, server_key: str) -> Browser:
        """A browser that subscribes with the public key of who may write to it."""
        browser = Browser(self.stands_for + PATH, server_key)
        self._browsers[browser.url] = browser
        self._undelivered[browser.url] = []
        return browser

    def unsubscribe(self, browser: Browser) -> None:
        """The browser is not subscribed any more: 410."""
        browser.gone = True

    def forget(self, browser: Browser) -> None:
        """The service has never heard of the browser: 404."""
        del self._browsers[browser.url]

    def deliver(self, browser: Browser) -> list[Pushed]:
        """The browser comes and takes what waits for it."""
        waiting, self._undelivered[browser.url] = self._undelivered[browser.url], []
        return waiting

    def let_go(self) -> None:
        """Answers 201 to all that hangs."""
        held, self.held = self.held, []
        for transport in held:
            self._loop.call_soon_threadsafe(transport.write, Reply().wire())

    def reply_to(self, asked: Asked) -> Reply:
        """What is answered, as told or as it should be."""
        self.asked.append(asked)
        told = self.answer(asked) if self.answer else None
        reply = told if told is not None else Reply(self._take(asked), ("Location: /message/1",))
        self.counts[reply.status] += 1
        return reply

    def _take(self, asked: Asked) -> int:
        """Keeps a message for its browser; gives the status."""
        browser = self._browsers.get(self.stands_for + asked.path)
        if browser is None or browser.gone:
            return 404 if browser is None else 410
        vapid = checked_vapid(asked.headers.get("authorization", ""), browser.server_key, self.stands_for)
        if isinstance(vapid, int):
            return vapid
        ttl = asked.headers.get("ttl", "")
        if asked.method != "POST" or not ttl.isdigit() or asked.headers.get("content-encoding") != "aes128gcm":
            return 400
        if len(asked.body) > LONGEST:
            return 413
        try:
            text = browser.read(asked.body)
        except Unreadable:
            return 400
        topic = asked.headers.get("topic")
        pushed = Pushed(text, int(ttl), asked.headers.get("urgency", "normal"), topic, vapid)
        waiting = self._undelivered[browser.url]
        waiting[:] = [one for one in waiting if topic is None or one.topic != topic]
        waiting.append(pushed)
        return 201

    def _run(self, started: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        serving = self._loop.create_server(lambda: Line(self), "127.0.0.1", 0, ssl=self._tls)
        server = self._loop.run_until_complete(serving)
        self.port = server.sockets[0].getsockname()[1]
        started.set()
        self._loop.run_forever()
        server.close()
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()


class Line(asyncio.Protocol):
    """One connection, for as many requests as come, one after another."""

    def __init__(self, service: PushService) -> None:
        self._service = service
        self._came = bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._service.connections += 1
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._came += data
        while (asked := self._next()) is not None:
            reply = self._service.reply_to(asked)
            if reply.how in ("answers", "cuts"):
                self._transport.write(reply.wire())
            if reply.how == "hangs":
                self._service.held.append(self._transport)
            elif reply.how != "answers":
                self._transport.close()

    def _next(self) -> Asked | None:
        """The next request, once all of it is there."""
        end = self._came.find(b"\r\n\r\n")
        if end < 0:
            return None
        first, *lines = self._came[:end].decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        whole = end + 4 + int(headers.get("content-length", 0))
        if len(self._came) < whole:
            return None
        method, path, _ = first.split(" ")
        asked = Asked(method, path, headers, bytes(self._came[end + 4 : whole]))
        del self._came[:whole]
        return asked
