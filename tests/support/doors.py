"""A practice that refers somebody, and the team that sees what it sends."""

from typing import Any
from uuid import UUID

import httpx

from jointly.kit.ids import uuid7
from support.phone import Phone
from support.service import Service
from support.supported import happened

WHO = {
    "given_name": "Margaret",
    "family_name": "O’Neill",
    "born_on": "1951-03-04",
    "nhs_number": "999 000 0018",
    "postcode": "BD1 1AA",
    "phone": "07700 900123",
    "reason": "Sore knees, on her own a lot",
    "agreed": "asked",
}


class Doors:
    """A practice with a code, and the team that sees what it sends. Each verb fails the test unless it is answered with
    `status`."""

    def __init__(
        self, service: Service, lead: Phone, worker: Phone, nobody: httpx.AsyncClient, code: dict[str, Any]
    ) -> None:
        self.service, self.lead, self.worker, self.nobody, self.code = service, lead, worker, nobody, code

    async def send(self, *, id: UUID | None = None, status: int = 200, code: str | None = None, **changes: Any) -> Any:
        """Somebody is referred with the practice's code."""
        who = {name: value for name, value in (WHO | changes).items() if value is not None}
        said = {"code": code or self.code["code"], "id": str(id or uuid7()), "who": who}
        answer = await self.nobody.post("/api/refer", json=said)
        assert answer.status_code == status, answer.text
        return answer.json()

    async def arrivals(self) -> list[dict[str, Any]]:
        """What nobody has taken."""
        answer = await self.worker.client.get("/api/referrals/new")
        assert answer.status_code == 200, answer.text
        return answer.json()["arrivals"]

    async def settle(self, arrival: dict[str, Any], what: str, person: Any, *, status: int = 200) -> dict[str, Any]:
        """The worker says whether two are the same."""
        answer = await self.worker.client.put(f"/api/referrals/{arrival['id']}/{what}/{person}", json={})
        assert answer.status_code == status, answer.text
        return answer.json()

    async def step(self, arrival: dict[str, Any], kind: str, **said: Any) -> None:
        """The worker takes a step of what arrived."""
        path = f"/api/referrals/{arrival['id']}/steps/{uuid7()}"
        answer = await self.worker.client.put(path, json=happened(kind, **said))
        assert answer.status_code == 200, answer.text

    async def take(self, arrival: dict[str, Any]) -> None:
        """The worker takes it on."""
        await self.step(arrival, "take", owner=self.worker.person)
