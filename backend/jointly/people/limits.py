"""How often something may be tried, counted in the database so that all processes share one count."""

import ipaddress
import time
from dataclasses import dataclass

from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.people.house import House


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `tries` in each window of `seconds`."""

    tries: int
    seconds: int

    def ends_at(self, now: float) -> int:
        """When the present window ends, in seconds since 1970."""
        return (int(now) // self.seconds + 1) * self.seconds


async def spend(house: House, key: str, limit: Limit) -> None:
    """Counts one try of `key`; raises a 429 `Refusal` past the limit."""
    ends_at = limit.ends_at(time.time())
    if await house.db.run(_spend, key, ends_at, int(time.time()), purpose="limit tries") > limit.tries:
        raise too_many(ends_at)


def too_many(ends_at: int) -> Refusal:
    """The refusal that says how long to wait."""
    wait = max(1, ends_at - int(time.time()))
    return Refusal(429, "too-many-tries", retry_after=wait, minutes=wait // 60 + 1)


def whose(house: House, address: str) -> str:
    """A key for the network of `address`: nobody can read the address in it.

    One household or phone has a whole /64 of IPv6, so all of it counts as one.
    """
    return house.index_key.digest(b"address/" + _network(address).encode()).hex()


def _network(address: str) -> str:
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if known.version == 4:
        return str(known)
    return str(known.ipv4_mapped or ipaddress.ip_network((known, 64), strict=False))


def count(key: str, tries: int, ends_at: int):
    """Unit: adds `tries` (0 or 1) to those of `key` and gives their number.

    Even 0 takes the row for this transaction, so that counting and what is decided by it are one step.
    """
    [(counted,)] = yield Query(
        'insert into attempts (key, "window", count) values (?, ?, ?) on conflict (key) do update set '
        'count = case when attempts."window" = excluded."window" then attempts.count + excluded.count '
        'else excluded.count end, "window" = excluded."window" returning count',
        (key, ends_at, tries),
    )
    return counted


def forget_ended(now: int):
    """Unit: deletes the counts of windows that have ended."""
    yield Query('delete from attempts where "window" <= ?', (now,))


def _spend(key: str, ends_at: int, now: int):
    counted = yield from count(key, 1, ends_at)
    yield from forget_ended(now)
    return counted
