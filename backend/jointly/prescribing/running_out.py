"""Job: a share that ran out by itself ends what it was for, as if somebody had ended it on that day; and the share that
a referral made with a group ends 14 days after the last that the group was told of is over.

Access ended when the share did: it is looked at with each request. This makes the journals say so, so that nothing
stays open that nobody may look at. Each share is marked as ended in the same transaction, and so taken once.
"""

from datetime import datetime
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.people import audit, organisations
from jointly.people.house import House
from jointly.people.rules import REFERRAL, SUPPORT
from jointly.prescribing.groups.reaching import STILL_SHOWN
from jointly.prescribing.groups.standing_in import by_service
from jointly.prescribing.withdrawing import end_with_share, say_so_on_phone

PURPOSE = "shares that ran out"
PAGE = 200


async def end_what_ran_out(house: House) -> int:
    """Ends shares that have run out with what they were for, and those of groups for what is over; gives how many."""
    done = 0
    groups = [one.id for one in await organisations.organisations(house)]
    for group, find, end in (
        *((group, _ran_out, _end) for group in (house.service, *groups)),
        *((group, _needed_no_more, _end_unneeded) for group in groups),
    ):
        after = UUID(int=0)
        while page := await house.db.read(find, group, clock.now(), after, group=group, purpose=PURPOSE):
            for id, person in page:
                who = {"subject": person, "group": house.service, "purpose": PURPOSE}
                if await house.db.run(end, house, id, person, clock.now(), **who):
                    done += 1
                    await say_so_on_phone(house, by_service(house), person)
            after = page[-1][0]
    return done


def _ran_out(group: UUID, now: datetime, after: UUID):
    rows = yield Query(
        "select id, person from share where with_id = ? and with_kind in ('service', 'organisation') "
        "and ended_at is null and ends_at <= ? and id > ? order by id limit ?",
        (group, now, after, PAGE),
    )
    return rows


def _needed_no_more(group: UUID, now: datetime, after: UUID):
    """Unit: shares with a group, made by a referral and not by the person, for what is long over."""
    rows = yield Query(
        "select id, person from share where with_id = ? and with_kind = 'organisation' and scopes = ? "
        "and ended_at is null and given_by <> person and id > ? "
        f"and person in (select person from prescription where {_TOLD}) "  # nosec B608 # the names are ours, every value is bound
        f"and person not in (select person from prescription where {_TOLD} and {_STILL}) order by id limit ?",
        (group, REFERRAL, after, group, group, now - STILL_SHOWN, PAGE),
    )
    return rows


_TOLD = "organisation = ? and sent_at is not null"
_STILL = "(state <> 'closed' or closed_at > ?)"


def _end_unneeded(house: House, id: UUID, person: UUID, now: datetime):
    """Unit: ends one of them, unless the group was told of something new meanwhile: taking its row first makes whoever
    tells the group wait, and then share anew (`people.referred`)."""
    taken = yield Query(
        "update share set ended_at = ended_at where id = ? and ended_at is null returning with_id, scopes", (id,)
    )
    if not taken:
        return False
    [(group, scopes)] = taken
    still = yield Query(
        f"select 1 from prescription where person = ? and {_TOLD} and {_STILL} limit 1",  # nosec B608 # the names are ours, every value is bound
        (person, group, now - STILL_SHOWN),
    )
    if still:
        return False
    yield Query("update share set ended_at = ? where id = ?", (now, id))
    yield from end_with_share(house, person, "organisation", group, scopes, now, mine=False)
    what = ["organisation", *scopes.split()]
    event = audit.did(None, "ran-out", chain=person, subject=person, what=what, purpose=PURPOSE, role=audit.JOB)
    yield from audit.note(house.audit_key, now, [event])
    return True


def _end(house: House, id: UUID, person: UUID, now: datetime):
    """Unit: marks one share as ended when it ran out, and ends what it was for unless another still allows that."""
    ended = yield Query(
        "update share set ended_at = ends_at where id = ? and ended_at is null and ends_at <= ? "
        "returning with_kind, with_id, scopes",
        (id, now),
    )
    if not ended:
        return False
    [(with_kind, with_id, scopes)] = ended
    running = yield Query(
        "select scopes from share where person = ? and with_kind = ? and with_id = ? and ended_at is null "
        "and (ends_at is null or ends_at > ?)",
        (person, with_kind, with_id, now),
    )
    needed = SUPPORT if with_kind == "service" else REFERRAL
    if not any(needed in others.split() for (others,) in running):
        yield from end_with_share(house, person, with_kind, with_id, scopes, now, mine=False)
    what = [with_kind, *scopes.split()]
    event = audit.did(None, "ran-out", chain=person, subject=person, what=what, purpose=PURPOSE, role=audit.JOB)
    yield from audit.note(house.audit_key, now, [event])
    return True
