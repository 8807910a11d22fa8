"""The addresses of referrers' codes, for managers."""

from uuid import UUID

from litestar import Router, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from jointly.people import referrers
from jointly.people.guards import manager
from jointly.people.house import House
from jointly.people.referrers_schemas import NewReferrer, ReferrerCode, Referrers
from jointly.people.vault import Session


@get("/referrers", guards=[manager])
async def list_referrers(session: NamedDependency[Session], house: NamedDependency[House]) -> Referrers:
    """Practices and agencies that refer people here with a code."""
    return Referrers(referrers=await referrers.referrers(house))


@post("/referrers", guards=[manager], status_code=200)
async def make_referrer(
    data: JSONBody[NewReferrer], session: NamedDependency[Session], house: NamedDependency[House]
) -> ReferrerCode:
    """A code for a practice or an agency, good for a year. It is shown this once."""
    return await referrers.make(house, session=session, new=data)


@delete("/referrers/{referrer:uuid}", guards=[manager], status_code=204)
async def end_referrer(
    referrer: FromPath[UUID], session: NamedDependency[Session], house: NamedDependency[House]
) -> None:
    """Ends a referrer's code at once."""
    await referrers.end(house, session=session, id=referrer)


router = Router(path="/", route_handlers=[list_referrers, make_referrer, end_referrer], tags=["service"])
