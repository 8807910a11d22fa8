"""Listings that tests put where they are found."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4, uuid5

import pytest

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.listings.model import DAYS, Occurrence, Organisation, Place, Schedule, Service
from jointly.listings.showing import Shown, show
from support.service import Service as Running

LEEDS = (53.8, -1.549)


def add_source(id: UUID, now: datetime, kind: str = "rpde"):
    """Unit: a source that was read a moment ago."""
    yield Query(
        "insert into source (id, kind, url, dataset, name, publisher, publisher_url, licence, added_at, state, run, "
        "fails, pages, items, up_to_date_at) values (?, ?, ?, ?, '', 'Leeds Leisure', 'https://leisure.example', "
        "'CC BY 4.0', ?, 'up-to-date', 1, 0, 1, 1, ?)",
        (id, kind, f"https://feeds.example/{id}", id, now, now),
    )


class Board:
    """What is on, as tests put it there."""

    def __init__(self, running: Running) -> None:
        self.running = running
        self.source = uuid4()
        self.now = clock.now()

    async def open(self) -> "Board":
        await self.running.house.db.run(add_source, self.source, self.now, purpose="test")
        return self

    async def put(self, name: str = "Tai chi", *, day: int = 1, at: str = "10:30", weeks: int = 3, **said) -> UUID:
        """A weekly class; `place` is its distance north of Leeds in kilometres, or None for one without a place."""
        service = self.service(name, at=at, day=day, **said)
        first = self.now.replace(hour=int(at[:2]), minute=int(at[3:]), second=0, microsecond=0)
        first += timedelta(days=(day - first.weekday()) % 7 or 7)
        dates = tuple(
            Occurrence(
                id=uuid5(service.id, str(week)), original_start=start, start=start, end=start + timedelta(hours=1)
            )
            for week in range(weeks)
            for start in [first + timedelta(weeks=week)]
        )
        shown = Shown(service, dates, self.source, "shown", said.get("groups", ()), 7, self.now + timedelta(weeks=12))
        await self.running.house.db.run(show, [shown], self.now, purpose="test")
        return service.id

    def service(self, name: str, *, at: str, day: int, north_km: float | None = 1.0, **said) -> Service:
        """The class itself."""
        said.pop("groups", None)
        lat = None if north_km is None else LEEDS[0] + north_km / 111.2
        place = Place(id=uuid4(), name="Town hall", postcode="LS1 1UR", lat=lat, lon=None if lat is None else LEEDS[1])
        return Service(
            **{
                "id": uuid4(),
                "key": name,
                "kind": "activity",
                "name": name,
                "organisation": Organisation(id=uuid4(), name="Leeds Leisure"),
                "changed_at": datetime(2026, 11, 1, tzinfo=UTC),
                "place": place,
                "schedules": (Schedule(id=uuid4(), start=at, end="11:30", every="week", days=(DAYS[day],)),),
            }
            | said
        )


@pytest.fixture
def board(service: Running) -> Callable:
    """Opens the board of a running service."""
    return lambda: Board(service).open()
