"""A service whose quarters are over."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest

from jointly.kit import clock
from jointly.reports import reading
from jointly.reports.counting import Counted
from jointly.reports.keeping import keep_figures
from support.phone import Phone, at_work
from support.referred import Referred, keep
from support.service import Service

SPRING = datetime(2025, 4, 10, 12, tzinfo=UTC)
"""In the second quarter of 2025, of which everything is counted long since."""
QUARTER = date(2025, 4, 1)


class Board:
    """The service, its lead, and ways to put people in and to look at what is kept."""

    def __init__(self, service: Service, lead: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
        self.service, self.house, self.lead, self._patch = service, service.house, lead, monkeypatch

    async def people(self, *people: Referred):
        """Puts people in who were referred; gives their ids."""
        return await keep(self.house, people)

    def today(self, *day: int) -> None:
        """From now on it is noon of this day."""
        self._patch.setattr(clock, "now", lambda: datetime(*day, 12, tzinfo=UTC))

    async def count(self) -> dict[str, Counted]:
        """Counts what is ready, and gives the figures of the quarter, unrounded."""
        return {name: counted for (day, name), counted in (await self.all_figures()).items() if day == QUARTER}

    async def all_figures(self) -> dict[tuple[date, str], Counted]:
        """The same of every quarter."""
        return {key: msgspec.json.decode(body, type=Counted) for key, body in (await keep_figures(self.house)).items()}

    async def placed(self) -> dict:
        """The referrals of the quarter whose categories are kept for later figures."""
        service = self.house.service
        return await self.house.db.read(reading.placed, service, QUARTER, group=service, purpose="test")

    async def reports(self, by: Phone | None = None, status: int = 200) -> Any:
        """What the lead is shown."""
        answer = await (by or self.lead).client.get("/api/reports")
        assert answer.status_code == status, answer.text
        return answer.json()

    async def table(self, name: str) -> dict[str, Any]:
        """One table of the quarter as the lead is shown it."""
        [quarter] = [one for one in (await self.reports())["quarters"] if one["from_on"] == QUARTER.isoformat()]
        [table] = [one for one in quarter["tables"] if one["name"] == name]
        return table


@pytest.fixture
async def board(service: Service, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Board]:
    """An empty service and its lead."""
    async with AsyncExitStack() as opened:
        lead = await opened.enter_async_context(at_work(service, "lead", called="Priya"))
        yield Board(service, lead, monkeypatch)
