"""The address at which groups read what is looked for."""

from litestar import Router, get
from litestar.di import NamedDependency

from jointly.people.guards import publisher
from jointly.people.house import House
from jointly.people.vault import Session
from jointly.reports.looked_for import service
from jointly.reports.looked_for.schemas import LookedFor


@get("/looked-for", guards=[publisher])
async def read_looked_for(session: NamedDependency[Session], house: NamedDependency[House]) -> LookedFor:
    """What people near the places of the publisher's organisation were looking for, with small numbers hidden."""
    return await service.looked_for(house, session=session)


router = Router(path="/", route_handlers=[read_looked_for], tags=["groups"])
