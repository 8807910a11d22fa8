"""Verb: keep a task, tick it off, or say it anew.

Ticking off says nothing of the words, so that an older copy on somebody's phone takes nobody's words away. Words are
said anew by whoever saw those that stand: of two who change them at once, the second is refused and keeps theirs.
"""

from datetime import datetime
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import ConstraintBroken, Query, stored
from jointly.kit.errors import Refusal
from jointly.kit.sealing import SealingKey
from jointly.people import audit
from jointly.people.house import House
from jointly.people.vault import Session
from jointly.prescribing import schemas
from jointly.prescribing.reading import shown_task
from jointly.prescribing.schemas import NewTask, TaskWas
from jointly.prescribing.sealed import seal
from jointly.prescribing.stepping import need_team


async def put(house: House, *, session: Session, id: UUID, new: NewTask) -> schemas.Task:
    """Keeps a task of whoever is signed in, or changes it; what is not said stays as it is. `done` ticks it off.

    Raises a `Refusal`: 404 when the team may not see their support, or for a tick of no task; 409 `task-changed` for
    other words or another day than those that stand, unless `was` says that they were seen.
    """
    await need_team(house, session=session, person=new.person)
    person, now, key = stored(new.person), clock.now(), await house.vault.key(new.person)
    task = (stored(id), person, house.service, session.person)
    event = audit.did(session, "supported", chain=person, subject=person, what=["task"], count=1, purpose="support")
    who = {"actor": session.person, "subject": person, "group": house.service, "purpose": "support"}
    try:
        kept = await house.db.run(_put, task, new, key, house.audit_key, now, event, **who)
    except ConstraintBroken:
        kept = "step-id-reused"
    if isinstance(kept, str):
        raise Refusal(404 if kept == "no-such-task" else 409, kept)
    return shown_task(kept, person, key)


def _put(task: tuple, new: NewTask, key: SealingKey, audit_key: bytes, now: datetime, event: audit.Event):
    """Unit: keeps a task; gives its row, or the refusal's code."""
    id, person, *_ = task
    # Its row is written first, which takes its lock: of two at once, the second sees what the first left.
    rows = yield Query(
        "update task set person = person where id = ? and person = ? returning id, owner, due_on, done_at, sealed",
        (id, person),
    )
    done_at = now if new.done else None
    if rows:
        before = shown_task(rows[0], person, key)
        words, due_on = new.words or before.words, new.due_on or before.due_on
        anew = (words, due_on) != (before.words, before.due_on)
        if anew and (new.was is None or (new.was.words, new.was.due_on) != (before.words, before.due_on)):
            return "task-changed"
        if new.done is None or new.done == (before.done_at is not None):
            done_at = before.done_at
        sealed = seal(key, person, id, TaskWas(words=words, due_on=due_on), {"due_on"}) if anew else rows[0][4]
        kept = yield Query(
            "update task set due_on = ?, done_at = ?, sealed = ? where id = ? "
            "returning id, owner, due_on, done_at, sealed",
            (due_on, done_at, sealed, id),
        )
    elif new.words is None or new.due_on is None:
        return "no-such-task"
    else:
        sealed = seal(key, person, id, TaskWas(words=new.words, due_on=new.due_on), {"due_on"})
        kept = yield Query(
            "insert into task (id, person, service, owner, due_on, made_at, done_at, sealed) "
            "values (?, ?, ?, ?, ?, ?, ?, ?) returning id, owner, due_on, done_at, sealed",
            (*task, new.due_on, now, done_at, sealed),
        )
    yield from audit.note(audit_key, now, [event])
    return kept[0]
