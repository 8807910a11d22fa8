"""Somebody who was referred, the worker who supports them, and the group that is told."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any
from uuid import UUID

import pytest

from jointly.kit import clock
from jointly.kit.ids import uuid7
from jointly.people import organisations
from support.doors import Doors
from support.phone import Phone, at_work, joined
from support.published import publish
from support.service import Service


class Support:
    """Three sides of one story. Each verb fails the test unless it is answered with `status`."""

    def __init__(self, worker: Phone, group: Phone, person: Phone, organisation: UUID, listing: str) -> None:
        self.worker, self.group, self.person = worker, group, person
        self.organisation, self.listing = organisation, listing

    async def refer(self, *, status: int = 200, **changes: Any) -> dict[str, Any]:
        """The worker refers the person."""
        details = {"referrer": "Dr Shah", "reason": "Knee pain, lives alone", "agreed": "asked"}
        said = {"person": self.person.person, "source": "practice", "details": details} | changes
        return await self._put(self.worker, f"/api/referrals/{uuid7()}", said, status)

    async def prescribe(self, *, status: int = 200, **changes: Any) -> dict[str, Any]:
        """The worker suggests an activity that the group runs."""
        said = {"person": self.person.person, "kind": "activity", "thing": self.listing, "name": "Chair yoga"}
        said |= {"organisation": str(self.organisation), "why": "You said mornings are hard."} | changes
        return await self._put(self.worker, f"/api/prescriptions/{uuid7()}", said, status)

    async def step(
        self, by: Phone, of: dict[str, Any], kind: str, *, status: int = 200, id: str | None = None, **said: Any
    ) -> Any:
        """Somebody takes a step of a referral or of a suggestion."""
        where = "prescriptions" if "thing" in of else "referrals"
        path = f"/api/{where}/{of['id']}/steps/{id or uuid7()}"
        said = ({"agreed": True} if kind == "send" else {}) | said
        return await self._put(by, path, {"kind": kind, "at": clock.now().isoformat()} | said, status)

    async def support(self) -> dict[str, Any]:
        """The person's record, as the worker reads it."""
        answer = await self.worker.client.get(f"/api/people/{self.person.person}/support")
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def notices(self, of: Phone) -> list[str]:
        """The kinds of somebody's notices, the oldest first."""
        return [one["kind"] for one in reversed((await of.client.get("/api/notices")).json())]

    async def on_phone(self) -> list[dict[str, Any]]:
        """The suggestions as the person's phone holds them: the last version of each."""
        last: dict[str, Any] = {}
        for row in await self.person.everything():
            if row["kind"] == "prescription":
                last[row.get("entry", row["id"])] = row["body"]
        return list(last.values())

    async def _put(self, by: Phone, path: str, said: dict[str, Any], status: int) -> Any:
        answer = await by.client.put(path, json=said)
        assert answer.status_code == status, answer.text
        return answer.json()


@pytest.fixture
async def story(service: Service) -> AsyncIterator[Support]:
    """Sam the link worker, Jo who publishes for a group, and Margaret with a phone."""
    async with AsyncExitStack() as opened:
        worker = await opened.enter_async_context(at_work(service, "link-worker", called="Sam"))
        made = await organisations.make(service.house, session=None, name="Thornbeck Movers")
        group = await opened.enter_async_context(at_work(service, "publisher", called="Jo", organisation=made.id))
        person = await opened.enter_async_context(joined(service, called="Margaret"))
        listing = await publish(group, published=False)
        yield Support(worker, group, person, made.id, listing)


@pytest.fixture
async def doors(service: Service) -> AsyncIterator[Doors]:
    """Thornbeck Surgery with a code, Sam the link worker, and whoever fills in the form."""
    async with (
        at_work(service, "lead") as lead,
        at_work(service, "link-worker", called="Sam") as worker,
        service.client() as nobody,
    ):
        made = await lead.client.post("/api/referrers", json={"source": "practice", "name": "Thornbeck Surgery"})
        assert made.status_code == 200, made.text
        yield Doors(service, lead, worker, nobody, made.json())
