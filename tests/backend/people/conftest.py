"""What the tests of signing in share."""

from datetime import timedelta
from uuid import UUID

import httpx
import pytest

from jointly.kit import clock
from jointly.people import service as people
from support.authenticator import Authenticator
from support.phone import joined
from support.service import ORIGIN, Service


class Keys:
    """Makes and uses passkeys in browsers, over HTTP."""

    def __init__(self, service: Service) -> None:
        self.service = service

    async def invited(self, role: str = "advisor", called: str | None = "Sam", person: UUID | None = None) -> str:
        """An invitation for somebody new, or for `person`."""
        who = person or await people.make_person(self.service.house, role=role, called=called, purpose="test")
        return (await people.make_code(self.service.house, kind="invitation", role=role, person=who)).code

    async def take_up(
        self, client: httpx.AsyncClient, code: str, passkey: Authenticator | None = None, **more: str
    ) -> tuple[Authenticator, httpx.Response]:
        """Makes a passkey with an invitation: it, and the service's answer."""
        passkey = passkey or Authenticator(ORIGIN)
        options = (await client.post("/api/invitation/options", json={"code": code} | more)).json()["options"]
        given = {"code": code, "credential": passkey.make(options), "device_name": "Laptop"}
        return passkey, await client.post("/api/invitation", json=given)

    async def options(self, client: httpx.AsyncClient, what: str) -> dict:
        """Options for `sign-in`, `step-up` or `passkeys`."""
        answer = await client.post(f"/api/{what}/options", json={})
        assert answer.status_code == 200, answer.text
        return answer.json()["options"]

    async def use(self, client: httpx.AsyncClient, passkey: Authenticator, what: str = "sign-in") -> httpx.Response:
        """Signs in or steps up with a passkey."""
        return await self.present(client, passkey.use(await self.options(client, what)), what)

    async def present(self, client: httpx.AsyncClient, credential: dict, what: str = "sign-in") -> httpx.Response:
        """Hands in an answer that a passkey gave."""
        return await client.post(f"/api/{what}", json={"credential": credential})

    async def add(self, client: httpx.AsyncClient, name: str = "Key") -> tuple[Authenticator, httpx.Response]:
        """Another passkey of whoever is signed in."""
        passkey = Authenticator(ORIGIN)
        credential = passkey.make(await self.options(client, "passkeys"))
        return passkey, await client.post("/api/passkeys", json={"credential": credential, "name": name})


@pytest.fixture
def keys(service: Service) -> Keys:
    """Passkeys against the service."""
    return Keys(service)


@pytest.fixture
async def ann(service: Service):
    """A patient's phone."""
    async with joined(service, called="Ann") as phone:
        yield phone


@pytest.fixture
def hours(monkeypatch: pytest.MonkeyPatch):
    """Moves the clock: `hours(1.5)` is an hour and a half after the test began."""
    began = clock.now()
    return lambda after: monkeypatch.setattr(clock, "now", lambda: began + timedelta(hours=after))
