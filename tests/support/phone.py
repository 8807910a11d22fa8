"""A phone as the server meets it: it joins, sends entries and moves its cursor, over HTTP and nothing else."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import httpx

from jointly.kit import clock
from jointly.kit.ids import uuid7
from jointly.people import service as people
from jointly.people.cookies import COOKIE
from jointly.people.house import House
from support.service import ORIGIN, Service

PAIN = {"score": 4, "regions": ["left-knee"]}


def entry(**changes: Any) -> dict[str, Any]:
    """A new version of a pain entry, with fields changed, or left out where the change is None."""
    made = {
        "id": str(uuid7()),
        "kind": "pain",
        "at": clock.now().isoformat(timespec="seconds"),
        "zone": "Europe/London",
        "body": PAIN,
    }
    return {name: value for name, value in (made | changes).items() if value is not None}


def correction(of: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A later version of the entry that `of` is a version of."""
    return entry(entry=of.get("entry", of["id"]), previous=of["id"], kind=of["kind"], **changes)


class Phone:
    """Somebody's phone. `number`, `grant` and `epoch` are its cursor, moved by `push` as the app moves its own."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client
        self.person = ""
        self.epoch: str | None = None
        self.grant = 0
        self.number = 0

    async def join(self, code: str, **fields: Any) -> "Phone":
        """Signs in with a join code."""
        answer = await self.client.post("/api/join", json={"code": code, "device": str(uuid4())} | fields)
        assert answer.status_code == 200, answer.text
        self.person = answer.json()["person"]
        return self

    async def sync(self, *entries: Any, **changes: Any) -> httpx.Response:
        """One request as it is, whatever comes of it; `changes` replace parts of the envelope or of the subject."""
        return await self.client.post("/api/sync", json=self.request(*entries, **changes))

    def request(self, *entries: Any, **changes: Any) -> dict[str, Any]:
        """What the phone would send."""
        subject = {"subject": self.person, "grant": self.grant, "number": self.number, "entries": list(entries)}
        envelope = {"device_now": clock.now().isoformat(), "epoch": self.epoch}
        subject |= {name: value for name, value in changes.items() if name in subject}
        return envelope | {"subjects": [subject]} | {name: value for name, value in changes.items() if name in envelope}

    async def push(self, *entries: Any, **changes: Any) -> dict[str, Any]:
        """Sends entries and takes in the answer, which it gives: the one for this person."""
        response = await self.sync(*entries, **changes)
        assert response.status_code == 200, response.text
        answer = response.json()
        [pull] = answer["subjects"]
        self.epoch, self.grant, self.number = answer["epoch"], pull["grant"], pull["number"]
        return pull

    async def everything(self) -> list[dict[str, Any]]:
        """The whole feed, pulled from 0 as a new phone would."""
        self.number, rows, more = 0, [], True
        while more:
            pull = await self.push()
            rows += pull["rows"]
            more = pull["more"]
        return rows


def numbers_of(pull: dict[str, Any]) -> dict[int, int]:
    """Feed numbers by the entry's place in the request, from the runs of an answer."""
    return {first + step: start + step for first, start, length in pull["numbers"] for step in range(length)}


async def service_code(house: House) -> str:
    """A code for new people."""
    return (await people.make_code(house, kind="service")).code


async def code_for(house: House, person: str | None = None, *, role: str = "patient") -> str:
    """A code that opens one record: a new person's, or that of `person`."""
    who = UUID(person) if person else await people.make_person(house, role=role, purpose="test")
    return (await people.make_code(house, kind="person", role=role, person=who)).code


@asynccontextmanager
async def joined(service: Service, code: str | None = None, **fields: Any) -> AsyncIterator[Phone]:
    """A phone that has joined the service, as a new person unless a code is given."""
    async with service.client() as client:
        yield await Phone(client).join(code or await service_code(service.house), **fields)


@asynccontextmanager
async def at_work(
    service: Service, role: str = "advisor", *, called: str | None = None, organisation: UUID | None = None
) -> AsyncIterator[Phone]:
    """A new member of staff, signed in as a passkey would have done it a moment ago."""
    person = await people.make_person(
        service.house, role=role, called=called, organisation=organisation, purpose="test"
    )
    async with service.client() as client:
        yield await sign_in(service, Phone(client), person)


async def sign_in(service: Service, phone: Phone, person: UUID, *, method: str = "passkey") -> Phone:
    """Signs a phone in without any ceremony."""
    token = await service.house.vault.sign_in(person=person, device=uuid7(), name="", method=method)
    phone.client.cookies.set(COOKIE, token, domain=urlsplit(ORIGIN).hostname)
    phone.person = str(person)
    assert (await phone.client.get("/api/me")).status_code == 200  # which tells the session's own token
    return phone
