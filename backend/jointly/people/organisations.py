"""Verbs: the organisations that work with a service."""

from datetime import datetime
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.kit.ids import uuid7
from jointly.people import audit
from jointly.people.house import House
from jointly.people.rules import PUBLISHER, REFERRAL
from jointly.people.service import LISTED
from jointly.people.staff_schemas import Organisation
from jointly.people.vault import Session


async def organisations(house: House) -> list[Organisation]:
    """All of the service, newest first."""
    rows = await house.db.read(_all, house.service, group=house.service, purpose="list organisations")
    return [Organisation(**dict(zip(Organisation.model_fields, row, strict=True))) for row in rows]


async def make(house: House, *, session: Session | None, name: str) -> Organisation:
    """A new organisation."""
    made = Organisation(id=uuid7(), name=name, made_at=clock.now(), ended_at=None)
    events = _events(house, session, "made-organisation", made.id)
    row = (made.id, house.service, made.name, made.made_at)
    await house.db.run(_make, row, house.audit_key, made.made_at, events, **_who(house, session, made.id))
    return made


async def end(house: House, *, session: Session, id: UUID) -> list[UUID]:
    """Ends the work with an organisation; gives its publishers whose accounts are to be shut.

    What people shared with it ends too, since nobody there can read it, and what it publishes is found no more.
    Harmless when it was done before.
    """
    if not await _exists(house, id):
        raise Refusal(404, "no-such-organisation")
    now = clock.now()
    events = _events(house, session, "ended-organisation", id)
    await house.db.run(_end, house, id, now, events, **_who(house, session, id))
    await _end_shares(house, session, id)
    return await house.vault.database.read(_publishers, id, purpose="end an organisation")


async def _end_shares(house: House, session: Session, id: UUID) -> None:
    """Ends what people share with an organisation: of each in a transaction of theirs, which says so in their chain.

    What such a share was for is over with it, as when the person ends it, and their phone hears of that.
    """
    who = {"actor": session.person, "purpose": "end an organisation"}
    while people := await house.db.read(_sharing_with, id, group=id, **who):
        for person in people:
            what = ["organisation", REFERRAL]
            event = audit.did(session, "withdrew", chain=person, subject=person, what=what, purpose=who["purpose"])
            theirs = {"subject": person, "group": house.service, **who}
            await house.db.run(_end_share, house, person, id, clock.now(), event, **theirs)
            for also in house.after_withdrawn:
                await also(house, session, person)


async def is_open(house: House, id: UUID) -> bool:
    """Whether the organisation works with the service now."""
    return any(one.id == id and one.ended_at is None for one in await organisations(house))


async def _exists(house: House, id: UUID) -> bool:
    return any(one.id == id for one in await organisations(house))


def _who(house: House, session: Session | None, organisation: UUID) -> dict:
    """Two chains are written to: the service's, and the organisation's own."""
    return {
        "actor": session and session.person,
        "subject": organisation,
        "group": house.service,
        "purpose": "run the service",
    }


def _events(house: House, session: Session | None, action: str, id: UUID) -> list[audit.Event]:
    return [
        audit.did(session, action, chain=chain, subject=id, count=1, purpose="run the service")
        for chain in (house.service, id)
    ]


def _all(service: UUID):
    rows = yield Query(
        "select id, name, made_at, ended_at from organisation where service = ? order by id desc limit ?",
        (service, LISTED),
    )
    return rows


def _make(row: tuple, key: bytes, at: datetime, events: list[audit.Event]):
    yield Query("insert into organisation (id, service, name, made_at) values (?, ?, ?, ?)", row)
    yield from audit.note(key, at, events)


def _end(house: House, id: UUID, at: datetime, events: list[audit.Event]):
    ended = yield Query("update organisation set ended_at = ? where id = ? and ended_at is null returning id", (at, id))
    for also in house.when_ended if ended else ():
        yield from also(id, at)
    if ended:
        yield from audit.note(house.audit_key, at, events)


def _sharing_with(organisation: UUID):
    rows = yield Query(
        "select distinct person from share where with_kind = 'organisation' and with_id = ? and ended_at is null "
        "limit 500",
        (organisation,),
    )
    return [person for (person,) in rows]


def _end_share(house: House, person: UUID, organisation: UUID, at: datetime, event: audit.Event):
    ended = yield Query(
        "update share set ended_at = ? where person = ? and with_kind = 'organisation' and with_id = ? "
        "and ended_at is null returning id",
        (at, person, organisation),
    )
    if ended:
        for also in house.when_withdrawn:
            yield from also(house, person, "organisation", organisation, REFERRAL, at, mine=False)
        yield from audit.note(house.audit_key, at, [event._replace(count=len(ended))])


def _publishers(organisation: UUID):
    rows = yield Query(
        "select person from account where organisation = ? and role = ? and ended_at is null",
        (organisation, PUBLISHER),
    )
    return [person for (person,) in rows]
