"""Units over the vault's devices: what `sessions` asks of the database."""

from collections.abc import Set
from datetime import datetime
from uuid import UUID

from jointly.kit.db import Query

_OF_SESSION = (
    "device.person, device.id, account.service, account.organisation, account.role, device.name, device.heard_at, "
    "device.method, device.signed_in_at, device.proved_at"
)


def keep_device(row: tuple, staff: Set[str], staff_methods: Set[str]):
    """Unit: keeps a device with its new token, unless its person may not sign in; gives whether it was, and why not.

    That is their role, when their account ended, and whether they were erased. A device whose session was ended from
    elsewhere stays as it is: who found the secret of that joining brings it back to nobody.
    """
    person, method = row[1], row[4]
    accounts = yield Query("select role, ended_at from account where person = ?", (person,))
    erased = yield Query("select 1 from erased where person = ?", (person,))
    role, ended_at = accounts[0] if accounts else (None, None)
    kept = None
    allowed = role and not ended_at and not erased and (role not in staff or method in staff_methods)
    if allowed:
        kept = yield Query(
            "insert into device "
            "(id, person, token_hash, name, method, made_at, signed_in_at, proved_at, heard_at, ends_at) "
            "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "on conflict (id) do update set person = excluded.person, token_hash = excluded.token_hash, "
            "method = excluded.method, signed_in_at = excluded.signed_in_at, proved_at = excluded.proved_at, "
            "heard_at = excluded.heard_at, ends_at = excluded.ends_at where device.revoked_at is null returning 1",
            row,
        )
    return bool(kept), role, ended_at, bool(erased)


def find_session(hashed: bytes, now: datetime):
    """Unit: the session of a token that has not ended, with all that may speak against it; or none."""
    sql = (
        f"select {_OF_SESSION}, account.ended_at, device.revoked_at, erased.person "  # nosec B608 # the names are ours, every value is bound
        "from device left join account on account.person = device.person "
        "left join erased on erased.person = device.person where token_hash = ? and ends_at > ?"
    )
    rows = yield Query(sql, (hashed, now))
    return rows[0] if rows else None


def sessions_of(person: UUID, now: datetime):
    """Unit: the sessions of one person that were neither ended nor forgotten."""
    sql = (
        f"select {_OF_SESSION} from device join account on account.person = device.person "  # nosec B608 # the names are ours, every value is bound
        "where device.person = ? and ends_at > ? and revoked_at is null order by heard_at desc"
    )
    return (yield Query(sql, (person, now)))


def signed_in(devices: list[UUID], now: datetime):
    """Unit: which of these devices somebody is still signed in on."""
    found: set[UUID] = set()
    for start in range(0, len(devices), 200):
        some = devices[start : start + 200]
        marks = ", ".join("?" * len(some))
        rows = yield Query(
            f"select id from device where id in ({marks}) and ends_at > ? and revoked_at is null",  # nosec B608 # the names are ours, every value is bound
            (*some, now),
        )
        found |= {id for (id,) in rows}
    return found


def rotate(device: UUID, hashed: bytes, now: datetime):
    """Unit: another token for a device whose person has just proved to be there."""
    yield Query(
        "update device set token_hash = ?, proved_at = ?, heard_at = ? where id = ? and revoked_at is null",
        (hashed, now, now, device),
    )


def renew(device: UUID, now: datetime, ends_at: datetime):
    """Unit: notes when a device was heard."""
    yield Query("update device set heard_at = ?, ends_at = ? where id = ?", (now, ends_at, device))


def sign_out(device: UUID):
    """Unit: forgets a device."""
    yield Query("delete from device where id = ?", (device,))


def revoke(person: UUID, device: UUID | None, but: UUID | None, now: datetime):
    """Unit: ends sessions of one person from elsewhere; gives their devices."""
    sql = "update device set revoked_at = ? where person = ? and revoked_at is null and ends_at > ? "
    only = [("and id = ? ", device)] if device else [("and id <> ? ", but)] if but else []
    values = (now, person, now, *(value for _, value in only))
    rows = yield Query(sql + "".join(words for words, _ in only) + 'returning id as "id [UUID]"', values)
    return [id for (id,) in rows]


def last_heard(people: list[UUID]):
    """Unit: who was heard when, the last at the end."""
    if not people:
        return []
    marks = ", ".join("?" * len(people))
    sql = f"select person, heard_at from device where person in ({marks}) order by heard_at"  # nosec B608 # the names are ours, every value is bound
    return (yield Query(sql, tuple(people)))


def is_revoked(device: UUID):
    """Unit: whether the session of a device was ended from elsewhere."""
    return bool((yield Query("select 1 from device where id = ? and revoked_at is not null", (device,))))


def owner(device: UUID):
    """Unit: who is signed in on a device."""
    rows = yield Query("select person from device where id = ? and revoked_at is null", (device,))
    return rows[0][0] if rows else None
