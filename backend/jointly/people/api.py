"""Joining, the person signed in, and an advisor's people and codes."""

from litestar import Response, Router, get, post, put
from litestar.connection import Request
from litestar.di import NamedDependency
from litestar.params import JSONBody

from jointly.people import audit, service
from jointly.people.cookies import session_cookie
from jointly.people.guards import address_of, open_to_all, reader, recognised, signed_in, team
from jointly.people.house import House
from jointly.people.names import rename
from jointly.people.schemas import Code, Join, Look, Me, NewCode, Opens, People, Rename
from jointly.people.vault import Session


@post("/join/look", guards=[open_to_all], status_code=200)
async def look_at_code(request: Request, data: JSONBody[Look], house: NamedDependency[House]) -> Opens:
    """What a join code would open. Looking never uses it up."""
    return await service.look(house, typed=data.code, address=address_of(request))


@post("/join", guards=[open_to_all], status_code=200)
async def join(request: Request, data: JSONBody[Join], house: NamedDependency[House]) -> Response[Me]:
    """Uses a join code and signs this device in. Asking again with the same code and device is harmless."""
    token, seconds, me = await service.join(house, join=data, address=address_of(request))
    return Response(me, cookies=[session_cookie(token, seconds)])


@get("/me", guards=[recognised])
async def who_am_i(session: NamedDependency[Session], house: NamedDependency[House]) -> Me:
    """Who is signed in on this device."""
    return await service.me(house, session=session)


@put("/me", guards=[signed_in])
async def rename_me(data: JSONBody[Rename], session: NamedDependency[Session], house: NamedDependency[House]) -> Me:
    """Changes what the person is called."""
    await rename(house, session=session, called=data.called)
    return await service.me(house, session=session)


@post("/sign-out", guards=[signed_in], status_code=204)
async def sign_out(session: NamedDependency[Session], house: NamedDependency[House]) -> Response[None]:
    """Ends this device's session. What the person wrote stays in their record."""
    event = audit.did(session, "signed-out", chain=session.person, subject=session.person, purpose="sign out")
    await audit.keep(house, event)
    await house.vault.sign_out(session)
    # Pages that the browser holds for going back are dropped. Not "cookies": that ends those of the whole domain, other
    # services' included. Not "storage": the phone wipes its own once nothing on it is unsent.
    return Response(None, cookies=[session_cookie("", 0)], headers={"clear-site-data": '"cache"'})


@get("/people", guards=[reader])
async def list_people(session: NamedDependency[Session], house: NamedDependency[House]) -> People:
    """Everybody of the advisor's service: at most 1,000, newest first."""
    return People(people=await service.joined(house, session=session))


@post("/codes", guards=[team], status_code=200)
async def make_code(data: JSONBody[NewCode], session: NamedDependency[Session], house: NamedDependency[House]) -> Code:
    """A new join code, for new people or for one person. It is shown this once.

    Opening a record again that somebody has joined needs a fresh proof, and that they share it with who asks.
    """
    return await service.make_code_for(house, actor=session, kind=data.kind, person=data.person, called=data.called)


router = Router(
    path="/",
    route_handlers=[look_at_code, join, who_am_i, rename_me, sign_out, list_people, make_code],
    tags=["people"],
)
