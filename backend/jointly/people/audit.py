"""The audit: who did what, for whom, in chains that cannot be changed without it being seen.

There is a chain a person, and one for each service and organisation. Each row's hash is HMAC-SHA-256 over the hash
before it and the row, with a key made from the master key: who has the database alone can forge none. The database
refuses to change or delete a row. How far each chain has come is remembered in the vault, so a cut tail is found too.
Every write is here in its own transaction, every read of another's record before anything of it is given. What anybody
wrote is never in it (OWASP ASVS 5.0, 16.3 and 16.4).
"""

import hmac
import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Many, Query
from jointly.kit.ids import uuid7
from jointly.people.house import House
from jointly.people.vault import Session

OPERATOR, JOB = "operator", "job"
"""Who acts when nobody is signed in."""


class Event(NamedTuple):
    """One thing done, for one chain. `what` are words of our own (scopes, kinds, a setting), never a person's."""

    chain: UUID
    actor: UUID | None
    role: str
    device: UUID | None
    subject: UUID | None
    action: str
    what: str
    count: int
    purpose: str


def did(
    session: Session | None,
    action: str,
    *,
    chain: UUID,
    subject: UUID | None = None,
    what: Iterable[str] = (),
    count: int = 0,
    purpose: str,
    role: str = OPERATOR,
) -> Event:
    """What whoever is signed in did; without a session `role` says who it was."""
    who = (session.person, session.role, session.device) if session else (None, role, None)
    return Event(chain, *who, subject, action, " ".join(sorted(what))[:160], count, purpose)


def note(key: bytes, at: datetime, events: Sequence[Event]):
    """Part of a unit: adds events to their chains, in its transaction.

    Taking the numbers writes the heads first, which on PostgreSQL makes those who add to one chain wait for each other.
    """
    at = to_the_millisecond(at)
    added: dict[UUID, int] = {}
    for event in events:
        added[event.chain] = added.get(event.chain, 0) + 1
    heads = yield Query(
        f"insert into chain (id, number, hash) values {', '.join(['(?, ?, ?)'] * len(added))} "  # nosec B608 # the names are ours, every value is bound
        "on conflict (id) do update set number = chain.number + excluded.number "
        'returning id as "id [UUID]", number, hash',
        tuple(value for chain in sorted(added) for value in (chain, added[chain], b"")),
    )
    ends = {id: (number - added[id], hash) for id, number, hash in heads}
    rows = []
    for event in events:
        number, before = ends[event.chain]
        number += 1
        hash = hash_of(key, before, number, at, event)
        ends[event.chain] = (number, hash)
        chain, actor, role, device, subject, action, what, count, purpose = event
        rows.append((uuid7(), chain, number, at, actor, role, device, subject, action, what, count, purpose, hash))
    yield Many(_INSERT, rows)
    yield Many("update chain set hash = ? where id = ?", [(hash, id) for id, (_, hash) in ends.items()])


async def keep(house: House, event: Event) -> None:
    """Adds one event in a transaction of its own: a read of somebody's record, before anything of it is given."""
    await house.db.run(
        _keep, house.audit_key, clock.now(), event, actor=event.actor, subject=event.chain, purpose=event.purpose
    )


def _keep(key: bytes, at: datetime, event: Event):
    yield from note(key, at, [event])


def to_the_millisecond(at: datetime) -> datetime:
    """`at` as it is kept and hashed."""
    return at.replace(microsecond=at.microsecond // 1000 * 1000)


def hash_of(key: bytes, before: bytes, number: int, at: datetime, event: Event) -> bytes:
    """The hash of a row that comes after one with the hash `before` (empty for the first of a chain)."""
    facts = json.dumps([number, round(at.timestamp() * 1000), *event], default=str, separators=(",", ":"))
    return hmac.digest(key, before + facts.encode(), "sha256")


_COLUMNS = "id, chain, number, at, actor, role, device, subject, action, what, count, purpose, hash"
_INSERT = f"insert into audit ({_COLUMNS}) values ({', '.join(['?'] * 13)})"  # nosec B608 # the names are ours, every value is bound
