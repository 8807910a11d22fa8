"""Verbs: the life of the database (its epoch) and the end of somebody's record."""

from datetime import datetime
from uuid import UUID, uuid4

from jointly.kit import clock
from jointly.kit.db import Database, Query
from jointly.people import audit
from jointly.people.house import House
from jointly.people.service import end_personal_codes
from jointly.people.vault import Session

ERASED = 0
"""The grant version of an erased person's feed. The row stays, so that a push which began before finds it there."""


async def epoch(db: Database) -> UUID:
    """The present epoch; the first one is made when there is none."""
    return await db.run(_epoch, uuid4(), clock.now(), purpose="read the epoch")


async def begin_epoch(db: Database) -> UUID:
    """Begins a new epoch, after a restore: phones notice and send again what they hold, and personal codes end."""
    new = uuid4()
    await db.run(_begin_epoch, new, clock.now(), purpose="begin an epoch")
    return new


async def erase(house: House, *, person: UUID, session: Session | None, role: str = audit.OPERATOR) -> None:
    """Erases somebody: the key first, then every row. Nobody can read what they wrote again, backups included.

    What stays: their id among the erased, and who did what when with their record, which has no word of theirs.
    """
    await house.vault.erase(person)
    facts = {"subject": person, "purpose": "erase", "role": role}
    events = [audit.did(session, "erased", chain=chain, **facts) for chain in (person, house.service)]
    who = {"actor": session and session.person, "subject": person, "group": house.service, "purpose": "erase"}
    await house.db.run(_erase_and_note, person, house.audit_key, clock.now(), events, **who)


async def erase_the_erased(house: House) -> int:
    """Removes what a restored backup brought back of erased people; gives how many people that is."""
    erased = await house.vault.erased()
    for person in erased:
        await house.db.run(_erase, person, subject=person, group=house.service, purpose="erase again")
    return len(erased)


def present_epoch():
    """Unit: the present epoch."""
    [(epoch,)] = yield Query("select epoch from epoch where id = 1", ())
    return epoch


def _epoch(new: UUID, now: datetime):
    yield Query("insert into epoch (id, epoch, started_at) values (1, ?, ?) on conflict do nothing", (new, now))
    return (yield from present_epoch())


def _begin_epoch(new: UUID, now: datetime):
    yield Query(
        "insert into epoch (id, epoch, started_at) values (1, ?, ?) "
        "on conflict (id) do update set epoch = excluded.epoch, started_at = excluded.started_at",
        (new, now),
    )
    yield from end_personal_codes(now)


def _erase_and_note(person: UUID, audit_key: bytes, at: datetime, events: list[audit.Event]):
    yield from _erase(person)
    yield from audit.note(audit_key, at, events)


_SUPPORT = ("step", "prescription", "referral", "task", "answer_link", "likeness", "judged", "notice", "placed")


_REMINDERS = ("due", "message", "subscription", "reminded")


def _erase(person: UUID):
    # The feed first: its row is what a push takes first, so a push that is under way is waited for and then erased,
    # and one that comes later finds the mark, whichever process it is in and whatever key it still holds.
    yield Query(
        "insert into feed (person, number, grant_version) values (?, 0, ?) "
        "on conflict (person) do update set number = excluded.number, grant_version = excluded.grant_version",
        (person, ERASED),
    )
    yield Query("delete from version where person = ?", (person,))
    yield Query("delete from push where person = ?", (person,))
    for table in (*_SUPPORT, "seen", "share", "join_code", "looked", "list_view", *_REMINDERS):
        yield Query(f"delete from {table} where person = ?", (person,))  # nosec B608 # the names are ours, every value is bound
    # What others were told about them names them, and nothing else of them is left to open.
    yield Query("delete from notice where subject = ?", (person,))
    yield Query("delete from person where id = ?", (person,))
