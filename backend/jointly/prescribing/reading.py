"""Reads journals: the units that fetch rows, and how a row becomes what the wire shows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from jointly.kit.db import Query
from jointly.kit.sealing import SealingKey
from jointly.prescribing import schemas
from jointly.prescribing.rules.moves import Side
from jointly.prescribing.rules.prescription import reads, sees
from jointly.prescribing.sealed import open_said

MOST = 500
"""Episodes, suggestions or tasks of one person."""
MOST_STEPS = 5_000
NOT_FOR_GROUPS = ("referral", "next_on", "outcome")
"""Facts of a suggestion that are between the person and the team: also how it ended, which says why."""


class ReferralRow(NamedTuple):
    """A row of `referral`."""

    id: UUID
    person: UUID
    source: str
    state: str
    owner: UUID
    next_on: date | None
    received_at: datetime
    first_contact_at: datetime | None
    accepted_at: datetime | None
    closed_at: datetime | None
    outcome: str | None
    attempts: int
    sealed: bytes | None


class PrescriptionRow(NamedTuple):
    """A row of `prescription`."""

    id: UUID
    person: UUID
    referral: UUID | None
    organisation: UUID | None
    kind: str
    thing: str
    state: str
    owner: UUID
    next_on: date | None
    made_at: datetime
    first_at: datetime | None
    visits: int
    missed: int
    closed_at: datetime | None
    outcome: str | None
    sealed: bytes | None


class StepRow(NamedTuple):
    """A row of `step`."""

    id: UUID
    about: UUID
    kind: str
    side: Side
    by: UUID
    at: datetime
    received_at: datetime
    previous: UUID | None
    sealed: bytes | None


REFERRAL, PRESCRIPTION, STEP = (", ".join(row._fields) for row in (ReferralRow, PrescriptionRow, StepRow))


class Journal(NamedTuple):
    """All that is kept of one person's support."""

    referrals: list[ReferralRow]
    prescriptions: list[PrescriptionRow]
    steps: list[StepRow]
    tasks: list[tuple]


def journal(person: UUID):
    """Unit: everything of one person, oldest first; of more than `MOST_STEPS` steps the newest."""
    referrals = yield Query(
        f"select {REFERRAL} from referral where person = ? order by received_at, id limit ?",  # nosec B608 # the names are ours, every value is bound
        (person, MOST),
    )
    prescriptions = yield Query(
        f"select {PRESCRIPTION} from prescription where person = ? order by made_at, id limit ?",  # nosec B608 # the names are ours, every value is bound
        (person, MOST),
    )
    steps = yield Query(
        f"select {STEP} from step where person = ? order by received_at desc, number desc, id desc limit ?",  # nosec B608 # the names are ours, every value is bound
        (person, MOST_STEPS),
    )
    tasks = yield Query(
        "select id, owner, due_on, done_at, sealed from task where person = ? order by due_on, id limit ?",
        (person, MOST),
    )
    return Journal(
        [ReferralRow(*row) for row in referrals],
        [PrescriptionRow(*row) for row in prescriptions],
        [StepRow(*row) for row in reversed(steps)],
        [tuple(row) for row in tasks],
    )


def prescription(id: UUID):
    """Unit: one suggestion and its steps, as `journal` has them; none when there is none."""
    rows = yield Query(f"select {PRESCRIPTION} from prescription where id = ?", (id,))  # nosec B608 # the names are ours, every value is bound
    if not rows:
        return None
    steps = yield Query(
        f"select {STEP} from step where about = ? order by number desc, id desc limit ?",  # nosec B608 # the names are ours, every value is bound
        (id, MOST_STEPS),
    )
    return PrescriptionRow(*rows[0]), [StepRow(*row) for row in reversed(steps)]


def shared_since(person: UUID, service: UUID):
    """Unit: since when somebody shares their social prescribing record with the service; none when they do not."""
    rows = yield Query(
        "select given_at from share where person = ? and with_kind = 'service' and with_id = ? "
        "and ended_at is null and (' ' || scopes || ' ') like '% support %' order by given_at limit 1",
        (person, service),
    )
    return rows[0][0] if rows else None


def has_step(id: UUID, about: UUID):
    """Unit: whether a step stands in this journal."""
    rows = yield Query("select 1 from step where id = ? and about = ?", (id, about))
    return bool(rows)


def began(about: str, id: UUID, person: UUID):
    """Unit: when a referral of somebody came, or a suggestion to them was made; none for their page, and for none."""
    column = {"referral": "received_at", "prescription": "made_at"}.get(about)
    if column is None:
        return None
    rows = yield Query(f"select {column} from {about} where id = ? and person = ?", (id, person))  # nosec B608 # the names are ours, every value is bound
    return rows[0][0] if rows else None


def whose(table: str, id: UUID):
    """Unit: whose referral or prescription this is; none when there is none."""
    rows = yield Query(f"select person from {table} where id = ?", (id,))  # nosec B608 # the names are ours, every value is bound
    return rows[0][0] if rows else None


def shown_step(row: StepRow, person: UUID, key: SealingKey, names: Mapping[UUID, str]) -> schemas.Step:
    """A step as it is read. A closing message is read at an address of its own, and not among the steps."""
    said = {} if row.kind == "message" else open_said(key, person, row.id, row.sealed)
    return schemas.Step(
        id=row.id,
        kind=row.kind,
        side=row.side,
        by=row.by,
        called=names.get(row.by),
        at=row.at,
        received_at=row.received_at,
        previous=row.previous,
        said=said,
    )


def shown_referral(
    row: ReferralRow, steps: Iterable[StepRow], key: SealingKey, names: Mapping[UUID, str]
) -> schemas.Referral:
    """An episode as the team reads it."""
    details = open_said(key, row.person, row.id, row.sealed)
    *facts, _sealed = row
    return schemas.Referral(
        **dict(zip(ReferralRow._fields, facts, strict=False)),
        details=schemas.ReferralDetails.model_validate(details) if details else None,
        steps=[shown_step(step, row.person, key, names) for step in steps if step.about == row.id],
    )


def shown_prescription(
    row: PrescriptionRow, steps: Sequence[StepRow], key: SealingKey, names: Mapping[UUID, str], reader: Side = "worker"
) -> schemas.Prescription:
    """A suggestion as one of the three sides reads it: why it was suggested is between the person and the team."""
    said = open_said(key, row.person, row.id, row.sealed)
    journal = [shown_step(step, row.person, key, names) for step in steps if step.about == row.id]
    *values, _sealed = row
    facts = dict(zip(PrescriptionRow._fields, values, strict=False))
    facts |= {"thing": row.thing or str(said.get("thing", ""))}
    return schemas.Prescription(
        **facts | dict.fromkeys(NOT_FOR_GROUPS if reader == "group" else ()),
        name=str(said.get("name", "")),
        why=said.get("why") if reader != "group" else None,
        steps=seen_by(reader, journal),
    )


def seen_by(reader: Side, steps: Iterable[schemas.Step]) -> list[schemas.Step]:
    """The steps that one of the three sides sees, each with the words of it that it reads."""
    seen = [step for step in steps if sees(reader, step.kind, step.side, step.said.get("to"))]
    read = [(step, reads(reader, step.kind, step.side)) for step in seen]
    return [_with(step, words) for step, words in read]


def _with(step: schemas.Step, words: frozenset[str] | None) -> schemas.Step:
    if words is None:
        return step
    return step.model_copy(update={"said": {name: value for name, value in step.said.items() if name in words}})


def shown_task(row: tuple, person: UUID, key: SealingKey) -> schemas.Task:
    """A task as its owner reads it."""
    id, owner, due_on, done_at, sealed = row
    words = open_said(key, person, id, sealed).get("words", "")
    return schemas.Task(id=id, person=person, owner=owner, due_on=due_on, words=str(words), done_at=done_at)
