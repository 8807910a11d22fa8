"""Every route says who may call it, and which are open to all is written down here."""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from litestar import Litestar
from litestar.handlers import HTTPRouteHandler
from litestar.routes import ASGIRoute, HTTPRoute

from jointly import settings
from jointly.app import create_app
from jointly.people.guards import (
    at_work,
    manager,
    open_to_all,
    proved,
    publisher,
    reader,
    recognised,
    same_origin,
    signed_in,
    team,
)
from support.csrf import HEADER
from support.phone import joined
from support.service import Service

OPEN = {
    "GET /": "the app itself",
    "GET /{path}": "the app's files and the content packs",
    "GET /health": "whether the service is ready",
    "POST /api/join/look": "what a join code opens, before there is a session",
    "POST /api/join": "signs in",
    "POST /api/invitation/look": "whom an invitation is for, before there is a session",
    "POST /api/invitation/options": "begins to make the passkey of somebody who was invited",
    "POST /api/invitation": "signs in with it",
    "POST /api/sign-in/options": "begins to use a passkey",
    "POST /api/sign-in": "signs in with it",
    "GET /api/service": "what the service is called and looks like, and whom to ring",
    "GET /api/nhs-login/start": "sends the browser to NHS login, where that is switched on",
    "GET /api/nhs-login/back": "signs in or links whoever NHS login sent back",
    "POST /api/listings/find": "what is on: no secret, and who has not joined may look",
    "POST /api/listings/area": "what is on around a place, for a phone to keep",
    "POST /api/listings/place": "where a postcode is, to the kilometre: no secret either",
    "GET /api/listings/{listing}": "one of them",
    "PUT /api/publishing/reports/{report}": "says that a listing was wrong; nothing is kept of who said it",
    "POST /api/answer/look": "what a group without an account is asked by a link that was made for it",
    "POST /api/answer": "its one answer",
    "POST /api/refer/look": "whose a referrer's code is, before there is any session",
    "POST /api/refer": "a practice or an agency refers somebody with its code, and hears nothing of them",
    "GET /open/openactive": "the dataset site of what is published here",
    "GET /open/openactive/catalogue": "a catalogue of that dataset",
    "GET /open/openactive/session-series": "physical activities that are published here",
    "GET /open/openactive/scheduled-sessions": "dates of them that were cancelled or moved",
    "GET /open/oruk": "which version of Open Referral UK this is",
    "GET /open/oruk/openapi.json": "the description of it",
    "GET /open/oruk/services": "what is published here",
    "GET /open/oruk/services/{id}": "one of them",
    "GET /open/oruk/service_at_locations": "them at their places",
    "GET /open/oruk/service_at_locations/{id}": "one at one of its places",
    "GET /open/oruk/taxonomies": "the lists of terms",
    "GET /open/oruk/taxonomies/{id}": "one of them",
    "GET /open/oruk/taxonomy_terms": "the terms that they have",
    "GET /open/oruk/taxonomy_terms/{id}": "one of them",
    "GET /open/ical/{file}": "the calendar of one listing",
    "GET /open/ical/organisation/{file}": "the calendar of an organisation",
    "GET /open/rss": "what is new or changed among them",
    "GET /open/list/{organisation}": "what an organisation runs, for its own site to frame",
    "GET /open/reminders/stop/{token}": "leads to the page that asks whether e-mails should end",
    "POST /open/reminders/stop/{token}": "ends e-mails of reminders by the token of their reader, which is in each",
    "POST /api/reminders/said": "what a notification answers by its one token, with the app closed",
    "GET /open/reminders/{file}": "somebody's own reminders as a calendar, by a link of theirs that nobody can guess",
    "GET /metrics": "counts for an operator's monitoring, with the operator's token alone",
    "GET /api/schema": "the description of the API",
    "GET /api/schema/litestar.json": "the description of the API",
    "GET /api/schema/openapi.json": "the description of the API",
    "GET /api/schema/{path}": "says that there is no such description",
}
MEMBERS = {signed_in, recognised, reader, team, at_work, manager, publisher}
SWITCHED_OFF = {"GET /api/nhs-login", "POST /api/nhs-login/link", "DELETE /api/nhs-login"}
"""Not there at all unless a setting switches it on: their own tests ask for the token."""
TELLS_THE_TOKEN = "GET /api/me"
GUARDS_ITSELF = {"/api/sync"}
"""Plain ASGI, without Litestar's guards: the last test here, and that of foreign pages, ask what a guard would."""


@pytest.fixture
def app(tmp_path: Path, built_pwa: Path) -> Litestar:
    """The application on an empty data folder; it is not started."""
    return create_app(settings.read({"JOINTLY_DATA": str(tmp_path)}))


def handlers(app: Litestar) -> Iterator[tuple[str, HTTPRouteHandler]]:
    """Every handler, as `METHOD /path`; OPTIONS is Litestar's own and tells only the methods."""
    for route in app.routes:
        if route.path in GUARDS_ITSELF and isinstance(route, ASGIRoute):
            continue
        assert isinstance(route, HTTPRoute), f"{route.path} is not plain HTTP: say here how it is guarded"
        for handler in route.route_handlers:
            for method in sorted(handler.http_methods - {"OPTIONS"}):
                yield f"{method} {route.path_format}", handler


def test_every_route_has_a_guard_or_is_open_by_name(app: Litestar):
    unguarded = [name for name, handler in handlers(app) if not {*MEMBERS, open_to_all} & set(handler.guards or ())]
    assert set(unguarded) <= {name for name in OPEN if name.startswith("GET /api/schema")}


def test_the_open_routes_are_those_written_here(app: Litestar):
    guarded = {name for name, handler in handlers(app) if MEMBERS & set(handler.guards or ())}
    everything = {name for name, _ in handlers(app)}
    assert everything - guarded == OPEN.keys()


FROM_ANYWHERE = {"POST /open/reminders/stop/{token}"}
"""Mail readers' own servers press the link that ends e-mails (RFC 8058); the token in it is all that counts."""


def test_every_change_must_come_from_our_own_pages(app: Litestar):
    for name, handler in handlers(app):
        own = handler.http_methods <= {"GET", "HEAD", "OPTIONS"} or same_origin in handler.resolve_guards()
        assert own is (name not in FROM_ANYWHERE), name


def test_a_proof_is_asked_of_somebody_known(app: Litestar):
    asked = [(name, list(handler.guards)) for name, handler in handlers(app) if proved in (handler.guards or ())]
    assert asked
    for name, guards in asked:
        assert MEMBERS & set(guards[: guards.index(proved)]), name


async def test_whatever_somebody_signed_in_asks_needs_their_sessions_token(service: Service):
    """Reading too: the cookie goes with an address that is typed in beside a locked diary."""
    async with joined(service) as ann, joined(service) as bea:
        asks = [name for name, handler in handlers(service.app) if MEMBERS & set(handler.guards or ())]
        asks.remove(TELLS_THE_TOKEN)
        assert len(asks) > 30
        for name in [*asks, *(f"POST {path}" for path in GUARDS_ITSELF)]:
            method, path = name.split()
            path = re.sub(r"\{[^}]*\}", str(uuid4()), path)
            for wrong in ("", bea.client.headers[HEADER]):
                answer = await ann.client.request(method, path, json={}, headers={HEADER: wrong})
                absent = name in SWITCHED_OFF and answer.status_code == 404
                assert absent or (answer.status_code, answer.json()["code"]) == (403, "stale-token"), name


async def test_what_tells_the_token_answers_no_address_that_was_typed_in(service: Service):
    async with joined(service) as ann:
        method, path = TELLS_THE_TOKEN.split()
        answer = await ann.client.request(method, path, headers={HEADER: "", "Sec-Fetch-Mode": "navigate"})
        assert answer.status_code == 403
        assert (await ann.client.request(method, path, headers={HEADER: ""})).status_code == 200


async def test_what_guards_itself_asks_for_a_session(service: Service):
    for path in GUARDS_ITSELF:
        async with service.client() as client:
            assert (await client.post(path, json={})).status_code == 401
            assert (await client.get(path)).status_code == 405
