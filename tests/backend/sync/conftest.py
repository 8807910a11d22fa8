"""What the tests of the device protocol share."""

from collections.abc import AsyncIterator

import pytest

from support.phone import Phone, code_for, joined
from support.service import Service


@pytest.fixture
async def phone(service: Service) -> AsyncIterator[Phone]:
    """The phone of somebody who has just joined."""
    async with joined(service) as made:
        yield made


@pytest.fixture
async def second_phone(service: Service, phone: Phone) -> AsyncIterator[Phone]:
    """Another phone of the same person, joined with a code of their own."""
    async with joined(service, await code_for(service.house, phone.person)) as made:
        assert made.person == phone.person
        yield made
