"""A Litestar route for what is asked most: nothing is copied for it, and its answer is not looked at again.

Litestar copies a handler for each guard, as a guard might change it, and makes a response object of each answer. For
a short search that is a good part of its time (decision 20 says how much); our guards change nothing.
"""

from typing import Any

import msgspec
from litestar import Litestar, Request
from litestar.connection import ASGIConnection
from litestar.handlers import HTTPRouteHandler
from litestar.types import ASGIApp, Receive, Scope, Send

_encoder = msgspec.json.Encoder()


class QuickRoute(HTTPRouteHandler):
    """For a handler that always answers with a msgspec struct and one status. Guards and exceptions are as ever."""

    async def authorize_connection(self, connection: ASGIConnection) -> None:
        for guard in self.resolve_guards():
            await guard(connection, self)

    async def to_response(self, app: Litestar, data: Any, request: Request) -> ASGIApp:
        body = _encoder.encode(data)

        async def answer(_scope: Scope, _receive: Receive, send: Send) -> None:
            headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
            await send({"type": "http.response.start", "status": self.status_code, "headers": headers})
            await send({"type": "http.response.body", "body": body})

        return answer
