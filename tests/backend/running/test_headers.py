"""What every answer carries, whatever it answers; and that a change is made from our own pages only."""

import re

import httpx
import pytest

from support.phone import Phone, entry, joined
from support.routes import api_routes
from support.service import Service

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types jointly",
}
GOLDEN = {
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
CLOSED = {
    "camera",
    "microphone",
    "payment",
    "usb",
    "serial",
    "bluetooth",
    "hid",
    "display-capture",
    "midi",
}
OURS = {"geolocation", "publickey-credentials-get", "publickey-credentials-create", "screen-wake-lock"}
TELLTALE = {"server", "x-powered-by", "access-control-allow-origin"}


JSON = {"Content-Type": "application/json"}


async def of_each_kind(service: Service, client: httpx.AsyncClient, phone: Phone) -> list[httpx.Response]:
    """Pages, files, content packs, sync, and refusals of every layer."""
    home = await client.get("/")
    packs = (await client.get("/content/manifest.json")).json()["packs"]
    assets = re.findall(r'"(/assets/[^"]+)"', home.text)
    files = ["/health", "/pain/new", "/sw.js", "/icon.svg", "/manifest.webmanifest", "/theme.css", *assets]
    files += ["/content/manifest.json", *(f"/content/{hash}.json" for hash in packs.values())]
    served = [await client.get(path) for path in files]
    assert {answer.status_code for answer in served} == {200}
    return [
        home,
        *served,
        await client.get("/", headers={"If-None-Match": home.headers["etag"]}),
        await client.get("/no-such.js"),
        await client.head("/"),
        await client.options("/api/me"),
        await client.get("/api"),
        await client.get("/api/schema/litestar.json"),
        await phone.client.get("/api/no-such-thing"),
        await client.post("/api/join", content=b"{", headers=JSON),
        await client.post("/api/join", json={"code": " " * 1_100_000}),
        await phone.sync(entry()),
        await phone.sync(number=0),
        await phone.sync(*(entry() for _ in range(501))),
        await phone.client.post("/api/sync", content=b"x" * 1_100_000, headers=JSON),
        await phone.client.post("/api/sync", content=b"x", headers=JSON | {"Content-Encoding": "gzip"}),
        await phone.client.get("/api/sync"),
    ]


async def of_each_route(service: Service, client: httpx.AsyncClient, phone: Phone) -> list[httpx.Response]:
    """Every route of the API: signed in and not, from our pages and not, with nonsense, and by a method it has not."""
    found = []
    for route in api_routes(service.app):
        body = {"content": b"{}"} if route.changes else {}
        last = route.operation == "sign_out"
        for asking in (client, phone.client):
            if not (last and asking is phone.client):
                found.append(await asking.request(route.method, route.at(), headers=JSON, **body))
            if route.changes:
                found.append(await asking.request(route.method, route.at(), headers={"Sec-Fetch-Site": "none"}, **body))
        found.append(await client.request("PATCH", route.at(), headers=JSON))
    found.append(await phone.client.post("/api/sign-out", json={}))
    return found


async def broken(service: Service, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> list[httpx.Response]:
    """A fault of ours, and a database that is gone."""
    async with joined(service) as phone:
        with monkeypatch.context() as patched:
            patched.setattr("jointly.people.service.me", None)
            patched.setattr("jointly.sync.service.sync", None)
            found = [await phone.client.get("/api/me"), await phone.sync()]
        await service.house.db.close()
        return [*found, await client.post("/api/join/look", json={"code": "ABCD-EFGH"}), await phone.sync(entry())]


async def test_every_answer_carries_the_same_security_headers(service: Service, monkeypatch: pytest.MonkeyPatch):
    async with service.client() as client, joined(service) as phone:
        found = [*await of_each_kind(service, client, phone), *await of_each_route(service, client, phone)]
        found += await broken(service, client, monkeypatch)
    assert {answer.status_code for answer in found} == {200, 204, 304, 400, 401, 403, 404, 405, 409, 413, 500, 503}
    for answer in found:
        told = f"{answer.request.method} {answer.request.url.path}: {answer.status_code}"
        assert {name: answer.headers.get_list(name) for name in GOLDEN} == {
            name: [value] for name, value in GOLDEN.items()
        }, told
        [policy] = answer.headers.get_list("content-security-policy")
        assert set(policy.split("; ")) == POLICY, told
        [permissions] = answer.headers.get_list("permissions-policy")
        allowed = dict(one.split("=") for one in permissions.split(", "))
        assert {name for name, to in allowed.items() if to == "()"} >= CLOSED, told
        assert {name for name, to in allowed.items() if to != "()"} == OURS, told
        assert {allowed[name] for name in OURS} == {"(self)"}, told
        assert not TELLTALE & set(answer.headers), told
        if answer.request.url.path.startswith(("/api", "/health")) or answer.status_code >= 400:
            assert answer.headers.get_list("cache-control") == ["no-store"], told
        for cookie in answer.headers.get_list("set-cookie"):
            flags = {flag.strip().lower() for flag in cookie.split(";")[1:]}
            assert cookie.startswith("__Host-") and flags >= {"secure", "httponly", "path=/"}, told
            assert flags & {"samesite=strict", "samesite=lax"}, told


async def test_signing_out_clears_what_the_browser_holds_for_going_back(service: Service):
    async with joined(service) as phone:
        gone = await phone.client.post("/api/sign-out", json={})
        assert gone.headers["clear-site-data"] == '"cache"', "not cookies of the whole domain, not what is unsent"
        assert (await phone.client.get("/api/me")).status_code == 401


FOREIGN = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "https://jointly.test"},
    {"Origin": "https://evil.example"},
    {"Origin": "https://jointly.test.evil.example"},
    {"Origin": "https://jointly.test:8443"},
    {"Origin": "null"},
    {"Origin": "https://["},
    {},
]


async def test_no_change_is_made_from_another_site(service: Service):
    walked = [(route.method, route.at()) for route in api_routes(service.app) if route.changes]
    assert {path for _, path in walked} >= {"/api/sync", "/api/join", "/api/me", "/api/sign-out", "/api/codes"}
    async with joined(service) as phone:
        for method, path in walked:
            for headers in FOREIGN:
                answer = await sent(phone, method, path, headers)
                assert (answer.status_code, answer.json()["code"]) == (403, "other-site"), (path, headers)
            own = {"Origin": "https://jointly.test", "Content-Type": "text/plain"}
            assert (await sent(phone, method, path, own)).status_code == 415, path
        assert (await phone.client.get("/api/me")).status_code == 200, "nobody was signed out"


async def sent(phone: Phone, method: str, path: str, headers: dict[str, str]) -> httpx.Response:
    """A request with the person's cookie and just these headers."""
    request = phone.client.build_request(method, path, content=b"{}", headers={"Content-Type": "application/json"})
    for name in ("Origin", "Sec-Fetch-Site"):
        del request.headers[name]
    request.headers.update(headers)
    return await phone.client.send(request)


@pytest.mark.parametrize("headers", [{"Origin": "https://jointly.test"}, {"Sec-Fetch-Site": "same-origin"}], ids=str)
async def test_our_own_pages_may_change_things(service: Service, headers: dict[str, str]):
    async with joined(service) as phone:
        assert (await sent(phone, "POST", "/api/sign-out", headers)).status_code == 204
