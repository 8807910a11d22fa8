"""Verb: everybody who shares check-ins with whoever is signed in or is supported, whose turn it is, and why."""

import asyncio
from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from jointly.caseload import reading
from jointly.caseload.reading import Found, Look, Sharer
from jointly.caseload.rules import ORDER, in_order, reasons
from jointly.caseload.schemas import CaseLine, Caseload, Due, LookedAt, SafetyEvent, Supporting, Why
from jointly.caseload.support_rules import Supported
from jointly.caseload.supporting import NOBODY, Supports, supported_of
from jointly.caseload.supporting import by_person as by_person_of
from jointly.caseload.turns import Person, person_of
from jointly.content.pathway_models import PathwayFacts
from jointly.kit import clock
from jointly.kit.sealing import SealingKey, Unreadable
from jointly.people import audit, setup
from jointly.people.house import House
from jointly.people.names import names, open_name
from jointly.people.rules import Actor
from jointly.people.vault import Session
from jointly.record.merged import Sealed, read
from jointly.safety.schemas import Safety

ZONE = ZoneInfo("Europe/London")
"""Whose calendar says what day it is for a service."""


async def caseload(house: House, *, session: Session, pathways: Mapping[str, PathwayFacts]) -> Caseload:
    """The list, worked out now from people's own entries. That it was read is kept before anything of it is given.

    A share that was withdrawn a moment ago is on it no more; somebody who was erased meanwhile is left out.
    """
    now = clock.now()
    today = now.astimezone(ZONE).date()
    actor = Actor(session.person, session.role, session.service, session.organisation)
    who = {"actor": session.person, "group": house.service, "purpose": "list a caseload"}
    found: Found = await house.db.read(reading.find, actor, now, **who)
    people = [one.person for one in found.sharers]
    keys = await house.vault.keys({*people, *(look.by for look in found.looked.values())})
    heard = await house.vault.last_heard(people)
    owners = {one.owner for one in found.supports.referrals}
    called = await names(house, {look.by for look in found.looked.values()} | owners)
    lines = await asyncio.to_thread(_lines, found, house.service, keys, heard, called, pathways, today)
    facts = {"chain": house.service, "what": ["caseload"], "count": len(lines), "purpose": "care"}
    await audit.keep(house, audit.did(session, "listed", **facts))
    return Caseload(
        today=today,
        people=lines,
        more=found.more,
        order=list(ORDER),
        looks_at_list=(await setup.present(house)).looks_at_list,
    )


def _lines(
    found: Found,
    service: UUID,
    keys: Mapping[UUID, SealingKey],
    heard: Mapping[UUID, datetime],
    called: Mapping[UUID, str],
    pathways: Mapping[str, PathwayFacts],
    today: date,
) -> list[CaseLine]:
    """Opens, merges and orders; away from the event loop, as it is some thousand entries."""
    by_person: dict[UUID, list[Sealed]] = {}
    for row in found.rows:
        by_person.setdefault(row.person, []).append(row)
    supports = by_person_of(found.supports)
    lines = []
    for sharer in found.sharers:
        if key := keys.get(sharer.person):
            person = person_of(read(by_person.get(sharer.person, ()), key, reading.KINDS), pathways, today)
            support = supports.get(sharer.person, NOBODY)
            supported = supported_of(support, service, key)
            given = (support, supported, person, heard.get(sharer.person), found.looked, called, today)
            line = _line(sharer, _name(sharer, key), *given)
            lines.append((line.why, line.called or "", line))
    return in_order(lines)


def _line(
    sharer: Sharer,
    called: str | None,
    support: Supports,
    supported: Supported,
    person: Person,
    heard_at: datetime | None,
    looks: Mapping[UUID, Look],
    names_of: Mapping[UUID, str],
    today: date,
) -> CaseLine:
    on, at = (person.turn.pathway, person.turn.standing) if person.turn else (None, None)
    looked = {entry: look.times for entry, look in looks.items()}
    shared_on = sharer.checkins_at.astimezone(ZONE).date() if sharer.checkins_at else None
    why = reasons(person.facts(shared_on, looked, supported), today)
    return CaseLine(
        person=sharer.person,
        called=called,
        shared_at=sharer.shared_at,
        pathway=on and on.pathway,
        variant=on and on.variant,
        started_on=on and on.started_on,
        standing=at and Due(at.state, at.contact, at.from_, at.to, at.days),
        goals=len(person.goals),
        review_on=min((goal.review_on for goal in person.goals if goal.review_on), default=None),
        last_check_in=person.last_check_in,
        last_heard_at=heard_at,
        safety=[
            SafetyEvent(
                entry, body.card, body.trigger, day, body.last_at, body.did, _since(body, looks.get(entry), names_of)
            )
            for entry, body, day in person.listed(looked, today)
        ],
        supported=sharer.supported,
        support=_supporting(support, names_of),
        why=[
            Why(one.code, one.days, one.on, one.contact, one.card, one.entry, one.name, one.about, one.times)
            for one in why
        ],
    )


def _supporting(support: Supports, names_of: Mapping[UUID, str]) -> Supporting | None:
    if not support.referrals:
        return None
    one = support.referrals[0]
    received_on = one.received_at.astimezone(ZONE).date()
    return Supporting(one.id, one.state, one.owner, names_of.get(one.owner), received_on, one.next_on)


def _since(body: Safety, look: Look | None, names_of: Mapping[UUID, str]) -> LookedAt | None:
    """Who looked at a showing since it was shown last."""
    return LookedAt(look.by, names_of.get(look.by), look.at) if look and look.times >= body.times else None


def _name(sharer: Sharer, key: SealingKey) -> str | None:
    try:
        return open_name(key, sharer.person, sharer.called) if sharer.called else None
    except Unreadable:
        return None
