"""Sessions: which device is signed in as whom, until when. The part of the vault that knows devices.

A token is 256 bits, made here and nowhere else, given once and kept as SHA-256. Patients and carers stay signed in
for 400 days, renewed by use: the device's own lock guards reading. Staff are signed out after 30 minutes in which they
asked for nothing, and after 12 hours whatever they did (OWASP ASVS 5.0, 7.2 to 7.4).
"""

import base64
import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Database
from jointly.kit.errors import Refusal
from jointly.people import session_units as units
from jointly.people.rules import STAFF

DEVICE_DAYS = 400
"""How long a device stays signed in without being used; the longest life browsers give a cookie."""
STAFF_IDLE, STAFF_HOURS = timedelta(minutes=30), timedelta(hours=12)
NHS_LOGIN_DAYS = 30
"""How long a sign-in by NHS login lasts: its rules, for an app with a lock of its own."""
STAFF_METHODS = frozenset({"passkey", "demonstration"})
"""How staff may sign in: nothing else proves enough of who is there."""
PROVED_FOR = timedelta(minutes=5)
"""How long somebody who proved to be there may export, delete or share."""
CACHED_SECONDS = 5
RENEW_AFTER, RENEW_STAFF_AFTER = timedelta(hours=1), timedelta(minutes=1)


class Gone(Exception):
    """This person was erased. `csrf` is that of the session which found it out, if one did."""

    def __init__(self, csrf: str = "") -> None:
        super().__init__()
        self.csrf = csrf


class Revoked(Exception):
    """This session was ended from elsewhere, and the device must forget what it holds. `csrf` is the session's own."""

    def __init__(self, csrf: str) -> None:
        super().__init__()
        self.csrf = csrf


@dataclass(frozen=True, slots=True)
class Session:
    """Who is asking: the person signed in on a device. `heard_at` is when it was last renewed.

    `method` is how they signed in, `proved_at` when they last proved to be there. `csrf` goes with every change.
    """

    person: UUID
    device: UUID
    service: UUID
    organisation: UUID | None
    role: str
    device_name: str
    heard_at: datetime
    method: str = "code"
    signed_in_at: datetime | None = None
    proved_at: datetime | None = None
    csrf: str = ""

    def proved_until(self) -> datetime | None:
        """Until when the last proof counts, or none when it counts no more."""
        ends_at = self.proved_at and self.proved_at + PROVED_FOR
        return ends_at if ends_at and ends_at > clock.now() else None

    def is_over(self, now: datetime) -> bool:
        """Whether staff were idle too long, signed in by less than staff need, or anybody signed in too long ago."""
        begun = self.signed_in_at or self.heard_at
        if self.role not in STAFF:
            return self.method == "nhs-login" and now - begun > timedelta(days=NHS_LOGIN_DAYS)
        return self.method not in STAFF_METHODS or now - self.heard_at > STAFF_IDLE or now - begun > STAFF_HOURS

    @property
    def cookie_seconds(self) -> int:
        """How long the browser may keep the cookie."""
        if self.role in STAFF:
            return int(STAFF_HOURS.total_seconds())
        return (NHS_LOGIN_DAYS if self.method == "nhs-login" else DEVICE_DAYS) * 86_400


class Sessions:
    """Verbs over devices and their sessions."""

    def __init__(self, database: Database, csrf_key: bytes) -> None:
        self.database = database
        self._csrf_key = csrf_key
        self._sessions: dict[bytes, tuple[float, Session]] = {}

    async def sign_in(self, *, person: UUID, device: UUID, name: str, method: str) -> str:
        """A new token for `device`, now signed in as `person`. An older token of the device stops working.

        Raises `Gone`, and a `Refusal` for an account that was ended, for staff without a passkey and for a device whose
        session was ended from elsewhere. Who signed in by a passkey or a recovery code has proved to be there.
        """
        token, now = secrets.token_urlsafe(32), clock.now()
        proved_at = now if method in ("passkey", "recovery") else None
        ends_at = now + timedelta(days=DEVICE_DAYS)
        row = (device, person, hash_of(token), name[:80], method, now, now, proved_at, now, ends_at)
        given = (row, STAFF, STAFF_METHODS)
        kept, role, ended_at, erased = await self.database.run(units.keep_device, *given, **_as(person))
        if erased:
            raise Gone
        if role is None or ended_at:
            raise Refusal(403, "account-ended")
        if role in STAFF and method not in STAFF_METHODS:
            raise Refusal(403, "needs-passkey")
        if not kept:
            raise Refusal(410, "code-used")
        self._forget_sessions(device=device)
        return token

    async def rotate(self, session: Session) -> str:
        """A new token after a proof that the person is there: the old one stops working."""
        token = secrets.token_urlsafe(32)
        await self.database.run(
            units.rotate, session.device, hash_of(token), clock.now(), **_as(session.person, "step up")
        )
        self._forget_sessions(device=session.device)
        return token

    async def session(self, token: str) -> Session | None:
        """Who holds `token`, or none; raises `Gone` for an erased person, `Revoked` for a session ended from elsewhere.

        May be 5 seconds old in other processes than the one that changed it; the time limits are looked at each time.
        """
        hashed, now = hash_of(token), clock.now()
        cached = self._sessions.get(hashed)
        if cached and cached[0] > time.monotonic():
            return None if cached[1].is_over(now) else cached[1]
        found = await self.database.read(units.find_session, hashed, now, purpose="sign in", inline=True)
        if found is None:
            return None
        *row, ended_at, revoked_at, erased = found
        csrf = self.csrf_of(row[0], row[1])
        if erased:
            raise Gone(csrf)
        if revoked_at:
            raise Revoked(csrf)
        session = Session(*row, csrf)
        if ended_at or session.is_over(now):
            return None
        remember(self._sessions, hashed, session)
        return session

    def csrf_of(self, person: UUID, device: UUID) -> str:
        """What must come with each change that this session makes: nobody can make it without the key."""
        made = hmac.digest(self._csrf_key, device.bytes + person.bytes, "sha256")
        return base64.urlsafe_b64encode(made).decode().rstrip("=")

    async def renew(self, session: Session) -> bool:
        """Notes that the device was heard: at most once an hour, of staff once a minute. Gives whether it did.

        Patients and carers have another 400 days from here on.
        """
        now = clock.now()
        if now - session.heard_at < (RENEW_STAFF_AFTER if session.role in STAFF else RENEW_AFTER):
            return False
        ends_at = now + timedelta(days=DEVICE_DAYS)
        await self.database.run(units.renew, session.device, now, ends_at, **_as(session.person, "renew"))
        self._forget_sessions(device=session.device)
        return True

    async def sign_out(self, session: Session) -> None:
        """Ends the device's session."""
        await self.database.run(units.sign_out, session.device, **_as(session.person, "sign out"))
        self._forget_sessions(device=session.device)

    async def sessions_of(self, person: UUID) -> list[Session]:
        """Every session of `person` that is not over, the last used first."""
        now = clock.now()
        rows = await self.database.read(units.sessions_of, person, now, purpose="list sessions")
        return [one for one in (Session(*row) for row in rows) if not one.is_over(now)]

    async def revoke(self, *, person: UUID, device: UUID | None = None, but: UUID | None = None) -> int:
        """Ends the session of one device of `person`, or of all but `but`; gives how many. Each wipes itself."""
        ended = await self.database.run(units.revoke, person, device, but, clock.now(), **_as(person, "end sessions"))
        for each in ended:
            self._forget_sessions(device=each)
        return len(ended)

    async def last_heard(self, people: list[UUID]) -> dict[UUID, datetime]:
        """When each person's devices were last heard, to within the hour."""
        return dict(await self.database.read(units.last_heard, people, purpose="see who was heard"))

    async def signed_in(self, devices: list[UUID]) -> set[UUID]:
        """Which of these devices somebody is still signed in on."""
        if not devices:
            return set()
        return await self.database.read(units.signed_in, devices, clock.now(), purpose="see who is still signed in")

    async def owner_of_device(self, device: UUID) -> UUID | None:
        """Who is signed in on `device`, or none."""
        return await self.database.read(units.owner, device, purpose="join")

    async def is_revoked(self, device: UUID) -> bool:
        """Whether the session of `device` was ended from elsewhere."""
        return await self.database.read(units.is_revoked, device, purpose="join")

    def _forget_sessions(self, *, person: UUID | None = None, device: UUID | None = None) -> None:
        for hashed, (_, session) in list(self._sessions.items()):
            if session.person == person or session.device == device:
                del self._sessions[hashed]


def hash_of(token: str) -> bytes:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).digest()


def remember(cache: dict, key, value) -> None:
    """Keeps a value for a few seconds."""
    if len(cache) > 10_000:
        cache.clear()
    cache[key] = (time.monotonic() + CACHED_SECONDS, value)


def _as(person: UUID, purpose: str = "sign in") -> dict:
    return {"actor": person, "subject": person, "purpose": purpose}
