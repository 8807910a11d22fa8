"""The units that add a step to a journal and move what it is about, in one transaction.

The row that is moved is written first: that takes its lock, so that two who act at once go one after the other and each
step meets the state that the one before left.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal, NamedTuple
from uuid import UUID

from jointly.kit.db import Query
from jointly.people import audit
from jointly.prescribing import handing
from jointly.prescribing.rules import prescription, referral, visits
from jointly.prescribing.rules.moves import CLOSED, Refused, Side
from jointly.prescribing.rules.visits import Mark
from jointly.prescribing.visits import marked

About = Literal["referral", "prescription", "person"]


class New(NamedTuple):
    """A step that was checked and sealed. Those after `sealed` are what of it the rules look at."""

    id: UUID
    about: UUID
    person: UUID
    service: UUID
    kind: str
    side: Side
    by: UUID
    at: datetime
    received_at: datetime
    today: date
    previous: UUID | None
    sealed: bytes | None
    outcome: str | None = None
    owner: UUID | None = None
    next_on: date | None = None
    start: datetime | None = None
    organisation: UUID | None = None
    to: str | None = None
    instead_of: UUID | None = None
    spoken: bool = True
    """Whether somebody said it, and it is not the service that goes by a listing."""


class Noted(NamedTuple):
    """The audit's key and events, written with a step."""

    key: bytes
    events: list[audit.Event]


def add(about: About, step: New, noted: Noted):
    """Unit: adds a step, unless it was added before. Gives whether it is new. Raises `Refused`."""
    known = yield Query("select about from step where id = ?", (step.id,))
    if known:
        if known[0][0] != step.about:
            raise Refused("step-id-reused")
        return False
    number = yield from _MOVED[about](step)
    yield Query(INSERT, (*step[:4], number, *step[4:9], step.previous, step.sealed))
    yield from audit.note(noted.key, step.received_at, noted.events)
    return True


def one_at_a_time(*people: UUID):
    """Unit: takes the rows of these people, always in the same order; gives who of them is still here. Of two who begin
    something of theirs at once, the second waits and then sees what the first did."""
    here = set()
    for person in sorted(set(people), key=lambda one: one.bytes):
        taken = yield Query("update person set role = role where id = ? returning id", (person,))
        here |= {id for (id,) in taken}
    return here


INSERT = (
    "insert into step (id, about, person, service, number, kind, side, by, at, received_at, previous, sealed) "
    "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
"""Adds a row to a journal, with each of its columns."""


def _on_person(step: New):
    """A part of somebody's page: it moves nothing. Two numbers may be equal, since both of two at once are kept."""
    [(most,)] = yield Query("select coalesce(max(number), 0) from step where about = ?", (step.about,))
    return most + 1


def _on_referral(step: New):
    taken = yield Query(
        "update referral set steps = steps + 1 where id = ? and person = ? returning steps, state, attempts, next_on",
        (step.about, step.person),
    )
    if not taken:
        raise Refused("no-such-referral")
    [(number, state, attempts, next_on)] = taken
    undone = (yield from _undone(step)) if step.kind == "undo" else None
    rule = "note" if undone == "note" else step.kind
    now = referral.state_after(state, rule, step.side, outcome=step.outcome, attempts=attempts)
    said: dict[str, Any] = {}
    if now != state:
        said["state"] = now
    if now != state or step.next_on or (next_on and next_on <= step.today and step.kind in ("contact", "attempt")):
        said["next_on"] = referral.next_on(now, step.today, step.next_on)
    if step.owner:
        yield from handing.over(step.about, step.person, step.service, step.by, step.owner, step.instead_of)
        said["owner"] = step.owner
    match step.kind:
        case "attempt":
            said["attempts"] = attempts + 1
        case "undo" if undone == "attempt":
            said |= {"attempts": attempts - 1, "next_on": referral.next_on(now, step.today, step.next_on)}
        case "contact":
            yield _first("referral", "first_contact_at", step)
        case "accept":
            yield _first("referral", "accepted_at", step)
    if now == CLOSED and state != CLOSED:
        said |= {"closed_at": step.at, "outcome": step.outcome or "withdrawn"}
    yield from _write("referral", step.about, said)
    return number


def _undone(step: New):
    """The kind of what is taken back: an attempt or a note of this referral which stands. Raises `Refused`."""
    standing = yield Query(
        "select kind from step where id = ? and about = ? and kind in ('attempt', 'note') and not exists "
        "(select 1 from step as undone where undone.previous = step.id and undone.kind = 'undo')",
        (step.previous, step.about),
    )
    if not standing:
        raise Refused("step-not-now")
    return standing[0][0]


def _on_prescription(step: New):
    taken = yield Query(
        "update prescription set steps = steps + 1 where id = ? and person = ? "
        "returning steps, state, kind, first_at, sent_at, next_on",
        (step.about, step.person),
    )
    if not taken:
        raise Refused("no-such-prescription")
    [(number, state, kind, first_at, sent_at, next_on)] = taken
    now = prescription.state_after(state, step.kind, step.side, of=kind, told=sent_at is not None)
    counted: dict[str, Any] = {}
    if step.kind in visits.KINDS:
        mark = Mark(step.id, step.kind, step.at, step.previous)
        now, counted = yield from marked(step.about, mark, state, first_at, told=sent_at is not None)
    visit = first_at if counted else step.start or first_at
    said: dict[str, Any] = {}
    if now != state or counted or step.kind == "book" or step.next_on:
        visit_on = visits.day_of(visit) if visit and now == "booked" else None
        said = {"state": now, "next_on": prescription.next_on(now, step.today, step.next_on, visit_on)} | counted
    match step.kind:
        case "send":
            said["organisation"] = step.organisation
            yield _first("prescription", "sent_at", step)
        case "book":
            said["first_at"] = step.start
        case "off":
            said["first_at"] = None
        case "ask":
            said["next_on"] = step.today
        case "say" if now != CLOSED and not step.next_on:
            said["next_on"] = _after_message(step, now, next_on, first_at)
    if step.side == "group" and step.spoken:
        yield _first("prescription", "answered_at", step)
    if step.owner:
        said["owner"] = step.owner
    if now == CLOSED and state != CLOSED:  # a message after the end does not end it again
        said |= {"closed_at": step.at, "outcome": _outcome(step)}
    yield from _write("prescription", step.about, said)
    return number


def _after_message(step: New, state: str, next_on: date, first_at: datetime | None) -> date:
    """When somebody looks after a message: today, when it is to the team. When the team writes, what was due has been
    seen to; a group that was written to has the days that it has to answer."""
    if step.side != "worker" and step.to == "worker":
        return min(next_on, step.today)
    if step.side != "worker" or step.to == "worker" or next_on > step.today:
        return next_on
    visit_on = visits.day_of(first_at) if first_at else None
    return prescription.next_on("sent" if step.to == "group" else state, step.today, None, visit_on) or next_on


def _outcome(step: New) -> str:
    return "said-no" if step.kind == "no" else step.outcome or "withdrawn"


def _first(table: str, column: str, step: New) -> Query:
    """Sets a time that was not set before."""
    return Query(f"update {table} set {column} = ? where id = ? and {column} is null", (step.at, step.about))  # nosec B608 # the names are ours, every value is bound


def _write(table: str, id: UUID, said: Mapping[str, Any]):
    if said:
        columns = ", ".join(f"{column} = ?" for column in said)
        yield Query(f"update {table} set {columns} where id = ?", (*said.values(), id))  # nosec B608 # the names are ours, every value is bound


_MOVED = {"referral": _on_referral, "prescription": _on_prescription, "person": _on_person}
