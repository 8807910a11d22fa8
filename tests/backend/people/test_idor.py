"""Nobody reaches what is another's by naming it: every route, every role, every id, from the route table.

Each id of another patient, service or organisation is asked for beside one that nobody has: the answers are the same,
nothing of the other stands in them, and nothing of the other has changed. A new route fails here until `ASKS` says
which of its ids are whose.
"""

import re
from collections.abc import AsyncIterator, Callable
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from jointly.kit import clock
from jointly.kit.db import Database
from jointly.kit.ids import uuid7
from support.ask import EVERYBODY, MANAGERS, OWN, READERS, Ask, Ids, ask, used
from support.asks_closing import CLOSING
from support.asks_groups import GROUPS
from support.asks_listings import LISTINGS, PUBLIC
from support.asks_reminders import REMINDERS
from support.asks_support import SUPPORT
from support.cast import Cast, Other, boundless, gathered, rows_of
from support.phone import Phone, entry
from support.routes import Route, api_routes
from support.service import Service
from support.supported import LISTED_SUPPORT, TOLD

JSON = {"Content-Type": "application/json"}


def credential(ids: Ids, _own: Ids) -> dict[str, Any]:
    """What a browser would say of another's passkey."""
    said = {"id": ids["passkey"], "rawId": ids["passkey"], "type": "public-key", "response": {}}
    return {"credential": said}


def syncs(subject: str | None, **changes: str) -> Callable[[Ids, Ids], dict[str, Any]]:
    """A sync about another, or about one's own record, with an entry that names another's."""

    def body(ids: Ids, own: Ids) -> dict[str, Any]:
        named = {name: ids[of] for name, of in changes.items()}
        push = {"subject": ids[subject] if subject else own["person"], "grant": 0, "number": 0}
        written = [entry(**named), entry(how="phone", **named)]
        return {"device_now": clock.now().isoformat(), "epoch": None, "subjects": [push | {"entries": written}]}

    return body


def entry_for(**changes: str) -> Callable[[Ids, Ids], dict[str, Any]]:
    """An entry that staff write for somebody, naming another's."""
    return lambda ids, _own: entry(how="phone") | {name: ids[of] for name, of in changes.items()}


CODE = {"code": "ABCD-EFGH"}
SETUP = {"name": "Jointly", "brand": "#1f4e4a", "brand_dark": "#8fd0c6", "accent": "#e07a3f", "helplines": []}
NEW_SHARE = {"with_kind": "service", "scopes": ["pain"]}
VIEW = {"name": "Late ones", "filter": "overdue", "column": "order", "up": True}
ASKS: dict[str, list[Ask]] = {
    "GET /api/access-log": [ask()],
    "GET /api/audit": [ask()],
    "GET /api/caseload": [ask(may=READERS, seen={*TOLD, *LISTED_SUPPORT})],
    "GET /api/caseload/views": [ask()],
    "PUT /api/caseload/views/{view}": [
        ask(view="view", body={"view": VIEW}, refused=True),
        ask(view="view", body={"view": None}),
    ],
    "PUT /api/caseload/looked/{entry}": [ask(entry="entry", body={}), ask(entry="share", body={})],
    "POST /api/codes": [
        ask(body=lambda ids, _: {"kind": "person", "person": ids["person"]}, may=READERS | MANAGERS),
        ask(body={"kind": "service"}),
    ],
    "POST /api/invitation": [ask(body=lambda ids, own: CODE | credential(ids, own))],
    "POST /api/invitation/look": [ask(body=CODE)],
    "POST /api/invitation/options": [ask(body=CODE)],
    "POST /api/join": [ask(body=lambda ids, _: CODE | {"device": ids["device"]})],
    "POST /api/join/look": [ask(body=CODE)],
    "GET /api/me": [ask()],
    "PUT /api/me": [ask(body={"called": "Somebody"})],
    "POST /api/me/delete": [ask(body={"sure": True})],
    "GET /api/me/export": [ask()],
    "GET /api/me/export.csv": [ask()],
    "GET /api/nhs-login": [ask()],
    "DELETE /api/nhs-login": [ask()],
    "GET /api/nhs-login/back": [ask()],
    "POST /api/nhs-login/link": [ask(body={})],
    "GET /api/nhs-login/start": [ask()],
    "GET /api/organisation/people": [ask()],
    "GET /api/organisations": [ask()],
    "POST /api/organisations": [ask(body={"name": "Pool"})],
    "DELETE /api/organisations/{id}": [ask(id="organisation", may=MANAGERS), ask(id="person")],
    "GET /api/passkeys": [ask()],
    "POST /api/passkeys": [ask(body=lambda ids, own: credential(ids, own) | {"name": "Key"})],
    "DELETE /api/passkeys/{id}": [ask(id="passkey")],
    "POST /api/passkeys/options": [ask(body={})],
    "GET /api/people": [ask()],
    "POST /api/people/{person}/emergency": [
        ask(person="person", body={"reason": "She fell and cannot be reached"}, may=READERS),
        ask(person="organisation", body={"reason": "She fell and cannot be reached"}),
    ],
    "PUT /api/people/{person}/entries/{id}": [
        ask(person="person", id="entry", body=entry_for(id="entry")),
        ask(person="person", id="fresh", body=entry_for(id="fresh", entry="entry", previous="entry")),
        ask(person="shared", id="entry", body=entry_for(id="entry"), refused=True),
        ask(person="shared", id="fresh", body=entry_for(id="fresh", entry="entry", previous="entry")),
    ],
    "GET /api/people/{person}/looked": [ask(person="person"), ask(person="organisation")],
    "GET /api/people/{person}/record": [ask(person="person"), ask(person="organisation")],
    "GET /api/recovery-codes": [ask()],
    "POST /api/recovery-codes": [ask(body={})],
    "POST /api/second-device": [ask(body={})],
    "GET /api/service": [ask()],
    "PUT /api/service": [ask(body=SETUP)],
    "GET /api/sessions": [ask()],
    "POST /api/sessions/end-others": [ask(body={})],
    "DELETE /api/sessions/{device}": [ask(device="device")],
    "GET /api/shares": [ask()],
    "POST /api/shares/accept": [ask(body=CODE)],
    "PUT /api/shares/{id}": [
        ask(id="share", body=NEW_SHARE, refused=True),
        ask(id="referral", body=NEW_SHARE, refused=True),
        ask(id="share", body={"with_kind": "person", "scopes": ["pain"]}, refused=True),
        ask(id="fresh", body=lambda ids, _: {"with_kind": "person", "scopes": ["pain"], "with_id": ids["person"]}),
        ask(id="fresh", body=lambda ids, _: {"with_kind": "person", "scopes": ["pain"], "with_id": ids["staff"]}),
        ask(
            id="fresh",
            body=lambda ids, _: {"with_kind": "organisation", "scopes": [], "with_id": ids["organisation"]},
            may=EVERYBODY,
        ),
    ],
    "DELETE /api/shares/{id}": [ask(id="share"), ask(id="referral")],
    "POST /api/shares/{id}/code": [ask(id="share", body={}), ask(id="referral", body={})],
    "POST /api/sign-in": [ask(body=credential)],
    "POST /api/sign-in/options": [ask(body={})],
    "POST /api/sign-out": [ask(body={})],
    "GET /api/reports": [ask()],
    "GET /api/reports.csv": [ask()],
    "GET /api/staff": [ask()],
    "POST /api/staff": [
        ask(
            body=lambda ids, _: {"role": "publisher", "called": "Pat", "organisation": ids["organisation"]},
            may=MANAGERS,
        )
    ],
    "DELETE /api/staff/{person}": [ask(person="person"), ask(person="staff")],
    "GET /api/team": [ask()],
    "POST /api/step-up": [ask(body=credential)],
    "POST /api/step-up/options": [ask(body={})],
    "POST /api/sync": [
        ask(body=syncs("person")),
        ask(body=syncs("organisation")),
        ask(body=syncs("person", id="entry")),
        ask(body=syncs("person", entry="entry", previous="entry")),
        ask(body=syncs(None, id="entry"), refused=True),
        ask(body=syncs(None, id="fresh", entry="entry", previous="entry")),
    ],
    **LISTINGS,
    **SUPPORT,
    **REMINDERS,
    **CLOSING,
    **GROUPS,
}
"""How each route is asked. Ids are by their names in `cast.Other`; `fresh` is new each time, `shared` the patient who
shares with the service, `shown` a listing of the first service, and the rest of a body is what makes it get as
far as it can."""
LISTED = {
    "GET /api/people": {"called", "person", *TOLD},
    "GET /api/organisations": {"organisation", "organisation_name", "newcomer", "newcomername"},
    "GET /api/staff": {"organisation", "newcomer", "worker"},
}
"""What a list of one's own service tells of everybody in it, to those who may see the list."""
LAST = ("POST /api/sessions/end-others", "POST /api/sign-out", "POST /api/me/delete")
"""What ends the session of whoever asks."""


@pytest.fixture
async def cast(service: Service, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Cast]:
    """Two services with everybody in them."""
    boundless(monkeypatch)
    async with gathered(service) as made:
        yield made


async def test_no_id_of_anothers_opens_changes_or_tells_anything(cast: Cast, unbound: Database):
    vault = cast.service.house.vault.database
    others = (cast.same, cast.elsewhere)
    before = [await rows_of(unbound, vault, other) for other in others]
    for role, actor in {**cast.actors, "nobody": Phone(cast.service.client())}.items():
        for route in sorted(api_routes(cast.service.app), key=lambda one: (one.name in LAST, one.name)):
            for way in ASKS[route.name]:
                for other in others:
                    await trespass(cast, role, actor, route, way, other)
        if role != "nobody":
            assert (await actor.client.get("/api/me")).status_code in (401, 410), "they were signed in until the end"
    for other, rows in zip(others, before, strict=True):
        assert await rows_of(unbound, vault, other) ^ rows == set()


async def test_whoever_is_of_another_service_gets_in_nowhere(cast: Cast, unbound: Database):
    vault = cast.service.house.vault.database
    before = await rows_of(unbound, vault, cast.same)
    for role, stranger in cast.strangers.items():
        async with cast.service.client() as here:
            here.headers, here.cookies = stranger.client.headers, stranger.client.cookies
            for route in api_routes(cast.service.app):
                if "open_to_all" not in route.guards and "switched_on" not in route.guards:
                    answer = await send(Phone(here), route, ASKS[route.name][0], cast.same.ids | known(cast), {})
                    assert answer.status_code == 401, (role, route.name, answer.text)
        assert (await stranger.client.get("/api/me")).status_code == 200
    assert await rows_of(unbound, vault, cast.same) == before


async def test_every_route_is_asked_here_with_all_of_its_ids(service: Service):
    routes = {route.name: route for route in api_routes(service.app)}
    assert routes.keys() == ASKS.keys(), "say in ASKS how a new route is asked; drop one that is gone"
    for name, route in routes.items():
        for way in ASKS[name]:
            assert way.path.keys() == route.ids.keys(), name
        named = [way for way in ASKS[name] if set(way.path.values()) - OWN]
        assert named or not route.ids, name
        assert route.guards or name == "POST /api/sync", name


async def test_what_is_shown_is_public_and_what_waits_is_for_ones_own_service(cast: Cast):
    async with cast.service.client() as nobody:
        for other in (cast.same, cast.elsewhere):
            answer = await nobody.get(f"/api/listings/{other.ids['listing']}")
            assert sorted(other.hidden(answer.text)) == sorted(PUBLIC)
    lead = cast.actors["lead"]
    for path, told in (("waiting", "waitingname"), ("reports", "reportwords")):
        answer = await lead.client.get(f"/api/publishing/{path}")
        assert told in cast.same.hidden(answer.text), "who may see it does"
    waits = (await lead.client.get("/api/publishing/to-look-at")).json()
    assert waits == {"organisations": 1, "reports": 1}, "the other service's are not counted"


async def test_a_leak_would_be_found(cast: Cast, unbound: Database):
    vault = cast.service.house.vault.database
    before = await rows_of(unbound, vault, cast.same)
    for told in ({"note": cast.same.words["note"]}, {"by": cast.same.ids["device"]}):
        assert cast.same.hidden(str(told)) != []
    await cast.service.house.vault.end(uuid7())
    assert await rows_of(unbound, vault, cast.same) == before
    await cast.service.house.vault.revoke(person=UUID(cast.same.ids["person"]))
    assert await rows_of(unbound, vault, cast.same) != before


async def trespass(cast: Cast, role: str, actor: Phone, route: Route, way: Ask, other: Other) -> None:
    """Asks for what is another's and for what is nobody's, and compares."""
    inside = other is cast.same
    may = inside and role in way.may
    if (may and not way.seen) or not used(way) <= other.ids.keys():
        return
    own = {"person": actor.person or str(uuid4())}
    theirs, nobodys = other.ids | known(cast), {name: fresh(name) for name in {*other.ids, "staff"}} | known(cast)
    answer = await send(actor, route, way, theirs, own)
    told = (role, route.name, way, answer.status_code, answer.text)
    assert answer.status_code < 500, told
    seen = way.public | (LISTED.get(route.name, set()) if inside else set()) | (way.seen if may else set())
    sent = used(way)
    assert other.hidden(answer.text + str(answer.headers), seen=seen, sent=sent) == [], told
    if way.refused:
        assert answer.status_code >= 400 or all_refused(answer), told
    elif (way.path or sent) and not way.public:
        unknown = await send(actor, route, way, nobodys, own)
        assert (answer.status_code, plain(answer)) == (unknown.status_code, plain(unknown)), told


async def send(actor: Phone, route: Route, way: Ask, ids: Ids, own: Ids) -> httpx.Response:
    """One request with these ids."""
    ids = ids | {"fresh": str(uuid7())}
    body = {"json": way.body(ids, own)} if way.body else {}
    address = route.at(**{name: ids[of] for name, of in way.path.items()})
    return await actor.client.request(route.method, address, headers=JSON, follow_redirects=False, **body)


def known(cast: Cast) -> Ids:
    """The one whose record is shared with the service, what they have there, and a listing that everybody finds."""
    own = {name: cast.own[name] for name in ("shown", "shared_episode", "shared_suggestion")}
    return own | {"shared": cast.actors["patient"].person}


def fresh(name: str) -> str:
    """An id that nothing has, of the same form."""
    return uuid4().hex[:22] if name == "passkey" else str(uuid4())


def all_refused(answer: httpx.Response) -> bool:
    """Whether a sync kept nothing of what it was sent."""
    pulls = answer.json().get("subjects", [{"numbers": [1]}])
    return all(pull["numbers"] == [] and pull["refused"] for pull in pulls)


def plain(answer: httpx.Response) -> Any:
    """An answer without ids, times and feed numbers; of a sync, what became of what was sent."""
    if answer.request.url.path == "/api/sync" and answer.status_code == 200:
        pulls = answer.json()["subjects"]
        return [
            (len(pull["numbers"]), [one["code"] for one in pull["refused"]], pull["withdrawn"], pull["names"])
            for pull in pulls
        ]
    text = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID", answer.text)
    text = re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)", "TIME", text)
    return re.sub(r'"number":\d+', '"number":N', text)
