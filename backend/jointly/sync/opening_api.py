"""The addresses where staff and organisations open what is shared with them."""

from uuid import UUID

from litestar import Request, Router, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from jointly.kit.errors import Refusal
from jointly.people.guards import publisher, reader
from jointly.people.house import House
from jointly.people.vault import Session
from jointly.sync import opening
from jointly.sync.opening_schemas import EntryFor, OpenedRecord, ReferredPeople, Written


@get("/people/{person:uuid}/record", guards=[reader])
async def open_record(
    person: FromPath[UUID],
    session: NamedDependency[Session],
    house: NamedDependency[House],
    before: FromQuery[int | None] = None,
) -> OpenedRecord:
    """What somebody shares of their record. They see that it was opened, by whom and when."""
    return await opening.open_record(house, session=session, person=person, before=before)


@put("/people/{person:uuid}/entries/{id:uuid}", guards=[reader])
async def write_entry(
    request: Request,
    person: FromPath[UUID],
    id: FromPath[UUID],
    data: JSONBody[EntryFor],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> Written:
    """Writes an entry for somebody, from a call, from paper or together with them. Asking again is harmless."""
    if data.id != id:
        raise Refusal(400, "bad-request")
    return await opening.write_for(
        house, session=session, person=person, version=data.version(), words=request.app.state.words
    )


@get("/organisation/people", guards=[publisher])
async def list_referred(session: NamedDependency[Session], house: NamedDependency[House]) -> ReferredPeople:
    """Who was referred to the publisher's organisation."""
    return await opening.referred(house, session=session)


router = Router(path="/", route_handlers=[open_record, write_entry, list_referred], tags=["sharing"])
