"""Fetches one address: each hop checked, each wait bounded, and one of three outcomes told."""

import asyncio
import ssl
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

import httpcore
import httpx

from jointly import __version__
from jointly.kit import clock
from jointly.kit.fetching import bodies
from jointly.kit.fetching.answers import Failed, Got, Outcome, Refused
from jointly.kit.fetching.connecting import CheckedBackend, PrivateAddress, Resolve, UnknownHost, system_resolve
from jointly.kit.fetching.limits import Limits
from jointly.kit.fetching.urls import Target, joined, target_of
from jointly.kit.fetching.waiting import Turns, retry_after

REDIRECTS = (301, 302, 303, 307, 308)
_LONGEST_CONDITION = 500
_CONNECTIONS = 50
USUAL = Limits()


def user_agent(origin: str) -> str:
    """Who asks, and where to find us: `Jointly/0.1.0 (+https://msk.example.org)`."""
    return f"Jointly/{__version__} (+{origin.encode('ascii', 'ignore').decode()})"


class Fetcher:
    """One for the whole service: it keeps connections, and each host's turn. Proxies of the environment are not used,
    as they would look the hosts up once more."""

    def __init__(
        self,
        *,
        agent: str,
        private_hosts: Iterable[str] = (),
        limits: Limits = USUAL,
        resolve: Resolve = system_resolve,
        dial: httpcore.AsyncNetworkBackend | None = None,
        trust: ssl.SSLContext | None = None,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        self._agent = agent
        self._private_hosts = frozenset(host.lower().rstrip(".") for host in private_hosts)
        self._limits = limits
        self._now = now
        self._turns = Turns(limits.between)
        backend = CheckedBackend(
            resolve=resolve, private_hosts=self._private_hosts, limits=limits, dial=dial or httpcore.AnyIOBackend()
        )
        self._pool = httpcore.AsyncConnectionPool(
            # The operator's own SSL_CERT_FILE counts, for feeds of their own network.
            ssl_context=trust or httpx.create_ssl_context(),
            network_backend=backend,
            max_connections=_CONNECTIONS,
            keepalive_expiry=limits.idle,
        )

    async def __aenter__(self) -> "Fetcher":
        return self

    async def __aexit__(self, *fault: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Closes the connections that are kept."""
        await self._pool.aclose()

    async def get(
        self,
        url: str,
        *,
        accept: str = "application/json, */*;q=0.5",
        etag: str | None = None,
        last_modified: str | None = None,
    ) -> Outcome:
        """What `url` answers. With `etag` or `last_modified` of an earlier answer it may be that nothing changed."""
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        asked = {"Accept": accept, **{name: value for name, value in conditions.items() if _may_be_sent(value)}}
        target = target_of(url)
        left = self._limits.whole
        for _ in range(self._limits.redirects + 1):
            if isinstance(target, Refused):
                return target
            async with self._turns.at(target.host, hurry=target.host in self._private_hosts):
                began = asyncio.get_running_loop().time()
                found = await self._ask(target, asked, left)
                left -= asyncio.get_running_loop().time() - began
            if not isinstance(found, Target):
                return found
            target = self._onward(target, found)
        return target if isinstance(target, Refused) else Refused(target.text, "redirects")

    def _onward(self, target: Target, onward: Target) -> Target | Refused:
        """Where a redirect leads, if we follow it."""
        if target.secure and not onward.secure:
            return Refused(onward.text, "downgrade")
        # The operator lets a source be on such a host; that lets no other source send us there.
        if onward.host in self._private_hosts and onward.host != target.host:
            return Refused(onward.text, "private")
        return onward

    async def _ask(self, target: Target, asked: Mapping[str, str], seconds: float) -> Outcome | Target:
        """One request: what came of it, or where it sends us."""
        hop = _Hop(target, self._limits, self._now)
        try:
            async with asyncio.timeout(seconds):
                return await hop.ask(self._pool, {"User-Agent": self._agent, **asked})
        except PrivateAddress:
            return Refused(target.text, "private")
        except UnknownHost:
            return Failed(target.text, "unknown-host")
        except bodies.Bad as fault:
            return Failed(target.text, fault.reason, status=hop.status)
        except (TimeoutError, httpcore.TimeoutException):
            return Failed(target.text, "timeout", status=hop.status)
        except httpcore.ConnectError as fault:
            # The pool takes away what it was raised from, but not what it was raised in.
            return Failed(target.text, "tls" if isinstance(fault.__context__, ssl.SSLError) else "unreachable")
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError):
            return Failed(target.text, "broken" if hop.status is None else "cut-off", status=hop.status)


class _Hop:
    """One request and its answer. `status` is there once the answer has begun."""

    def __init__(self, target: Target, limits: Limits, now: Callable[[], datetime]) -> None:
        self.target = target
        self.limits = limits
        self.now = now
        self.status: int | None = None

    async def ask(self, pool: httpcore.AsyncConnectionPool, asked: Mapping[str, str]) -> Outcome | Target:
        """Sends the request with these headers, and reads what comes."""
        url = self.target.url
        request = httpcore.URL(scheme=url.raw_scheme, host=self.target.host, port=url.port, target=self.target.wire)
        waits = {"connect": self.limits.connect, "read": self.limits.read, "write": self.limits.read}
        headers = {"Host": url.netloc.decode("ascii"), "Accept-Encoding": "gzip", **asked}
        async with pool.stream("GET", request, headers=headers, extensions={"timeout": waits}) as response:
            self.status = response.status
            return await self._answer(response, conditional="If-None-Match" in asked or "If-Modified-Since" in asked)

    async def _answer(self, response: httpcore.Response, *, conditional: bool) -> Outcome | Target:
        address, status = self.target.text, response.status
        headers = _headers(response)
        if status == 304:
            return Got(address, status, headers, b"", True) if conditional else Failed(address, "broken", status=status)
        if status in REDIRECTS:
            location = headers.get("location", "")
            return joined(self.target, location) if location else Failed(address, "broken", status=status)
        # 206 is a part, and nobody asked for one.
        if not 200 <= status < 300 or status == 206:
            return Failed(address, "status", retry_after(headers, self.now()), status)
        body = await bodies.read(
            response.aiter_stream(),
            encoding=headers.get("content-encoding", ""),
            length=headers.get("content-length"),
            limit=self.limits.body,
        )
        return Got(address, status, headers, body)


def _headers(response: httpcore.Response) -> dict[str, str]:
    """Names in lower case; of a name that stands more than once, all values."""
    headers: dict[str, str] = {}
    for name, value in response.headers:
        key, words = name.decode("ascii").lower(), value.decode("latin-1")
        headers[key] = f"{headers[key]}, {words}" if key in headers else words
    return headers


def _may_be_sent(value: str | None) -> bool:
    """Whether it can stand in a header: it came from the other side once, and was kept."""
    return bool(value) and len(value) <= _LONGEST_CONDITION and value.isascii() and value.isprintable()
