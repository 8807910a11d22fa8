"""Verbs: add a step to somebody's page, to a referral or to a prescription, whichever side takes it.

A step that was sent before is added once. One that is refused changes nothing and says why in words; the device that
sent it keeps it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from jointly.kit import clock
from jointly.kit.db import ConstraintBroken, stored
from jointly.kit.errors import Refusal
from jointly.people import audit
from jointly.people.access import need
from jointly.people.house import House
from jointly.people.rules import PUBLISHER, READERS, REFERRAL, SUPPORT, Access
from jointly.people.vault import Session
from jointly.prescribing import handing, keeping, reading, telling, withdrawing
from jointly.prescribing.rules import needs
from jointly.prescribing.rules.moves import Refused, Side
from jointly.prescribing.rules.referral import NOBODY_COMES
from jointly.prescribing.schemas import NewStep
from jointly.prescribing.sealed import seal

ZONE = ZoneInfo("Europe/London")
"""Whose calendar says what day it is for a service."""
IN_CLEAR = {"kind", "at", "side", "previous", "next_on", "owner", "instead_of"}
"""What of a step is kept in columns and not sealed with its words."""
AHEAD = timedelta(minutes=10)
"""How far in the future a step may have happened: two clocks are never the same."""
BEFORE = timedelta(days=1)
"""How long before the referral came, or the suggestion was made, a step of it may have happened: it was written down
the day after."""
FAR = timedelta(days=366)
"""How far away a visit, or the day on which somebody looks again, may be: further on, nobody would."""
BEFORE_VISIT = timedelta(hours=3)
"""How long before a session starts somebody may be marked as there."""
MARKS = ("been", "missed")
"""They happened when the session was that they name, whenever somebody says so."""
SPOKEN_FOR: Mapping[Side, frozenset[Side]] = {
    "worker": frozenset({"worker", "group", "person"}),
    "group": frozenset({"group"}),
    "person": frozenset({"person"}),
}
"""Whose steps each side may write down: a worker also what a group or the person told them."""


async def on_page(house: House, *, session: Session, person: UUID, id: UUID, new: NewStep) -> None:
    """A part of somebody's page said anew. What two wrote at once is both kept."""
    await need_team(house, session=session, person=person)
    if new.kind != "section":
        raise Refusal(400, "step-unknown")
    await take(house, session=session, about="person", of=person, person=person, id=id, new=new, side="worker")


async def on_referral(house: House, *, session: Session, referral: UUID, id: UUID, new: NewStep) -> UUID:
    """A step of an episode, by one of the team; gives whose it is. Its message has an address of its own."""
    person = (await need_episode(house, session=session, referral=referral)).subject
    if new.kind == "message":
        raise Refusal(400, "step-unknown")
    if new.owner:
        await _need_reader(house, new.owner)
    side = _side("worker", new)
    await take(house, session=session, about="referral", of=referral, person=person, id=id, new=new, side=side)
    if new.outcome in NOBODY_COMES or new.kind == "withdraw":
        await withdrawing.say_so_on_phone(house, session, person)
    return person


async def on_prescription(house: House, *, session: Session, prescription: UUID, id: UUID, new: NewStep) -> UUID:
    """A step of a suggestion, by the team, by the group that runs it or by its person; gives whose it is."""
    person = await _whose(house, "prescription", prescription)
    with _as_unknown("prescription"):
        mine = await _my_side(house, session, person, prescription)
    side = _side(mine, new)
    if new.owner:
        if mine != "worker":
            raise Refusal(409, "step-not-yours")  # only the team says who of the team has it in hand
        await _need_reader(house, new.owner)
    given = {"about": "prescription", "of": prescription, "person": person, "id": id}
    if not await take(house, session=session, **given, new=new, side=side) and mine != "person":
        await note_read(house, session=session, person=person, what=SUPPORT if mine == "worker" else REFERRAL)
    return person


async def note_read(house: House, *, session: Session, person: UUID, what: str = SUPPORT) -> None:
    """Keeps in somebody's chain that words of theirs are given. What is sent again changes nothing, and so leaves no
    other trace: its answer holds what stands there all the same."""
    facts = {"chain": person, "subject": person, "what": [what], "count": 1, "purpose": "support"}
    await audit.keep(house, audit.did(session, "read", **facts))


async def need_team(house: House, *, session: Session, person: UUID) -> Access:
    """Refuses with a 404 whoever is not of the team that this person lets see their support."""
    access = await need(house, session=session, subject=person, scope=SUPPORT)
    if access.as_ != "staff":
        raise Refusal(404, "no-such-person")
    return access


async def need_episode(house: House, *, session: Session, referral: UUID) -> Access:
    """As `need_team`, of whose episode this is: whoever may not see it hears what they would of no episode."""
    person = await _whose(house, "referral", referral)
    with _as_unknown("referral"):
        return await need_team(house, session=session, person=person)


@contextmanager
def _as_unknown(what: str) -> Iterator[None]:
    """Whoever may not see something hears what they would hear of an id that nothing has."""
    try:
        yield
    except Refusal as refusal:
        raise (Refusal(404, f"no-such-{what}") if refusal.status == 404 else refusal) from None


async def take(
    house: House,
    *,
    session: Session,
    about: keeping.About,
    of: UUID,
    person: UUID,
    id: UUID,
    new: NewStep,
    side: Side,
) -> bool:
    """Adds a step after the callers' rights were looked at; gives whether it is new. Raises a `Refusal`."""
    now, key = clock.now(), await house.vault.key(person)
    who = {"actor": session.person, "subject": person, "group": house.service, "purpose": "support"}
    began = await house.db.read(reading.began, about, stored(of), person, **who, inline=True)
    at = _when(new, now, began and began - BEFORE, own=session.person == person)
    if new.next_on and new.next_on > today(now) + FAR:
        raise Refusal(400, "step-far")
    try:
        needs.check(new.kind, new.model_dump(exclude_none=True))
    except Refused as refused:
        raise Refusal(400, refused.code) from None
    id = stored(id)
    step = keeping.New(
        id=id,
        about=stored(of),
        person=person,
        service=house.service,
        kind=new.kind,
        side=side,
        by=session.person,
        at=at,
        received_at=now,
        today=today(now),
        previous=new.previous,
        sealed=seal(key, person, id, new, IN_CLEAR),
        outcome=new.outcome,
        owner=new.owner,
        next_on=new.next_on,
        start=new.start,
        organisation=await telling.group_of(house, of) if new.kind == "send" else None,
        to=new.to,
        instead_of=new.instead_of,
    )
    what = [about, new.kind]
    event = audit.did(session, "supported", chain=person, subject=person, what=what, count=1, purpose="support")
    noted = keeping.Noted(house.audit_key, [event])
    told = await telling.prepare(house, session=session, person=person, key=key, step=step)
    try:
        async with house.db.transaction(**who):
            added = await house.db.run(keeping.add, about, step, noted, **who)
            if added and about == "referral":
                await house.db.run(withdrawing.end_with_referral, step, house.audit_key, **who)
            if added:
                await telling.tell(house, told, step, who)
    except Refused as refused:
        # Sent twice at once: this one waited for the other, and met the state that the other had led to.
        if await house.db.read(reading.has_step, step.id, step.about, **who):
            return False
        if refused.code == "step-taken":
            raise await handing.refusal(house, step.about, who) from None
        raise Refusal(404 if refused.code.startswith("no-such") else 409, refused.code) from None
    except ConstraintBroken:
        # Sent twice at once, and the other has it; or the id is a step of somebody else's, who is not even seen.
        if not await house.db.read(reading.has_step, step.id, step.about, **who):
            raise Refusal(409, "step-id-reused") from None
        return False
    return added


def _when(new: NewStep, now: datetime, earliest: datetime | None, *, own: bool) -> datetime:
    """When a step happened. Raises a `Refusal` for a time that cannot be.

    A person's own answer is not refused for being too early: their clock was wrong, and what they said is not.
    """
    marks = new.kind in MARKS
    at = new.start if marks and new.start else new.at
    if new.kind != "missed" and at > now + (BEFORE_VISIT if new.kind == "been" and new.start else AHEAD):
        raise Refusal(400, "step-ahead")
    if new.start and new.start > now + FAR:
        raise Refusal(400, "step-far")
    if earliest is None:
        return at
    if own:
        at = max(at, earliest)
    if at < earliest or (new.start and not marks and new.start < earliest):
        raise Refusal(400, "step-too-early")
    return at


def today(now: datetime) -> date:
    """The day in London."""
    return now.astimezone(ZONE).date()


async def _whose(house: House, table: str, id: UUID) -> UUID:
    person = await house.db.read(reading.whose, table, id, group=house.service, purpose="find whose this is")
    if person is None:
        raise Refusal(404, f"no-such-{table}")
    return person


async def _my_side(house: House, session: Session, person: UUID, prescription: UUID) -> Side:
    """As which side whoever is signed in acts on a suggestion of `person`; a 404 when as none."""
    if session.person == person:
        return "person"
    if session.role in READERS:
        await need_team(house, session=session, person=person)
        return "worker"
    if session.role == PUBLISHER:
        await need(house, session=session, subject=person, scope=REFERRAL)
        if await telling.group_of(house, prescription, sent=True) == session.organisation:
            return "group"
    raise Refusal(404, "no-such-prescription")


def _side(mine: Side, new: NewStep) -> Side:
    side = new.side or mine
    if side not in SPOKEN_FOR.get(mine, ()):
        raise Refusal(409, "step-not-yours")
    return side


async def _need_reader(house: House, person: UUID) -> None:
    known = await house.vault.known(person)
    if known is None or known.service != house.service or known.role not in READERS or known.ended_at:
        raise Refusal(404, "no-such-person")
