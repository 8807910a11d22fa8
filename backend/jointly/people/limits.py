"""How often something may be tried or asked, counted in the database so that all processes share one count.

What must not be guessed is counted at each try (`spend`): codes, passkeys, sign-ins. What people do all day is counted
in this process and told to the others in steps (`take`), so that a request costs nothing but an addition.
"""

import ipaddress
import time
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.people.house import House

STEPS = 20
"""Each process tells what it counted 20 times or more on the way to a limit."""


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `tries` in each window of `seconds`."""

    tries: int
    seconds: int

    def ends_at(self, now: float) -> int:
        """When the present window ends, in seconds since 1970."""
        return (int(now) // self.seconds + 1) * self.seconds

    @property
    def step(self) -> int:
        """How much one process may count without telling the others: at most a twentieth of the limit."""
        return max(1, self.tries // STEPS)


CHANGES = Limit(tries=300, seconds=600)
"""One kind of change by one account. Copying a paper diary makes 10 a minute, and an open day 30 codes at once."""
READS = Limit(tries=600, seconds=600)
"""One kind of reading by one account: the app asks for what a screen shows, once or twice."""
LISTS = Limit(tries=200, seconds=600)
"""Lists of people, and records that are opened: one every 3 seconds. A day's work opens some 50."""
COSTLY = Limit(tries=60, seconds=600)
"""What makes an account or a way in, or gives a whole record."""
RARE = Limit(tries=20, seconds=600)
"""Breaking the glass."""
FROM_ADDRESS = Limit(tries=3000, seconds=600)
"""One kind of request without a session, from one address: a whole hospital is one address."""
SYNC_ENTRIES = Limit(tries=40_000, seconds=600)
"""Entries that one account sends, and one more for each sync: two people's diaries of five years."""
SYNC_BYTES = Limit(tries=400_000_000, seconds=600)
"""Bytes that one account sends (unpacked) and gets by syncing."""

SEARCHES = Limit(tries=12_000, seconds=600)
"""Searches for something to go to, from one address: a waiting room of people who try a filter a second."""

PLACES = Limit(tries=600, seconds=600)
"""Postcodes that are looked up, from one address: a waiting room types one a second."""

REPORTS = Limit(tries=20, seconds=600)
"""Reports that something was not on, from one address: they are written down without a sign-in."""

REFERRALS = Limit(tries=60, seconds=600)
"""Referrals from outside, from one address: a surgery's whole morning, in ten minutes."""

OF_OPERATION = {
    "refer_from_outside": REFERRALS,
    "look_at_referrer": REFERRALS,
    "refer_new": COSTLY,
    "make_referrer": COSTLY,
    "list_arrivals": LISTS,
    "report_listing": REPORTS,
    "find_listings": SEARCHES,
    "find_place": PLACES,
    "list_people": LISTS,
    "open_record": LISTS,
    "list_staff": LISTS,
    "list_referred": LISTS,
    "read_inbox": LISTS,
    "read_register": LISTS,
    "read_audit": LISTS,
    "list_access": LISTS,
    "make_code": CHANGES,
    "make_carer_code": COSTLY,
    "make_recovery_codes": COSTLY,
    "second_device": COSTLY,
    "invite_staff": COSTLY,
    "make_organisation": COSTLY,
    "export_everything": COSTLY,
    "export_spreadsheet": COSTLY,
    "break_glass": RARE,
}
"""By the name of the handler. Every other operation has CHANGES or READS, or FROM_ADDRESS where nobody is signed in."""


async def take_request(house: House, *, operation: str, person: UUID, changes: bool) -> None:
    """Counts a request of whoever is signed in; raises a 429 `Refusal` past the operation's limit."""
    limit = OF_OPERATION.get(operation) or (CHANGES if changes else READS)
    await take(house, f"{operation}:{person}", limit)


async def take_open_request(house: House, *, operation: str, address: str) -> None:
    """Counts a request that needs no session; raises a 429 `Refusal` past the limit of its address."""
    await take(house, f"{operation}:{whose(house, address)}", OF_OPERATION.get(operation, FROM_ADDRESS))


async def take_sync(house: House, *, person: UUID, entries: int, size: int) -> None:
    """Counts a sync before anything is done for it; raises a 429 `Refusal` when the account sent or got too much."""
    await take(house, f"sync-entries:{person}", SYNC_ENTRIES, 1 + entries)
    await take(house, f"sync-bytes:{person}", SYNC_BYTES, size)


def note_answer(house: House, *, person: UUID, size: int) -> None:
    """Counts the bytes of a sync's answer, which the next sync of the account answers for."""
    now = time.time()
    house.meter.of(f"sync-bytes:{person}", SYNC_BYTES.ends_at(now), now).own += size


async def take(house: House, key: str, limit: Limit, amount: int = 1) -> None:
    """Counts `amount` of `key`; raises a 429 `Refusal` past the limit.

    The table is asked once in a twentieth of the limit. Until then a process does not know what the others counted,
    so with N processes at most N + 1 twentieths more than the limit pass, and with one process none.
    """
    now = time.time()
    ends_at = limit.ends_at(now)
    tally = house.meter.of(key, ends_at, now)
    if tally.total <= limit.tries:
        tally.own += amount
        if tally.own >= limit.step:
            untold = tally.take_untold()
            tally.hear(await house.db.run(_spend, key, untold, ends_at, int(now), purpose="limit requests"))
    if tally.total > limit.tries:
        raise too_many(ends_at)


async def spend(house: House, key: str, limit: Limit) -> None:
    """Counts one try of `key` in the database; raises a 429 `Refusal` past the limit."""
    now = time.time()
    ends_at = limit.ends_at(now)
    if await house.db.run(_spend, key, 1, ends_at, int(now), purpose="limit tries") > limit.tries:
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


@lru_cache(maxsize=1_000)
def _network(address: str) -> str:
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if known.version == 4:
        return str(known)
    return str(known.ipv4_mapped or ipaddress.ip_network((known, 64), strict=False))


def count(key: str, tries: int, ends_at: int):
    """Unit: adds `tries` to those of `key` and gives their number.

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


def _spend(key: str, amount: int, ends_at: int, now: int):
    counted = yield from count(key, amount, ends_at)
    yield from forget_ended(now)
    return counted
