"""Verbs: sign in with NHS login, and link an identity there to a record here. See decision 11.

An identity is known by its issuer and subject, of which only a keyed digest is kept. Nothing else that NHS login says
about anybody is kept, and nobody is ever found by their NHS number, e-mail or name: a record is linked by who is
signed in to it.
"""

import base64
import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.kit.ids import uuid7
from jointly.kit.private_keys import read_rsa_key
from jointly.people import audit, ceremonies, limits
from jointly.people.ceremonies import Ceremony
from jointly.people.house import House
from jointly.people.limits import Limit
from jointly.people.nhs_login_schemas import Problem
from jointly.people.openid import Provider, Unreachable, Untrusted
from jointly.people.rules import STAFF
from jointly.people.vault import Gone, Session
from jointly.settings import Settings

METHOD = PURPOSE = "nhs-login"
SCOPE = "openid basic_demographics"
"""The least that says how well somebody proved who they are. `profile` says it too, and the NHS number with it."""
PROVEN = "P9"
STARTS = Limit(tries=30, seconds=600)
"""Beginnings from one address: each writes a row."""
LONGEST = 4096
"""Letters of a code or a state; NHS login's are far shorter."""


class Stopped(Exception):
    """It ended without a sign-in. `problem` is all that the browser is told."""

    def __init__(self, problem: Problem, *, linking: bool = False) -> None:
        super().__init__(problem)
        self.problem = problem
        self.linking = linking


@dataclass(frozen=True, slots=True)
class NhsLogin:
    """NHS login as the settings have it."""

    provider: Provider
    vtr: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody came back: signed in with a token that the browser keeps for so many seconds, or linked, without one."""

    token: str | None = None
    seconds: int = 0


def from_settings(settings: Settings) -> NhsLogin | None:
    """NHS login, or none when it is not set."""
    if not (settings.nhs_login_issuer and settings.nhs_login_client_id and settings.nhs_login_key_file):
        return None
    provider = Provider(
        issuer=settings.nhs_login_issuer,
        client_id=settings.nhs_login_client_id,
        key=read_rsa_key(settings.nhs_login_key_file, "JOINTLY_NHS_LOGIN_KEY_FILE"),
        back=f"{settings.origin}/api/nhs-login/back",
    )
    return NhsLogin(provider, settings.nhs_login_vtr)


async def begin(
    house: House, nhs: NhsLogin, *, address: str, device_name: str = "", session: Session | None = None
) -> tuple[str, str]:
    """Where to send the browser, and the token for its cookie. With a session its person links an identity.

    Raises a `Refusal`.
    """
    if session and session.role in STAFF:
        raise Refusal(403, "not-allowed")
    await limits.spend(house, f"nhs-login:{limits.whose(house, address)}", STARTS)
    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
    # Signing in afresh each time: on a shared computer nobody is to be taken for who used NHS login before.
    more = {"vtr": json.dumps(nhs.vtr, separators=(",", ":")), "prompt": "login"}
    try:
        to = await nhs.provider.address(scope=SCOPE, state=state, nonce=nonce, challenge=challenge, **more)
    except Unreachable:
        raise Refusal(503, "nhs-login-unreachable") from None
    details = {"nonce": nonce, "verifier": verifier, "device_name": device_name}
    token = await ceremonies.begin(
        house,
        purpose=PURPOSE,
        challenge=state.encode(),
        person=session and session.person,
        details=details | ({"device": str(session.device)} if session else {}),
    )
    return to, token


async def come_back(house: House, nhs: NhsLogin, *, token: str, state: str, code: str = "", error: str = "") -> Came:
    """Signs in or links whoever NHS login sent back; raises `Stopped`. What was begun is over, whatever comes of it."""
    try:
        begun = await ceremonies.finish(house, purpose=PURPOSE, token=token)
    except Refusal:
        raise Stopped("again") from None
    linking = begun.person is not None
    try:
        if not hmac.compare_digest(begun.challenge, state.encode(errors="replace")) or len(code) > LONGEST:
            raise Stopped("again")
        if not code or error:
            raise Stopped("cancelled" if error == "access_denied" else "unreachable")
        login = _digest(house, nhs.provider.issuer, await _proven_subject(nhs, begun, code))
        return await (_link(house, begun, login) if linking else _sign_in(house, begun, login))
    except Unreachable:
        raise Stopped("unreachable", linking=linking) from None
    except Untrusted:
        raise Stopped("not-trusted", linking=linking) from None
    except Stopped as stopped:
        raise Stopped(stopped.problem, linking=linking) from None


async def is_linked(house: House, *, session: Session) -> bool:
    """Whether NHS login opens the record of whoever is signed in."""
    return await house.vault.database.read(_has_login, session.person, purpose="look for a login")


async def unlink(house: House, *, session: Session) -> None:
    """Lets NHS login open this record no more. Who is signed in by it stays so until their session is ended."""
    event = audit.did(
        session, "unlinked", chain=session.person, subject=session.person, what=[METHOD], purpose="unlink"
    )
    await audit.keep(house, event)
    who = {"actor": session.person, "subject": session.person, "purpose": "unlink a login"}
    await house.vault.database.run(_unlink, session.person, **who)


async def _proven_subject(nhs: NhsLogin, begun: Ceremony, code: str) -> str:
    """Whom the code stands for, proven as well as was asked for: what came back counts, not what was asked."""
    details = begun.details
    claims, access = await nhs.provider.exchange(code=code, verifier=details["verifier"], nonce=details["nonce"])
    level = claims.get("identity_proofing_level")
    if level is None:
        more: dict[str, Any] = await nhs.provider.more_claims(access, subject=claims["sub"])
        level = more.get("identity_proofing_level")
    if level != PROVEN or claims.get("vot") not in nhs.vtr:
        raise Stopped("not-proven")
    return claims["sub"]


async def _sign_in(house: House, begun: Ceremony, login: bytes) -> Came:
    now = clock.now()
    person = await house.vault.database.run(_use, login, now, purpose="find a login")
    if person is None:
        raise Stopped("unlinked")
    known = await house.vault.known(person)
    if known is None or known.ended_at or known.service != house.service:
        raise Stopped("ended")
    if known.role in STAFF:
        raise Stopped("staff")
    device = uuid7()
    await audit.keep(house, _event(person, known.role, device, "signed-in", "sign in"))
    try:
        name = begun.details["device_name"]
        token = await house.vault.sign_in(person=person, device=device, name=name, method=METHOD)
        session = await house.vault.session(token)
    except (Gone, Refusal):
        raise Stopped("ended") from None
    assert session  # nosec B101 # it was made a line ago; said for the reader
    return Came(token, session.cookie_seconds)


async def _link(house: House, begun: Ceremony, login: bytes) -> Came:
    person, device = begun.person, UUID(begun.details["device"])
    assert person  # nosec B101 # linking always begins with a session; said for the reader
    known = await house.vault.known(person)
    if known is None or known.ended_at or await house.vault.owner_of_device(device) != person:
        raise Stopped("ended")
    if known.role in STAFF:
        raise Stopped("staff")
    who = {"actor": person, "subject": person, "purpose": "link a login"}
    problem = await house.vault.database.run(_keep_login, login, person, clock.now(), **who)
    if problem:
        raise Stopped(problem)
    await audit.keep(house, _event(person, known.role, device, "linked", "link"))
    return Came()


def _event(person: UUID, role: str, device: UUID, action: str, purpose: str) -> audit.Event:
    return audit.Event(person, person, role, device, person, action, METHOD, 0, purpose)


def _digest(house: House, issuer: str, subject: str) -> bytes:
    """What is kept of an identity. Neither part can be stretched into the other."""
    return house.index_key.digest(b"login/" + json.dumps([issuer, subject]).encode())


def _use(login: bytes, now: datetime):
    """Unit: whose record an identity opens, noting that it was used."""
    rows = yield Query("update login set used_at = ? where id = ? returning person", (now, login))
    return rows[0][0] if rows else None


def _keep_login(login: bytes, person: UUID, now: datetime):
    """Unit: links an identity to a person; gives the problem when one of them is linked elsewhere."""
    rows = yield Query("select person from login where id = ?", (login,))
    if rows:
        return None if rows[0][0] == person else "taken"
    if (yield from _has_login(person)):
        return "another"
    kept = yield Query(
        "insert into login (id, person, made_at) values (?, ?, ?) on conflict (id) do nothing returning id",
        (login, person, now),
    )
    return None if kept else "taken"


def _has_login(person: UUID):
    rows = yield Query("select 1 from login where person = ?", (person,))
    return bool(rows)


def _unlink(person: UUID):
    yield Query("delete from login where person = ?", (person,))
