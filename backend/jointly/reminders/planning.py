"""Verbs: somebody's plan, made from their record as it is now, and kept ahead for two weeks."""

import logging
from collections.abc import Mapping, Sequence, Set
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from jointly.content.pathway_models import PathwayFacts
from jointly.kit import clock
from jointly.kit.sealing import Unreadable
from jointly.notices import units as notices
from jointly.people.house import House
from jointly.people.vault import Gone, Unknown
from jointly.reminders import reading, units
from jointly.reminders.manner import Manner, manner_of, opened, sealed
from jointly.reminders.past import past_of
from jointly.reminders.reading import Standing
from jointly.reminders.rounds import rounds_of
from jointly.reminders.rules.planning import within
from jointly.reminders.rules.slots import Planned
from jointly.reminders.units import Taken

Pathways = Mapping[str, PathwayFacts]
log = logging.getLogger("jointly")


class Plan(NamedTuple):
    """Everything that is due for somebody in the two weeks from a time on, and from what it was worked out."""

    number: int
    items: list[Planned]
    standing: Standing
    manner: Manner


async def plan_of(house: House, pathways: Pathways, person: UUID, now: datetime, kept: bytes | None) -> Plan | None:
    """The plan of somebody as everything stands; none for who was erased. `kept` is how they are told, as it rests."""
    try:
        key = await house.vault.key(person)
    except (Gone, Unknown):
        return None
    who = {"subject": person, "group": house.service, "purpose": "plan reminders"}
    record = await house.db.read(reading.record_of, person, now, **who)
    manner = opened(house.index_key, kept)
    if manner.rounds:
        standing = rounds_of(house, person, manner.rounds, record.news)
    else:
        standing = reading.standing_of(record, key, pathways, now)
        manner = manner_of(standing.entry) if standing.entry else manner
    return Plan(record.number, within(standing.wishes, standing.facts, now), standing, manner)


async def renew(house: House, pathways: Pathways, taken: Taken, lease: datetime, now: datetime) -> Plan | None:
    """Makes what is due for somebody be what their record says, since it changed, or since now; none for who was
    erased, or is not this process's any more."""
    person = taken.person
    try:
        plan = await plan_of(house, pathways, person, now, taken.sealed)
    except Unreadable:
        log.error("how somebody wants to be told does not open: person %s", person)
        plan = None
    who = {"group": house.service, "purpose": "plan reminders"}
    if plan is None:
        await house.db.run(units.forget, person, **who)
        return None
    past = await past_of(house, pathways, person, plan.items, taken.changed_at or now, now)
    given = (person, house.service, lease, plan.number, now, plan.items, past, sealed(house.index_key, plan.manner))
    return plan if await house.db.run(units.replan, *given, **who) else None


async def record_changed(house: House, person: UUID, kinds: Set[str]) -> None:
    """Somebody's record has entries of these kinds that it had not: what they are reminded of is looked at again, and
    is never told from the plan before. Who is not reminded of anything is not asked for."""
    now = clock.now()
    who = {"group": house.service, "purpose": "plan reminders"}
    if "reminding" in kinds:
        await house.db.run(units.wake, house.service, [person], now, **who)
    if kinds:
        await house.db.run(notices.record_changed, person, now, **who)


def untold(items: Sequence[Planned], known: frozenset[UUID], now: datetime) -> list[Planned]:
    """What is still to come of a plan: not told before, and not for a time that is past."""
    return [one for one in items if one.id not in known and one.at > now]
