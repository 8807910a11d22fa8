"""Verbs: make people, make and use join codes, and who has joined."""

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.kit.ids import uuid7
from jointly.people import audit, limits, recovery
from jointly.people.access import access
from jointly.people.codes import code_from, new_code, shown
from jointly.people.credentials import held_by, need_proof
from jointly.people.house import House
from jointly.people.limits import Limit
from jointly.people.looking_up import digest_of, find_code
from jointly.people.names import name_of, readable_name, rename, seal_name
from jointly.people.rules import PATIENT, STAFF
from jointly.people.schemas import Code, CodeKind, Join, Joined, Me, Opens, Role
from jointly.people.setup import present
from jointly.people.taking_up import take_up
from jointly.people.vault import Session

CODE_LIFE: dict[str, timedelta] = {
    "person": timedelta(days=14),
    "service": timedelta(days=90),
    "invitation": timedelta(days=3),
    "carer": timedelta(days=7),
    "demonstration": timedelta(days=365),
}
NEW_RECORDS = Limit(tries=60, seconds=3600)
"""New records from one service code."""
LISTED = 1000


async def make_person(
    house: House,
    *,
    role: Role,
    called: str | None = None,
    organisation: UUID | None = None,
    session: Session | None = None,
    id: UUID | None = None,
    purpose: str,
) -> UUID:
    """A person who has not joined yet. `id` is given where people have to be in an order that their ids show."""
    given = {"called": called, "organisation": organisation, "session": session, "id": id, "purpose": purpose}
    made = await begin_person(house, role=role, **given)
    who = {"actor": session and session.person, "subject": made.person, "purpose": purpose}
    await house.db.run(keep_person, made, house.audit_key, clock.now(), **who)
    return made.person


class Made(NamedTuple):
    """Somebody who has a key, and no row yet: see `keep_person`."""

    person: UUID
    row: tuple
    event: audit.Event


async def begin_person(
    house: House,
    *,
    role: Role,
    called: str | None = None,
    organisation: UUID | None = None,
    session: Session | None = None,
    id: UUID | None = None,
    purpose: str,
) -> Made:
    """The first half of making a person: their key comes first, so that nothing of theirs is ever unsealed. Until their
    row is kept they are on no list, and the key opens nothing."""
    person = id or uuid7()
    key = await house.vault.make_key(person=person, service=house.service, role=role, organisation=organisation)
    row = (person, house.service, organisation, role, seal_name(key, person, called))
    return Made(person, row, audit.did(session, "made", chain=person, subject=person, what=[role], purpose=purpose))


async def make_code(
    house: House,
    *,
    kind: CodeKind,
    role: Role = PATIENT,
    person: UUID | None = None,
    share: UUID | None = None,
    session: Session | None = None,
    life: timedelta | None = None,
) -> Code:
    """A join code: see `JoinCode` for its kinds. `life` shortens how long it is good for."""
    code, now = _demonstration_code(house, person) if kind == "demonstration" else new_code(), clock.now()
    ends_at = (now + (life or CODE_LIFE[kind])).replace(microsecond=0)
    made_by = session and session.person
    row = (digest_of(house, code), kind, role, house.service, person, share, made_by, now, ends_at)
    chain = person or house.service
    event = audit.did(session, "made-code", chain=chain, subject=person, what=[kind, role], purpose="make a code")
    who = {"actor": made_by, "subject": person, "group": house.service, "purpose": "make a code"}
    await house.db.run(_make_code, row, house.audit_key, now, event, **who)
    return Code(code=shown(code), kind=kind, ends_at=ends_at, link=f"{house.origin}/join#{code}")


async def make_code_for(
    house: House, *, actor: Session, kind: CodeKind, person: UUID | None, called: str | None
) -> Code:
    """A code made by staff: for new people, for one new person, or to open somebody's record again.

    Who uses the last kind is that person from then on. So it takes a fresh proof, and a record that may be opened
    anyway: by a share or, when there is none, by breaking the glass for a reason that the person will read.
    """
    if kind == "service":
        return await make_code(house, kind=kind, session=actor)
    if person is None:
        person = await make_person(house, role=PATIENT, called=called, session=actor, purpose="make a code")
    else:
        found = await house.vault.known(person)
        if found is None or (found.service, found.role) != (actor.service, PATIENT):
            raise Refusal(404, "no-such-person")
        if await has_joined(house, person):
            await need_proof(house, actor)
            if await access(house, session=actor, subject=person) is None:
                raise Refusal(403, "shares-nothing")
    return await make_code(house, kind="person", person=person, session=actor)


async def has_joined(house: House, person: UUID) -> bool:
    """Whether `person` has opened their record already."""
    return await house.db.read(_has_joined, person, subject=person, purpose="make a code")


async def look(house: House, *, typed: str, address: str) -> Opens:
    """What a code would open, without using it up; raises a `Refusal` for a wrong, used or expired code."""
    found = await find_code(house, typed, address, device=None)
    called = await name_of(house, found["person"]) if found["person"] else None
    return Opens(kind=found["kind"], role=found["role"], service=(await present(house)).name, called=called)


async def join(house: House, *, join: Join, address: str) -> tuple[str, int, Me]:
    """Uses a code: signs the device in. Gives its new token, for how many seconds it is good, and who it is.

    The phone makes a new `device` for each joining and keeps it until the answer came: asking again with the
    same code and device is harmless, so that a lost answer locks nobody out. It is a secret of that joining: entries
    name the device by another id made from it, so that nobody who sees an entry can join as its writer.
    """
    device = UUID(bytes=house.index_key.digest(b"device/" + join.device.bytes))
    found = await find_code(house, join.code, address, device=device)
    if await house.vault.is_revoked(device):
        raise Refusal(410, "code-used")  # a code opens nothing again for a device that was signed out from elsewhere
    kind, person, role = found["kind"], found["person"], found["role"]
    if kind == "invitation" or (role in STAFF and kind != "demonstration"):
        raise Refusal(403, "needs-passkey")
    if kind in ("service", "carer"):
        person = await house.vault.owner_of_device(device)
        if person is None:
            await limits.spend(house, f"code:{found['digest'].hex()[:24]}", NEW_RECORDS)
            person = await make_person(house, role=role, called=join.called, purpose="join")
    if kind == "recovery" and not await recovery.use(house, digest=found["digest"], device=device):
        raise Refusal(410, "code-used")
    now = clock.now()
    event = audit.did(None, "joined", chain=person, subject=person, what=[kind], purpose="join", role=role)
    given = (found["digest"] if kind == "person" else None, person, device, house.audit_key, now, event)
    if not await house.db.run(_join, *given, actor=person, subject=person, purpose="join"):
        raise Refusal(410, "code-used")
    method = kind if kind in ("demonstration", "recovery") else "code"
    token = await house.vault.sign_in(person=person, device=device, name=join.device_name, method=method)
    session = await house.vault.session(token)
    assert session  # nosec B101 # it was made two lines ago; said for the reader
    if kind == "carer":
        await take_up(house, found=found, session=session)
    if join.called:
        await rename(house, session=session, called=join.called)
    return token, session.cookie_seconds, await me(house, session=session)


async def me(house: House, *, session: Session) -> Me:
    """Who is signed in."""
    held = await held_by(house, session.person)
    return Me(
        person=session.person,
        role=session.role,
        called=await name_of(house, session.person),
        device=session.device,
        service=(await present(house)).name,
        organisation=session.organisation,
        csrf=session.csrf,
        method=session.method,
        passkeys=held.passkeys,
        recovery_codes_left=held.recovery_codes,
        proved_until=session.proved_until(),
    )


async def joined(house: House, *, session: Session) -> list[Joined]:
    """Everybody of the service who has a record or a code waiting, at most 1,000, newest first. Noted in its audit."""
    found = await everybody(house, patients_only=True)
    event = audit.did(session, "listed", chain=house.service, what=["people"], count=len(found), purpose="care")
    await audit.keep(house, event)
    return [one for _role, one in found]


async def everybody(house: House, *, patients_only: bool) -> list[tuple[Role, Joined]]:
    """Role and rest of all of the service, at most 1,000.

    The newest come first; ids sort by the time they were made, on both engines alike.
    """
    rows = await house.db.read(_everybody, house.service, patients_only, group=house.service, purpose="list people")
    heard = await house.vault.last_heard([id for id, *_ in rows])
    return [
        (
            role,
            Joined(
                person=id,
                called=await readable_name(house, id, called),
                joined_at=joined_at,
                last_heard_at=heard.get(id),
            ),
        )
        for id, role, called, joined_at in rows
    ]


def keep_person(made: Made, audit_key: bytes, at: datetime):
    """Unit: keeps the row of somebody who has a key, in the transaction of what begins with them."""
    yield Query("insert into person (id, service, organisation, role, called) values (?, ?, ?, ?, ?)", made.row)
    yield from audit.note(audit_key, at, [made.event])


def end_personal_codes(now: datetime):
    """Unit: ends each unused code for one record. A restored backup does not know which were used since."""
    sql = (
        "update join_code set ends_at = ? where kind not in ('service', 'referrer') and used_at is null and ends_at > ?"
    )
    yield Query(sql, (now, now))


def bring_back(session: Session, now: datetime):
    """Unit: makes again the row of a person whom a restored backup had not met yet. Their name comes from the phone."""
    yield Query(
        "insert into person (id, service, organisation, role, joined_at) values (?, ?, ?, ?, ?) "
        "on conflict (id) do nothing",
        (session.person, session.service, session.organisation, session.role, now),
    )


def _demonstration_code(house: House, person: UUID | None) -> str:
    """The same at each start of a demonstration: its links stay good, and no codes pile up."""
    return code_from(house.index_key.digest(b"demonstration/" + (person.bytes if person else b"")))


def _make_code(row: tuple, audit_key: bytes, now: datetime, event: audit.Event):
    yield Query(
        "insert into join_code (digest, kind, role, service, person, share, made_by, made_at, ends_at) "
        # Only the demonstration makes the same code again: its links stay good for another year.
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (digest) do update set ends_at = excluded.ends_at",
        row,
    )
    yield from audit.note(audit_key, now, [event])


def _join(digest: bytes | None, person: UUID, device: UUID, audit_key: bytes, now: datetime, event: audit.Event):
    """Unit: uses up the code of that digest, if it may be used by this device; gives whether it could."""
    if digest:
        used = yield Query(
            "update join_code set used_at = ?, used_by_device = ? "
            "where digest = ? and (used_at is null or used_by_device = ?) returning digest",
            (now, device, digest, device),
        )
        if not used:
            return False
    yield Query("update person set joined_at = ? where id = ? and joined_at is null", (now, person))
    yield from audit.note(audit_key, now, [event])
    return True


def _has_joined(person: UUID):
    rows = yield Query("select 1 from person where id = ? and joined_at is not null", (person,))
    return bool(rows)


def _everybody(service: UUID, patients_only: bool):
    only = "and role = 'patient' " if patients_only else ""
    sql = f"select id, role, called, joined_at from person where service = ? {only}order by id desc limit ?"  # nosec B608 # the names are ours, every value is bound
    rows = yield Query(sql, (service, LISTED))
    return rows
