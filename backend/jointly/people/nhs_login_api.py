"""The addresses of NHS login. Switched off by the settings, none of them is there.

Signing in leaves the app and comes back to it by addresses, so what goes wrong is told in one, as a word that the app
has a sentence for. Linking begins with a request of the app, so that it needs the session's token and a fresh proof.
"""

import re
from urllib.parse import urlencode

from litestar import Response, Router, delete, get, post
from litestar.connection import ASGIConnection, Request
from litestar.datastructures import Cookie
from litestar.di import NamedDependency, Provide
from litestar.exceptions import NotFoundException
from litestar.handlers import BaseRouteHandler

from jointly.kit.errors import Refusal
from jointly.people import nhs_login
from jointly.people.ceremonies import LIFE
from jointly.people.cookies import read_cookie, session_cookie
from jointly.people.guards import address_of, open_to_all, proved, signed_in
from jointly.people.house import House
from jointly.people.nhs_login import NhsLogin, Stopped
from jointly.people.nhs_login_schemas import NhsLoginAddress, NhsLoginState
from jointly.people.vault import Session

COOKIE = "__Host-jointly-login"
"""Of a sign-in that has begun. SameSite is Lax, because the answer comes by a link from another site."""
NAME = re.compile(r"[^\x00-\x1f\x7f]{0,80}")


async def switched_on(connection: ASGIConnection, _handler: BaseRouteHandler) -> None:
    """Goes before another guard: the 404 of an unknown address where no NHS login is set."""
    if connection.app.state.nhs_login is None:
        raise NotFoundException


@get("/nhs-login/start", guards=[switched_on, open_to_all], include_in_schema=False)
async def start(request: Request, house: NamedDependency[House], nhs: NamedDependency[NhsLogin]) -> Response[None]:
    """Sends the browser to NHS login, to sign in by it. `device_name` says by what name the session is listed."""
    name = request.query_params.get("device_name", "")
    if request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        return _told(Stopped("again"))
    try:
        to, token = await nhs_login.begin(
            house, nhs, address=address_of(request), device_name=name if NAME.fullmatch(name) else ""
        )
    except Refusal as refused:
        return _told(Stopped("busy" if refused.status == 429 else "unreachable"))
    return _to(to, _cookie(token))


@get("/nhs-login/back", guards=[switched_on, open_to_all], include_in_schema=False)
async def back(request: Request, house: NamedDependency[House], nhs: NamedDependency[NhsLogin]) -> Response[None]:
    """Where NHS login sends the browser back to. The app opens, signed in, or with why not."""
    given = {name: request.query_params.get(name, "") for name in ("state", "code", "error")}
    try:
        came = await nhs_login.come_back(house, nhs, token=read_cookie(request.headers, COOKIE), **given)
    except Stopped as stopped:
        return _told(stopped)
    if came.token:
        return _to("/join?nhs-login=signed-in", _cookie(""), session_cookie(came.token, came.seconds))
    return _to("/more/nhs-login?nhs-login=linked", _cookie(""))


@post("/nhs-login/link", guards=[switched_on, signed_in, proved], status_code=200)
async def link_nhs_login(
    request: Request,
    house: NamedDependency[House],
    nhs: NamedDependency[NhsLogin],
    session: NamedDependency[Session],
) -> Response[NhsLoginAddress]:
    """Where to go to let NHS login open the record of whoever is signed in. Staff cannot."""
    to, token = await nhs_login.begin(house, nhs, address=address_of(request), session=session)
    return Response(NhsLoginAddress(address=to), cookies=[_cookie(token)])


@get("/nhs-login", guards=[switched_on, signed_in])
async def nhs_login_state(session: NamedDependency[Session], house: NamedDependency[House]) -> NhsLoginState:
    """Whether NHS login opens the record of whoever is signed in."""
    return NhsLoginState(linked=await nhs_login.is_linked(house, session=session))


@delete("/nhs-login", guards=[switched_on, signed_in, proved], status_code=200)
async def unlink_nhs_login(session: NamedDependency[Session], house: NamedDependency[House]) -> NhsLoginState:
    """Lets NHS login open this record no more."""
    await nhs_login.unlink(house, session=session)
    return NhsLoginState(linked=False)


def nhs_login_of(request: Request) -> NhsLogin:
    """NHS login as the settings have it, for handlers to ask for by name."""
    return request.app.state.nhs_login


def _told(stopped: Stopped) -> Response[None]:
    screen = "/more/nhs-login" if stopped.linking else "/join"
    return _to(f"{screen}?{urlencode({'nhs-login': stopped.problem})}", _cookie(""))


def _to(address: str, *cookies: Cookie) -> Response[None]:
    return Response(None, status_code=303, headers={"location": address}, cookies=list(cookies))


def _cookie(token: str) -> Cookie:
    seconds = int(LIFE.total_seconds()) if token else 0
    return Cookie(key=COOKIE, value=token, max_age=seconds, path="/", secure=True, httponly=True, samesite="lax")


router = Router(
    path="/",
    route_handlers=[start, back, link_nhs_login, nhs_login_state, unlink_nhs_login],
    dependencies={"nhs": Provide(nhs_login_of, sync_to_thread=False)},
    tags=["people"],
)
