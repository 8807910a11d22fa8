"""Answers that anybody's machine may read and keep: typed, kept for as long as the standards ask, no cookies."""

import hashlib
from typing import NamedTuple

from litestar import Request, Response

from jointly.kit.gzip import WORTH_IT, deflate
from jointly.people.house import House

JSON = "application/json"
RPDE = "application/vnd.openactive.rpde+json; version=1"


class Asked(NamedTuple):
    """What every answer needs of a request: who we are, and the address as it was asked for, on our public origin."""

    house: House
    address: str


def asked(request: Request) -> Asked:
    """`address` is the very text that was asked, whatever the order and the escapes of its parameters."""
    query = request.scope.get("query_string", b"").decode("latin-1")
    house = request.app.state.house
    return Asked(house, f"{house.origin}{request.scope['path']}{f'?{query}' if query else ''}")


def answer(
    request: Request, body: bytes, media_type: str, *, keep: int, headers: dict[str, str] | None = None
) -> Response[bytes]:
    """The answer, which may be kept for `keep` seconds, or nothing when the same one is kept already. The charset of
    "text/…" is added by the framework, and is not said in `media_type`."""
    etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    said = {
        "cache-control": f"public, max-age={keep}",
        "etag": etag,
        "vary": "accept-encoding",
        "access-control-allow-origin": "*",
        "cross-origin-resource-policy": "cross-origin",
    } | (headers or {})
    if request.headers.get("if-none-match") == etag:
        return Response(b"", status_code=304, headers=said)
    if len(body) >= WORTH_IT and "gzip" in request.headers.get("accept-encoding", ""):
        body, said["content-encoding"] = deflate(body), "gzip"
    return Response(body, media_type=media_type, headers=said)
