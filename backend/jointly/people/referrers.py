"""Verbs: the codes with which practices and agencies refer people, without an account.

A referrer's code opens a form and nothing else: it tells nothing of anybody, and signs nobody in. It is made for one
practice or agency by name, is good for a year, and can be ended by a manager.
"""

from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.people import audit, limits
from jointly.people.codes import new_code, shown
from jointly.people.house import House
from jointly.people.limits import Limit
from jointly.people.looking_up import digest_of, find_code
from jointly.people.referrers_schemas import NewReferrer, Referrer, ReferrerCode
from jointly.people.vault import Session

KIND = "referrer"
LIFE = timedelta(days=365)
FROM_ONE_CODE = Limit(tries=60, seconds=3600)
"""Referrals with one code: a surgery's whole morning."""
LISTED = 500
PURPOSE = "run the service"


async def make(house: House, *, session: Session, new: NewReferrer, code: str | None = None) -> ReferrerCode:
    """A code for a practice or an agency. It is told this once: only its digest is kept."""
    code, now = code or new_code(), clock.now()
    ends_at = (now + LIFE).replace(microsecond=0)
    digest = digest_of(house, code)
    sealed = _seal(house, digest, new.name)
    row = (digest, KIND, new.source, house.service, session.person, now, ends_at, sealed)
    await house.db.run(_make, row, house.audit_key, now, _noted(house, session, "made-code"), **_who(house, session))
    return ReferrerCode(
        id=UUID(bytes=digest), name=new.name, code=shown(code), link=f"{house.origin}/refer#{code}", ends_at=ends_at
    )


async def referrers(house: House) -> list[Referrer]:
    """Who has a code, or had one that is not forgotten yet, newest first."""
    rows = await house.db.read(_all, house.service, group=house.service, purpose=PURPOSE)
    return [
        Referrer(
            id=UUID(bytes=bytes(digest)),
            source=source,
            name=_name(house, digest, name, sealed),
            made_at=made_at,
            ends_at=ends_at,
        )
        for digest, source, name, sealed, made_at, ends_at in rows
    ]


async def end(house: House, *, session: Session, id: UUID) -> None:
    """Ends a code at once. Harmless when it has ended; a 404 for one that is not a referrer's of this service."""
    now = clock.now()
    event = _noted(house, session, "ended-code")
    if not await house.db.run(_end, id.bytes, house.service, house.audit_key, now, event, **_who(house, session)):
        raise Refusal(404, "code-unknown")


async def find(house: House, *, typed: str, address: str) -> dict[str, Any]:
    """The row of a referrer's code: `name`, and `role`, which is the source. Raises a `Refusal` as a join code does."""
    found = await find_code(house, typed, address, device=None, kinds=(KIND,))
    return found | {"name": _name(house, found["digest"], found["name"], found["sealed"])}


async def seal_names(house: House) -> None:
    """Seals the names of referrers that were kept before names were sealed. Doing it again changes nothing."""
    for digest, name in await house.db.read(_in_clear, house.service, group=house.service, purpose=PURPOSE):
        sealed = _seal(house, digest, name)
        await house.db.run(_keep_sealed, digest, sealed, group=house.service, purpose=PURPOSE)


async def spend(house: House, found: dict[str, Any]) -> None:
    """Counts a referral with this code; raises a 429 `Refusal` past the limit."""
    await limits.spend(house, f"referrer:{bytes(found['digest']).hex()[:24]}", FROM_ONE_CODE)


def _noted(house: House, session: Session, action: Literal["made-code", "ended-code"]) -> audit.Event:
    return audit.did(session, action, chain=house.service, what=[KIND], count=1, purpose=PURPOSE)


def _who(house: House, session: Session) -> dict:
    return {"actor": session.person, "group": house.service, "purpose": PURPOSE}


def _make(row: tuple, key: bytes, now: datetime, event: audit.Event):
    yield Query(
        "insert into join_code (digest, kind, role, service, made_by, made_at, ends_at, sealed) "
        "values (?, ?, ?, ?, ?, ?, ?, ?)",
        row,
    )
    yield from audit.note(key, now, [event])


def _all(service: UUID):
    return (
        yield Query(
            "select digest, role, name, sealed, made_at, ends_at from join_code where service = ? and kind = ? "
            "order by made_at desc limit ?",
            (service, KIND, LISTED),
        )
    )


def _in_clear(service: UUID):
    rows = yield Query(
        "select digest, name from join_code where service = ? and kind = ? and name is not null", (service, KIND)
    )
    return rows


def _keep_sealed(digest: bytes, sealed: bytes):
    yield Query("update join_code set name = null, sealed = ? where digest = ?", (sealed, digest))


def _seal(house: House, digest: bytes, name: str) -> bytes:
    """A referrer may be a person by name, and who refers to a service says something of whom it refers."""
    return house.index_key.seal(name.encode(), _place(digest))


def _name(house: House, digest: bytes, name: str | None, sealed: bytes | None) -> str:
    return name or (house.index_key.open(sealed, _place(digest)).decode() if sealed else "")


def _place(digest: bytes) -> bytes:
    return bytes(digest) + b"/referrer"


def _end(digest: bytes, service: UUID, key: bytes, now: datetime, event: audit.Event):
    found = yield Query(
        "select ends_at from join_code where digest = ? and service = ? and kind = ?", (digest, service, KIND)
    )
    if found and found[0][0] > now:
        yield Query("update join_code set ends_at = ? where digest = ?", (now, digest))
        yield from audit.note(key, now, [event])
    return bool(found)
