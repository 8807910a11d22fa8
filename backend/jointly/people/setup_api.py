"""How the service is set up, and who did what in it."""

from litestar import Request, Router, get, put
from litestar.di import NamedDependency
from litestar.params import FromQuery, JSONBody

from jointly.people import setup
from jointly.people.guards import manager, open_to_all, proved
from jointly.people.house import House
from jointly.people.service_log import service_log
from jointly.people.setup_schemas import MapSource, Service, Setup
from jointly.people.sharing_schemas import AccessLog
from jointly.people.vault import Session


@get("/service", guards=[open_to_all])
async def about_service(request: Request, house: NamedDependency[House]) -> Service:
    """What the service is called and looks like, whom to ring, how long it keeps what, and the facts of its notices."""
    return await _said(request, house, await setup.present(house))


@put("/service", guards=[manager, proved])
async def set_up_service(
    request: Request,
    data: JSONBody[Setup],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> Service:
    """Sets the service up: all of it at once."""
    return await _said(request, house, await setup.put(house, session=session, setup=data))


@get("/audit", guards=[manager])
async def read_audit(
    session: NamedDependency[Session], house: NamedDependency[House], before: FromQuery[int | None] = None
) -> AccessLog:
    """What was done in the service itself, the newest first: at most 200, then again with `before`."""
    return await service_log(house, session=session, before=before)


async def _said(request: Request, house: House, found: Setup) -> Service:
    tiles = house.map_tiles
    source = MapSource(address=tiles.address, attribution=tiles.attribution) if tiles else None
    whole = await request.app.state.whole_postcodes(house)  # rooms above know, not this one
    return Service(**dict(found), nhs_login=house.nhs_login, map=source, whole_postcodes=whole)


router = Router(path="/", route_handlers=[about_service, set_up_service, read_audit], tags=["service"])
