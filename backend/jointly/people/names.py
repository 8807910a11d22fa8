"""What people are called: sealed with their own keys."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.sealing import SealingKey
from jointly.people import audit
from jointly.people.house import House
from jointly.people.vault import Gone, Session, Unknown


async def rename(house: House, *, session: Session, called: str) -> None:
    """Keeps what whoever is signed in wants to be called."""
    person = session.person
    sealed = seal_name(await house.vault.key(person), person, called)
    event = audit.did(session, "renamed", chain=person, subject=person, purpose="rename")
    who = {"actor": person, "subject": person, "purpose": "rename"}
    await house.db.run(_rename, person, sealed, house.audit_key, clock.now(), event, **who)


async def name_of(house: House, person: UUID) -> str | None:
    """What `person` is called, or none when they have not said."""
    called = await house.db.read(_called, person, subject=person, purpose="read a name", inline=True)
    return called and open_name(await house.vault.key(person), person, called)


async def names(house: House, people: Iterable[UUID]) -> dict[UUID, str]:
    """What these people are called, as far as they have said; who is of another service or gone is left out."""
    wanted = list(people)
    if not wanted:
        return {}
    rows = await house.db.read(_names, house.service, wanted, group=house.service, purpose="read names")
    found = [(id, await readable_name(house, id, called)) for id, called in rows]
    return {id: called for id, called in found if called}


async def readable_name(house: House, person: UUID, called: bytes | None) -> str | None:
    """A sealed name in clear, or none when it is nobody's any more."""
    try:
        return called and open_name(await house.vault.key(person), person, called)
    except (Unknown, Gone):
        return None


def seal_name(key: SealingKey, person: UUID, called: str | None) -> bytes | None:
    """A name as it is kept."""
    return key.seal(called.encode(), _place(person)) if called else None


def open_name(key: SealingKey, person: UUID, called: bytes) -> str:
    """A name that `seal_name` sealed."""
    return key.open(called, _place(person)).decode()


def _place(person: UUID) -> bytes:
    return person.bytes + b"/called"


def _called(person: UUID):
    rows = yield Query("select called from person where id = ?", (person,))
    return rows[0][0] if rows else None


def _names(service: UUID, people: list[UUID]):
    marks = ", ".join("?" * len(people))
    sql = f"select id, called from person where service = ? and id in ({marks})"  # nosec B608 # the names are ours, every value is bound
    rows = yield Query(sql, (service, *people))
    return rows


def _rename(person: UUID, sealed: bytes | None, audit_key: bytes, at: datetime, event: audit.Event):
    yield Query("update person set called = ? where id = ?", (sealed, person))
    yield from audit.note(audit_key, at, [event])
