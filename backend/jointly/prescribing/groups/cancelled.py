"""Verb: a date that is no more, or is moved, reaches exactly those who were going, and their worker.

Who has booked it gets a step in their journal; who goes there anyway gets a notice: one, however many dates went with
it. It runs right after a publisher's change, and as a job, for what feeds say and for a change after which the process
died. Each step and notice has an id that follows from the change, so that doing it again, or twice at once, says
nothing twice.
"""

import logging
from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid5

from jointly.kit import clock
from jointly.kit.db import ConstraintBroken, Query
from jointly.notices import units as notices
from jointly.people import audit
from jointly.people.house import House
from jointly.people.vault import Gone, Unknown
from jointly.prescribing import keeping, telling
from jointly.prescribing.groups import changes
from jointly.prescribing.groups.standing_in import by_service
from jointly.prescribing.rules.moves import Refused
from jointly.prescribing.rules.visits import day_of
from jointly.prescribing.schemas import NewStep
from jointly.prescribing.sealed import seal
from jointly.prescribing.stepping import IN_CLEAR, today

PURPOSE = "tell of a changed date"
MOST = 2_000
"""People who go to one listing."""
log = logging.getLogger("jointly")


class Change(NamedTuple):
    """A row of `date_change`."""

    id: UUID
    listing: UUID
    by: UUID
    start: datetime
    now_at: datetime | None
    back: bool
    words: str | None
    at: datetime


class Goer(NamedTuple):
    """Somebody who goes to the listing, or has booked a visit there."""

    id: UUID
    person: UUID
    owner: UUID
    state: str
    first_at: datetime | None


class Concerned(NamedTuple):
    """Whom a change concerns: who is to be told in their journal, and how; and who goes there anyway."""

    steps: list[tuple[Goer, str]]
    going: list[Goer]


async def soon(house: House, listing: UUID, by: UUID) -> None:
    """Right after somebody changed a listing: what goes wrong here is done by the job, and never undoes the change."""
    try:
        await tell(house, listing, by)
    except Exception:
        log.exception("those who were going could not be told at once: the job will")


async def tell(house: House, listing: UUID | None = None, by: UUID | None = None) -> int:
    """Tells everybody of the dates that are not as they were: of `listing`, which `by` changed, or of all. Gives how
    many dates those were."""
    who = {"group": house.service, "purpose": PURPOSE}
    listings = [listing] if listing else await house.db.read(changes.listings_gone_to, house.service, **who)
    for start in range(0, len(listings), changes.TOGETHER):
        some = listings[start : start + changes.TOGETHER]
        await house.db.run(changes.look, house.service, some, by or house.service, clock.now(), **who)
    waiting = await house.db.read(_waiting, house.service, **who)
    for change in waiting:
        found = await house.db.read(_concerned, change, **who)
        for goer, kind in found.steps:
            await _add_step(house, change, goer, kind)
        await house.db.run(notices.put, house.service, clock.now(), _notices(change, found.going), **who)
        await house.db.run(_done, change.id, clock.now(), **who)
    return len(waiting)


async def _add_step(house: House, change: Change, goer: Goer, kind: str) -> None:
    now, id = clock.now(), uuid5(change.id, str(goer.id))
    try:
        key = await house.vault.key(goer.person)
    except (Gone, Unknown):
        return  # erased meanwhile
    start = change.now_at or (change.start if change.back else None)
    new = NewStep(kind=kind, at=now, start=start, words=change.words)
    stand_in = by_service(house, change.by)
    step = keeping.New(
        id=id,
        about=goer.id,
        person=goer.person,
        service=house.service,
        kind=kind,
        side="group",
        by=change.by,
        at=now,
        received_at=now,
        today=today(now),
        previous=None,
        sealed=seal(key, goer.person, id, new, IN_CLEAR),
        spoken=False,
    )
    what = ["prescription", kind]
    event = audit.did(
        stand_in, "supported", chain=goer.person, subject=goer.person, what=what, count=1, purpose=PURPOSE
    )
    who = {"actor": change.by, "subject": goer.person, "group": house.service, "purpose": PURPOSE}
    told = await telling.prepare(house, session=stand_in, person=goer.person, key=key, step=step)
    try:
        async with house.db.transaction(**who):
            if await house.db.run(keeping.add, "prescription", step, keeping.Noted(house.audit_key, [event]), **who):
                await telling.tell(house, told, step, who)
    except (Refused, ConstraintBroken):
        return  # they booked another date meanwhile, it is over, or another process told them just now


def _notices(change: Change, going: list[Goer]) -> list[notices.New]:
    kind = "support-off" if not change.back else "support-on"
    at_once = uuid5(change.listing, change.at.isoformat())  # the dates that one change took away have its time
    return [
        notices.New(whom, kind, goer.id, subject, uuid5(at_once, str(goer.id)))
        for goer in going
        for whom, subject in ((goer.person, None), (goer.owner, goer.person))
    ]


def _waiting(service: UUID):
    rows = yield Query(
        f"select {', '.join(Change._fields)} from date_change where service = ? and done_at is null "  # nosec B608 # the names are ours, every value is bound
        "order by at, back desc, id",
        (service,),
    )
    return [Change(*row) for row in rows]


def _concerned(change: Change):
    rows = yield Query(
        "select id, person, owner, state, first_at from prescription where thing = ? and kind = 'activity' "
        "and state in ('booked', 'offered', 'going', 'missed') order by id limit ?",
        (str(change.listing), MOST),
    )
    goers = [Goer(*row) for row in rows]
    starts = yield Query(
        "select start from date_seen where listing = ? and loose = ? and start is not null", (change.listing, False)
    )
    others = {start for (start,) in starts} - {change.start}
    steps = [(one, "off") for one in goers if one.state == "booked" and _is(change.start, one.first_at, others)]
    told = yield from _told_before(change, [one for one in goers if one.state == "offered"])
    kind = "offer" if change.now_at or change.back else "off"
    steps += [(one, kind) for one in told]
    return Concerned(steps, [one for one in goers if one.state in ("going", "missed")])


def _is(start: datetime, first_at: datetime | None, others: set[datetime]) -> bool:
    """Whether a visit was booked for the date that began then: at that time, or, where the time was written down
    otherwise, on that day and at no other of the listing's dates."""
    if first_at is None:
        return False
    return first_at == start or (day_of(first_at) == day_of(start) and first_at not in others)


def _told_before(change: Change, offered: list[Goer]):
    """Of those who were offered a date, who was offered this very one when another was changed to it, or had this one
    before it was off: nothing else has been said to them since."""
    if not offered:
        return []
    rows = yield Query(
        "select id, start, now_at from date_change where listing = ? and at < ?", (change.listing, change.at)
    )
    before = [id for id, start, now_at in rows if now_at == change.start or (change.back and start == change.start)]
    marks = ", ".join("?" * len(offered))
    steps = yield Query(
        f"select about, id from step where about in ({marks}) and kind not in ('say', 'ask') order by number",  # nosec B608 # every value is bound
        tuple(one.id for one in offered),
    )
    last = dict(steps)
    return [one for one in offered if last.get(one.id) in {uuid5(id, str(one.id)) for id in before}]


def _done(id: UUID, at: datetime):
    yield Query("update date_change set done_at = ? where id = ?", (at, id))
