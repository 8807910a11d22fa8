"""Looking up push services, so that no name leads into our own network: what is connected to was checked here.

aiohttp connects by number to the very addresses that it is given, and keeps them for some seconds.
"""

import asyncio
import socket

from aiohttp.abc import AbstractResolver, ResolveResult

from jointly.kit.fetching.addresses import is_public
from jointly.kit.fetching.connecting import Resolve


class CheckedResolver(AbstractResolver):
    """Gives public addresses only, and any address of the hosts that the operator trusts."""

    def __init__(self, resolve: Resolve, trusted: frozenset[str], seconds: float) -> None:
        self._resolve = resolve
        self._trusted = trusted
        self._seconds = seconds

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of a host; raises `OSError` when it has none that may be connected to."""
        try:
            async with asyncio.timeout(self._seconds):
                found = await self._resolve(host, port)
        # A label too long or empty fails in the encoder of names before any resolver is asked.
        except UnicodeError:
            raise OSError("no such host") from None
        taken = [address for address in found if host in self._trusted or is_public(address)]
        if not taken:
            raise OSError("no address of this host may be connected to")
        return [_result(host, port, address) for address in taken]

    async def close(self) -> None:
        """Nothing is kept."""


def _result(host: str, port: int, address: str) -> ResolveResult:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    return ResolveResult(
        hostname=host, host=address, port=port, family=family, proto=socket.IPPROTO_TCP, flags=socket.AI_NUMERICHOST
    )
