"""What every reading is given: the facts of a feed, and the moment at which the fixtures are looked at."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from jointly.listings.reading.feed import FeedFacts


@pytest.fixture(scope="session")
def now() -> datetime:
    return datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def feed() -> FeedFacts:
    return FeedFacts(UUID("6f1cf3a5-9a2c-5a0e-8f57-3f1f5b0f6a11"), "Ashford Leisure", "https://ashford-leisure.org.uk/")
