"""Signing in by invitation or passkey, proving to be there, and one's passkeys."""

from litestar import Response, Router, delete, get, post
from litestar.connection import Request
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from jointly.kit.errors import Refusal
from jointly.people import ceremonies, signing_in
from jointly.people.cookies import COOKIE, ceremony_cookie, ceremony_over, read_cookie, session_cookie
from jointly.people.guards import address_of, open_to_all, proved, signed_in
from jointly.people.house import House
from jointly.people.schemas import Look, Me
from jointly.people.signing_in import SignedIn
from jointly.people.signing_in_schemas import (
    Invitation,
    Invited,
    NewPasskey,
    Options,
    Passkeys,
    Presented,
    Proof,
    UseInvitation,
)
from jointly.people.vault import Gone, Revoked, Session


@post("/invitation/look", guards=[open_to_all], status_code=200)
async def look_at_invitation(request: Request, data: JSONBody[Look], house: NamedDependency[House]) -> Invited:
    """Whom an invitation is for. Looking never uses it up."""
    return await signing_in.look_at_invitation(house, typed=data.code, address=address_of(request))


@post("/invitation/options", guards=[open_to_all], status_code=200)
async def begin_invitation(
    request: Request, data: JSONBody[Invitation], house: NamedDependency[House]
) -> Response[Options]:
    """What the browser makes the passkey of somebody who was invited from."""
    return _begun(*await signing_in.begin_invitation(house, asked=data, address=address_of(request)))


@post("/invitation", guards=[open_to_all], status_code=200)
async def take_up_invitation(
    request: Request, data: JSONBody[UseInvitation], house: NamedDependency[House]
) -> Response[Me]:
    """Uses an invitation up: keeps the passkey and signs in with it. Earlier passkeys of the account end."""
    given = {"given": data, "ceremony": _ceremony(request), "address": address_of(request)}
    return _signed_in(await signing_in.take_up_invitation(house, **given))


@post("/sign-in/options", guards=[open_to_all], status_code=200)
async def begin_signing_in(request: Request, house: NamedDependency[House]) -> Response[Options]:
    """What the browser asks for a passkey with."""
    return _begun(*await signing_in.begin_signing_in(house, address=address_of(request)))


@post("/sign-in", guards=[open_to_all], status_code=200)
async def sign_in(request: Request, data: JSONBody[Presented], house: NamedDependency[House]) -> Response[Me]:
    """Signs in whoever's passkey answered."""
    given = {"given": data, "ceremony": _ceremony(request), "address": address_of(request)}
    return _signed_in(await signing_in.sign_in(house, **given, current=await _current(request, house)))


@post("/step-up/options", guards=[signed_in], status_code=200)
async def begin_step_up(session: NamedDependency[Session], house: NamedDependency[House]) -> Response[Options]:
    """What the browser asks for a passkey of whoever is signed in with."""
    return _begun(*await signing_in.begin_step_up(house, session=session))


@post("/step-up", guards=[signed_in], status_code=200)
async def step_up(
    request: Request, data: JSONBody[Proof], session: NamedDependency[Session], house: NamedDependency[House]
) -> Response[Me]:
    """Proves that whoever is signed in is there; the session goes on under a new token."""
    given = {"session": session, "credential": data.credential, "ceremony": _ceremony(request)}
    return _signed_in(await signing_in.step_up(house, **given))


@get("/passkeys", guards=[signed_in])
async def list_passkeys(session: NamedDependency[Session], house: NamedDependency[House]) -> Passkeys:
    """My passkeys."""
    return Passkeys(passkeys=await signing_in.own_passkeys(house, session=session))


@post("/passkeys/options", guards=[signed_in, proved], status_code=200)
async def begin_adding(session: NamedDependency[Session], house: NamedDependency[House]) -> Response[Options]:
    """What the browser makes another passkey from."""
    return _begun(*await signing_in.begin_adding(house, session=session))


@post("/passkeys", guards=[signed_in], status_code=200)
async def add_passkey(
    request: Request, data: JSONBody[NewPasskey], session: NamedDependency[Session], house: NamedDependency[House]
) -> Response[Passkeys]:
    """Keeps a passkey that was made from what `passkeys/options` gave this session."""
    given = {"session": session, "given": data.credential, "name": data.name, "ceremony": _ceremony(request)}
    return Response(Passkeys(passkeys=await signing_in.add(house, **given)), cookies=[ceremony_over()])


@delete("/passkeys/{id:str}", guards=[signed_in, proved], status_code=204)
async def delete_passkey(id: FromPath[str], session: NamedDependency[Session], house: NamedDependency[House]) -> None:
    """Deletes a passkey of mine; never the last one of staff."""
    await signing_in.delete(house, session=session, id=id)


def _begun(token: str, options: dict) -> Response[Options]:
    return Response(Options(options=options), cookies=[ceremony_cookie(token)])


def _signed_in(come: SignedIn) -> Response[Me]:
    return Response(come.me, cookies=[session_cookie(come.token, come.seconds), ceremony_over()])


def _ceremony(request: Request) -> str:
    token = read_cookie(request.headers, ceremonies.COOKIE)
    if not token:
        raise Refusal(403, "ceremony-over")
    return token


async def _current(request: Request, house: House) -> Session | None:
    token = read_cookie(request.headers, COOKIE)
    try:
        return await house.vault.session(token) if token else None
    except (Gone, Revoked):
        return None


router = Router(
    path="/",
    route_handlers=[
        look_at_invitation,
        begin_invitation,
        take_up_invitation,
        begin_signing_in,
        sign_in,
        begin_step_up,
        step_up,
        list_passkeys,
        begin_adding,
        add_passkey,
        delete_passkey,
    ],
    tags=["signing in"],
)
