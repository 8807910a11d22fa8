"""What else a step does: its person's phone is told, a group may see what it needs, and those it concerns get a notice.

All of it is in the transaction of the step.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

import msgspec

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.ids import uuid7
from jointly.kit.sealing import SealingKey
from jointly.notices import units as notices
from jointly.people import referred
from jointly.people.house import House
from jointly.people.names import names
from jointly.people.vault import Session
from jointly.prescribing import keeping, reading
from jointly.prescribing.entries import Happened, Prescribed
from jointly.prescribing.groups import changes
from jointly.prescribing.schemas import NewStep
from jointly.prescribing.sealed import open_said
from jointly.record import service as record
from jointly.record.keeping import Author
from jointly.record.schemas import NewVersion

_encode = msgspec.json.Encoder().encode
ZONE = "Europe/London"


@dataclass(frozen=True, slots=True)
class Told:
    """What telling needs that is not in the main database, or not about this person: asked for beforehand."""

    session: Session
    key: SealingKey
    names: dict[UUID, str]
    organisation: str | None


async def prepare(
    house: House, *, session: Session, person: UUID, key: SealingKey, step: keeping.New, new: NewStep | None = None
) -> Told:
    """Gathers names before the transaction begins."""
    return await names_for(house, session=session, person=person, key=key, about=step.about)


async def names_for(house: House, *, session: Session, person: UUID, key: SealingKey, about: UUID) -> Told:
    """The names of everybody who has to do with a suggestion."""
    found = await house.db.read(_who_wrote, about, person, subject=person, group=house.service, purpose="read names")
    by, organisation = found
    called = await names(house, {*by, session.person} - {person})
    return Told(session, key, called, organisation)


async def tell(house: House, told: Told, step: keeping.New, who: dict) -> None:
    """Does what goes with a step that was just added, in its transaction."""
    if step.organisation:
        given = (step.person, "organisation", step.organisation, told.session, house.audit_key, step.received_at)
        await house.db.run(referred.share, *given, **who)
    found = await house.db.run(reading.prescription, step.about, **who)
    if found is None:
        return
    row, steps = found
    if row.kind == "activity" and step.kind in GOES:
        await house.db.run(changes.remember, house.service, row.thing, step.received_at, **who)
    if row.organisation and told.organisation is None:  # a new suggestion was not there when names were gathered
        told = replace(told, organisation=await house.db.run(_named, row.organisation, **who))
    await put_on_phone(house, told, row, steps, step.received_at)
    knows = row.organisation if any(each.kind == "send" for each in steps) else None
    for_whom = concerned(row, step, await house.db.run(_publishers, knows, **who))
    await house.db.run(notices.put, house.service, step.received_at, for_whom, **who)


async def put_on_phone(
    house: House,
    told: Told,
    row: reading.PrescriptionRow,
    steps: list[reading.StepRow],
    at: datetime,
) -> None:
    """A version of the entry of kind `prescription` in its person's record, as it stands now."""
    shown = reading.shown_prescription(row, steps, told.key, told.names, "person")
    said = open_said(told.key, row.person, row.id, row.sealed)
    body = Prescribed(
        kind=shown.kind,
        thing=shown.thing,
        name=shown.name,
        state=shown.state,
        called=told.names.get(row.owner),
        organisation=told.organisation,
        why=shown.why,
        start=clock.rfc3339(row.first_at) if row.first_at else said.get("start"),
        visits=row.visits,
        outcome=shown.outcome,
        steps=[_happened(step) for step in shown.steps],
    )
    last = await house.db.run(
        _last_version, row.person, row.id, subject=row.person, actor=told.session.person, purpose="support"
    )
    id = uuid7() if last else row.id
    local = clock.rfc3339(at)
    version = NewVersion(
        id=id,
        kind="prescription",
        at=local,
        zone=ZONE,
        entry=row.id if last else None,
        previous=last,
        how="together" if told.session.person != row.person else "self",
    )
    prepared = record.prepare(told.key, row.person, 0, version, None, _encode(body))
    author = Author(person=row.person, key=told.key, session=told.session, skew_seconds=None)
    await record.keep(house, author=author, batch=[prepared], received_at=at)
    await house.db.run(notices.record_changed, row.person, at, group=house.service, purpose="plan reminders")


GOES = ("book", "been")
"""With these somebody goes to dates: if one of them is off later, they hear of it."""
TO_WORKER = frozenset({"yes", "no", "ask", "seen", "offer", "wait", "full", "unsuitable", "book", "missed", "off"})
TO_PERSON = frozenset({"suggest", "send", "seen", "offer", "wait", "full", "unsuitable", "book", "off"})
TO_GROUP = frozenset({"send", "book", "no", "withdraw", "finish"})


def concerned(row: reading.PrescriptionRow, step: keeping.New, publishers: list[UUID]) -> list[notices.New]:
    """Who else should know of a step: never whoever wrote it, and a group only once it was told of the person."""
    found = []
    if step.kind == "say":
        for_worker, for_person, for_group = (step.to == side for side in ("worker", "person", "group"))
    else:
        for_worker, for_person, for_group = (step.kind in kinds for kinds in (TO_WORKER, TO_PERSON, TO_GROUP))
    if for_worker and step.side != "worker":
        found.append(notices.New(row.owner, f"support-{step.kind}", row.id, row.person, step.id))
    if for_person and step.side != "person":
        found.append(notices.New(row.person, f"support-{step.kind}", row.id, None, step.id))
    if for_group and step.side != "group":
        found += [notices.New(one, f"support-{step.kind}", row.id, row.person, step.id) for one in publishers]
    return [one for one in found if one.person != step.by]


def _publishers(organisation: UUID | None):
    if organisation is None:
        return []
    rows = yield Query("select id from person where organisation = ? limit 50", (organisation,))
    return [id for (id,) in rows]


def _happened(step) -> Happened:
    said = {name: step.said[name] for name in _SHOWN if name in step.said}
    return Happened(id=step.id, kind=step.kind, side=step.side, at=clock.rfc3339(step.at), called=step.called, **said)


_SHOWN = ("words", "start", "meets", "getting", "wear", "outcome", "to", "agreed")


async def group_of(house: House, prescription: UUID, *, sent: bool = False) -> UUID | None:
    """Which organisation runs what is suggested here; with `sent`, only once it was told."""
    return await house.db.read(_group, prescription, sent, group=house.service, purpose="find the group")


def _group(id: UUID, sent: bool):
    rows = yield Query("select organisation, sent_at from prescription where id = ?", (id,))
    return rows[0][0] if rows and (rows[0][1] or not sent) else None


def _named(organisation: UUID):
    rows = yield Query("select name from organisation where id = ?", (organisation,))
    return rows[0][0] if rows else None


def _who_wrote(about: UUID, person: UUID):
    rows = yield Query("select distinct by from step where about = ?", (about,))
    found = yield Query(
        "select o.name from prescription p join organisation o on o.id = p.organisation where p.id = ?", (about,)
    )
    owner = yield Query("select owner from prescription where id = ?", (about,))
    return {by for (by,) in (*rows, *owner)}, found[0][0] if found else None


def _last_version(person: UUID, entry: UUID):
    rows = yield Query(
        "select id from version where person = ? and (id = ? or entry = ?) order by number desc limit 1",
        (person, entry, entry),
    )
    return rows[0][0] if rows else None
