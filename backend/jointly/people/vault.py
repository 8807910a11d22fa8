"""The vault: a small database of its own for wrapped keys, erased people and signed-in devices.

It is written before the main database and is never rolled back with it: restoring last night's backup
brings back neither an erased person (their key is gone) nor loses a phone that joined this morning.
Keep its own backups for days, not years: erasing somebody is erasing their key here.
"""

import hashlib
import secrets
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Database, Query
from jointly.kit.sealing import SealingKey, new_key
from jointly.people.vault_tables import TABLES

DEVICE_DAYS = 400
"""How long a device stays signed in without being used; the longest life browsers give a cookie."""
CACHED_SECONDS = 5
RENEW_AFTER = timedelta(hours=1)


class Gone(Exception):
    """This person was erased."""


class Unknown(Exception):
    """No such person."""


@dataclass(frozen=True, slots=True)
class Session:
    """Who is asking: the person signed in on a device. `heard_at` is when it was last renewed."""

    person: UUID
    device: UUID
    service: UUID
    organisation: UUID | None
    role: str
    device_name: str
    heard_at: datetime


class Known(NamedTuple):
    """What the vault knows of somebody with a key."""

    service: UUID
    organisation: UUID | None
    role: str
    ended_at: datetime | None


class Vault:
    """Verbs over the vault's database. One per process."""

    def __init__(self, database: Database, master: SealingKey) -> None:
        self.database = database
        self._master = master
        self._keys: dict[UUID, tuple[float, SealingKey]] = {}
        self._sessions: dict[bytes, tuple[float, Session]] = {}

    async def prepare(self) -> None:
        """Makes the vault's tables where they are missing."""
        for table in TABLES:
            self.database.bind(table)
            # Asked first: making one "if it is not there" needs the right to make tables even when it is.
            if not await table.table_exists():
                await table.create_table(if_not_exists=True)

    async def close(self) -> None:
        """Closes the vault's database."""
        await self.database.close()

    async def backup_to(self, path: Path) -> None:
        """A copy of the vault. Keep it for days, apart from copies of the main database. SQLite only."""
        await self.database.backup_to(path)

    async def make_key(self, *, person: UUID, service: UUID, role: str, organisation: UUID | None = None) -> SealingKey:
        """A key for a new person, kept before anything else of theirs is written."""
        secret = new_key()
        row = (person, service, organisation, role, self._master.seal(secret, person.bytes), clock.now())
        await self.database.run(_keep_key, row, purpose="make a key")
        return SealingKey(secret)

    async def key(self, person: UUID) -> SealingKey:
        """The key of `person`; raises `Gone` when they were erased, `Unknown` when there never was one."""
        cached = self._keys.get(person)
        if cached and cached[0] > time.monotonic():
            return cached[1]
        wrapped, erased = await self.database.read(_find_key, person, purpose="open a key", inline=True)
        if erased:
            raise Gone
        if wrapped is None:
            raise Unknown
        key = SealingKey(self._master.open(wrapped, person.bytes))
        _remember(self._keys, person, key)
        return key

    async def erase(self, person: UUID) -> None:
        """Forgets the key of `person` for good. What they wrote can then be read by nobody, backups included."""
        await self.database.run(_erase, person, clock.now(), purpose="erase")
        self._keys.pop(person, None)
        self._forget_sessions(person=person)

    async def erased(self) -> list[UUID]:
        """Everybody who was erased."""
        return await self.database.read(_erased, purpose="list the erased")

    async def known(self, person: UUID) -> Known | None:
        """Where somebody with a key belongs, or none."""
        return await self.database.read(_known, person, purpose="look up a person")

    async def sign_in(self, *, person: UUID, device: UUID, name: str, method: str) -> str:
        """A new token for `device`, now signed in as `person`. An older token of the device stops working."""
        token = secrets.token_urlsafe(32)
        now = clock.now()
        row = (device, person, _hash(token), name[:80], method, now, now, now, now + timedelta(days=DEVICE_DAYS))
        await self.database.run(_keep_device, row, actor=person, purpose="sign in")
        self._forget_sessions(device=device)
        return token

    async def session(self, token: str) -> Session | None:
        """Who holds `token`, or none; raises `Gone` for an erased person. May be 5 seconds old."""
        hashed = _hash(token)
        cached = self._sessions.get(hashed)
        if cached and cached[0] > time.monotonic():
            return cached[1]
        found = await self.database.read(_find_session, hashed, clock.now(), purpose="sign in", inline=True)
        if found is None:
            return None
        *row, erased = found
        if erased:
            raise Gone
        session = Session(*row)
        _remember(self._sessions, hashed, session)
        return session

    async def renew(self, session: Session) -> None:
        """Notes that the device was heard, at most once an hour, and gives it another 400 days."""
        now = clock.now()
        if now - session.heard_at < RENEW_AFTER:
            return
        await self.database.run(
            _renew, session.device, now, now + timedelta(days=DEVICE_DAYS), actor=session.person, purpose="renew"
        )
        self._forget_sessions(device=session.device)

    async def sign_out(self, session: Session) -> None:
        """Ends the device's session."""
        await self.database.run(_sign_out, session.device, actor=session.person, purpose="sign out")
        self._forget_sessions(device=session.device)

    async def last_heard(self, people: list[UUID]) -> dict[UUID, datetime]:
        """When each person's devices were last heard, to within the hour."""
        return dict(await self.database.read(_last_heard, people, purpose="see who was heard"))

    async def owner_of_device(self, device: UUID) -> UUID | None:
        """Who is signed in on `device`, or none."""
        return await self.database.read(_owner, device, purpose="join")

    def _forget_sessions(self, *, person: UUID | None = None, device: UUID | None = None) -> None:
        for hashed, (_, session) in list(self._sessions.items()):
            if session.person == person or session.device == device:
                del self._sessions[hashed]


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _remember(cache: dict, key, value) -> None:
    if len(cache) > 10_000:
        cache.clear()
    cache[key] = (time.monotonic() + CACHED_SECONDS, value)


def _keep_key(row):
    yield Query(
        "insert into account (person, service, organisation, role, wrapped, made_at) values (?, ?, ?, ?, ?, ?)", row
    )


def _find_key(person):
    found = yield Query("select wrapped from account where person = ?", (person,))
    erased = yield Query("select 1 from erased where person = ?", (person,))
    return (found[0][0] if found else None), bool(erased)


def _erase(person, now):
    yield Query("insert into erased (person, erased_at) values (?, ?) on conflict (person) do nothing", (person, now))
    yield Query("delete from account where person = ?", (person,))


def _erased():
    rows = yield Query("select person from erased order by erased_at", ())
    return [person for (person,) in rows]


def _known(person):
    rows = yield Query("select service, organisation, role, ended_at from account where person = ?", (person,))
    return Known(*rows[0]) if rows else None


def _keep_device(row):
    yield Query(
        "insert into device (id, person, token_hash, name, method, made_at, signed_in_at, heard_at, ends_at) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "on conflict (id) do update set person = excluded.person, token_hash = excluded.token_hash, "
        "method = excluded.method, signed_in_at = excluded.signed_in_at, heard_at = excluded.heard_at, "
        "ends_at = excluded.ends_at, revoked_at = null",
        row,
    )


def _find_session(hashed, now):
    rows = yield Query(
        "select device.person, device.id, account.service, account.organisation, account.role, device.name, "
        "device.heard_at, "
        "erased.person from device left join account on account.person = device.person "
        "left join erased on erased.person = device.person where token_hash = ? and ends_at > ?",
        (hashed, now),
    )
    return rows[0] if rows else None


def _renew(device, now, ends_at):
    yield Query("update device set heard_at = ?, ends_at = ? where id = ?", (now, ends_at, device))


def _sign_out(device):
    yield Query("delete from device where id = ?", (device,))


def _last_heard(people):
    if not people:
        return []
    marks = ", ".join("?" * len(people))
    sql = f"select person, heard_at from device where person in ({marks}) order by heard_at"  # noqa: S608
    rows = yield Query(sql, tuple(people))
    return rows


def _owner(device):
    rows = yield Query("select person from device where id = ?", (device,))
    return rows[0][0] if rows else None
