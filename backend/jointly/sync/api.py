"""The one address that devices sync with."""

import asyncio

import msgspec
from litestar import MediaType, Response, Router, post
from litestar.connection import Request
from litestar.di import NamedDependency

from jointly.kit.gzip import WORTH_IT, deflate, inflate
from jointly.people.guards import signed_in
from jointly.people.house import House
from jointly.people.vault import Session
from jointly.sync import service

PACKED_INLINE = 50_000
"""A larger body is packed off the event loop."""

_encoder = msgspec.json.Encoder()


@post("/sync", guards=[signed_in], status_code=200)
async def sync(request: Request, session: NamedDependency[Session], house: NamedDependency[House]) -> Response[bytes]:
    """Keeps what a device recorded and gives what it misses.

    At most 500 entries up and 2,000 rows down; the body may be gzip. Each entry is kept or refused by itself,
    with a reason a person can read; asking again with the same entries is harmless.
    """
    body = await request.body()
    if request.headers.get("content-encoding") == "gzip":
        body = inflate(body)
    answer = await service.sync(
        house, session=session, request=service.read_request(body), words=request.app.state.words
    )
    plain, headers = _encoder.encode(answer), {}
    if len(plain) >= WORTH_IT and "gzip" in request.headers.get("accept-encoding", ""):
        plain = deflate(plain) if len(plain) < PACKED_INLINE else await asyncio.to_thread(deflate, plain)
        headers["content-encoding"] = "gzip"
    return Response(plain, media_type=MediaType.JSON, headers=headers)


router = Router(path="/", route_handlers=[sync], tags=["sync"])
