"""Whether the audit is still what was written: every chain is worked out again, row by row.

A chain is held from three sides: each row's hash covers the one before, the head in the table `chain` says how far it
has come, and what was seen of it earlier is kept apart, in the vault (each hour) and in a file that an operator keeps
elsewhere. So a changed, forged, missing or moved row is found, and so is a tail that was cut off with its head.
"""

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Many, Query
from jointly.people import audit
from jointly.people.house import House

PAGE_ROWS = 200
"""Rows that are worked out at once: a few milliseconds."""
HEADS_PAGE = 1000
SHOWN = 100
"""Chains that do not fit, told at most."""

log = logging.getLogger("jointly")


class Head(NamedTuple):
    """How far a chain had come."""

    number: int
    hash: bytes


class Unfit(NamedTuple):
    """The first row of a chain that does not fit, and why: a word of `WHY`."""

    chain: UUID
    number: int
    why: str


WHY = {
    "changed": "is not what was written",
    "missing": "is missing",
    "twice": "is there twice, or out of order",
    "head": "is the last, and the chain's head says otherwise",
    "remembered": "is not the one that the vault remembers",
    "exported": "is not the one in the file",
}


class Checked(NamedTuple):
    """How much was worked out, and what did not fit."""

    chains: int
    rows: int
    unfit: list[Unfit]


Heads = Mapping[UUID, Head]


async def verify(house: House, exported: Heads | None = None) -> Checked:
    """Works out every chain again, and compares it with what was seen of it before."""
    remembered = await remembered_heads(house)
    known = {"remembered": remembered, "exported": exported or {}}
    chains = {*await heads(house), *remembered, *(exported or {}), *await _accounts(house)}
    chains |= set(await house.db.read(_groups, purpose="check the audit"))
    rows, unfit = 0, []
    for chain in sorted(chains):
        seen = {why: found[chain] for why, found in known.items() if chain in found}
        count, fault = await _check(house, chain, seen)
        rows += count
        if fault:
            unfit.append(fault)
    return Checked(len(chains), rows, unfit)


async def heads(house: House) -> dict[UUID, Head]:
    """How far every chain has come, by the table of heads."""
    found: dict[UUID, Head] = {}
    after = UUID(int=0)
    while page := await house.db.read(_heads, after, purpose="read the heads of the audit"):
        found |= {id: Head(number, hash) for id, number, hash in page}
        after = page[-1][0]
    return found


async def remembered_heads(house: House) -> dict[UUID, Head]:
    """How far every chain had come when the vault was last told."""
    rows = await house.vault.database.read(_remembered, purpose="read the heads of the audit")
    return {chain: Head(number, hash) for chain, number, hash in rows}


async def remember_heads(house: House) -> int:
    """Tells the vault how far every chain has come; gives how many chains do not fit what it knew.

    What it knew of such a chain stays, so that going on with a chain that was cut does not hide the cut.
    """
    before = await remembered_heads(house)
    now = clock.now()
    unfit = 0
    moved = []
    for chain, head in (await heads(house)).items():
        known = before.get(chain)
        if head == known:
            continue
        if known is None or await _hash_at(house, chain, known.number) == known.hash:
            moved.append((chain, *head, now))
        else:
            unfit += 1
    for start in range(0, len(moved), HEADS_PAGE):
        page = moved[start : start + HEADS_PAGE]
        await house.vault.database.run(_remember, page, purpose="remember the heads of the audit")
    if unfit:
        log.error("%d chains of the audit are not what they were: run jointly audit verify", unfit)
    return unfit


async def begin_again(house: House) -> int:
    """After a restore: what the copy does not know is gone. Says so in the service's chain, and starts from there.

    Gives how many chains were longer before.
    """
    now_heads = await heads(house)
    cut = []
    for chain, known in (await remembered_heads(house)).items():
        head = now_heads.get(chain)
        if head is None or await _hash_at(house, chain, known.number) != known.hash:
            cut.append((chain, head))
    if cut:
        event = audit.did(
            None, "restored", chain=house.service, what=["audit"], count=len(cut), purpose="restore a copy"
        )
        who = {"group": house.service, "purpose": "restore a copy"}
        await house.db.run(_note, house.audit_key, clock.now(), event, **who)
        await house.vault.database.run(_forget, [chain for chain, _ in cut], purpose="restore a copy")
        await remember_heads(house)
    return len(cut)


async def _accounts(house: House) -> list[UUID]:
    return await house.vault.database.read(_accounts_and_erased, purpose="check the audit")


async def _hash_at(house: House, chain: UUID, number: int) -> bytes | None:
    return await house.db.read(_hash, chain, number, subject=chain, purpose="check the audit")


async def _check(house: House, chain: UUID, seen: Mapping[str, Head]) -> tuple[int, Unfit | None]:
    """How many rows of the chain fit, and the first that does not."""
    last, after = Head(0, b""), None
    while True:
        page, head = await house.db.read(_page, chain, after, subject=chain, purpose="check the audit")
        for id, number, at, *event, hash in page:
            if number != last.number + 1:
                return last.number, Unfit(chain, last.number + 1, "twice" if number <= last.number else "missing")
            if hash != audit.hash_of(house.audit_key, last.hash, number, at, audit.Event(chain, *event)):
                return last.number, Unfit(chain, number, "changed")
            for why, known in seen.items():
                if number == known.number and hash != known.hash:
                    return last.number, Unfit(chain, number, why)
            last, after = Head(number, hash), (number, id)
        if len(page) < PAGE_ROWS:
            break
    furthest = max((known.number for known in seen.values()), default=0)
    if last.number < max(furthest, head.number):
        return last.number, Unfit(chain, last.number + 1, "missing")
    return last.number, Unfit(chain, last.number, "head") if last != head else None


_ROW = "id, number, at, actor, role, device, subject, action, what, count, purpose, hash"


def _page(chain: UUID, after: tuple[int, UUID] | None):
    """Unit: the next rows of a chain and its head, as they are at one moment."""
    beyond, place = ("and (number, id) > (?, ?) ", after) if after else ("", ())
    rows = yield Query(
        f"select {_ROW} from audit where chain = ? {beyond}order by number, id limit ?",  # nosec B608 # the names are ours, every value is bound
        (chain, *place, PAGE_ROWS),
    )
    head = yield Query("select number, hash from chain where id = ?", (chain,))
    return rows, Head(*head[0]) if head else Head(0, b"")


def _hash(chain: UUID, number: int):
    rows = yield Query("select hash from audit where chain = ? and number = ?", (chain, number))
    return rows[0][0] if len(rows) == 1 else None


def _heads(after: UUID):
    rows = yield Query("select id, number, hash from chain where id > ? order by id limit ?", (after, HEADS_PAGE))
    return rows


def _groups():
    services = yield Query("select id from service", ())
    organisations = yield Query("select id from organisation", ())
    return [id for (id,) in [*services, *organisations]]


def _accounts_and_erased():
    accounts = yield Query("select person from account", ())
    erased = yield Query("select person from erased", ())
    return [person for (person,) in [*accounts, *erased]]


def _remembered():
    rows = yield Query("select chain, number, hash from audit_head", ())
    return rows


def _remember(rows: list[tuple[UUID, int, bytes, datetime]]):
    yield Many(
        "insert into audit_head (chain, number, hash, at) values (?, ?, ?, ?) on conflict (chain) do update set "
        "number = excluded.number, hash = excluded.hash, at = excluded.at where audit_head.number < excluded.number",
        rows,
    )


def _forget(chains: list[UUID]):
    yield Many("delete from audit_head where chain = ?", [(chain,) for chain in chains])


def _note(key: bytes, at: datetime, event: audit.Event):
    yield from audit.note(key, at, [event])
