"""Verbs: who works for the service and for its organisations."""

from datetime import datetime
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.people import audit, organisations
from jointly.people.house import House
from jointly.people.names import readable_name
from jointly.people.rules import ADMINISTRATOR, LEAD, PATIENT, PUBLISHER, READERS, STAFF
from jointly.people.schemas import Code
from jointly.people.service import LISTED, make_code, make_person
from jointly.people.staff_schemas import NewStaff, StaffMember, TeamMember
from jointly.people.vault import Session


async def members(house: House, *, session: Session | None) -> list[StaffMember]:
    """Everybody who works or worked here, newest first. Noted in the service's audit."""
    rows = await house.db.read(_members, house.service, actor=_actor(session), **_here(house, "see who works here"))
    await audit.keep(house, _listed(house, session, "staff", len(rows)))
    ids = [id for id, *_ in rows]
    heard = await house.vault.last_heard(ids)
    ended = dict(await house.vault.database.read(_ended, purpose="see who works here"))
    return [
        StaffMember(
            person=id,
            called=await readable_name(house, id, called),
            role=role,
            organisation=organisation,
            joined_at=joined_at,
            last_heard_at=heard.get(id),
            ended_at=ended.get(id),
        )
        for id, role, organisation, called, joined_at in rows
    ]


async def team(house: House, *, session: Session) -> list[TeamMember]:
    """The advisors and link workers with whom somebody who has a diary can share it by name; a 403 for anybody else."""
    if session.role != PATIENT:
        raise Refusal(403, "not-allowed")
    return await colleagues(house, session=session)


async def colleagues(house: House, *, session: Session) -> list[TeamMember]:
    """The advisors and link workers of the service who work here now and have said what they are called."""
    rows = await house.db.read(_members, house.service, actor=session.person, **_here(house, "name the team"))
    ended = dict(await house.vault.database.read(_ended, purpose="name the team"))
    named = [
        (id, await readable_name(house, id, called), role)
        for id, role, _, called, _ in rows
        if role in READERS and id not in ended
    ]
    return [TeamMember(person=id, called=called, role=role) for id, called, role in named if called]


async def invite(house: House, *, session: Session | None, new: NewStaff) -> Code:
    """A person and the invitation with which they make their passkey. Only an administrator makes another."""
    _may_decide(session, new.role)
    if (new.role == PUBLISHER) != (new.organisation is not None):
        raise Refusal(400, "publisher-of-what")
    if new.organisation and not await organisations.is_open(house, new.organisation):
        raise Refusal(404, "no-such-organisation")
    person = await make_person(
        house,
        role=new.role,
        called=new.called,
        organisation=new.organisation,
        session=session,
        purpose="invite staff",
    )
    await audit.keep(house, _decided(house, session, "invited", person, new.role))
    return await make_code(house, kind="invitation", role=new.role, person=person, session=session)


async def invite_again(house: House, *, person: UUID) -> Code:
    """Another invitation for somebody who works here and lost their passkey. Using it begins their account afresh."""
    known = await house.vault.known(person)
    if known is None or known.role not in STAFF or known.ended_at:
        raise Refusal(404, "no-such-person")
    await audit.keep(house, _decided(house, None, "invited", person, known.role))
    return await make_code(house, kind="invitation", role=known.role, person=person)


async def end(house: House, *, session: Session | None, person: UUID) -> None:
    """Ends somebody's work here: their account is shut, their sessions are over and their devices wipe themselves.
    What they had in hand is nobody's then, until somebody else takes it.

    Nobody ends themselves, so that a service is never left without anybody. Harmless when it was done before.
    """
    if session and person == session.person:
        raise Refusal(409, "not-yourself")
    known = await house.vault.known(person)
    if known is None or known.service != house.service or known.role not in STAFF:
        raise Refusal(404, "no-such-person")
    _may_decide(session, known.role)
    events = [] if known.ended_at else [_decided(house, session, "ended", person, known.role)]
    await _shut(house, [person], session, events)


async def end_organisation(house: House, *, session: Session, id: UUID) -> None:
    """Ends the work with an organisation, and that of its publishers."""
    publishers = await organisations.end(house, session=session, id=id)
    await _shut(house, publishers, session, [_decided(house, session, "ended", who, PUBLISHER) for who in publishers])


async def _shut(house: House, people: list[UUID], session: Session | None, events: list[audit.Event]) -> None:
    """Shuts accounts. What the audit says of it comes first: an account that is open after all is seen in the list."""
    if events:
        who = {"actor": _actor(session), **_here(house, "end staff")}
        await house.db.run(_note_end, house, people, clock.now(), events, **who)
    for person in people:
        await house.vault.end(person)
        await house.vault.revoke(person=person)


def _actor(session: Session | None) -> UUID | None:
    """Who acts; the operator, with the commands, is nobody here."""
    return session and session.person


def _may_decide(session: Session | None, role: str) -> None:
    if session and session.role == LEAD and role == ADMINISTRATOR:
        raise Refusal(403, "administrators-only")


def _here(house: House, purpose: str) -> dict:
    return {"group": house.service, "purpose": purpose}


def _listed(house: House, session: Session | None, what: str, count: int) -> audit.Event:
    return audit.did(session, "listed", chain=house.service, what=[what], count=count, purpose="run the service")


def _decided(house: House, session: Session | None, action: str, person: UUID, role: str) -> audit.Event:
    return audit.did(
        session, action, chain=house.service, subject=person, what=[role], count=1, purpose="run the service"
    )


def _members(service: UUID):
    roles = sorted(STAFF)
    sql = (
        "select id, role, organisation, called, joined_at from person "  # nosec B608 # the names are ours, every value is bound
        f"where service = ? and role in ({', '.join('?' * len(roles))}) order by id desc limit ?"
    )
    return (yield Query(sql, (service, *roles, LISTED)))


def _ended():
    return (yield Query("select person, ended_at from account where ended_at is not null", ()))


def _note_end(house: House, people: list[UUID], at: datetime, events: list[audit.Event]):
    for person in people:
        for also in house.when_left:
            yield from also(house.service, person, at)
        # An invitation that was not used yet opens nothing any more.
        yield Query("update join_code set ends_at = ? where person = ? and ends_at > ?", (at, person, at))
    yield from audit.note(house.audit_key, at, events)
