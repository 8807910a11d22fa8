"""What somebody can prove with that they are there: their passkeys and recovery codes, as the vault keeps them."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.people.house import House
from jointly.people.rules import STAFF
from jointly.people.sessions import Session


class Held(NamedTuple):
    """How many passkeys somebody has, and how many recovery codes that were not used."""

    passkeys: int
    recovery_codes: int


class StoredPasskey(NamedTuple):
    """A passkey: see `vault_tables.Passkey`."""

    id: bytes
    person: UUID
    public_key: bytes
    sign_count: int
    device_type: str
    backed_up: bool
    aaguid: str
    name: str
    made_at: datetime
    used_at: datetime | None


async def held_by(house: House, person: UUID) -> Held:
    """What `person` has to prove with."""
    return await house.vault.database.read(_held, person, purpose="count credentials", inline=True)


async def need_proof(house: House, session: Session) -> None:
    """A `Refusal` unless whoever has a passkey, or is staff, used it in the last 5 minutes.

    Patients and carers without any passkey pass, and so does the demonstration's staff: they have nothing to prove
    with.
    """
    if session.proved_until():
        return
    if (await held_by(house, session.person)).passkeys:
        raise Refusal(403, "needs-proof")
    if session.role in STAFF and session.method != "demonstration":
        raise Refusal(403, "needs-passkey")


async def passkeys_of(house: House, person: UUID) -> list[StoredPasskey]:
    """Every passkey of `person`, the oldest first."""
    return await house.vault.database.read(_passkeys, "person", person, purpose="list passkeys")


async def passkey(house: House, id: bytes) -> StoredPasskey | None:
    """The passkey of that raw id, or none."""
    found = await house.vault.database.read(_passkeys, "id", id, purpose="find a passkey")
    return found[0] if found else None


async def keep_passkey(house: House, made: StoredPasskey, *, alone: bool = False) -> bool:
    """Keeps a new passkey; gives whether its id was nobody's yet. With `alone` the person's earlier ones end then."""
    who = {"actor": made.person, "subject": made.person, "purpose": "keep a passkey"}
    return await house.vault.database.run(_keep_passkey, made, alone, **who)


async def used_passkey(house: House, id: bytes, *, sign_count: int, backed_up: bool) -> bool:
    """Notes a use; gives whether the counter had risen meanwhile no further, which it may only when it stays 0."""
    values = (sign_count, backed_up, clock.now(), id, sign_count)
    return await house.vault.database.run(_used_passkey, values, purpose="use a passkey")


async def forget_passkey(house: House, *, person: UUID, id: bytes, keep_one: bool) -> bool:
    """Deletes a passkey of `person`; gives false and deletes nothing when it is the last of who must `keep_one`."""
    who = {"actor": person, "subject": person, "purpose": "delete a passkey"}
    return await house.vault.database.run(_forget_passkey, person, id, keep_one, **who)


def _held(person: UUID):
    [(passkeys,)] = yield Query("select count(*) from passkey where person = ?", (person,))
    [(codes,)] = yield Query("select count(*) from recovery_code where person = ? and used_at is null", (person,))
    return Held(passkeys, codes)


def _passkeys(by: str, value: UUID | bytes):
    columns = ", ".join(StoredPasskey._fields)
    rows = yield Query(f"select {columns} from passkey where {by} = ? order by made_at", (value,))  # nosec B608 # the names are ours, every value is bound
    return [StoredPasskey(*row) for row in rows]


def _keep_passkey(made: StoredPasskey, alone: bool):
    columns, marks = ", ".join(StoredPasskey._fields), ", ".join("?" * len(made))
    kept = yield Query(
        f"insert into passkey ({columns}) values ({marks}) on conflict (id) do nothing returning id",  # nosec B608 # the names are ours, every value is bound
        tuple(made),
    )
    if alone and kept:
        yield Query("delete from passkey where person = ? and id <> ?", (made.person, made.id))
    return bool(kept)


def _used_passkey(values: tuple):
    used = yield Query(
        "update passkey set sign_count = ?, backed_up = ?, used_at = ? "
        "where id = ? and (sign_count < ? or sign_count = 0) returning id",
        values,
    )
    return bool(used)


def _forget_passkey(person: UUID, id: bytes, keep_one: bool):
    # Taking the account's row makes those who delete at once wait for each other, where the engine has more writers.
    yield Query("update account set ended_at = ended_at where person = ?", (person,))
    [(count,)] = yield Query("select count(*) from passkey where person = ?", (person,))
    if keep_one and count <= 1:
        return False
    yield Query("delete from passkey where id = ? and person = ?", (id, person))
    return True
