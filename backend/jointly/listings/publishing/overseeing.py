"""Verbs of the service, and of everybody: approving who publishes for the first time, and saying that it wasn't on."""

from datetime import datetime
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.listings.cards import decode_card
from jointly.listings.model import decode_organisation
from jointly.listings.publishing import reporting, units
from jointly.listings.publishing.bounds import is_likely
from jointly.listings.publishing.making import organisation_of, profile_of, said_of
from jointly.listings.publishing.schemas import Came, NewReport, ReportSaid, ToLookAt, Waiting
from jointly.listings.publishing.writing import NOTHING_SAID, found_right
from jointly.people import audit
from jointly.people.house import House
from jointly.people.rules import MANAGERS, PUBLISHER
from jointly.people.vault import Session


async def waiting(house: House, *, session: Session) -> list[Waiting]:
    """Organisations whose listings wait for the service's yes, with what they would show."""
    who = {"actor": session.person, "group": house.service, "purpose": "approve"}
    return [
        Waiting(
            organisation=id,
            name=name,
            profile=profile_of(decode_organisation(body)) if body else NOTHING_SAID,
            listings=[said_of(service) for service in services if service.status != "inactive"],
        )
        for id, name, body, services in await house.db.read(_waiting, house.service, **who)
    ]


async def approve(house: House, *, session: Session, organisation: UUID) -> None:
    """What an organisation publishes is found from now on, also what it publishes later. Harmless when done before."""
    now = clock.now()
    who = {"actor": session.person, "group": house.service, "purpose": "approve"}
    events = [
        audit.did(session, "approved-publisher", chain=chain, subject=organisation, count=1, purpose="approve")
        for chain in (house.service, organisation)
    ]
    await house.db.run(_approve, house, organisation, session.person, now, events, subject=organisation, **who)


async def report(house: House, *, session: Session | None, id: UUID, said: NewReport) -> None:
    """Somebody says that a listing was wrong. Of the public nothing is kept but what they said."""
    now = clock.now()
    if not is_likely(said.on, now):
        raise Refusal(400, "bad-request")
    row = (id, said.listing, said.what, said.on, said.words, session and session.person, now)
    who = {"actor": session and session.person, "group": house.service, "purpose": "report a listing"}
    events = [_did(house, session, "reported", said.listing, who["purpose"])] if session else []
    if not await house.db.run(_report, row, house.audit_key, now, events, **who):
        raise Refusal(404, "no-such-listing")


async def reports(house: House, *, session: Session) -> list[ReportSaid]:
    """Reports: a publisher's own, or all for the service's staff."""
    organisation = session.organisation if session.role == PUBLISHER else None
    who = _who(house, session, "read reports")
    return [
        ReportSaid(
            id=id,
            listing=listing,
            name=name,
            by=decode_card(card).by,
            what=what,
            on=on,
            words=words,
            by_staff=staff is not None,
            made_at=made_at,
            answered_at=answered_at,
            answer=answer,
        )
        for id, listing, name, card, what, on, words, staff, made_at, answered_at, answer in await house.db.read(
            reporting.reports_of, organisation, house.service, **who
        )
    ]


async def to_look_at(house: House, *, session: Session) -> ToLookAt:
    """How much waits for somebody who works here, without what it is."""
    organisation = session.organisation if session.role == PUBLISHER else None
    who = _who(house, session, "count what waits")
    waits = await house.db.read(_how_many_wait, house.service, **who) if session.role in MANAGERS else 0
    reported = await house.db.read(reporting.to_look_at, organisation, house.service, **who)
    return ToLookAt(organisations=waits, reports=reported)


async def answer(house: House, *, session: Session, id: UUID, said: Came) -> None:
    """A report is looked at and answered, once. "It was right" is also saying that it is still correct."""
    organisation = session.organisation if session.role == PUBLISHER else None
    who = _who(house, session, "answer a report")
    if not await house.db.run(_answer, house, session, id, organisation, said, clock.now(), **who):
        raise Refusal(404, "no-such-report")


def _who(house: House, session: Session, purpose: str) -> dict:
    """On whose behalf somebody acts: a publisher for an organisation, the others for the service."""
    return {"actor": session.person, "group": session.organisation or house.service, "purpose": purpose}


def _did(house: House, session: Session, action: str, listing: UUID, purpose: str) -> audit.Event:
    """A note for the chain of whom somebody works for."""
    chain = session.organisation or house.service
    return audit.did(session, action, chain=chain, subject=listing, count=1, purpose=purpose)


def _report(row: tuple, key: bytes, now: datetime, events: list[audit.Event]):
    kept = yield from reporting.add(row)
    if kept and events:
        yield from audit.note(key, now, events)
    return kept


def _answer(house: House, session: Session, id: UUID, organisation: UUID | None, said: Came, now: datetime):
    listing = yield from reporting.answer(id, organisation, house.service, said, now)
    if listing is None:
        return False
    if said == "was-right":
        yield from found_right(listing, "group" if organisation else "worker", now)
    event = _did(house, session, "answered-report", listing, "answer a report")
    yield from audit.note(house.audit_key, now, [event])
    return True


def _waiting(service: UUID):
    """Unit: every organisation of the service with something that waits."""
    rows = yield Query(
        "select distinct o.id, o.name, p.body from listing l join organisation o on o.id = l.organisation "
        "left join publisher p on p.organisation = o.id where l.state = 'waiting' "
        "and o.service = ? and o.ended_at is null limit 100",
        (service,),
    )
    found = []
    for id, name, body in rows:
        kept = yield from units.listings_of(id)
        found.append((id, name, body, [one.service for one in kept]))
    return found


def _how_many_wait(service: UUID):
    """Unit: organisations of the service with something that waits."""
    [(count,)] = yield Query(
        "select count(distinct o.id) from listing l join organisation o on o.id = l.organisation "
        "where l.state = 'waiting' and o.service = ? and o.ended_at is null",
        (service,),
    )
    return count


def _approve(house: House, organisation: UUID, by: UUID, now: datetime, events: list[audit.Event]):
    yield from units.standing([organisation])
    own = yield Query("select id from organisation where id = ? and service = ?", (organisation, house.service))
    found = yield from units.profile(organisation)
    if not own or found is None:
        raise Refusal(404, "no-such-organisation")
    name, body, _ = found
    if not body:
        yield from units.keep_profile(organisation_of(organisation, name, NOTHING_SAID), now)
    changed = yield Query(
        "update publisher set approved_at = ?, approved_by = ? where organisation = ? and approved_at is null "
        "returning organisation",
        (now, by, organisation),
    )
    if changed:
        kept = yield from units.listings_of(organisation)
        yield from units.put([one.service for one in kept], now)
        yield from audit.note(house.audit_key, now, events)
