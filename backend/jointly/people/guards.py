"""Who may call a handler. Every route has one of these guards; a test walks them all.

All are coroutines: Litestar runs a plain function on another thread, which costs more than the guard itself.
"""

import hmac
from collections.abc import Mapping, Set

from litestar.connection import ASGIConnection, Request
from litestar.handlers import BaseRouteHandler

from jointly.kit.errors import Refusal
from jointly.people.cookies import COOKIE, read_cookie
from jointly.people.credentials import need_proof
from jointly.people.house import House
from jointly.people.limits import take_open_request, take_request
from jointly.people.rules import MANAGERS, PUBLISHER, READERS, STAFF
from jointly.people.vault import Gone, Revoked, Session

SAFE = ("GET", "HEAD", "OPTIONS")
CSRF = "x-jointly-csrf"


async def open_to_all(connection: ASGIConnection, handler: BaseRouteHandler) -> None:
    """Anybody may call this: it tells nothing about anybody. What asks the database is counted for each address."""
    if connection.scope["path"].startswith(("/api/", "/open/")):
        house = connection.app.state.house
        await take_open_request(house, operation=handler.handler_name, address=address_of(connection))


async def signed_in(connection: ASGIConnection, handler: BaseRouteHandler) -> None:
    """A device with a session, and with its token: see `session_for`. It is counted, and renews the session."""
    session = await _take_session(connection, handler, token_needed=True)
    await connection.app.state.house.vault.renew(session)


async def recognised(connection: ASGIConnection, handler: BaseRouteHandler) -> None:
    """A device with a session, which may not know its token yet: for the one address that tells it.

    Only the app may ask. An address that somebody typed, on a phone whose diary is locked, is answered with nothing. A
    page that only asks who is here keeps patients signed in, and never staff.
    """
    if connection.headers.get("sec-fetch-mode") == "navigate":
        raise Refusal(403, "not-allowed")
    session = await _take_session(connection, handler, token_needed=False)
    if session.role not in STAFF:
        await connection.app.state.house.vault.renew(session)


async def _take_session(connection: ASGIConnection, handler: BaseRouteHandler, *, token_needed: bool) -> Session:
    house, changes = connection.app.state.house, connection.scope["method"] not in SAFE
    session = await session_for(house, connection.headers, token_needed=token_needed)
    await take_request(house, operation=handler.handler_name, person=session.person, changes=changes)
    connection.state.session = session
    return session


async def session_for(house: House, headers: Mapping[str, str], *, token_needed: bool = True) -> Session:
    """The session that a request's cookie stands for.

    A `Refusal` of 401 without one, or with one of another service; of 410 for an erased person, and for a session that
    was ended from elsewhere; of 403 when the session's own token is missing or another's, for reading too: a browser
    sends the cookie with an address that is typed in, and a locked diary would be read in the window beside it. A phone
    forgets all it holds on a 410, so one whose token shows that it speaks of another sign-in than the cookie's gets a
    401.
    """
    token = read_cookie(headers, COOKIE)
    given = headers.get(CSRF, "").encode()

    def speaks_of(csrf: str) -> bool:
        return hmac.compare_digest(given, csrf.encode()) if given or token_needed else True

    try:
        session = await house.vault.session(token) if token else None
    except Gone as gone:
        raise Refusal(410, "erased") if speaks_of(gone.csrf) else Refusal(401, "signed-out") from None
    except Revoked as revoked:
        raise Refusal(410, "revoked") if speaks_of(revoked.csrf) else Refusal(401, "signed-out") from None
    if session is None or session.service != house.service:
        raise Refusal(401, "signed-out")
    if token_needed and not speaks_of(session.csrf):
        raise Refusal(403, "stale-token")
    return session


async def proved(connection: ASGIConnection, _handler: BaseRouteHandler) -> None:
    """Goes after another guard: see `need_proof`."""
    await need_proof(connection.app.state.house, connection.state.session)


async def reader(connection: ASGIConnection, handler: BaseRouteHandler) -> None:
    """Staff who may be shared with, an advisor or a link worker; 403 for anybody else."""
    await _one_of(READERS, connection, handler)


async def team(connection: ASGIConnection, handler: BaseRouteHandler) -> None:
    """Who works for the service itself, and not for an organisation; 403 for anybody else."""
    await _one_of(READERS | MANAGERS, connection, handler)


async def at_work(connection: ASGIConnection, handler: BaseRouteHandler) -> None:
    """Anybody of the staff, publishers too; 403 for anybody else."""
    await _one_of(STAFF, connection, handler)


async def manager(connection: ASGIConnection, handler: BaseRouteHandler) -> None:
    """A lead or an administrator of the service; 403 for anybody else."""
    await _one_of(MANAGERS, connection, handler)


async def publisher(connection: ASGIConnection, handler: BaseRouteHandler) -> None:
    """Somebody who publishes for an organisation; 403 for anybody else."""
    await _one_of({PUBLISHER}, connection, handler)


async def _one_of(roles: Set[str], connection: ASGIConnection, handler: BaseRouteHandler) -> None:
    await signed_in(connection, handler)
    if connection.state.session.role not in roles:
        raise Refusal(403, "not-allowed")


async def same_origin(connection: ASGIConnection, _handler: BaseRouteHandler) -> None:
    """Changes come from our own pages: see `check_origin`. Reading is free."""
    if connection.scope["method"] not in SAFE:
        check_origin(connection.headers)


def check_origin(headers: Mapping[str, str]) -> None:
    """A `Refusal` unless Fetch Metadata says same-origin, or Origin is ours, and the body is JSON."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    ours = site == "same-origin" if site else origin is not None and origin.partition("://")[2] == headers.get("host")
    if not ours:
        raise Refusal(403, "other-site")
    if not headers.get("content-type", "").startswith("application/json"):
        raise Refusal(415, "wrong-type")


def address_of(connection: ASGIConnection) -> str:
    """Where a request comes from, as far as a trusted proxy or the socket says."""
    return connection.client.host if connection.client else "unknown"


def session_of(request: Request) -> Session:
    """The session that `signed_in` found, for handlers to ask for by name."""
    return request.state.session


def house_of(request: Request) -> House:
    """What this process holds, for handlers to ask for by name."""
    return request.app.state.house
