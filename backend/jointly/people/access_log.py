"""Who looked at a record, who wrote in it and what was decided about it, for the person themselves."""

from uuid import UUID

from jointly.kit.db import Query
from jointly.kit.paging import up_to
from jointly.people.house import House
from jointly.people.names import names
from jointly.people.sharing_schemas import AccessLog, Looked
from jointly.people.vault import Session

PAGE = 100
ROUTINE = ("wrote", "renamed")
"""What a person does all day with their own record: left out of what they are shown, never out of the audit."""
NOTHING = ("", "")
"""Left out: no action has no name."""


async def access_log(house: House, *, session: Session, before: int | None, routine: bool = False) -> AccessLog:
    """The person's own chain of the audit, the newest first, without what they did all day themselves.

    With `routine` that is there too.
    """
    person = session.person
    who = {"actor": person, "subject": person, "purpose": "see who looked"}
    rows = await house.db.read(_log, person, up_to(before), NOTHING if routine else ROUTINE, **who)
    return AccessLog(rows=await looked(house, rows[:PAGE]), more=len(rows) > PAGE)


async def looked(house: House, rows: list[tuple]) -> list[Looked]:
    """Rows of the audit (from number to purpose) as they are shown, with what those who acted are called."""
    called = await names(house, {row[2] for row in rows if row[2]})
    return [
        Looked(
            number=number,
            at=at,
            by=actor,
            called=called.get(actor),
            role=role,
            action=action,
            what=what.split(),
            count=count,
            purpose=purpose,
        )
        for number, at, actor, role, action, what, count, purpose in rows
    ]


def _log(person: UUID, before: int, left_out: tuple[str, str]):
    rows = yield Query(
        "select number, at, actor, role, action, what, count, purpose from audit where chain = ? and number < ? "
        # Jobs and the operator have no actor, and what they did is always shown.
        "and (actor is null or actor <> ? or action not in (?, ?)) order by number desc limit ?",
        (person, before, person, *left_out, PAGE + 1),
    )
    return rows
