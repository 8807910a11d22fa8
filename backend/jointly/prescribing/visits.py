"""Part of the unit that adds a step: what marks of registers come to with a new one, and where that leaves things."""

from datetime import datetime
from typing import Any
from uuid import UUID

from jointly.kit.db import Query
from jointly.prescribing.rules import visits
from jointly.prescribing.rules.moves import Refused
from jointly.prescribing.rules.visits import Mark


def marked(about: UUID, new: Mark, state: str, first_at: datetime | None, *, told: bool):
    """The columns of a prescription with this mark; its state is `state` before. Raises `Refused`.

    A visit that was missed changes nothing for who has booked a later one since. Without any mark left, the visit that
    was booked is still to come; with none booked there is a place, or, of a group that was not `told`, their yes.
    """
    rows = yield Query(
        "select id, kind, at, previous from step where about = ? and kind in ('been', 'missed', 'undo') "
        "order by number",
        (about,),
    )
    before = [Mark(*row) for row in rows]
    if new.kind == "undo" and all(mark.id != new.previous or mark.kind == "undo" for mark in before):
        raise Refused("step-not-now")
    found = visits.fold([*before, new])
    columns: dict[str, Any] = {
        "visits": found.visits,
        "missed": found.missed,
        "first_been_at": found.first_been_at,
        "last_been_at": found.last_been_at,
    }
    if found.last is None:
        now = "booked" if first_at else "offered" if told else "agreed"
    elif found.last.kind == "been":
        now = "going"
    elif state == "booked" and first_at and visits.day_of(first_at) > visits.day_of(found.last.at):
        now = state
    else:
        now = "missed"
    return now, columns
