"""Verbs: make and use join codes, sign in and out, names, and who has joined."""

from datetime import datetime, timedelta
from uuid import UUID

from piccolo.custom_types import Combinable

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.kit.ids import uuid7
from jointly.kit.sealing import SealingKey
from jointly.people import limits
from jointly.people.codes import code_from, new_code, shown
from jointly.people.house import House
from jointly.people.limits import Limit
from jointly.people.looking_up import digest_of, find_code
from jointly.people.schemas import Code, CodeKind, Join, Joined, Me, Opens, Role
from jointly.people.tables import JoinCode, Person
from jointly.people.vault import Session, Unknown

PERSON_CODE_DAYS = 14
SERVICE_CODE_DAYS = 90
DEMONSTRATION_CODE_DAYS = 365
NEW_RECORDS = Limit(tries=60, seconds=3600)
"""New records from one service code."""
CODES_KEPT = timedelta(days=30)
"""How long a code that has ended is still told as too old, and not as unknown."""
LISTED = 1000


async def make_person(house: House, *, role: Role, called: str | None = None, purpose: str) -> UUID:
    """A person who has not joined yet. Their key comes first, so that nothing of theirs is ever unsealed."""
    person = uuid7()
    key = await house.vault.make_key(person=person, service=house.service, role=role)
    async with house.db.transaction(actor=None, purpose=purpose):
        await Person(
            id=person, service=house.service, role=role, called=_sealed_name(key, person, called), joined_at=None
        ).save()
    return person


async def make_code(
    house: House, *, kind: CodeKind, role: Role = "patient", person: UUID | None = None, made_by: UUID | None = None
) -> Code:
    """A join code: for one record (`person`), for new ones (`service`), or for the demonstration."""
    days = {"person": PERSON_CODE_DAYS, "service": SERVICE_CODE_DAYS, "demonstration": DEMONSTRATION_CODE_DAYS}[kind]
    code, now = _demonstration_code(house, person) if kind == "demonstration" else new_code(), clock.now()
    ends_at = (now + timedelta(days=days)).replace(microsecond=0)
    async with house.db.transaction(actor=made_by, purpose="make a code"):
        await JoinCode.delete().where(JoinCode.ends_at < now - CODES_KEPT)
        if kind == "demonstration":
            await JoinCode.delete().where((JoinCode.kind == kind) & (JoinCode.person == person))
        await JoinCode.insert(
            JoinCode(
                digest=digest_of(house, code),
                kind=kind,
                role=role,
                service=house.service,
                person=person,
                made_by=made_by,
                made_at=now,
                ends_at=ends_at,
            )
        )
    return Code(code=shown(code), kind=kind, ends_at=ends_at, link=f"{house.origin}/join#{code}")


async def make_code_for(
    house: House, *, actor: Session, kind: CodeKind, person: UUID | None, called: str | None
) -> Code:
    """A code made by an advisor: for new people, for one new person, or to open somebody's record again."""
    if kind == "service":
        return await make_code(house, kind=kind, made_by=actor.person)
    if person is None:
        person = await make_person(house, role="patient", called=called, purpose="make a code")
    else:
        found = await house.vault.known(person)
        if found is None or found != (actor.service, "patient"):
            raise Refusal(404, "no-such-person")
    return await make_code(house, kind="person", person=person, made_by=actor.person)


async def look(house: House, *, typed: str, address: str) -> Opens:
    """What a code would open, without using it up; raises a `Refusal` for a wrong, used or expired code."""
    found = await find_code(house, typed, address, device=None)
    called = await name_of(house, found["person"]) if found["person"] else None
    return Opens(kind=found["kind"], role=found["role"], service=house.name, called=called)


async def join(house: House, *, join: Join, address: str) -> tuple[str, Me]:
    """Uses a code: signs the device in and gives its new token.

    The phone makes a new `device` for each joining and keeps it until the answer came: asking again with the
    same code and device is harmless, so that a lost answer locks nobody out. It is a secret of that joining: entries
    name the device by another id made from it, so that nobody who sees an entry can join as its writer.
    """
    device = UUID(bytes=house.index_key.digest(b"device/" + join.device.bytes))
    found = await find_code(house, join.code, address, device=device)
    person, role = found["person"], found["role"]
    if found["kind"] == "service":
        person = await house.vault.owner_of_device(device)
        if person is None:
            await limits.spend(house, f"code:{found['digest'].hex()[:24]}", NEW_RECORDS)
            person = await make_person(house, role=role, called=join.called, purpose="join")
    async with house.db.transaction(actor=person, purpose="join"):
        if found["kind"] == "person":
            used = (
                await JoinCode.update({JoinCode.used_at: clock.now(), JoinCode.used_by_device: device})
                .where(JoinCode.digest == found["digest"])
                .where(JoinCode.used_at.is_null() | (JoinCode.used_by_device == device))
                .returning(JoinCode.digest)
            )
            if not used:
                raise Refusal(410, "code-used")
        await Person.update({Person.joined_at: clock.now()}).where((Person.id == person) & Person.joined_at.is_null())
    if join.called:
        await rename(house, person=person, called=join.called)
    token = await house.vault.sign_in(person=person, device=device, name=join.device_name)
    called = await name_of(house, person)
    return token, Me(person=person, role=role, called=called, device=device, service=house.name)


async def me(house: House, *, session: Session) -> Me:
    """Who is signed in."""
    called = await name_of(house, session.person)
    return Me(person=session.person, role=session.role, called=called, device=session.device, service=house.name)


async def rename(house: House, *, person: UUID, called: str) -> None:
    """Keeps what `person` wants to be called, sealed with their key."""
    key = await house.vault.key(person)
    async with house.db.transaction(actor=person, purpose="rename"):
        await Person.update({Person.called: _sealed_name(key, person, called)}).where(Person.id == person)


async def name_of(house: House, person: UUID) -> str | None:
    """What `person` is called, or none when they have not said."""
    row = await Person.select(Person.called).where(Person.id == person).first()
    if not row or row["called"] is None:
        return None
    key = await house.vault.key(person)
    return key.open(row["called"], _place(person)).decode()


async def joined(house: House, *, actor: Session) -> list[Joined]:
    """Everybody of the advisor's service who has a record or a code waiting, at most 1,000, newest first."""
    found = await everybody(house, (Person.service == actor.service) & (Person.role == "patient"))
    return [one for _role, one in found]


async def everybody(house: House, where: Combinable) -> list[tuple[Role, Joined]]:
    """Role and rest of all who are meant, at most 1,000.

    The newest come first; ids sort by the time they were made, on both engines alike.
    """
    rows = (
        await Person.select(Person.id, Person.role, Person.called, Person.joined_at)
        .where(where)
        .order_by(Person.id, ascending=False)
        .limit(LISTED)
    )
    heard = await house.vault.last_heard([row["id"] for row in rows])
    return [
        (
            row["role"],
            Joined(
                person=row["id"],
                called=await _readable_name(house, row),
                joined_at=row["joined_at"],
                last_heard_at=heard.get(row["id"]),
            ),
        )
        for row in rows
    ]


def end_personal_codes(now: datetime):
    """Unit: ends each unused code for one record. A restored backup does not know which were used since."""
    sql = "update join_code set ends_at = ? where kind = 'person' and used_at is null and ends_at > ?"
    yield Query(sql, (now, now))


def bring_back(session: Session, now: datetime):
    """Unit: makes again the row of a person whom a restored backup had not met yet. Their name comes from the phone."""
    yield Query(
        "insert into person (id, service, role, joined_at) values (?, ?, ?, ?) on conflict (id) do nothing",
        (session.person, session.service, session.role, now),
    )


async def _readable_name(house: House, row: dict) -> str | None:
    try:
        return await name_of(house, row["id"]) if row["called"] else None
    except Unknown:
        return None


def _demonstration_code(house: House, person: UUID | None) -> str:
    """The same at each start of a demonstration: its links stay good, and no codes pile up."""
    return code_from(house.index_key.digest(b"demonstration/" + (person.bytes if person else b"")))


def _place(person: UUID) -> bytes:
    return person.bytes + b"/called"


def _sealed_name(key: SealingKey, person: UUID, called: str | None) -> bytes | None:
    return key.seal(called.encode(), _place(person)) if called else None
