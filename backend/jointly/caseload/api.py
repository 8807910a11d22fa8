"""The addresses of an advisor's list."""

from uuid import UUID

from litestar import Request, Router, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from jointly.caseload import looking, service, views
from jointly.caseload.schemas import Caseload, ListViews, LookedAt, Marks, PutView
from jointly.people.guards import reader
from jointly.people.house import House
from jointly.people.vault import Session


@get("/caseload", guards=[reader])
async def list_caseload(request: Request, session: NamedDependency[Session], house: NamedDependency[House]) -> Caseload:
    """Who shares check-ins with whoever is signed in, whose turn it is and why, ordered by printed rules."""
    pathways = {slug: pathway.facts for slug, pathway in request.app.state.content.pathways.items()}
    return await service.caseload(house, session=session, pathways=pathways)


@put("/caseload/looked/{entry:uuid}", guards=[reader])
async def look_at_showing(
    entry: FromPath[UUID], session: NamedDependency[Session], house: NamedDependency[House]
) -> LookedAt:
    """Says that a care card that was shown to somebody was looked at. Asking again is harmless."""
    return await looking.look_at(house, session=session, entry=entry)


@get("/people/{person:uuid}/looked", guards=[reader])
async def list_looked(
    person: FromPath[UUID], session: NamedDependency[Session], house: NamedDependency[House]
) -> Marks:
    """Which of the care cards that were shown to somebody one of the team has looked at."""
    return await looking.marks(house, session=session, person=person)


@get("/caseload/views", guards=[reader])
async def list_views(session: NamedDependency[Session], house: NamedDependency[House]) -> ListViews:
    """The ways of looking at the list that whoever is signed in gave a name."""
    return await views.views(house, session=session)


@put("/caseload/views/{view:uuid}", guards=[reader])
async def put_view(
    view: FromPath[UUID], data: JSONBody[PutView], session: NamedDependency[Session], house: NamedDependency[House]
) -> ListViews:
    """Names a way of looking at the list, changes one, or takes one away. Asking again is harmless."""
    return await views.put(house, session=session, id=view, view=data.view)


router = Router(
    path="/", route_handlers=[list_caseload, look_at_showing, list_looked, list_views, put_view], tags=["caseload"]
)
