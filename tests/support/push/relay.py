"""The side of a push service that senders see (RFC 8030), and what it keeps for browsers that are away.

How messages then reach a browser differs: see chromium_service.py and firefox_service.py. All of it runs in one event
loop; whoever asks from another thread does so through that loop's portal.
"""

import time
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from secrets import token_urlsafe
from typing import ClassVar

from aiohttp import web

from support.push_browser import checked_vapid

LONGEST = 4_096
CREATED, BAD, UNKNOWN, GONE, TOO_BIG = 201, 400, 404, 410, 413


@dataclass(frozen=True, slots=True)
class Subscription:
    """One page's wish to be told. `device` is its browser, `name` what that browser calls it, `key` who may send."""

    device: str
    name: str
    key: str
    app: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """Something to be told, encrypted; kept until its browser says that it came, or `until` (seconds, Unix)."""

    to: Subscription
    body: bytes
    encoding: str
    ttl: int
    topic: str | None
    until: float
    id: str = field(default_factory=lambda: token_urlsafe(16))


@dataclass(frozen=True, slots=True)
class Posted:
    """One request of a sender, and how it was answered. Names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Relay(ABC):
    """A push service. `posted` is all that senders asked, `answers` what the next are told instead of the truth."""

    origins: ClassVar[Collection[str]]
    """Whom browsers believe that they subscribed with; the first is given out where we may choose."""
    path: ClassVar[str]
    """Of endpoints, before the token."""
    wrong_key: ClassVar[int]
    """How this service answers somebody else's key."""

    def __init__(self) -> None:
        self.url = ""
        self.posted: list[Posted] = []
        self.answers: deque[tuple[int, dict[str, str]]] = deque()
        self.subscriptions: dict[str, Subscription] = {}
        self.ended: set[str] = set()
        self._kept: dict[str, list[Message]] = {}

    @property
    def instead(self) -> dict[str, str]:
        """Where a sender is to ask in place of the real services."""
        return dict.fromkeys(self.origins, self.url)

    def add(self, subscription: Subscription) -> str:
        """A new subscription; gives its token."""
        token = token_urlsafe(32)
        self.subscriptions[token] = subscription
        return token

    def end(self, device: str, name: str) -> None:
        """A subscription is over: senders are told that it is gone."""
        gone = {token for token, one in self.subscriptions.items() if (one.device, one.name) == (device, name)}
        self.ended |= gone

    def expire(self) -> None:
        """All subscriptions are over, and no browser hears of it: what services do to a phone that was long away."""
        self.ended |= self.subscriptions.keys()

    def waiting(self, device: str) -> list[Message]:
        """What is kept for a browser and still of use."""
        now = time.time()
        self._kept[device] = [one for one in self._kept.get(device, ()) if one.until > now]
        return list(self._kept[device])

    def forget(self, device: str, ids: Collection[str]) -> None:
        """The browser has these messages."""
        self._kept[device] = [one for one in self._kept.get(device, ()) if one.id not in ids]

    @abstractmethod
    async def hand_over(self, message: Message) -> None:
        """Tell the browser, if it is there."""

    async def post(self, request: web.Request) -> web.Response:
        """A sender asks."""
        body = await request.read()
        if self.answers:
            status, headers = self.answers.popleft()
        else:
            status, headers = await self._take(request, body), {}
        self.posted.append(Posted(status, {name.lower(): value for name, value in request.headers.items()}, body))
        return web.Response(status=status, headers=headers)

    async def _take(self, request: web.Request, body: bytes) -> int:
        token, headers = request.match_info["token"], request.headers
        to = self.subscriptions.get(token)
        if to is None or token in self.ended:
            return UNKNOWN if to is None else GONE
        if not headers.get("TTL", "").isdigit() or headers.get("Content-Encoding") != "aes128gcm":
            return BAD
        if len(body) > LONGEST:
            return TOO_BIG
        if not self._is_known(headers.get("Authorization", ""), to.key):
            return self.wrong_key
        ttl, topic = int(headers["TTL"]), headers.get("Topic")
        message = Message(to, body, headers["Content-Encoding"], ttl, topic, time.time() + ttl)
        kept = [one for one in self.waiting(to.device) if topic is None or (one.to, one.topic) != (to, topic)]
        self._kept[to.device] = [*kept, message]
        await self.hand_over(message)
        return CREATED

    def _is_known(self, authorization: str, key: str) -> bool:
        """Whether it was signed for this service, with the key that the browser subscribed with."""
        return any(isinstance(checked_vapid(authorization, key, origin), dict) for origin in self.origins)

    @asynccontextmanager
    async def serving(self, *routes: web.RouteDef) -> AsyncIterator[None]:
        """Answers senders, and `routes`, at a free port of 127.0.0.1 (`url`)."""
        app = web.Application()
        app.add_routes([web.post(f"{self.path}{{token}}", self.post), *routes])
        runner = web.AppRunner(app, shutdown_timeout=1)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
            yield
        finally:
            await runner.cleanup()
