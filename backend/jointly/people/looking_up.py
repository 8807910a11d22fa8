"""Finding what a typed code opens, so that nobody can guess one."""

import time
from datetime import datetime
from typing import Any
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.people import limits, recovery
from jointly.people.codes import RECOVERY_LENGTH, read_code
from jointly.people.house import House
from jointly.people.limits import Limit

WRONG_CODES = Limit(tries=10, seconds=600)
"""Wrong codes from one address."""
ALL_WRONG_CODES = Limit(tries=100, seconds=600)
"""Wrong codes from everywhere, which bounds a guesser with any number of addresses.

100 in 10 minutes are 5.3 million a year. There are 29^8 = 5 × 10¹¹ codes, so with 1,000 of them live one is guessed
about once in 95 years. Past it nobody can join until the window ends; who is signed in notices nothing.
"""
EVERYBODY = "wrong:all"
ONCE = ("person", "invitation", "carer", "recovery")
"""Kinds of code that are used up; whoever used one may ask again, because the answer may have been lost."""


PEOPLES = ("person", "service", "invitation", "carer", "demonstration", "recovery")
"""Kinds of code with which somebody joins or signs in."""


async def find_code(
    house: House, typed: str, address: str, *, device: UUID | None, kinds: tuple[str, ...] = PEOPLES
) -> dict[str, Any]:
    """The row of the code that was typed; raises a `Refusal` for a wrong, used or expired one. One that is for another
    thing than `kinds` is as unknown as one that nobody has, and counted like it."""
    code = read_code(typed)
    recovers = (
        await recovery.find(house, code) if code and len(code) == RECOVERY_LENGTH and "recovery" in kinds else None
    )
    looked = (code and digest_of(house, code), bool(recovers), f"wrong:{limits.whose(house, address)}")
    here = (house.service, kinds if house.demonstration else tuple({*kinds} - {"demonstration"}), time.time())
    row = await house.db.run(_find, *looked, *here, purpose="look up a code")
    if isinstance(row, int):
        raise limits.too_many(row)
    row = recovers or row
    if row is None:
        raise Refusal(404, "code-unknown")
    if row["ends_at"] and _ended(row["ends_at"]):
        raise Refusal(410, "code-expired")
    if row["used_at"] and row["kind"] in ONCE and (device is None or row["used_by_device"] != device):
        raise Refusal(410, "code-used")
    return row


def digest_of(house: House, code: str) -> bytes:
    """What is kept of a code."""
    return house.index_key.digest(b"code/" + code.encode())


def _ended(ends_at: datetime) -> bool:
    return ends_at < clock.now()


_COLUMNS = ("digest", "kind", "role", "person", "share", "ends_at", "used_at", "used_by_device", "name", "sealed")


def _find(digest: bytes | None, known: bool, address: str, service: UUID, kinds: tuple[str, ...], now: float):
    """Unit: the code's row; none when there is none, which is counted; when the tries are used up, until when.

    A code that is `known` is in the vault: it is not looked for, and not counted as wrong. It has 12 characters, which
    nobody guesses, so that guessers cannot shut its owner out: only their own address counts.

    One transaction, in which the counts are taken first: guesses that arrive together go one after the other.
    """
    counts = ((EVERYBODY, ALL_WRONG_CODES), (address, WRONG_CODES))
    for key, limit in counts[1:] if known else counts:
        if (yield from limits.count(key, 0, limit.ends_at(now))) >= limit.tries:
            return limit.ends_at(now)
    rows = []
    if known:
        return None
    if digest:
        sql = f"select {', '.join(_COLUMNS)} from join_code where digest = ? and service = ?"  # nosec B608 # the names are ours, every value is bound
        rows = yield Query(sql, (digest, service))
    for row in (dict(zip(_COLUMNS, found, strict=True)) for found in rows):
        if row["kind"] in kinds:
            return row
    for key, limit in counts:
        yield from limits.count(key, 1, limit.ends_at(now))
    yield from limits.forget_ended(int(now))
    return None
