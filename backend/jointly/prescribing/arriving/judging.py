"""Verbs: a human says whether somebody who arrived is a person known here.

When they are, the referral and all that was written since it arrived become the known person's: sealed anew with their
key, in one transaction, and each of the two chains says so. The record that is empty then is erased after it. It shares
nothing anew: of somebody who does not share with the team any more, nobody is made the same as them.
"""

from datetime import datetime
from uuid import UUID, uuid5

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.kit.sealing import SealingKey
from jointly.notices import units as notices
from jointly.people import audit
from jointly.people.house import House
from jointly.people.rules import PATIENT, SUPPORT
from jointly.people.vault import Session
from jointly.prescribing import keeping, reading
from jointly.prescribing.arriving import alike
from jointly.prescribing.arriving.schemas import Settled
from jointly.prescribing.rules.moves import CLOSED, Refused
from jointly.prescribing.sealed import move_seal
from jointly.prescribing.stepping import need_team
from jointly.record import lives

PURPOSE = "same person"


async def other(house: House, *, session: Session, referral: UUID, person: UUID) -> Settled:
    """Who arrived is not this person: they are not shown as alike any more."""
    arrived = await _arrived(house, session, referral)
    await need_team(house, session=session, person=person)
    said = (referral, arrived, person, house.service, False, session.person, clock.now())
    event = _event(session, "other-person", arrived, arrived)
    await house.db.run(_note, said, house.audit_key, [event], **_who(house, session, arrived))
    await audit.keep(house, _event(session, "other-person", person, arrived))
    return await _settled(house, referral)


async def same(house: House, *, session: Session, referral: UUID, person: UUID) -> Settled:
    """Who arrived is this person. Doing it again is harmless, and ends what a process that died had left.

    Raises a `Refusal`: 404 for a referral or a person that is not here, or does not share with the team any more, 409
    `same-as-used` when who arrived has joined or has something that is not of the referral: two lives are not made one
    by a machine.
    """
    done = await house.db.read(_done, referral, person, **_who(house, session, person))
    if done is None:
        arrived = await _arrived(house, session, referral)
        await _need_known(house, person)
        if arrived == person:
            raise Refusal(409, "same-as-itself")
        keys = await house.vault.key(arrived), await house.vault.key(person)
        given = (house, session, referral, arrived, person, keys, clock.now())
        try:
            done = await house.db.run(_become, *given, **_who(house, session, arrived))
        except Refused as refused:
            raise Refusal(409 if refused.code == "same-as-used" else 404, refused.code) from None
    if await house.vault.known(done):
        await audit.keep(house, _event(session, "same-person", done, person))
        await lives.erase(house, person=done, session=session)
    return await _settled(house, referral)


async def _arrived(house: House, session: Session, referral: UUID) -> UUID:
    """Whose the referral is, for a team that may see it; a 404 otherwise."""
    person = await house.db.read(reading.whose, "referral", referral, group=house.service, purpose=PURPOSE)
    try:
        if person is None:
            raise Refusal(404, "no-such-referral")
        await need_team(house, session=session, person=person)
    except Refusal:
        raise Refusal(404, "no-such-referral") from None
    return person


async def _need_known(house: House, person: UUID) -> None:
    known = await house.vault.known(person)
    if known is None or (known.service, known.role) != (house.service, PATIENT):
        raise Refusal(404, "no-such-person")


async def _settled(house: House, referral: UUID) -> Settled:
    person, state = await house.db.read(_state, referral, group=house.service, purpose=PURPOSE)
    return Settled(referral=referral, person=person, state=state)


def _who(house: House, session: Session, subject: UUID) -> dict:
    return {"actor": session.person, "subject": subject, "group": house.service, "purpose": PURPOSE}


def _event(session: Session, action: str, chain: UUID, subject: UUID) -> audit.Event:
    return audit.did(session, action, chain=chain, subject=subject, what=["referral"], count=1, purpose=PURPOSE)


def _note(said: tuple, key: bytes, events: list[audit.Event]):
    yield from alike.judge(*said)
    yield from audit.note(key, said[-1], events)


def _done(referral: UUID, person: UUID):
    rows = yield Query(
        "select j.arrived from judged j join referral r on r.id = j.referral and r.person = j.person "
        "where j.referral = ? and j.person = ? and j.same",
        (referral, person),
    )
    return rows[0][0] if rows else None


def _has_more(person: UUID):
    """Unit: whether somebody has joined, or has anything besides one referral and what was written about it."""
    for sql in (
        "select 1 from person where id = ? and joined_at is not null",
        "select 1 from version where person = ? limit 1",
        "select 1 from prescription where person = ? limit 1",
        "select 1 from task where person = ? limit 1",
    ):
        if (yield Query(sql, (person,))):
            return True
    [(count,)] = yield Query("select count(*) from referral where person = ?", (person,))
    return count != 1


def _need_both(referral: UUID, arrived: UUID, person: UUID, service: UUID, at: datetime):
    """Unit: takes the rows of both, and refuses when either is not there to be made one: erased, made the same as
    somebody else, used, or not shared with the team any more. What looked well before may not be so any more."""
    here = yield from keeping.one_at_a_time(arrived, person)
    if (yield from _done(referral, person)):
        return
    given_away = yield Query("select 1 from judged where arrived in (?, ?) and same limit 1", (arrived, person))
    if here != {arrived, person} or given_away:
        raise Refused("no-such-person")
    if (yield from _has_more(arrived)):
        raise Refused("same-as-used")
    for one in (arrived, person):
        # Taking its row: whoever ends it just now either did so before, or closes what is theirs after this.
        running = yield Query(
            "update share set ended_at = ended_at where person = ? and with_kind = 'service' and with_id = ? "
            "and ended_at is null returning scopes, ends_at",
            (one, service),
        )
        if not any(SUPPORT in scopes.split() and (ends_at is None or ends_at > at) for scopes, ends_at in running):
            raise Refused("no-such-person")


def _state(referral: UUID):
    rows = yield Query("select person, state from referral where id = ?", (referral,))
    return rows[0]


def _become(
    house: House,
    session: Session,
    referral: UUID,
    arrived: UUID,
    person: UUID,
    keys: tuple[SealingKey, SealingKey],
    at: datetime,
):
    """Unit: makes the referral of one the referral of the other; gives whose it was. While that one is being supported
    already, it is closed as merged, so that nobody has two episodes at once. Raises `Refused`."""
    service = house.service
    yield from _need_both(referral, arrived, person, service, at)
    taken = yield Query(
        "update referral set steps = steps where id = ? and person = ? returning sealed, state, steps",
        (referral, arrived),
    )
    if not taken:  # another who said so at the same moment was first
        return arrived
    [(sealed, state, steps)] = taken
    busy = yield Query("select id from referral where person = ? and state <> 'closed'", (person,))
    yield Query(
        "update referral set person = ?, sealed = ? where id = ?",
        (person, move_seal(keys, arrived, person, referral, sealed), referral),
    )
    written = yield Query("select id, about, sealed from step where person = ?", (arrived,))
    for id, about, words in written:
        of = person if about == arrived else about
        yield Query(
            "update step set person = ?, about = ?, sealed = ? where id = ?",
            (person, of, move_seal(keys, arrived, person, id, words), id),
        )
    yield Query(
        "update likeness set person = ? where person = ? and digest not in "
        "(select digest from likeness where person = ?)",
        (person, arrived, person),
    )
    if busy and state != CLOSED:
        yield Query(
            "update referral set state = 'closed', outcome = 'merged', closed_at = ?, next_on = null, steps = ? "
            "where id = ?",
            (at, steps + 1, referral),
        )
        step = (uuid5(referral, "merged"), referral, person, service, steps + 1, "close", "worker", session.person)
        yield Query(keeping.INSERT, (*step, at, at, None, None))
    elif state != CLOSED:
        yield from notices.put(service, at, [notices.New(person, "support-refer", referral, None, referral)])
    # Until what is empty is erased, nobody writes in it what would be erased with it.
    yield Query("update share set ended_at = ? where person = ? and ended_at is null", (at, arrived))
    yield from alike.judge(referral, arrived, person, service, True, session.person, at)
    yield from audit.note(house.audit_key, at, [_event(session, "same-person", person, person)])
    return arrived
