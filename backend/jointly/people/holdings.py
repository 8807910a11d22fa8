"""What is held of a person besides their record, for themselves: how they sign in, from where, and who read how far."""

from typing import Any
from uuid import UUID

from jointly.kit.db import Query
from jointly.people import recovery
from jointly.people.credentials import passkeys_of
from jointly.people.house import House
from jointly.people.names import names
from jointly.people.vault import Session

_SESSION = (
    "device", "name", "method", "made_at", "signed_in_at", "proved_at", "heard_at", "ends_at", "revoked_at",
)  # fmt: skip
_PERSON = ("joined_at", "organisation")
_SEEN = ("by", "scopes", "number", "at")


async def who_is_held(house: House, *, session: Session) -> dict[str, Any]:
    """When whoever is signed in joined, and the organisation that they belong to, if any."""
    who = {"actor": session.person, "subject": session.person, "purpose": "export"}
    rows = await house.db.read(_person, session.person, **who)
    return dict(zip(_PERSON, rows[0], strict=True)) if rows else {}


async def ways_in(house: House, *, session: Session) -> dict[str, Any]:
    """Passkeys, recovery codes, NHS login, and every session that is kept, ended and revoked ones too."""
    person, vault = session.person, house.vault.database
    left, made_at = await recovery.left(house, session=session)
    logins = await vault.read(_logins, person, purpose="export")
    sessions = await vault.read(_sessions, person, purpose="export")
    return {
        "passkeys": [
            {"name": key.name, "made_at": key.made_at, "used_at": key.used_at, "backed_up": bool(key.backed_up)}
            for key in await passkeys_of(house, person)
        ],
        "recovery_codes": {"made_at": made_at, "left": left},
        "nhs_login": [{"linked_at": linked_at, "used_at": used_at} for linked_at, used_at in logins],
        "sessions": [dict(zip(_SESSION, one, strict=True)) for one in sessions],
    }


async def who_read(house: House, *, session: Session) -> list[dict[str, Any]]:
    """Who read how far of what, and when they last did. `number` is that of the newest version they had then."""
    who = {"actor": session.person, "subject": session.person, "purpose": "export"}
    rows = await house.db.read(_seen, session.person, **who)
    called = await names(house, {by for by, *_ in rows})
    found = [dict(zip(_SEEN, row, strict=True)) for row in rows]
    return [one | {"called": called.get(one["by"]), "scopes": one["scopes"].split()} for one in found]


def _person(person: UUID):
    return (yield Query("select joined_at, organisation from person where id = ?", (person,)))


def _logins(person: UUID):
    return (yield Query("select made_at, used_at from login where person = ? order by made_at", (person,)))


def _sessions(person: UUID):
    return (
        yield Query(
            "select id, name, method, made_at, signed_in_at, proved_at, heard_at, ends_at, revoked_at from device "
            "where person = ? order by heard_at desc",
            (person,),
        )
    )


def _seen(person: UUID):
    return (yield Query("select by, scopes, number, at from seen where person = ? order by at desc", (person,)))
