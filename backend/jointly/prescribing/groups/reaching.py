"""The unit that finds whom an organisation may see: for each person it is decided by their shares as they are now."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from jointly.kit.db import Query
from jointly.people.access import given
from jointly.people.rules import REFERRAL, Actor, access_of
from jointly.people.vault import Session
from jointly.prescribing.reading import PRESCRIPTION, STEP, PrescriptionRow, StepRow

MOST = 400
"""People in one inbox: those with whom something is open before those with whom it is over, and of each the newest."""
MOST_EXPECTED = 5_000
"""People whom a register looks at: more than come to any one organisation in a week."""
MOST_STEPS = 8_000
STILL_SHOWN = timedelta(days=14)
"""How long something that is over stays in sight."""
_FACTS = ", ".join(f"prescription.{name}" for name in PRESCRIPTION.split(", "))
_SHARE = "share.id, share.with_kind, share.with_id, share.scopes, share.may_write, share.ends_at, share.ended_at"


class Reached(NamedTuple):
    """Somebody who was sent to the organisation and lets it see what a referral needs."""

    row: PrescriptionRow
    sent_at: datetime
    answered_at: datetime | None


def actor_of(session: Session) -> Actor:
    """Whoever is signed in, as the rules take them."""
    return Actor(session.person, session.role, session.service, session.organisation)


def reached(actor: Actor, now: datetime, *, open_only: bool = False):
    """Unit: everybody whom the actor's organisation was told of and may see now, with what it is about: one query.

    Where there are more than a list holds, what is over is left out first, then what was sent first. With `open_only`
    it is those for a register: nothing that is over, and as good as everybody: who is expected has to stand there.
    """
    over = "" if open_only else "or told.closed_at > ?"
    rows = yield Query(
        f"select {_FACTS}, prescription.sent_at, prescription.answered_at, {_SHARE} from prescription "  # nosec B608 # the names are ours, every value is bound
        "join share on share.person = prescription.person "
        "where prescription.id in (select told.id from prescription as told "
        f"where told.organisation = ? and told.sent_at is not null and (told.state <> 'closed' {over}) "
        "and exists (select 1 from share as let where let.person = told.person and let.with_kind = 'organisation' "
        "and let.with_id = ? and let.ended_at is null and (let.ends_at is null or let.ends_at > ?)) "
        "order by case when told.state = 'closed' then 1 else 0 end, told.sent_at desc, told.id limit ?) "
        "and share.with_kind = 'organisation' and share.with_id = ? and share.ended_at is null "
        "order by prescription.sent_at desc, prescription.id, share.id",
        (
            actor.organisation,
            *(() if open_only else (now - STILL_SHOWN,)),
            actor.organisation,
            now,
            MOST_EXPECTED if open_only else MOST,
            actor.organisation,
        ),
    )
    facts = len(PrescriptionRow._fields)
    found: dict[UUID, Reached] = {}
    shares: dict[UUID, list] = {}
    for row in rows:
        one = Reached(PrescriptionRow(*row[:facts]), *row[facts : facts + 2])
        found[one.row.id] = one
        shares.setdefault(one.row.person, []).append(given(*row[facts + 2 :]))
    may = {person for person, theirs in shares.items() if _may(access_of(actor, person, theirs, now))}
    return [one for one in found.values() if one.row.person in may]


def steps_of(prescriptions: Iterable[UUID], *, kinds: Iterable[str] = ()):
    """Unit: the steps of these, in order; with `kinds` only such. Of too many, what was passed on and then the newest
    are kept."""
    ids, only = tuple(prescriptions), tuple(sorted(kinds))
    if not ids:
        return []
    marks = ", ".join("?" * len(ids))
    of_kind = f"and kind in ({', '.join('?' * len(only))})" if only else ""
    rows = yield Query(
        f"select {STEP}, number from step where about in ({marks}) {of_kind} "  # nosec B608 # the names are ours, every value is bound
        "order by case when kind = 'send' then 0 else 1 end, received_at desc, number desc, id limit ?",
        (*ids, *only, MOST_STEPS),
    )
    numbered = sorted(((row[-1], StepRow(*row[:-1])) for row in rows), key=lambda one: (one[0], str(one[1].id)))
    return [step for _, step in numbered]


def _may(access) -> bool:
    return access is not None and access.as_ == "organisation" and REFERRAL in access.scopes
