"""What every answer carries, whatever it answers; and that a change is made from our own pages only."""

import httpx
import pytest
from litestar.routes import HTTPRoute

from support.phone import Phone, joined
from support.service import Service

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
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
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), screen-wake-lock=(self)",
}
TELLTALE = {"server", "x-powered-by", "access-control-allow-origin"}


async def answers(service: Service) -> list[httpx.Response]:
    """One of each sort: pages, files, the API, refusals of every layer, and a break."""
    async with service.client() as client, joined(service) as phone:
        etag = (await client.get("/")).headers["etag"]
        found = [
            await client.get("/"),
            await client.get("/", headers={"If-None-Match": etag}),
            await client.get("/pain/new"),
            await client.get("/no-such.js"),
            await client.get("/health"),
            await client.get("/content/manifest.json"),
            await client.get("/manifest.webmanifest"),
            await client.get("/theme.css"),
            await client.get("/api/schema/litestar.json"),
            await client.get("/api/me"),
            await phone.client.get("/api/me"),
            await phone.client.get("/api/people"),
            await phone.client.get("/api/no-such-thing"),
            await client.delete("/api/me"),
            await client.options("/api/me"),
            await client.head("/"),
            await phone.sync(),
            await client.post("/api/join", content=b"{", headers={"Content-Type": "application/json"}),
            await client.post("/api/join", json={"code": " " * 1_100_000}),
            await client.post("/api/join", json={}, headers={"Sec-Fetch-Site": "cross-site"}),
            await phone.client.post("/api/sign-out", json={}),
        ]
        await service.house.db.close()
        found.append(await client.post("/api/join/look", json={"code": "ABCD-EFGH"}))
    return found


async def test_every_answer_carries_the_same_security_headers(service: Service):
    found = await answers(service)
    assert {answer.status_code for answer in found} >= {200, 204, 304, 400, 401, 403, 404, 405, 413, 503}
    for answer in found:
        told = f"{answer.request.method} {answer.request.url.path}: {answer.status_code}"
        assert {name: answer.headers.get(name) for name in GOLDEN} == GOLDEN, told
        [policy] = answer.headers.get_list("content-security-policy")
        assert set(policy.split("; ")) == POLICY, told
        assert not TELLTALE & set(answer.headers), told
        if answer.request.url.path.startswith("/api"):
            assert answer.headers["cache-control"] == "no-store", told


FOREIGN = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "https://jointly.test"},
    {"Origin": "https://evil.example"},
    {"Origin": "https://jointly.test.evil.example"},
    {"Origin": "https://jointly.test:8443"},
    {"Origin": "null"},
    {},
]


def changes(service: Service) -> list[tuple[str, str]]:
    """Every route that changes something, from the route table."""
    found = []
    for route in service.app.routes:
        methods = route.methods if isinstance(route, HTTPRoute) else {"POST"}
        found += [(method, route.path) for method in methods - {"GET", "HEAD", "OPTIONS"}]
    return found


async def test_no_change_is_made_from_another_site(service: Service):
    walked = changes(service)
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
