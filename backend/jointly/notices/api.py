"""The addresses of the in-app list."""

from litestar import Router, get, put
from litestar.di import NamedDependency
from litestar.params import JSONBody

from jointly.notices import service
from jointly.notices.schemas import Notice, Seen
from jointly.people.guards import signed_in
from jointly.people.house import House
from jointly.people.vault import Session


@get("/notices", guards=[signed_in])
async def list_notices(session: NamedDependency[Session], house: NamedDependency[House]) -> list[Notice]:
    """What there is to tell whoever is signed in, the newest first."""
    return await service.notices(house, session=session)


@put("/notices/seen", guards=[signed_in], status_code=204)
async def see_notices(data: JSONBody[Seen], session: NamedDependency[Session], house: NamedDependency[House]) -> None:
    """These were seen."""
    await service.see(house, session=session, seen=data)


router = Router(path="/", route_handlers=[list_notices, see_notices], tags=["notices"])
