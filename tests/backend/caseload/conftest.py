"""People who share check-ins with an advisor's service, and what they wrote."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from jointly.kit import clock
from support.phone import Phone, at_work, entry
from support.service import Service


@pytest.fixture
async def advisor(service: Service) -> AsyncIterator[Phone]:
    """Sam, an advisor of the service."""
    async with at_work(service, called="Sam") as made:
        yield made


@pytest.fixture
def share():
    """Lets the service see check-ins, or as changed; gives the share's id."""

    async def give(phone: Phone, **changes: Any) -> str:
        id = str(uuid4())
        wanted = {"with_kind": "service", "scopes": ["checkins"]} | changes
        answer = await phone.client.put(f"/api/shares/{id}", json=wanted)
        assert answer.status_code == 200, answer.text
        return id

    return give


@pytest.fixture
def listed():
    """The list as somebody gets it: all of it, or the lines alone by name."""

    async def ask(reader: Phone) -> dict[str, Any]:
        answer = await reader.client.get("/api/caseload")
        assert answer.status_code == 200, answer.text
        return answer.json()

    return ask


@pytest.fixture
def wrote():
    """Entries that lists are made from, each with the day that it is about as days before today."""
    return Wrote()


class Wrote:
    """Makes entries as a phone would."""

    def on(self, days_ago: int) -> str:
        """A day as entries say it."""
        return (clock.now() - timedelta(days=days_ago)).date().isoformat()

    def _at(self, days_ago: int) -> str:
        return (clock.now() - timedelta(days=days_ago)).isoformat(timespec="seconds")

    def pathway(self, days_ago: int, **changes: Any) -> dict[str, Any]:
        """The start of Joint Pain Advisor."""
        body = {"pathway": "joint-pain-advisor", "version": 1, "variant": None, "started_on": self.on(days_ago)}
        return entry(kind="pathway", at=self._at(days_ago), body=body | {"extra": [], "ended": None} | changes)

    def check_in(self, contact: str, days_ago: int, **changes: Any) -> dict[str, Any]:
        """A contact that is done."""
        body = {"pathway": "joint-pain-advisor", "version": 1, "contact": contact, "with": "alone", "state": "done"}
        body |= {"on": self.on(days_ago), "answers": {}, "topics": [], "refers": [], "goal_reviewed": True}
        return entry(kind="check-in", at=self._at(days_ago), body=body | changes)

    def goal(self, review_days_ago: int, **changes: Any) -> dict[str, Any]:
        """An active goal and the day on which it is to be looked at again."""
        action = {"what": "Walk to the shop", "when": None, "where": None, "confidence": 8}
        body = {"matters": None, "goal": "See my sister", "importance": 9, "action": action, "coping": []}
        body |= {"review_on": self.on(review_days_ago), "status": "active", "helped": None, "bad_day": None}
        return entry(kind="goal", body=body | changes)

    def showing(self, days_ago: int, **changes: Any) -> dict[str, Any]:
        """A care card that was shown."""
        body = {"card": "hot-joint", "version": 1, "trigger": "hot-joint-swelling", "check_in": None}
        body |= {"shown_at": self._at(days_ago), "did": "shown"}
        return entry(kind="safety", at=self._at(days_ago), body=body | changes)
