"""The vault: a small database of its own for wrapped keys, erased people and signed-in devices.

It is written before the main database and is never rolled back with it: restoring last night's backup
brings back neither an erased person (their key is gone) nor loses a phone that joined this morning.
Keep its own backups for days, not years: erasing somebody is erasing their key here.
"""

import time
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Database, Query
from jointly.kit.sealing import SealingKey, new_key
from jointly.people.sessions import Gone, Revoked, Session, Sessions, remember
from jointly.people.vault_tables import TABLES

__all__ = ["Gone", "Known", "Revoked", "Session", "Unknown", "Vault"]


class Unknown(Exception):
    """No such person."""


class Known(NamedTuple):
    """What the vault knows of somebody with a key."""

    service: UUID
    organisation: UUID | None
    role: str
    ended_at: datetime | None


class Vault(Sessions):
    """Verbs over the vault's database: keys and accounts here, sessions in `sessions`. One per process."""

    def __init__(self, database: Database, master: SealingKey) -> None:
        super().__init__(database, master.digest(b"csrf"))
        self._master = master
        self._keys: dict[UUID, tuple[float, SealingKey]] = {}

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
        remember(self._keys, person, key)
        return key

    async def keys(self, people: Iterable[UUID]) -> dict[UUID, SealingKey]:
        """The keys of these people, read together; who was erased or never had one is left out."""
        wanted = list(people)
        rows = await self.database.read(_find_keys, wanted, purpose="open keys") if wanted else []
        found = {person: SealingKey(self._master.open(wrapped, person.bytes)) for person, wrapped in rows}
        for person, key in found.items():
            remember(self._keys, person, key)
        return found

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

    async def end(self, person: UUID) -> None:
        """Shuts the account of `person`: nobody signs in to it again, and its sessions are over."""
        await self.database.run(_end, person, clock.now(), subject=person, purpose="end an account")
        self._forget_sessions(person=person)


def _keep_key(row):
    yield Query(
        "insert into account (person, service, organisation, role, wrapped, made_at) values (?, ?, ?, ?, ?, ?)", row
    )


def _find_key(person):
    found = yield Query("select wrapped from account where person = ?", (person,))
    erased = yield Query("select 1 from erased where person = ?", (person,))
    return (found[0][0] if found else None), bool(erased)


def _find_keys(people):
    marks = ", ".join("?" * len(people))
    rows = yield Query(
        f"select person, wrapped from account where person in ({marks}) "  # nosec B608 # the names are ours, every value is bound
        "and not exists (select 1 from erased where erased.person = account.person)",
        people,
    )
    return rows


def _erase(person, now):
    yield Query("insert into erased (person, erased_at) values (?, ?) on conflict (person) do nothing", (person, now))
    for table in ("account", "passkey", "recovery_code", "ceremony", "login"):
        yield Query(f"delete from {table} where person = ?", (person,))  # nosec B608 # the names are ours, every value is bound
    # The sessions stay, nameless, so that each device hears of it: see `record.retention` for until when.
    yield Query("update device set name = '' where person = ?", (person,))


def _erased():
    rows = yield Query("select person from erased order by erased_at", ())
    return [person for (person,) in rows]


def _known(person):
    rows = yield Query("select service, organisation, role, ended_at from account where person = ?", (person,))
    return Known(*rows[0]) if rows else None


def _end(person, now):
    yield Query("update account set ended_at = ? where person = ? and ended_at is null", (now, person))
