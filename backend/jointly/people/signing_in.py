"""Verbs: coming in by a passkey, proving to be there with it, and looking after one's passkeys."""

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.kit.ids import uuid7
from jointly.people import audit, ceremonies, limits, passkeys
from jointly.people.credentials import forget_passkey, keep_passkey, passkeys_of
from jointly.people.house import House
from jointly.people.limits import Limit
from jointly.people.looking_up import find_code
from jointly.people.names import name_of, seal_name
from jointly.people.rules import STAFF
from jointly.people.schemas import Me
from jointly.people.service import me
from jointly.people.setup import present
from jointly.people.signing_in_schemas import Invitation, Invited, OwnPasskey, Presented, UseInvitation
from jointly.people.vault import Session

INVITATION, SIGN_IN, ADD, STEP_UP = "invitation", "sign-in", "add-passkey", "step-up"
"""What a ceremony is begun for."""
FROM_ONE_ADDRESS = Limit(tries=1000, seconds=600)
"""Ceremonies and answers from one address: a hospital is often one address, and a challenge cannot be guessed."""
OF_ONE_ACCOUNT = Limit(tries=20, seconds=600)
"""Answers that name a passkey of one account."""


class SignedIn(NamedTuple):
    """A new token, for how many seconds it is good, and who it is."""

    token: str
    seconds: int
    me: Me


async def look_at_invitation(house: House, *, typed: str, address: str) -> Invited:
    """Whom an invitation is for, without using it up."""
    found = await _invitation(house, typed, address)
    called = await name_of(house, found["person"])
    return Invited(role=found["role"], service=(await present(house)).name, called=called)


async def begin_invitation(house: House, *, asked: Invitation, address: str) -> tuple[str, dict[str, Any]]:
    """Begins to make the passkey of somebody who was invited."""
    await _spend_address(house, address)
    found = await _invitation(house, asked.code, address)
    person = found["person"]
    called = asked.called or await name_of(house, person)
    sealed = seal_name(await house.vault.key(person), person, asked.called)
    details = {"called": sealed.hex() if sealed else None}
    return await passkeys.begin_making(house, purpose=INVITATION, person=person, called=called, details=details)


async def take_up_invitation(house: House, *, given: UseInvitation, ceremony: str, address: str) -> SignedIn:
    """Uses up an invitation: keeps the passkey that was made, and signs in with it.

    Whoever had an account before has it afresh: earlier passkeys and sessions of theirs end.
    """
    begun = await ceremonies.finish(house, purpose=INVITATION, token=ceremony)
    await _spend_address(house, address)
    found = await _invitation(house, given.code, address)
    person, role = found["person"], found["role"]
    if person != begun.person:
        raise Refusal(403, "ceremony-over")
    made = passkeys.made(house, begun, given.credential, name=given.device_name)
    device, now = uuid7(), clock.now()
    event = audit.did(None, "joined", chain=person, subject=person, what=[INVITATION], purpose="join", role=role)
    sealed = begun.details["called"]
    called = bytes.fromhex(sealed) if sealed else None
    use = (found["digest"], person, device, called, house.audit_key, now, event._replace(actor=person))
    if not await house.db.run(_use_invitation, *use, actor=person, subject=person, purpose="join"):
        raise Refusal(410, "code-used")
    if not await keep_passkey(house, made, alone=True):
        raise Refusal(409, "passkey-known")
    await house.vault.revoke(person=person)
    return await _enter(house, person=person, device=device, name=given.device_name)


async def begin_signing_in(house: House, *, address: str) -> tuple[str, dict[str, Any]]:
    """Begins to sign in with a passkey that names its person by itself."""
    await _spend_address(house, address)
    return await passkeys.begin_using(house, purpose=SIGN_IN)


async def sign_in(house: House, *, given: Presented, ceremony: str, address: str, current: Session | None) -> SignedIn:
    """Signs in whoever's passkey answered. A session of theirs that this browser has already goes on as the new one."""
    begun = await ceremonies.finish(house, purpose=SIGN_IN, token=ceremony)
    await _spend_address(house, address)
    person = await _whose(house, begun, given.credential)
    known = await house.vault.known(person)
    if known is None or known.service != house.service:
        raise Refusal(403, "passkey-refused")
    event = audit.did(
        None, "signed-in", chain=person, subject=person, what=["passkey"], purpose="sign in", role=known.role
    )
    await audit.keep(house, event._replace(actor=person))
    device = current.device if current and current.person == person else uuid7()
    return await _enter(house, person=person, device=device, name=given.device_name)


async def begin_step_up(house: House, *, session: Session) -> tuple[str, dict[str, Any]]:
    """Begins to prove that whoever is signed in is there."""
    await _spend_account(house, session.person)
    return await passkeys.begin_using(house, purpose=STEP_UP, person=session.person, details=_device(session))


async def step_up(house: House, *, session: Session, credential: dict[str, Any], ceremony: str) -> SignedIn:
    """Notes that they are there: exporting, deleting and sharing go for 5 minutes, under a new token."""
    begun = await _begun_here(house, session, STEP_UP, ceremony)
    await _whose(house, begun, credential)
    await audit.keep(house, _own(session, "proved", "passkey"))
    token = await house.vault.rotate(session)
    return await _entered(house, token)


async def begin_adding(house: House, *, session: Session) -> tuple[str, dict[str, Any]]:
    """Begins to make another passkey of whoever is signed in."""
    await _spend_account(house, session.person)
    called = await name_of(house, session.person)
    given = {"person": session.person, "called": called, "details": _device(session)}
    return await passkeys.begin_making(house, purpose=ADD, **given)


async def add(house: House, *, session: Session, given: dict[str, Any], name: str, ceremony: str) -> list[OwnPasskey]:
    """Keeps a passkey that was made; gives all of them."""
    begun = await _begun_here(house, session, ADD, ceremony)
    made = passkeys.made(house, begun, given, name=name)
    await audit.keep(house, _own(session, "made-passkey"))
    if not await keep_passkey(house, made):
        raise Refusal(409, "passkey-known")
    return await own_passkeys(house, session=session)


async def own_passkeys(house: House, *, session: Session) -> list[OwnPasskey]:
    """The passkeys of whoever is signed in, the oldest first."""
    return [
        OwnPasskey(
            id=bytes_to_base64url(one.id),
            name=one.name,
            made_at=one.made_at,
            used_at=one.used_at,
            backed_up=one.backed_up,
        )
        for one in await passkeys_of(house, session.person)
    ]


async def delete(house: House, *, session: Session, id: str) -> None:
    """Deletes a passkey of whoever is signed in. Staff keep one: without it they could not sign in again."""
    found = [one for one in await passkeys_of(house, session.person) if bytes_to_base64url(one.id) == id]
    if not found:
        raise Refusal(404, "no-such-passkey")
    await audit.keep(house, _own(session, "deleted-passkey"))
    raw = base64url_to_bytes(id)
    if not await forget_passkey(house, person=session.person, id=raw, keep_one=session.role in STAFF):
        raise Refusal(409, "last-passkey")


async def _invitation(house: House, typed: str, address: str) -> dict[str, Any]:
    found = await find_code(house, typed, address, device=None)
    if found["kind"] != "invitation":
        raise Refusal(404, "code-unknown")
    return found


async def _begun_here(house: House, session: Session, purpose: str, ceremony: str) -> ceremonies.Ceremony:
    begun = await ceremonies.finish(house, purpose=purpose, token=ceremony, person=session.person)
    if begun.details != _device(session):
        raise Refusal(403, "ceremony-over")
    return begun


async def _whose(house: House, begun: ceremonies.Ceremony, credential: dict[str, Any]) -> UUID:
    stored = await passkeys.stored_as(house, credential)
    if stored:
        await _spend_account(house, stored.person)
    return await passkeys.used(house, begun, credential, stored)


async def _enter(house: House, *, person: UUID, device: UUID, name: str) -> SignedIn:
    return await _entered(house, await house.vault.sign_in(person=person, device=device, name=name, method="passkey"))


async def _entered(house: House, token: str) -> SignedIn:
    session = await house.vault.session(token)
    if session is None:
        raise Refusal(401, "signed-out")
    return SignedIn(token, session.cookie_seconds, await me(house, session=session))


async def _spend_address(house: House, address: str) -> None:
    await limits.spend(house, f"passkey:{limits.whose(house, address)}", FROM_ONE_ADDRESS)


async def _spend_account(house: House, person: UUID) -> None:
    await limits.spend(house, f"passkey:{person}", OF_ONE_ACCOUNT)


def _device(session: Session) -> dict[str, str]:
    """Binds a ceremony to the session that it was begun in."""
    return {"device": str(session.device)}


def _own(session: Session, action: str, *what: str) -> audit.Event:
    return audit.did(session, action, chain=session.person, subject=session.person, what=what, purpose="sign in")


def _use_invitation(
    digest: bytes,
    person: UUID,
    device: UUID,
    called: bytes | None,
    audit_key: bytes,
    now: datetime,
    event: audit.Event,
):
    """Unit: uses up the invitation; gives whether nobody had."""
    used = yield Query(
        "update join_code set used_at = ?, used_by_device = ? where digest = ? and used_at is null returning digest",
        (now, device, digest),
    )
    if not used:
        return False
    yield Query(
        "update person set joined_at = coalesce(joined_at, ?), called = coalesce(?, called) where id = ?",
        (now, called, person),
    )
    yield from audit.note(audit_key, now, [event])
    return True
