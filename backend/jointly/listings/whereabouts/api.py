"""The address at which a phone asks where a postcode is. It only does so when the service says that it can tell."""

from typing import Annotated, Literal

import msgspec
from litestar import Request, Router, post
from litestar.params import JSONBody
from pydantic import BaseModel, ConfigDict, StringConstraints

from jointly.listings.whereabouts import service
from jointly.people.guards import open_to_all


class WantedPostcode(BaseModel):
    """A whole postcode. It is sent in the body, as addresses are written down by every machine on the way."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    postcode: Annotated[
        str,
        StringConstraints(
            strip_whitespace=True, to_upper=True, pattern=r"(?i)^[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}$"
        ),
    ]


class PlaceFound(msgspec.Struct, frozen=True):
    """Where it is in degrees, to about a kilometre; `by` is postcode, or outcode when only its first half is known."""

    lat: float
    lon: float
    by: Literal["postcode", "outcode"]


@post("/place", guards=[open_to_all], status_code=200)
async def find_place(request: Request, data: JSONBody[WantedPostcode]) -> PlaceFound:
    """Where a postcode is. Nothing of it is kept or logged."""
    return PlaceFound(*await service.find(request.app.state.whereabouts, postcode=data.postcode))


router = Router(path="/listings", route_handlers=[find_place], tags=["listings"])
