"""What was done in the service itself, for its managers: its own chain of the audit."""

from uuid import UUID

from jointly.kit.db import Query
from jointly.kit.paging import up_to
from jointly.people import audit
from jointly.people.access_log import looked
from jointly.people.house import House
from jointly.people.sharing_schemas import AccessLog
from jointly.people.vault import Session

PAGE = 200


async def service_log(house: House, *, session: Session, before: int | None) -> AccessLog:
    """The service's chain, newest first. That it was read is noted in it before anything is given."""
    who = {"actor": session.person, "group": house.service, "purpose": "see the audit"}
    event = audit.did(session, "listed", chain=house.service, what=["audit"], count=1, purpose="run the service")
    await audit.keep(house, event)
    rows = await house.db.read(_log, house.service, up_to(before), **who)
    return AccessLog(rows=await looked(house, rows[:PAGE]), more=len(rows) > PAGE)


def _log(service: UUID, before: int):
    rows = yield Query(
        "select number, at, actor, role, action, what, count, purpose from audit where chain = ? and number < ? "
        "order by number desc limit ?",
        (service, before, PAGE + 1),
    )
    return rows
