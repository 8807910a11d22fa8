"""Rose, who is reminded, on a clock that the test moves."""

from collections.abc import AsyncIterator

import pytest

from support.phone import Phone, joined
from support.reminded import Kept, MovedClock, subscribe, utc
from support.service import Service


@pytest.fixture
def moved(service: Service, monkeypatch: pytest.MonkeyPatch) -> MovedClock:
    """Monday, 16 March 2026, 7:00 in London: the clocks go forward on Sunday the 29th."""
    return MovedClock(monkeypatch, utc("2026-03-16T07:00:00+00:00"))


@pytest.fixture
def push() -> Kept:
    """A push service."""
    return Kept()


@pytest.fixture
async def rose(service: Service, moved: MovedClock) -> AsyncIterator[Phone]:
    """Her phone, which is pushed to."""
    async with joined(service) as phone:
        await subscribe(phone, service.house)
        yield phone
