"""Sharing: what somebody lets others see, what others share with them, and who looked."""

from uuid import UUID

from litestar import Router, delete, get, post, put
from litestar.connection import Request
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, JSONBody

from jointly.people import sharing
from jointly.people.access_log import access_log
from jointly.people.guards import address_of, proved, reader, signed_in
from jointly.people.house import House
from jointly.people.schemas import Code
from jointly.people.sharing_schemas import Accept, AccessLog, Emergency, NewShare, Received, Share, Shares
from jointly.people.vault import Session


@get("/shares", guards=[signed_in])
async def list_shares(session: NamedDependency[Session], house: NamedDependency[House]) -> Shares:
    """What I share and shared, and what others share with me."""
    return await sharing.shares(house, session=session)


@put("/shares/{id:uuid}", guards=[signed_in, proved])
async def put_share(
    id: FromPath[UUID], data: JSONBody[NewShare], session: NamedDependency[Session], house: NamedDependency[House]
) -> Share:
    """Gives a share or changes a running one. Asking again is harmless."""
    return await sharing.put(house, session=session, id=id, share=data)


@delete("/shares/{id:uuid}", guards=[signed_in], status_code=204)
async def withdraw_share(id: FromPath[UUID], session: NamedDependency[Session], house: NamedDependency[House]) -> None:
    """Ends a share at once."""
    await sharing.withdraw(house, session=session, id=id)


@post("/shares/{id:uuid}/code", guards=[signed_in, proved], status_code=200)
async def make_carer_code(id: FromPath[UUID], session: NamedDependency[Session], house: NamedDependency[House]) -> Code:
    """A code that gives this share to a carer. It is shown this once."""
    return await sharing.carer_code(house, session=session, id=id)


@post("/shares/accept", guards=[signed_in], status_code=200)
async def accept_share(
    request: Request, data: JSONBody[Accept], session: NamedDependency[Session], house: NamedDependency[House]
) -> Received:
    """Takes up the share of a carer's code as whoever is signed in."""
    return await sharing.accept(house, session=session, typed=data.code, address=address_of(request))


@post("/people/{person:uuid}/emergency", guards=[reader, proved], status_code=200)
async def break_glass(
    person: FromPath[UUID], data: JSONBody[Emergency], session: NamedDependency[Session], house: NamedDependency[House]
) -> Received:
    """Opens a record that is not shared, for an hour and for a reason that the person will read."""
    return await sharing.break_glass(house, session=session, subject=person, reason=data.reason)


@get("/access-log", guards=[signed_in])
async def list_access(
    session: NamedDependency[Session], house: NamedDependency[House], before: FromQuery[int | None] = None
) -> AccessLog:
    """Who looked at my record, who wrote in it and what was decided about it: 100 at a time, the newest first."""
    return await access_log(house, session=session, before=before)


router = Router(
    path="/",
    route_handlers=[list_shares, put_share, withdraw_share, make_carer_code, accept_share, break_glass, list_access],
    tags=["sharing"],
)
