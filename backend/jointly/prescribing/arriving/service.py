"""Verbs: a referral arrives, from outside or written down by the team, and what waits to be taken."""

from collections.abc import Set
from datetime import datetime
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.people import audit, referrers
from jointly.people.codes import code_from, shown
from jointly.people.house import House
from jointly.people.names import names
from jointly.people.rules import PATIENT, SUPPORT
from jointly.people.service import begin_person
from jointly.people.setup import present
from jointly.people.vault import Session
from jointly.prescribing import reading
from jointly.prescribing import service as support
from jointly.prescribing.arriving import alike
from jointly.prescribing.arriving.schemas import (
    AlikePerson,
    Arrival,
    Arrivals,
    ArrivalsCount,
    NewArrival,
    OutsideReferral,
    Receipt,
    ReferringAs,
    StaffReferral,
)
from jointly.prescribing.rules import referral, who
from jointly.prescribing.rules.moves import Refused
from jointly.prescribing.schemas import NewReferral, ReferralDetails, Source
from jointly.prescribing.stepping import today

PURPOSE = "refer"
MOST = 500


async def opens(house: House, *, typed: str, address: str) -> ReferringAs:
    """Whose a referrer's code is; raises a `Refusal` for a wrong or ended one."""
    found = await referrers.find(house, typed=typed, address=address)
    return ReferringAs(name=found["name"], service=(await present(house)).name)


async def from_outside(house: House, *, new: OutsideReferral, address: str) -> Receipt:
    """A practice or an agency refers somebody with its code. Sending it again is harmless."""
    found = await referrers.find(house, typed=new.code, address=address)
    if (before := await kept(house, new.id)) is None:
        check(new.who)
        await referrers.spend(house, found)
    method = {"method": "form", "organisation": found["name"]}
    return before or await arrive(house, session=None, id=new.id, source=found["role"], who=new.who, more=method)


async def from_team(house: House, *, session: Session, id: UUID, new: StaffReferral) -> Receipt:
    """One of the team writes down a referral of somebody who has no record here. Sending it again is harmless."""
    if before := await kept(house, id):
        return before
    method = {"method": "self" if new.source == "self" else "phone", "organisation": new.organisation}
    return await arrive(house, session=session, id=id, source=new.source, who=new.who, more=method)


async def arrive(
    house: House, *, session: Session | None, id: UUID, source: Source, who: NewArrival, more: dict[str, str | None]
) -> Receipt:
    """Makes somebody who has not joined together with their referral: after a power cut there are both or neither, and
    asking again makes them once. Raises a `Refusal` for what is wrong in `who`."""
    number = check(who)
    details = ReferralDetails(**who.model_dump() | more | {"nhs_number": number, "referred_on": today(clock.now())})
    made = await begin_person(house, role=PATIENT, called=who.given_name, session=session, purpose=PURPOSE)
    new = NewReferral(person=made.person, source=source, details=details)
    try:
        await support.refer(house, session=session, id=id, new=new, taken=False, made=made)
    except Refusal:
        await house.vault.erase(made.person)  # nothing of theirs was kept
        if before := await kept(house, id):
            return before  # it was sent twice at once, and the other was first
        raise
    return await kept(house, id) or _unkept()


async def arrivals(house: House, *, session: Session) -> Arrivals:
    """What arrived and nobody has taken, the longest waiting first, with who may be the same.

    That it was opened is kept in the service's chain, and in that of each person whose name it gives, before anything
    of it is given. Who was erased meanwhile is left out.
    """
    now, who = clock.now(), {"actor": session.person, "group": house.service, "purpose": "see arrivals"}
    rows, pairs, judged, busy = await house.db.read(_arrived, house.service, now, **who)
    keys = await house.vault.keys([row.person for row in rows])
    rows = [row for row in rows if row.person in keys]
    alike_to = {row.id: {b for a, b, _ in pairs if a == row.person and (row.id, b) not in judged} for row in rows}
    named = {row.person for row in rows}.union(*alike_to.values())
    named = await house.db.run(_note_seen, house.audit_key, now, session, house.service, named, len(rows), **who)
    called = await names(house, named)
    found = []
    for row in rows:
        if row.person not in named:
            continue
        said = reading.shown_referral(row, (), keys[row.person], called)
        others = alike_to[row.id] & named
        same_as = [
            AlikePerson(
                person=other,
                called=called.get(other),
                alike=sorted(kind for one, like, kind in pairs if (one, like) == (row.person, other)),
                open=other in busy,
            )
            for other in sorted(others, key=lambda other: called.get(other, ""))
        ]
        found.append(
            Arrival(
                **said.model_dump(include={"id", "person", "source", "state", "received_at", "next_on"}),
                called=called.get(row.person),
                number=receipt_number(house, row.id),
                details=said.details,
                same_as=same_as,
            )
        )
    return Arrivals(arrivals=found)


async def waiting(house: House, *, session: Session) -> ArrivalsCount:
    """How many referrals the list of arrivals would have. No name is read for it, and so nobody's chain says so."""
    who = {"actor": session.person, "group": house.service, "purpose": "count arrivals"}
    count, since = await house.db.read(_waiting, house.service, clock.now(), **who)
    return ArrivalsCount(count=count, since=since)


def check(new: NewArrival) -> str | None:
    """The NHS number in ten digits, if there is one. Raises a `Refusal` for what is wrong in `new`."""
    try:
        who.birth_date(new.born_on, today(clock.now()))
        number = who.nhs_number(new.nhs_number) if new.nhs_number else None
    except Refused as refused:
        raise Refusal(400, refused.code) from None
    if not (new.phone or new.email or (new.prefers == "letter" and new.postcode)):
        raise Refusal(400, "reach-nothing")
    return number


def receipt_number(house: House, id: UUID) -> str:
    """What a referral is called on paper: always the same for one id, and nobody works the id out from it."""
    return shown(code_from(house.index_key.digest(b"receipt/" + id.bytes)))


async def kept(house: House, id: UUID) -> Receipt | None:
    """The receipt of a referral that was kept before; none when there is none."""
    at = await house.db.read(_received_at, id, house.service, group=house.service, purpose=PURPOSE)
    if at is None:
        return None
    days = referral.NEXT_DAYS["received"]
    name = (await present(house)).name
    return Receipt(number=receipt_number(house, id), received_at=at, service=name, days=days)


def _unkept() -> Receipt:
    raise Refusal(409, "step-id-reused")


def _received_at(id: UUID, service: UUID):
    rows = yield Query("select received_at from referral where id = ? and service = ?", (id, service))
    return rows[0][0] if rows else None


def _note_seen(key: bytes, at: datetime, session: Session, service: UUID, people: Set[UUID], count: int):
    """Unit: a row in the service's chain, and one in that of each of these people who is still here; gives those."""
    marks = ", ".join("?" * len(people)) or "null"
    rows = yield Query(f"select id from person where service = ? and id in ({marks})", (service, *people))  # nosec B608 # the names are ours, every value is bound
    here = {person for (person,) in rows}
    read = {"what": [SUPPORT], "count": 1, "purpose": "care"}
    events = [audit.did(session, "listed", chain=service, what=["arrivals"], count=count, purpose="care")]
    events += [audit.did(session, "read", chain=person, subject=person, **read) for person in sorted(here)]
    yield from audit.note(key, at, events)
    return here


_UNTAKEN = f"from referral r where r.service = ? and r.owner = ? and r.state <> 'closed' and {alike.shared_by('r')}"  # nosec B608 # the names are ours, every value is bound
"""What nobody has taken, of those whose support the team may see: the service twice, and the time."""


def _waiting(service: UUID, now: datetime):
    [(count,)] = yield Query(f"select count(*) {_UNTAKEN}", (service, service, now))  # nosec B608 # the names are ours, every value is bound
    first = yield Query(f"select r.received_at {_UNTAKEN} order by r.received_at limit 1", (service, service, now))  # nosec B608 # the names are ours, every value is bound
    return count, first[0][0] if first else None


def _arrived(service: UUID, now: datetime):
    columns = ", ".join(f"r.{name}" for name in reading.ReferralRow._fields)
    rows = yield Query(
        f"select {columns} {_UNTAKEN} order by r.received_at, r.id limit ?",  # nosec B608 # the names are ours, every value is bound
        (service, service, now, MOST),
    )
    found = [reading.ReferralRow(*row) for row in rows]
    pairs = yield from alike.pairs({row.person for row in found}, service, now)
    judged = yield Query("select referral, person from judged where service = ?", (service,))
    busy = yield Query("select distinct person from referral where service = ? and state <> 'closed'", (service,))
    return found, [tuple(pair) for pair in pairs], {tuple(one) for one in judged}, {person for (person,) in busy}
