"""Who may call a handler. Every route has one of these guards; a test walks them all.

All are coroutines: Litestar runs a plain function on another thread, which costs more than the guard itself.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from litestar.connection import ASGIConnection, Request
from litestar.handlers import BaseRouteHandler

from jointly.kit.errors import Refusal
from jointly.people.house import House
from jointly.people.vault import Gone, Session

COOKIE = "__Host-jointly"
SAFE = ("GET", "HEAD", "OPTIONS")


async def open_to_all(_connection: ASGIConnection, _handler: BaseRouteHandler) -> None:
    """Anybody may call this: it tells nothing about anybody."""


async def signed_in(connection: ASGIConnection, _handler: BaseRouteHandler) -> None:
    """A device with a session; 401 without one, 410 when the person was erased."""
    connection.state.session = await session_for(connection.app.state.house, connection.headers)


async def session_for(house: House, headers: Mapping[str, str]) -> Session:
    """The session that a request's cookie stands for; a `Refusal` of 401 without one, of 410 for an erased person."""
    token = _token(headers.get("cookie", ""))
    try:
        session = await house.vault.session(token) if token else None
    except Gone:
        raise Refusal(410, "erased") from None
    if session is None:
        raise Refusal(401, "signed-out")
    return session


async def advisor(connection: ASGIConnection, handler: BaseRouteHandler) -> None:
    """An advisor with a session; 403 for anybody else."""
    await signed_in(connection, handler)
    if connection.state.session.role != "advisor":
        raise Refusal(403, "not-allowed")


async def same_origin(connection: ASGIConnection, _handler: BaseRouteHandler) -> None:
    """Changes come from our own pages: see `check_origin`. Reading is free."""
    if connection.scope["method"] not in SAFE:
        check_origin(connection.headers)


def check_origin(headers: Mapping[str, str]) -> None:
    """A `Refusal` unless Fetch Metadata says same-origin, or Origin is ours, and the body is JSON."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    ours = site == "same-origin" if site else origin is not None and _host(origin) == headers.get("host")
    if not ours:
        raise Refusal(403, "other-site")
    if not headers.get("content-type", "").startswith("application/json"):
        raise Refusal(415, "wrong-type")


def session_of(request: Request) -> Session:
    """The session that `signed_in` found, for handlers to ask for by name."""
    return request.state.session


def house_of(request: Request) -> House:
    """What this process holds, for handlers to ask for by name."""
    return request.app.state.house


def _host(origin: str) -> str:
    return urlsplit(origin).netloc


def _token(cookies: str) -> str:
    for cookie in cookies.split(";"):
        name, _, value = cookie.strip().partition("=")
        if name == COOKIE:
            return value
    return ""
