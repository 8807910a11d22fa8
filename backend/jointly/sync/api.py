"""The one address that devices sync with."""

import asyncio

import msgspec
from litestar import Router, post
from litestar.connection import Request
from litestar.response.base import ASGIResponse

from jointly.kit.gzip import WORTH_IT, deflate, inflate
from jointly.people.guards import house_of, session_of, signed_in
from jointly.sync import service

PACKED_INLINE = 50_000
"""A larger body is packed off the event loop."""

_encoder = msgspec.json.Encoder()


@post("/sync", guards=[signed_in], status_code=200)
async def sync(request: Request) -> ASGIResponse:
    """Keeps what a device recorded and gives what it misses.

    At most 500 entries up and 2,000 rows down; the body may be gzip. Each entry is kept or refused by itself,
    with a reason a person can read; asking again with the same entries is harmless.
    """
    body = await request.body()
    if request.headers.get("content-encoding") == "gzip":
        body = inflate(body)
    # Asked for by hand: for two named dependencies Litestar would start a group of tasks each time.
    house, session = house_of(request), session_of(request)
    answer = await service.sync(
        house, session=session, request=service.read_request(body), words=request.app.state.words
    )
    plain, headers = _encoder.encode(answer), {"content-type": "application/json"}
    if len(plain) >= WORTH_IT and "gzip" in request.headers.get("accept-encoding", ""):
        plain = deflate(plain) if len(plain) < PACKED_INLINE else await asyncio.to_thread(deflate, plain)
        headers["content-encoding"] = "gzip"
    return ASGIResponse(body=plain, headers=headers)


router = Router(path="/", route_handlers=[sync], tags=["sync"])
