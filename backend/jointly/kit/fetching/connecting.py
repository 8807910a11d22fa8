"""Connections that go to the very address that was checked: a name cannot mean one address to us and then another.

httpcore asks this back end for a connection to a host; the host is looked up here, once, its addresses are checked, and
one of them is connected to by number. TLS and the Host header keep the name, as httpcore makes both from the request.
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterable, Sequence

import httpcore

from jointly.kit.fetching.addresses import is_public
from jointly.kit.fetching.limits import Limits

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""From a host and a port to its addresses as text; raises `OSError` when there are none."""


class PrivateAddress(Exception):
    """The host has no address that may be connected to."""


class UnknownHost(Exception):
    """The host has no address."""


async def system_resolve(host: str, port: int) -> Sequence[str]:
    """The addresses that this machine finds for a host."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class CheckedBackend(httpcore.AsyncNetworkBackend):
    """Connects to public addresses, and to any address of the hosts that the operator named."""

    def __init__(
        self, *, resolve: Resolve, private_hosts: frozenset[str], limits: Limits, dial: httpcore.AsyncNetworkBackend
    ) -> None:
        self._resolve = resolve
        self._private_hosts = private_hosts
        self._limits = limits
        self._dial = dial

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the first address of `host` that answers."""
        fault: Exception = UnknownHost()
        for address in await self._checked(host, port):
            try:
                return await self._dial.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                fault = failed
        raise fault

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None
    ) -> httpcore.AsyncNetworkStream:
        """Never: a socket file is a private address."""
        raise PrivateAddress

    async def sleep(self, seconds: float) -> None:
        """What httpcore asks for between tries."""
        await self._dial.sleep(seconds)

    async def _checked(self, host: str, port: int) -> Sequence[str]:
        """The addresses to try. Where a host has both public and private ones, only the public ones are."""
        try:
            async with asyncio.timeout(self._limits.connect):
                found = await self._resolve(host, port)
        # A label too long or empty fails in the encoder of names before any resolver is asked.
        except (OSError, UnicodeError):
            raise UnknownHost from None
        if host not in self._private_hosts:
            public = [address for address in found if is_public(address)]
            if found and not public:
                raise PrivateAddress
            found = public
        return found[: self._limits.addresses]
