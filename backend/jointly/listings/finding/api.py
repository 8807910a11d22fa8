"""The addresses of finding. They are open to everybody: what is on is no secret, and who has not joined may look.

A place is sent in the body, never in the address: addresses are written down by every machine on the way.
"""

from uuid import UUID

from litestar import Request, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from jointly.listings.finding import service
from jointly.listings.finding.quick_route import QuickRoute
from jointly.listings.finding.schemas import Area, Around, Lines, Look, OneListing
from jointly.people.guards import address_of, house_of, open_to_all
from jointly.people.house import House


@QuickRoute("/find", http_method="POST", guards=[open_to_all], status_code=200)
async def find_listings(data: JSONBody[Look], request: Request) -> Lines:
    """What is on: near a place or online, on some days, with what somebody needs; 20 at a time."""
    return await service.find(house_of(request), look=data, address=address_of(request))


@post("/area", guards=[open_to_all], status_code=200)
async def keep_area(data: JSONBody[Around], house: NamedDependency[House]) -> Area:
    """All that is on around a place, for a phone to keep and to look through without signal."""
    return await service.area(house, around=data)


@get("/{listing:uuid}", guards=[open_to_all])
async def read_listing(listing: FromPath[UUID], house: NamedDependency[House]) -> OneListing:
    """One listing, with its next dates."""
    return await service.one(house, id=listing)


router = Router(path="/listings", route_handlers=[find_listings, keep_area, read_listing], tags=["listings"])
