"""Verbs: refer somebody, suggest something, and read somebody's support."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import ConstraintBroken, Query, stored
from jointly.kit.errors import Refusal
from jointly.notices import units as notices
from jointly.people import audit, referred, staff
from jointly.people import service as people
from jointly.people.house import House
from jointly.people.names import name_of, names
from jointly.people.rules import ABOUT, PATIENT, READERS
from jointly.people.vault import Session
from jointly.prescribing import reading, telling
from jointly.prescribing.arriving import alike
from jointly.prescribing.keeping import New, one_at_a_time
from jointly.prescribing.rules import prescription, referral
from jointly.prescribing.schemas import (
    AboutThem,
    NewPrescription,
    NewReferral,
    Prescription,
    Referral,
    Support,
)
from jointly.prescribing.sealed import in_clear, seal
from jointly.prescribing.stepping import need_team, note_read, today
from jointly.record import opening

CLEAR = {"person", "referral", "organisation", "kind", "next_on"}
"""What of a suggestion is kept in columns and not sealed with its words."""
MOST_OPEN = 60
"""Suggestions to one person that are open at once."""


async def refer(
    house: House,
    *,
    session: Session | None,
    id: UUID,
    new: NewReferral,
    taken: bool = True,
    made: people.Made | None = None,
) -> Referral:
    """Begins an episode of somebody of this service who agreed to it, and shares what it needs with the team.

    `session` is none for who has no account and for a file. With `taken`, a reader who refers has it in hand at once.
    `made` is their record when it begins with the referral: both are kept, or neither. Doing it again changes nothing,
    and its answer, with words of theirs, is for the team they share with: that is kept as a read. Raises a `Refusal`:
    404 for somebody who is not here, or who shares nothing any more with whoever sends it again, 409 `referral-open`
    when they are being supported already.
    """
    known = await house.vault.known(new.person)
    if known is None or (known.service, known.role) != (house.service, PATIENT):
        raise Refusal(404, "no-such-person")
    person, now, key = stored(new.person), clock.now(), await house.vault.key(new.person)
    id = stored(id)
    sealed = seal(key, person, id, new.details)
    owner = session.person if session and taken and session.role in READERS else house.service
    known_by = new.details.model_dump(include={"nhs_number", "born_on", "family_name"})
    digests = alike.digests(house.index_key, **known_by)
    next_on = referral.next_on("received", today(now))
    row = (id, person, house.service, new.source, "received", owner, next_on, now, sealed)
    event = audit.did(session, "referred", chain=person, subject=person, what=[new.source], count=1, purpose="support")
    who = {"actor": session and session.person, "subject": person, "group": house.service, "purpose": "support"}
    try:
        refused = await house.db.run(_refer, row, digests, session, house.audit_key, now, event, made, **who)
    except ConstraintBroken:
        refused = "step-id-reused"
    if refused == "known":
        if session and session.person != person:
            await need_team(house, session=session, person=person)
            await note_read(house, session=session, person=person)
    elif refused:
        raise Refusal(409, refused)
    found = await house.db.read(reading.journal, person, **who)
    [one] = [each for each in found.referrals if each.id == id]
    return reading.shown_referral(one, found.steps, key, await names(house, _writers(found.steps)))


async def prescribe(house: House, *, session: Session, id: UUID, new: NewPrescription) -> Prescription:
    """Suggests something to somebody, whose phone shows who and why. Doing it again changes nothing, and is a read.

    Raises a `Refusal`: 404 when the team may not see their support, or for an organisation that does not run it; 409
    for an id of another suggestion or too many.
    """
    await need_team(house, session=session, person=new.person)
    person, now, key = stored(new.person), clock.now(), await house.vault.key(new.person)
    id = stored(id)
    if new.organisation and not await _runs_it(house, new):
        raise Refusal(404, "no-such-organisation")
    thing = new.thing if in_clear(new.thing) else ""
    sealed = seal(key, person, id, new, CLEAR | {"thing"} if thing else CLEAR)
    next_on = prescription.next_on("suggested", today(now), new.next_on)
    row = (id, person, house.service, new.referral, new.organisation, new.kind, thing, "suggested")
    row = (*row, session.person, next_on, now, sealed)
    event = audit.did(session, "suggested", chain=person, subject=person, what=[new.kind], count=1, purpose="support")
    who = {"actor": session.person, "subject": person, "group": house.service, "purpose": "support"}
    step = New(id, id, person, house.service, "suggest", "worker", session.person, now, now, today(now), None, None)
    told = await telling.prepare(house, session=session, person=person, key=key, step=step)
    try:
        async with house.db.transaction(**who):
            refused = await house.db.run(_prescribe, row, house.audit_key, now, event, **who)
            if refused is None:
                await telling.tell(house, told, step, who)
    except ConstraintBroken:
        refused = "step-id-reused"  # of another service's, whose row is not even seen
    if refused == "known":
        await note_read(house, session=session, person=person)
    elif refused:
        raise Refusal(409, refused)
    found = await house.db.read(reading.prescription, id, **who)
    return reading.shown_prescription(*found, key, await names(house, _writers(found[1])))


async def support(house: House, *, session: Session, person: UUID) -> Support:
    """Somebody's whole social prescribing record, for one of the team. That it was opened is kept first."""
    access = await need_team(house, session=session, person=person)
    event = audit.did(session, "read", chain=person, subject=person, what=["support"], count=1, purpose="care")
    await audit.keep(house, event)
    key = await house.vault.key(person)
    who = {"actor": session.person, "subject": person, "group": house.service, "purpose": "care"}
    found = await house.db.read(reading.journal, person, **who)
    owners = {each.owner for each in (*found.referrals, *found.prescriptions)}
    called = await names(house, _writers(found.steps) | owners)
    team = await staff.colleagues(house, session=session)
    own = await opening.about(house, session=session, access=access) if ABOUT in access.scopes else None
    return Support(
        person=person,
        called=await name_of(house, person),
        about=AboutThem(**{name: getattr(own, name) for name in AboutThem.model_fields}) if own else None,
        page=[reading.shown_step(step, person, key, called) for step in found.steps if step.about == person],
        referrals=[reading.shown_referral(row, found.steps, key, called) for row in found.referrals],
        prescriptions=[reading.shown_prescription(row, found.steps, key, called) for row in found.prescriptions],
        tasks=[reading.shown_task(row, person, key) for row in found.tasks],
        names=called,
        team={one.person: one.called for one in team},
        shared_since=await house.db.read(reading.shared_since, person, house.service, **who),
    )


async def one(house: House, *, session: Session, prescription: UUID, person: UUID) -> Prescription:
    """One suggestion as the side of whoever is signed in sees it, after their rights were looked at."""
    side = "person" if session.person == person else "worker" if session.role in READERS else "group"
    key = await house.vault.key(person)
    who = {"actor": session.person, "subject": person, "group": house.service, "purpose": "support"}
    row, steps = await house.db.read(reading.prescription, prescription, **who)
    return reading.shown_prescription(row, steps, key, await names(house, _writers(steps)), side)


def _writers(steps: Iterable[reading.StepRow]) -> set[UUID]:
    return {step.by for step in steps}


def _refer(
    row: tuple,
    digests: alike.Digests,
    session: Session | None,
    key: bytes,
    now: datetime,
    event: audit.Event,
    made: people.Made | None,
):
    """Unit: keeps a referral with its share; gives `known` when it was kept before, or the refusal's code."""
    id, person, service = row[:3]
    if made:
        yield from people.keep_person(made, key, now)
    yield from one_at_a_time(person)
    before = yield Query("select id from referral where person = ? and (id = ? or state <> 'closed')", (person, id))
    if any(other == id for (other,) in before):
        return "known"
    if before:
        return "referral-open"
    yield from referred.share(person, "service", service, session, key, now)
    yield Query(
        "insert into referral (id, person, service, source, state, owner, next_on, received_at, sealed, attempts, "
        "steps) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)",
        row,
    )
    yield from alike.keep(person, service, digests)
    if session and session.person != person:
        yield from notices.put(service, now, [notices.New(person, "support-refer", id, None, id)])
    yield from audit.note(key, now, [event])
    return None


def _prescribe(row: tuple, key: bytes, now: datetime, event: audit.Event):
    """Unit: keeps a suggestion; gives `known` when it was kept before, or the refusal's code."""
    id, person, _service, of = row[:4]
    yield from one_at_a_time(person)
    before = yield Query("select person from prescription where id = ?", (id,))
    if before:
        return "known" if before[0][0] == person else "step-id-reused"
    if of:
        referrals = yield Query("select 1 from referral where id = ? and person = ?", (of, person))
        if not referrals:
            return "no-such-referral"
    [(count,)] = yield Query("select count(*) from prescription where person = ? and state <> 'closed'", (person,))
    if count >= MOST_OPEN:
        return "prescriptions-many"
    yield Query(
        "insert into prescription (id, person, service, referral, organisation, kind, thing, state, owner, next_on, "
        "made_at, sealed, visits, missed, steps) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0)",
        row,
    )
    yield from audit.note(key, now, [event])
    return None


async def _runs_it(house: House, new: NewPrescription) -> bool:
    """Whether the organisation works here and runs what is suggested: it may be told of the person, and nobody else."""
    try:
        listing = UUID(new.thing)
    except ValueError:
        return False
    if new.kind != "activity":
        return False
    who = {"group": house.service, "purpose": "support"}
    return await house.db.read(_runs, listing, new.organisation, house.service, **who)


def _runs(listing: UUID, organisation: UUID, service: UUID):
    rows = yield Query(
        "select 1 from listing join organisation on organisation.id = listing.organisation "
        "where listing.id = ? and organisation.id = ? and organisation.service = ? and organisation.ended_at is null",
        (listing, organisation, service),
    )
    return bool(rows)
