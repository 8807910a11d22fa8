"""Keeps nothing longer than the service says: applied once a day by a job, as the settings are on that day.

The audit is never shortened. Somebody counts as heard of as long as a device of theirs was in use, or anything was
done in their record: by them, by a carer or by staff.
"""

import asyncio
import logging
from datetime import datetime, timedelta
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.people import audit, limits, setup
from jointly.people.house import House
from jointly.people.rules import CARER, PATIENT, STAFF
from jointly.people.setup_schemas import Retention
from jointly.record import lives

PURPOSE = "keep to the periods"
YEAR = timedelta(days=365.25)
ERASED_AT_ONCE = 500
"""People whom one run erases at most; the next day has the rest."""
PAGE_PEOPLE = 500

log = logging.getLogger("jointly")


async def keep_to_periods(house: House) -> None:
    """Erases and deletes what has been kept for as long as the service says."""
    periods, now = (await setup.present(house)).retention, clock.now()
    await erase_unheard(house, now - periods.record_years * YEAR)
    await _delete_shares(house, now - timedelta(days=periods.share_days))
    await _delete_the_rest(house, periods, now)


async def erase_unheard(house: House, since: datetime) -> int:
    """Erases patients and carers of whom nothing was heard since then; gives how many."""
    erased, after = 0, UUID(int=0)
    while people := await house.vault.database.read(_unheard, since, after, purpose=PURPOSE):
        silent = [
            one for one in people if not await house.db.read(_was_there, one, since, subject=one, purpose=PURPOSE)
        ]
        for person in silent[: ERASED_AT_ONCE - erased]:
            await lives.erase(house, person=person, session=None, role=audit.JOB)
            erased += 1
        if erased == ERASED_AT_ONCE:
            break
        after = people[-1]
        await asyncio.sleep(0)
    if erased:
        log.info("%d records had been kept for as long as they may be, and were erased", erased)
    return erased


async def _delete_shares(house: House, before: datetime) -> None:
    """Of each person for themselves: row security shows a job no more than anybody else."""
    after = UUID(int=0)
    while people := await house.vault.database.read(_people, after, purpose=PURPOSE):
        for person in people:
            who = {"subject": person, "purpose": PURPOSE}
            if await house.db.read(_has_old_shares, person, before, **who):
                await house.db.run(_delete_old_shares, person, before, house.audit_key, clock.now(), **who)
        after = people[-1]
        await asyncio.sleep(0)


async def _delete_the_rest(house: House, periods: Retention, now: datetime) -> None:
    sessions = await house.vault.database.run(
        _forget_sessions, now - timedelta(days=periods.session_days), now, purpose=PURPOSE
    )
    before = now - timedelta(days=periods.code_days)
    who = {"group": house.service, "purpose": PURPOSE}
    await house.db.run(_delete_codes, house.service, before, sessions, house.audit_key, now, **who)


def _unheard(since: datetime, after: UUID):
    """Unit (vault): a page of patients and carers whose devices were not heard since then, by their ids.

    Those whose record is kept all the same are gone past, so they are in nobody's way.
    """
    rows = yield Query(
        "select person from account where role in (?, ?) and made_at < ? and person > ? and not exists "
        "(select 1 from device where device.person = account.person and heard_at >= ?) order by person limit ?",
        (PATIENT, CARER, since, after, since, PAGE_PEOPLE),
    )
    return [person for (person,) in rows]


def _was_there(person: UUID, since: datetime):
    """Unit: whether anybody did anything in the record since then. What jobs and the operator do is no sign of life."""
    rows = yield Query(
        "select 1 from audit where chain = ? and at >= ? and role not in (?, ?) limit 1",
        (person, since, audit.JOB, audit.OPERATOR),
    )
    return bool(rows)


def _people(after: UUID):
    rows = yield Query("select person from account where person > ? order by person limit ?", (after, PAGE_PEOPLE))
    return [person for (person,) in rows]


_OLD_SHARES = "from share where person = ? and (ended_at < ? or ends_at < ?)"


def _has_old_shares(person: UUID, before: datetime):
    rows = yield Query(f"select 1 {_OLD_SHARES} limit 1", (person, before, before))
    return bool(rows)


def _delete_old_shares(person: UUID, before: datetime, key: bytes, at: datetime):
    gone = yield Query(f"delete {_OLD_SHARES} returning id", (person, before, before))
    if gone:
        yield from audit.note(key, at, [_deleted(person, person, ["shares"], len(gone))])


def _forget_sessions(before: datetime, now: datetime):
    """Unit (vault): deletes sessions that ended before then, all but the newest of each person (it says when they were
    last heard of), and sign-ins that were begun and never finished; gives how many sessions. Those of staff end within
    hours of being heard. One that was revoked stays until it would have ended, so that its device hears of it however
    late it asks; those of somebody erased go then, the newest too."""
    gone = yield Query(
        "delete from device where (ends_at < ? or (heard_at < ? and exists (select 1 from account "  # nosec B608 # the names are ours, every value is bound
        f"where account.person = device.person and role in ({', '.join('?' * len(STAFF))})))) "
        "and exists (select 1 from device as newer "
        "where newer.person = device.person and newer.heard_at > device.heard_at) returning 1",
        (before, before, *sorted(STAFF)),
    )
    of_erased = yield Query(
        "delete from device where ends_at < ? and exists (select 1 from erased where erased.person = device.person) "
        "returning 1",
        (now,),
    )
    yield Query("delete from ceremony where ends_at < ?", (now,))
    return len(gone) + len(of_erased)


def _delete_codes(service: UUID, before: datetime, sessions: int, key: bytes, at: datetime):
    """Unit: deletes codes that ended before then, and counts of tries that are over."""
    codes = yield Query(
        "delete from join_code where service = ? and (ends_at < ? or used_at < ?) returning 1",
        (service, before, before),
    )
    yield from limits.forget_ended(int(at.timestamp()))
    counts = (("codes", len(codes)), ("sessions", sessions))
    events = [_deleted(service, None, [what], count) for what, count in counts if count]
    if events:
        yield from audit.note(key, at, events)


def _deleted(chain: UUID, subject: UUID | None, what: list[str], count: int) -> audit.Event:
    return audit.did(
        None, "deleted", chain=chain, subject=subject, what=what, count=count, purpose=PURPOSE, role=audit.JOB
    )
