"""Verbs: one of the team says that they have looked at a care card that was shown to somebody, and who has."""

from datetime import datetime
from uuid import UUID

from jointly.caseload.reading import KINDS, SCOPE, showing, whose_showing
from jointly.caseload.schemas import LookedAt, Mark, Marks
from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.people import audit
from jointly.people.access import need
from jointly.people.house import House
from jointly.people.names import names
from jointly.people.vault import Session
from jointly.record.merged import read


async def marks(house: House, *, session: Session, person: UUID) -> Marks:
    """Which showings of this person's were looked at, for whoever has opened their record. Raises a 404 `Refusal`."""
    await need(house, session=session, subject=person, scope=SCOPE)
    who = {"actor": session.person, "subject": person, "purpose": "see who looked at care cards"}
    rows = await house.db.read(_marks, person, **who)
    called = await names(house, {by for _, by, _, _ in rows})
    return Marks([Mark(entry=entry, by=by, called=called.get(by), at=at, times=times) for entry, by, at, times in rows])


async def look_at(house: House, *, session: Session, entry: UUID) -> LookedAt:
    """Keeps that this showing was looked at. Who said so first stays until it is shown again; saying it again changes
    nothing.

    Raises a 404 `Refusal` for an entry of somebody who does not share check-ins, as for one that nobody has.
    """
    who = {"actor": session.person, "group": house.service, "purpose": "look at a care card"}
    person = await house.db.read(whose_showing, entry, **who)
    if person is None:
        raise Refusal(404, "no-such-person")
    access = await need(house, session=session, subject=person, scope=SCOPE)
    if access.as_ != "staff":
        raise Refusal(404, "no-such-person")
    event = audit.did(session, "looked-at", chain=person, subject=person, what=["safety"], count=1, purpose="care")
    rows = await house.db.read(showing, person, entry, **who)
    times = max((one.body.times for one in read(rows, await house.vault.key(person), KINDS)), default=1)
    given = (entry, person, session.person, clock.now(), times, house.audit_key, event)
    by, at = await house.db.run(_look, *given, subject=person, **who)
    return LookedAt(by=by, called=(await names(house, [by])).get(by), at=at)


def _marks(person: UUID):
    return (yield Query("select entry, by, at, times from looked where person = ? order by at", (person,)))


def _look(entry: UUID, person: UUID, by: UUID, at: datetime, times: int, audit_key: bytes, event: audit.Event):
    """Unit: the row of this showing, made when nobody has looked since it was shown last; gives who looked and when."""
    made = yield Query(
        "insert into looked (entry, person, by, at, times) values (?, ?, ?, ?, ?) on conflict (entry) do update "
        "set by = excluded.by, at = excluded.at, times = excluded.times where looked.times < excluded.times "
        "returning 1",
        (entry, person, by, at, times),
    )
    if made:
        yield from audit.note(audit_key, at, [event])
        return by, at
    [first] = yield Query("select by, at from looked where entry = ? and person = ?", (entry, person))
    return first
