"""Somebody ends a share that a referral brought, or it runs out: whatever it was for is over at the same moment. So is
what was suggested in an episode after whose end nobody comes."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid5

from jointly.kit import clock
from jointly.kit.db import Many, Query
from jointly.notices import units as notices
from jointly.people import audit
from jointly.people.house import House
from jointly.people.rules import PATIENT, REFERRAL, SUPPORT
from jointly.people.vault import Gone, Session, Unknown
from jointly.prescribing import keeping, reading, telling
from jointly.prescribing.rules.moves import Side
from jointly.prescribing.rules.referral import NOBODY_COMES


class Ending(NamedTuple):
    """A share that ends: when, of whom, whose step that is (a side, and who), and the audit's key."""

    at: datetime
    person: UUID
    side: Side
    by: UUID
    audit_key: bytes


def end_with_share(
    house: House, person: UUID, with_kind: str, with_id: UUID | None, scopes: str, at: datetime, *, mine: bool = True
):
    """Unit, in the transaction that ends a share: closes what needed it, as withdrawn, each with a step that says so.

    A share with the service that held the social prescribing record ends episodes, suggestions, tasks and links, what a
    referral shared with groups for them, and what staff were told about this person. One with an organisation ends the
    suggestions that it was told of. `mine` says whose step it is: the person's, or the service's when the share ran out
    or the work with the organisation ended; then the person and their worker are told so.
    """
    end = Ending(at, person, *(("person", person) if mine else ("service", house.service)), house.audit_key)
    if with_kind == "service" and SUPPORT in scopes.split():
        yield from _close("referral", "person = ?", (person,), end)
        yield from _close("prescription", "person = ?", (person,), end)
        yield Query("update task set done_at = ? where person = ? and done_at is null", (at, person))
        yield Query("update answer_link set ended = ? where person = ? and used_at is null", (True, person))
        yield from _end_with_groups(end)
        yield Query("delete from notice where subject = ? and kind like 'support-%'", (person,))
    elif with_kind == "organisation":
        told = "person = ? and organisation = ? and sent_at is not null"
        closed = yield from _close("prescription", told, (person, with_id), end)
        yield Query(
            "delete from notice where subject = ? and kind like 'support-%' "
            "and person in (select id from person where organisation = ?)",
            (person, with_id),
        )
        if not mine:
            yield from _say_so(house.service, closed, end)


def end_with_referral(step: keeping.New, audit_key: bytes):
    """Unit, in the transaction of a step that closes a referral: where nobody comes any more, what was suggested is
    taken back. A group that was told is told so, and not why. After a death nothing of theirs stays open, whenever it
    was suggested.
    """
    outcome = step.outcome or "withdrawn"
    if step.kind not in ("close", "withdraw") or outcome not in NOBODY_COMES:
        return
    which, whose = ("person = ?", step.person) if outcome == "died" else ("referral = ?", step.about)
    end = Ending(step.received_at, step.person, step.side, step.by, audit_key)
    closed = yield from _close("prescription", which, (whose,), end)
    told = []
    for id, withdrawn, _ in closed:
        publishers = yield Query(
            "select person.id from prescription p join person on person.organisation = p.organisation "
            "where p.id = ? and p.sent_at is not null limit 50",
            (id,),
        )
        told += [notices.New(one, "support-withdraw", id, step.person, withdrawn) for (one,) in publishers]
    yield from notices.put(step.service, step.received_at, told)


def _close(table: str, which: str, values: tuple, end: Ending):
    """Closes what is open of it; gives the ids with those of the steps that say so, and who had it in hand."""
    closed = yield Query(
        f"update {table} set state = 'closed', closed_at = ?, outcome = 'withdrawn', next_on = null, steps = steps + 1 "  # nosec B608 # the names are ours, every value is bound
        f"where {which} and state <> 'closed' returning id, person, service, steps, owner",
        (end.at, *values),
    )
    # The number makes the id: doing the same again finds nothing that is open, and so makes no second step.
    steps = [uuid5(id, f"withdraw/{number}") for id, _, _, number, _ in closed]
    if closed:
        yield Many(
            keeping.INSERT,
            [
                (step, id, person, service, n, "withdraw", end.side, end.by, end.at, end.at, None, None)
                for step, (id, person, service, n, _) in zip(steps, closed, strict=True)
            ],
        )
    return [(row[0], step, row[4]) for step, row in zip(steps, closed, strict=True)]


def _end_with_groups(end: Ending):
    """A referral shared the person with groups, for what is over now: those shares are over too. What the person shares
    with an organisation of their own accord stays."""
    ended = yield Query(
        "update share set ended_at = ? where person = ? and with_kind = 'organisation' and scopes = ? "
        "and given_by <> person and ended_at is null and with_id in "
        "(select organisation from prescription where person = ? and sent_at is not null) returning id",
        (end.at, end.person, REFERRAL, end.person),
    )
    if ended:
        mine = end.side == "person"
        who = (end.person, PATIENT, None) if mine else (None, audit.JOB, None)
        action = "withdrew" if mine else "ran-out"
        what = " ".join(sorted(("organisation", REFERRAL)))
        event = audit.Event(end.person, *who, end.person, action, what, 0, "referral")
        yield from audit.note(end.audit_key, end.at, [event] * len(ended))


def _say_so(service: UUID, closed: Iterable[tuple[UUID, UUID, UUID]], end: Ending):
    told = []
    for id, step, owner in closed:
        told.append(notices.New(end.person, "support-withdraw", id, None, step))
        if owner != service:
            told.append(notices.New(owner, "support-withdraw", id, end.person, step))
    yield from notices.put(service, end.at, told)


async def say_so_on_phone(house: House, session: Session, person: UUID) -> None:
    """What ended with a share stands as ended on its person's own phone too: a version of each suggestion that says so.

    The share has ended before, whatever becomes of this; it is done for all that is not said yet. `person` is whose
    share it was; whoever was erased meanwhile has no phone that could be told.
    """
    now = clock.now()
    who = {"actor": session.person, "subject": person, "group": house.service, "purpose": "support"}
    for id in await house.db.read(_not_said, person, **who):
        try:
            key = await house.vault.key(person)
        except (Gone, Unknown):
            return
        told = await telling.names_for(house, session=session, person=person, key=key, about=id)
        async with house.db.transaction(**who):
            row, steps = await house.db.run(reading.prescription, id, **who)
            await telling.put_on_phone(house, told, row, steps, now)


def _not_said(person: UUID):
    rows = yield Query(
        "select p.id from prescription p where p.person = ? and p.outcome = 'withdrawn' and not exists ("
        "select 1 from version v join push u on u.person = v.person and u.number = v.push "
        "where v.person = p.person and (v.id = p.id or v.entry = p.id) and u.received_at >= p.closed_at)",
        (person,),
    )
    return [id for (id,) in rows]
