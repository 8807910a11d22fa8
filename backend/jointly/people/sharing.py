"""Verbs: give and withdraw a share, take one up, and break the glass."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import ConstraintBroken, Query
from jointly.kit.errors import Refusal
from jointly.kit.ids import uuid7
from jointly.kit.sealing import SealingKey, Unreadable
from jointly.people import audit
from jointly.people.access import access
from jointly.people.house import House
from jointly.people.looking_up import find_code
from jointly.people.names import name_of, names
from jointly.people.rules import ABOUT, CARER, DIARY_SCOPES, PATIENT, READERS, REFERRAL
from jointly.people.schemas import Code
from jointly.people.service import make_code
from jointly.people.sharing_schemas import NewShare, Received, Share, Shares
from jointly.people.taking_up import take_up
from jointly.people.vault import Session

EMERGENCY = timedelta(hours=1)
"""How long the glass stays broken."""
MOST_SHARES = 50
"""Running shares of one person."""
LISTED, EVERY = 200, 2**31 - 1
"""Shares in a list, and in one of all."""
LONGEST = timedelta(days=5 * 366)
"""A share without an end, or further away than this, is not asked about again for too long."""


async def shares(house: House, *, session: Session) -> Shares:
    """What whoever is signed in shares and shared, the newest first, and what is shared with them."""
    return Shares(given=await _given(house, session), received=await received(house, session=session))


async def all_given(house: House, *, session: Session) -> list[Share]:
    """Every share of whoever is signed in that is held, however many, the newest first."""
    return await _given(house, session, most=EVERY)


async def put(house: House, *, session: Session, id: UUID, share: NewShare) -> Share:
    """Gives a share, or changes one that runs. Doing it again changes nothing.

    Raises a `Refusal` when there is nobody to share with, the end has passed, or there are too many.
    """
    person, now = session.person, clock.now()
    if not share.scopes and share.with_kind != "organisation":
        raise Refusal(400, "share-empty")
    if share.ends_at and not now < share.ends_at <= now + LONGEST:
        raise Refusal(400, "share-end")
    with_id = await _with_id(house, session, share)
    scopes = sorted({REFERRAL} if share.with_kind == "organisation" else {*share.scopes, *_with_staff(share, with_id)})
    key = await house.vault.key(person)
    sealed = [text and key.seal(text.encode(), _place(person, id, what)) for text, what in _words(share)]
    row = (id, person, share.with_kind, with_id, " ".join(scopes), share.may_write, *sealed, person, now, share.ends_at)
    what = [share.with_kind, *scopes, *(["write"] if share.may_write else [])]
    event = audit.did(session, "shared", chain=person, subject=person, what=what, purpose="sharing")
    who = {"actor": person, "subject": person, "purpose": "sharing"}
    try:
        refused = await house.db.run(_put, row, house.audit_key, now, event, **who)
    except ConstraintBroken:
        refused = 409, "share-other"  # the id is somebody else's, whose row is not even seen
    if refused:
        raise Refusal(*refused)
    return next(one for one in await _given(house, session) if one.id == id)


async def withdraw(house: House, *, session: Session, id: UUID) -> None:
    """Ends a share at once. One that has ended already stays as it was; a 404 for somebody else's."""
    person = session.person
    event = audit.did(session, "withdrew", chain=person, subject=person, purpose="sharing")
    who = {"actor": person, "subject": person, "group": session.service, "purpose": "sharing"}
    if not await house.db.run(_withdraw, house, id, person, clock.now(), event, **who):
        raise Refusal(404, "no-such-share")
    for also in house.after_withdrawn:
        await also(house, session, person)


async def carer_code(house: House, *, session: Session, id: UUID) -> Code:
    """A code with which a carer takes up this share; the one before still works until one of them is used."""
    waiting = [one for one in await _given(house, session) if one.id == id]
    if not waiting or waiting[0].with_kind != "person" or waiting[0].ended_at:
        raise Refusal(404, "no-such-share")
    if waiting[0].with_id:
        raise Refusal(409, "share-taken")
    return await make_code(house, kind="carer", role=CARER, person=session.person, share=id, session=session)


async def accept(house: House, *, session: Session, typed: str, address: str) -> Received:
    """Takes up the share that a carer's code gives, as whoever is signed in. Doing it again is harmless."""
    found = await find_code(house, typed, address, device=session.device)
    if found["kind"] != "carer" or session.role not in (PATIENT, CARER) or found["person"] == session.person:
        raise Refusal(409, "not-for-you")
    await take_up(house, found=found, session=session)
    return await _received_from(house, session, found["person"])


async def break_glass(house: House, *, session: Session, subject: UUID, reason: str) -> Received:
    """Opens the diary of somebody of the same service for an hour, for a reason that they will read."""
    known = await house.vault.known(subject)
    if known is None or (known.service, known.role) != (session.service, PATIENT) or session.role not in READERS:
        raise Refusal(404, "no-such-person")
    id, now = uuid7(), clock.now()
    sealed = (await house.vault.key(subject)).seal(reason.encode(), _place(subject, id, b"why"))
    scopes = " ".join(sorted((*DIARY_SCOPES, ABOUT)))
    me = session.person
    row = (id, subject, "emergency", me, scopes, False, sealed, None, me, now, now + EMERGENCY)
    events = [
        audit.did(session, "broke-glass", chain=chain, subject=subject, what=scopes.split(), purpose="emergency")
        for chain in (subject, house.service)
    ]
    who = {"actor": me, "subject": subject, "group": house.service, "purpose": "emergency"}
    await house.db.run(_insert_noted, row, house.audit_key, now, events, **who)
    return await _received_from(house, session, subject)


async def received(house: House, *, session: Session) -> list[Received]:
    """What is shared with whoever is signed in by name: by those they care for, or in an emergency."""
    who = {"actor": session.person, "purpose": "list shares"}
    found = await house.db.read(_received, session.person, clock.now(), **who)
    got = [await _received_from(house, session, person) for person in dict.fromkeys(found)]
    return [one for one in got if one]


async def _received_from(house: House, session: Session, subject: UUID) -> Received | None:
    found = await access(house, session=session, subject=subject)
    if found is None:
        return None
    return Received(
        subject=subject,
        called=await name_of(house, subject),
        as_=found.as_,
        scopes=sorted(found.scopes),
        may_write=found.may_write,
        ends_at=found.ends_at,
    )


async def _with_id(house: House, session: Session, share: NewShare) -> UUID | None:
    """Whom a share is with: the service itself, one of its staff, one of its organisations; a carer comes by code."""
    if share.with_kind == "service":
        return session.service
    if share.with_kind == "organisation":
        found = share.with_id and await house.db.read(_organisation, share.with_id, session.service, purpose="sharing")
        if not found:
            raise Refusal(404, "no-such-organisation")
        return share.with_id
    if share.with_id is None:
        return None
    known = await house.vault.known(share.with_id)
    if known is None or known.service != session.service or known.role not in READERS or known.ended_at:
        raise Refusal(404, "no-such-person")
    return share.with_id


def _with_staff(share: NewShare, with_id: UUID | None) -> set[str]:
    """How to reach and help somebody goes with every share with staff."""
    return {ABOUT} if with_id else set()


async def _given(house: House, session: Session, *, most: int = LISTED) -> list[Share]:
    person = session.person
    who = {"actor": person, "subject": person, "purpose": "list shares"}
    rows = await house.db.read(_mine, person, most, **who)
    key = await house.vault.key(person)
    called = await names(house, {row[2] for row in rows if row[1] in ("person", "emergency") and row[2]})
    found = []
    for id, with_kind, with_id, scopes, may_write, why, their_name, given_at, ends_at, ended_at in rows:
        words = {
            what: _open(key, sealed, person, id, what) for what, sealed in ((b"why", why), (b"called", their_name))
        }
        found.append(
            Share(
                id=id,
                with_kind=with_kind,
                with_id=with_id,
                called=words[b"called"] or called.get(with_id),
                scopes=scopes.split(),
                may_write=bool(may_write),
                why=words[b"why"],
                given_at=given_at,
                ends_at=ends_at,
                ended_at=ended_at,
            )
        )
    return found


def _words(share: NewShare) -> Sequence[tuple[str | None, bytes]]:
    return (share.why, b"why"), (share.called, b"called")


def _place(person: UUID, id: UUID, what: bytes) -> bytes:
    return person.bytes + id.bytes + b"/share/" + what


def _open(key: SealingKey, sealed: bytes | None, person: UUID, id: UUID, what: bytes) -> str | None:
    try:
        return key.open(sealed, _place(person, id, what)).decode() if sealed else None
    except Unreadable:
        return None


_COLUMNS = "id, person, with_kind, with_id, scopes, may_write, why, called, given_by, given_at, ends_at"
_INSERT = f"insert into share ({_COLUMNS}) values ({', '.join(['?'] * 11)})"  # nosec B608 # the names are ours, every value is bound


def _put(row: tuple, audit_key: bytes, now: datetime, event: audit.Event):
    """Unit: keeps a share; gives the refusal's status and code when it cannot be."""
    id, person, with_kind = row[:3]
    before = yield Query("select person, with_kind, ended_at from share where id = ?", (id,))
    if before and (before[0][:2] != (person, with_kind) or before[0][2]):
        return 409, "share-other"
    running = yield Query("select count(*) from share where person = ? and ended_at is null and id <> ?", (person, id))
    if running[0][0] >= MOST_SHARES:
        return 409, "share-many"
    if before:
        _, _, _, _, scopes, may_write, why, called, _, _, ends_at = row
        sql = "update share set scopes = ?, may_write = ?, why = ?, called = ?, ends_at = ? where id = ?"
        yield Query(sql, (scopes, may_write, why, called, ends_at, id))
    else:
        yield Query(_INSERT, row)
    yield from audit.note(audit_key, now, [event])
    return None


def _insert_noted(row: tuple, audit_key: bytes, now: datetime, events: list[audit.Event]):
    yield Query(_INSERT, row)
    yield from audit.note(audit_key, now, events)


def _withdraw(house: House, id: UUID, person: UUID, now: datetime, event: audit.Event):
    found = yield Query(
        "select with_kind, with_id, scopes, ended_at from share where id = ? and person = ?", (id, person)
    )
    if not found:
        return False
    [(with_kind, with_id, scopes, ended_at)] = found
    if ended_at is None:
        yield Query("update share set ended_at = ? where id = ?", (now, id))
        yield Query("update join_code set ends_at = ? where share = ? and used_at is null", (now, id))
        for also in house.when_withdrawn:
            yield from also(house, person, with_kind, with_id, scopes, now)
        yield from audit.note(house.audit_key, now, [event._replace(what=f"{with_kind} {scopes}"[:160])])
    return True


def _mine(person: UUID, most: int):
    rows = yield Query(
        "select id, with_kind, with_id, scopes, may_write, why, called, given_at, ends_at, ended_at from share "
        "where person = ? order by given_at desc limit ?",
        (person, most),
    )
    return rows


def _received(person: UUID, now: datetime):
    rows = yield Query(
        "select person, ends_at from share where with_id = ? and ended_at is null order by given_at limit 300",
        (person,),
    )
    return [subject for subject, ends_at in rows if ends_at is None or ends_at > now]


def _organisation(id: UUID, service: UUID):
    rows = yield Query("select 1 from organisation where id = ? and service = ? and ended_at is null", (id, service))
    return bool(rows)
