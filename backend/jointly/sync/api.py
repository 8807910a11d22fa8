"""The one address that devices sync with.

It is plain ASGI: half of all that the service does is done here, and Litestar's own way to a handler (a copy of the
handler for each guard, a request, a response) costs as much as keeping what came.
"""

import asyncio

import msgspec
from litestar import asgi
from litestar.exceptions import ClientException, MethodNotAllowedException
from litestar.types import Receive, Scope, Send

from jointly.kit.errors import Refusal
from jointly.kit.gzip import WORTH_IT, deflate, inflate
from jointly.people.cookies import COOKIE, read_cookie, session_cookie
from jointly.people.guards import check_origin, session_for
from jointly.people.limits import note_answer, take_sync
from jointly.people.rules import STAFF
from jointly.sync import service

MAX_BODY = 1_000_000
"""Bytes of a request body, as sent."""
PACKED_INLINE = 50_000
"""A larger answer is packed off the event loop."""

_encoder = msgspec.json.Encoder()


@asgi("/api/sync", copy_scope=False)
async def sync(scope: Scope, receive: Receive, send: Send) -> None:
    """Keeps what a device recorded and gives what it misses.

    At most 500 entries up and 2,000 rows down; the body may be gzip. Each entry is kept or refused by itself,
    with a reason a person can read; asking again with the same entries is harmless.
    """
    if scope["method"] != "POST":
        raise MethodNotAllowedException
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    check_origin(headers)
    state = scope["litestar_app"].state
    session = await session_for(state.house, headers)
    body = await _body(receive)
    if headers.get("content-encoding") == "gzip":
        body = inflate(body)
    request = service.read_request(body)
    sent = sum(len(push.entries) for push in request.subjects)
    await take_sync(state.house, person=session.person, entries=sent, size=len(body))
    answer = _encoder.encode(await service.sync(state.house, session=session, request=request, words=state.words))
    told = [(b"content-type", b"application/json")]
    # An app that syncs by itself keeps a patient signed in, and never staff who went away from it.
    if session.role not in STAFF and await state.house.vault.renew(session):
        renewed = session_cookie(read_cookie(headers, COOKIE), session.cookie_seconds)
        told.append((b"set-cookie", renewed.to_encoded_header()[1]))
    note_answer(state.house, person=session.person, size=len(answer))
    if len(answer) >= WORTH_IT and "gzip" in headers.get("accept-encoding", ""):
        answer = deflate(answer) if len(answer) < PACKED_INLINE else await asyncio.to_thread(deflate, answer)
        told.append((b"content-encoding", b"gzip"))
    told.append((b"content-length", b"%d" % len(answer)))
    await send({"type": "http.response.start", "status": 200, "headers": told})
    await send({"type": "http.response.body", "body": answer})


async def _body(receive: Receive) -> bytes:
    """The body as it was sent; a `Refusal` of 413 as soon as it is too big."""
    body = b""
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientException("the device went away")
        body += message["body"]
        if len(body) > MAX_BODY:
            raise Refusal(413, "too-big")
        more = message["more_body"]
    return body
