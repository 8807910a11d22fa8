"""Handing pushes over: one pool of connections, every wait bounded, and one of seven outcomes told."""

import asyncio
import ssl
import time
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import aiohttp
import httpx
from yarl import URL

from jointly.kit import clock
from jointly.kit.fetching.connecting import Resolve, system_resolve
from jointly.kit.push.answers import Answer, Outcome, answer_of
from jointly.kit.push.encrypting import ENCODING, encrypted, padded
from jointly.kit.push.endpoints import Endpoint, may_be_asked
from jointly.kit.push.limits import Limits
from jointly.kit.push.messages import Message
from jointly.kit.push.resolving import CheckedResolver
from jointly.kit.push.resting import Resting
from jointly.kit.push.vapid import Headers, Key, Keys

USUAL = Limits()
_CONNECTIONS = 400
_NAMES_KEPT = 60
"""Seconds."""
_LEAST_REST = 5.0
"""Seconds to wait while another push finds out whether a service is well."""
_AUTOMATIC = ("Accept", "Accept-Encoding", "User-Agent")
"""Headers that aiohttp would add: nothing is wanted back, and packed least of all."""


class Sender:
    """`async with Sender(keys, contact) as sender:`, one for a whole process.

    `more_hosts` are hosts beside the known push services that the operator trusts (`host` or `host:port`), also with
    private addresses. `instead` puts another origin in the place of a push service's, for tests; what is signed still
    names the real one. `trust` is whose certificates are believed, `resolve` looks up names. Raises `BadKey` for a
    contact that push services would not take.
    """

    def __init__(
        self,
        keys: Keys,
        contact: str,
        *,
        more_hosts: frozenset[str] = frozenset(),
        instead: Mapping[str, str] | None = None,
        limits: Limits = USUAL,
        trust: ssl.SSLContext | None = None,
        resolve: Resolve = system_resolve,
        now: Callable[[], datetime] = clock.now,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._keys = keys
        self._headers = Headers(contact, now)
        self._more_hosts = more_hosts
        self._instead = dict(instead or {})
        self._limits = limits
        self._trust = trust
        trusted = {urlsplit(origin).hostname or "" for origin in self._instead.values()}
        trusted |= {host.partition(":")[0] for host in more_hosts}
        self._resolver = CheckedResolver(resolve, frozenset(trusted), limits.connect)
        self._now = now
        self._seconds = seconds
        self._services: dict[str, _Service] = {}

    async def __aenter__(self) -> "Sender":
        # An SSL context of its own: httpx changes what one that it uses offers to speak.
        connector = aiohttp.TCPConnector(
            limit=_CONNECTIONS,
            ssl=self._trust or httpx.create_ssl_context(),
            resolver=self._resolver,
            ttl_dns_cache=_NAMES_KEPT,
        )
        limits = self._limits
        self._http = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=limits.whole, sock_connect=limits.connect, sock_read=limits.read),
            skip_auto_headers=_AUTOMATIC,
            auto_decompress=False,
        )
        return self

    async def __aexit__(self, *fault: object) -> None:
        await self._http.close()

    async def send(self, to: Endpoint, message: Message, key_id: str) -> Answer:
        """Hands `message` over, signed with the key that the browser subscribed with. Nothing that a push service does
        is raised. What cannot be signed, encrypted or asked for any more is refused: the browser has to subscribe anew.
        """
        key = self._keys.of(key_id)
        if key is None or not may_be_asked(to.url, self._more_hosts):
            return Answer(Outcome.REFUSED)
        async with self._service(to.origin) as resting:
            turn = resting.turn(self._seconds())
            if turn is None:
                return Answer(Outcome.RESTING, wait=timedelta(seconds=max(resting.left(self._seconds()), _LEAST_REST)))
            failed = None
            try:
                answer = await self._hand_over(to, message, key)
                failed = answer.outcome is Outcome.FAILED
            finally:
                resting.ended(turn, self._seconds(), to, failed=failed)
            return answer

    async def _hand_over(self, to: Endpoint, message: Message, key: Key) -> Answer:
        try:
            body = encrypted(to, padded(message.text))
        except ValueError:
            return Answer(Outcome.REFUSED)
        headers = {
            "Authorization": self._headers.of(to.origin, key),
            "Content-Encoding": ENCODING,
            "Content-Type": "application/octet-stream",
            "TTL": str(int(message.ttl.total_seconds())),
            "Urgency": message.urgency,
        }
        if message.topic:
            headers["Topic"] = message.topic
        try:
            async with self._http.post(self._url(to), data=body, headers=headers, allow_redirects=False) as response:
                answer = answer_of(response.status, response.headers, self._now())
                await self._read_out(response)
                return answer
        # Their texts hold the endpoint: none of them goes any further.
        except (aiohttp.ClientError, TimeoutError, OSError):
            return Answer(Outcome.FAILED)

    def _url(self, to: Endpoint) -> URL:
        """Where it is posted to, exactly as it was given."""
        origin = to.origin
        return URL(self._instead.get(origin, origin) + to.url[len(origin) :], encoded=True)

    async def _read_out(self, response: aiohttp.ClientResponse) -> None:
        """Reads a short body, so that the connection can be used again; the answer stands whatever becomes of it."""
        left = self._limits.body
        try:
            while left > 0 and (piece := await response.content.read(left)):
                left -= len(piece)
        except (aiohttp.ClientError, TimeoutError, OSError):
            response.close()

    def _service(self, origin: str) -> "_Service":
        found = self._services.get(origin)
        if found is None:
            if len(self._services) >= self._limits.services:
                self._services = {origin: one for origin, one in self._services.items() if one.busy}
            found = self._services[origin] = _Service(self._limits)
        return found


class _Service:
    """One push service: `async with` it for a place there. `busy` is how many have one or wait for one."""

    def __init__(self, limits: Limits) -> None:
        self.busy = 0
        self._places = asyncio.Semaphore(limits.at_once)
        self._resting = Resting(limits)

    async def __aenter__(self) -> Resting:
        self.busy += 1
        try:
            await self._places.acquire()
        except BaseException:
            self.busy -= 1
            raise
        return self._resting

    async def __aexit__(self, *fault: object) -> None:
        self._places.release()
        self.busy -= 1
