"""Recovery codes: eight to print, each of which signs in once, for who lost every device and passkey.

They are for patients and carers. Staff who lost their passkey get a new invitation, so that nothing but a passkey ever
opens what others shared.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Many, Query
from jointly.kit.errors import Refusal
from jointly.people import audit
from jointly.people.codes import RECOVERY_LENGTH, new_code, shown
from jointly.people.house import House
from jointly.people.rules import STAFF
from jointly.people.vault import Session

CODES = 8


async def make(house: House, *, session: Session) -> list[str]:
    """Eight new codes of whoever is signed in, as they are printed. Every earlier one ends."""
    if session.role in STAFF:
        raise Refusal(403, "not-allowed")
    person, now = session.person, clock.now()
    event = audit.did(session, "made-codes", chain=person, subject=person, count=CODES, purpose="sign in")
    await audit.keep(house, event)
    codes = [new_code(RECOVERY_LENGTH) for _ in range(CODES)]
    rows = [(digest_of(house, code), person, now) for code in codes]
    await house.vault.database.run(_make, person, rows, actor=person, subject=person, purpose="make recovery codes")
    return [shown(code) for code in codes]


async def left(house: House, *, session: Session) -> tuple[int, datetime | None]:
    """How many codes of whoever is signed in were not used, and when they were made; none when never."""
    rows = await house.vault.database.read(_left, session.person, purpose="count recovery codes")
    return sum(used_at is None for _, used_at in rows), rows[0][0] if rows else None


async def find(house: House, code: str) -> dict[str, Any] | None:
    """A recovery code as `looking_up` tells of codes, or none when there is no such one."""
    digest = digest_of(house, code)
    rows = await house.vault.database.read(_find, digest, house.service, purpose="look up a code")
    if not rows:
        return None
    person, role, used_at, used_by = rows[0]
    found = {"digest": digest, "kind": "recovery", "role": role, "person": person, "share": None}
    return found | {"ends_at": None, "used_at": used_at, "used_by_device": used_by}


async def use(house: House, *, digest: bytes, device: UUID) -> bool:
    """Uses a code up; gives whether this device may. It may again, because the answer may have been lost."""
    return await house.vault.database.run(_use, digest, device, clock.now(), purpose="use a recovery code")


def digest_of(house: House, code: str) -> bytes:
    """What is kept of a code."""
    return house.index_key.digest(b"recovery/" + code.encode())


def _make(person: UUID, rows: list[tuple]):
    yield Query("delete from recovery_code where person = ?", (person,))
    yield Many("insert into recovery_code (digest, person, made_at) values (?, ?, ?)", rows)


def _left(person: UUID):
    return (yield Query("select made_at, used_at from recovery_code where person = ?", (person,)))


def _find(digest: bytes, service: UUID):
    return (
        yield Query(
            "select recovery_code.person, account.role, used_at, used_by_device from recovery_code "
            "join account on account.person = recovery_code.person where digest = ? and service = ? "
            "and ended_at is null",
            (digest, service),
        )
    )


def _use(digest: bytes, device: UUID, now: datetime):
    used = yield Query(
        "update recovery_code set used_at = coalesce(used_at, ?), used_by_device = ? "
        "where digest = ? and (used_at is null or used_by_device = ?) returning digest",
        (now, device, digest, device),
    )
    return bool(used)
