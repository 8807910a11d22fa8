"""Browsers that go to NHS login and come back, without a browser: only the cookies that it would send are sent."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

from jointly.people.nhs_login_api import COOKIE
from support.oidc_provider import Provider
from support.phone import Phone
from support.service import Service


async def begun(client: httpx.AsyncClient, provider: Provider, subject: str) -> str:
    """Where the browser goes after `subject` has signed in at the provider; it began on our Join screen."""
    started = await client.get("/api/nhs-login/start", params={"device_name": "Android phone"})
    assert started.status_code == 303, started.text
    return provided(provider, started.headers["location"], subject)


def provided(provider: Provider, address: str, subject: str) -> str:
    """The provider's part, without its page: the address it would send the browser to."""
    assert address.startswith(f"{provider.url}/authorize?"), address
    query = {name: value for name, [value] in parse_qs(urlsplit(address).query).items()}
    return provider.consent(provider.authorize(query), subject)


async def come_back(client: httpx.AsyncClient, address: str, cookie: str | None = None) -> httpx.Response:
    """A browser coming from another site: of our cookies only the one that is Lax goes along."""
    cookie = client.cookies.get(COOKIE, "") if cookie is None else cookie
    answer = await client.get(address, headers={"Cookie": f"{COOKIE}={cookie}", "Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 303, answer.text
    return answer


async def signed_in_by(service: Service, provider: Provider, subject: str) -> tuple[str, dict[str, Any] | None]:
    """A new phone that tries: where its browser ends up, and who is signed in then."""
    async with service.client() as client:
        back = await come_back(client, await begun(client, provider, subject))
        me = await client.get("/api/me")
        return back.headers["location"], me.json() if me.status_code == 200 else None


async def link(phone: Phone, provider: Provider, subject: str) -> str:
    """Links from a phone that is signed in; gives where its browser ends up."""
    asked = await phone.client.post("/api/nhs-login/link", json={})
    assert asked.status_code == 200, asked.text
    back = await come_back(phone.client, provided(provider, asked.json()["address"], subject))
    return back.headers["location"]
