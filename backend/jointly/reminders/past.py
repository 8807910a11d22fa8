"""What of a new plan is of the past: it came before the record said so, and is not told any more."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from jointly.content.pathway_models import PathwayFacts
from jointly.kit.db import Query
from jointly.people.house import House
from jointly.reminders import reading
from jointly.reminders.rules.planning import NEWS, within
from jointly.reminders.rules.slots import Planned


async def past_of(
    house: House,
    pathways: Mapping[str, PathwayFacts],
    person: UUID,
    plan: Sequence[Planned],
    since: datetime,
    now: datetime,
) -> frozenset[UUID]:
    """Of a plan that follows changes of which the first was at `since`: what came before it, and what came between it
    and now without standing in the record at its time. News is never of the past, whenever it comes."""
    came = [one for one in plan if one.at <= now and one.kind not in NEWS]
    before = frozenset(one.id for one in came if one.at <= since)
    between = [one for one in came if one.at > since]
    if not between:
        return before
    who = {"subject": person, "group": house.service, "purpose": "plan reminders"}
    record, pushes = await house.db.read(_changes, person, since, now, **who)
    key = await house.vault.key(person)
    stood: dict[int, set[tuple[UUID, datetime]]] = {}
    past = set(before)
    for one in between:
        later = min((number for number, received_at in pushes if received_at > one.at), default=None)
        if later is None:
            continue
        if later not in stood:
            rows = [row for row in record.rows if row.number < later]
            standing = reading.standing_of(record._replace(rows=rows), key, pathways, now)
            stood[later] = {(then.id, then.at) for then in within(standing.wishes, standing.facts, now)}
        if (one.id, one.at) not in stood[later]:
            past.add(one.id)
    return frozenset(past)


def _changes(person: UUID, since: datetime, now: datetime):
    """Unit: the record, and from which number on it was changed when, after the first of these changes."""
    record = yield from reading.record_of(person, now)
    pushes = yield Query("select number, received_at from push where person = ? and received_at > ?", (person, since))
    return record, pushes
