"""Sources that tests take in: a network of their own making, and a clock that stands still."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

import pytest

from jointly.content import content_root
from jointly.house import close_house, open_house
from jointly.kit.db import Query
from jointly.kit.fetching import Failed, Got, Outcome
from jointly.kit.ids import uuid7
from jointly.listings.taking_in.deriving import derive
from jointly.listings.taking_in.intake import Intake, Look, lists_of
from jointly.listings.taking_in.refreshing import read_source
from jointly.listings.taking_in.sources import Found, Source, add, source
from jointly.people.house import House
from jointly.settings import Settings

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HOST = "https://feeds.example.invalid"
SERIES, SESSIONS = f"{HOST}/openactive/session-series", f"{HOST}/openactive/scheduled-sessions"
DATASET = UUID("0198f000-0000-7000-8000-000000000001")
TAI_CHI = "https://openactive.io/activity-list#c16df6ed-a4a0-4275-a8c3-1c8cff56856f"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
Body = bytes | str | dict


class Network:
    """What each address answers; `asked` are the addresses in their order, and `conditions` what each was asked with.
    An address without an answer is not found.

    An answer is a body, an outcome, a function of how often it was asked before, or a list of those, one a turn.
    """

    def __init__(self) -> None:
        self.answers: dict[str, object] = {}
        self.asked: list[str] = []
        self.conditions: list[tuple[str | None, str | None]] = []

    async def get(self, url: str, *, accept: str = "", etag: str | None = None, last_modified: str | None = None):
        self.asked.append(url)
        self.conditions.append((etag, last_modified))
        answer = self.answers.get(url, Failed(url, "status", None, 404))
        if callable(answer):
            answer = answer(self.asked.count(url) - 1)
        if isinstance(answer, list):
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        found = answer if isinstance(answer, Outcome) else got(url, answer)
        if isinstance(found, Got) and _is_as_it_was(found, etag, last_modified):
            return Got(url, 304, found.headers, b"", True)
        return found


def _is_as_it_was(found: Got, etag: str | None, last_modified: str | None) -> bool:
    """Whether an answer is the one that somebody has; an ETag goes before a date."""
    if etag is not None:
        return found.headers.get("etag") == etag
    return last_modified is not None and found.headers.get("last-modified") == last_modified


def got(url: str, body: Body, kind: str = "application/json", **headers: str) -> Got:
    """A sound answer."""
    whole = body if isinstance(body, bytes) else body.encode() if isinstance(body, str) else json.dumps(body).encode()
    return Got(url, 200, {"content-type": kind, **headers}, whole)


def page(next: str | None, *items: dict, **also) -> dict:
    """A page of a feed."""
    return {"next": next, "items": list(items), "license": LICENCE} | also


def item(key, modified, data: dict | None = None, *, kind: str = "SessionSeries", **also) -> dict:
    """An item of a feed; one without data is a tombstone."""
    wrap = {"state": "deleted" if data is None else "updated", "kind": kind, "id": key, "modified": modified}
    return wrap | ({} if data is None else {"data": data}) | also


def series(name: str, /, **also) -> dict:
    """A weekly class of our own."""
    return {
        "@type": "SessionSeries",
        "@id": f"{HOST}/series/{name}",
        "name": f"Class {name}",
        "activity": [
            {
                "@type": "Concept",
                "@id": TAI_CHI,
                "prefLabel": "Tai Chi",
                "inScheme": "https://openactive.io/activity-list",
            }
        ],
        "organizer": {"@type": "Organization", "@id": f"{HOST}/org", "name": "Leeds Leisure"},
        "location": {
            "name": "Town hall",
            "address": {"postalCode": "LS1 1UR"},
            "geo": {"latitude": 53.8, "longitude": -1.549},
        },
        "eventSchedule": {
            "@type": "Schedule",
            "startDate": "2026-10-06",
            "startTime": "10:30",
            "endTime": "11:30",
            "scheduleTimezone": "Europe/London",
            "repeatFrequency": "P1W",
            "byDay": ["https://schema.org/Tuesday"],
        },
    } | also


def session(name: str, of: object, /, start: str = "2026-11-24T10:30:00Z", **also) -> dict:
    """A date of a class; `of` is the name of its series, or the series itself."""
    above = f"{HOST}/series/{of}" if isinstance(of, str) else of
    return {
        "@type": "ScheduledSession",
        "@id": f"{HOST}/session/{name}",
        "superEvent": above,
        "startDate": start,
    } | also


class Board:
    """A service that takes listings in, and what it made of them."""

    def __init__(self, house: House) -> None:
        self.db = house.db
        self.net = Network()
        self.now = NOW
        self.paused: list[float] = []
        activities, outcodes = lists_of(content_root())
        self.intake = Intake(
            self.db, self.net, activities, outcodes, now=lambda: self.now, pause=self._pause, chance=lambda: 0.5
        )

    @classmethod
    def beside(cls, other: "Board") -> "Board":
        """Another process at the same database and network."""
        made = cls.__new__(cls)
        made.__dict__.update(other.__dict__)
        return made

    async def _pause(self, seconds: float) -> None:
        self.paused.append(seconds)

    async def add(self, url: str = SERIES, kind: str = "rpde", dataset: UUID = DATASET) -> UUID:
        """A source that was not read yet."""
        found = Found(kind, url, dataset, "A feed", "Leeds Leisure", "https://leisure.example", LICENCE)
        [id] = await self.db.run(add, [(uuid7(), found)], self.now, purpose="test")
        return id

    async def source(self, id: UUID) -> Source:
        return await self.db.read(source, id, purpose="test")

    async def read(self, id: UUID, *, pages: int = 1_000) -> Source:
        """One look at a source, without deriving."""
        look = Look(self.now + timedelta(hours=1), pages)
        return await read_source(self.intake, await self.source(id), look)

    async def derive(self, id: UUID) -> int:
        return await derive(self.intake, await self.source(id), Look.of(self.intake, timedelta(hours=1)))

    async def derive_once(self, id: UUID) -> int:
        """One batch."""
        return await derive(self.intake, await self.source(id), Look(self.now + timedelta(hours=1), 1))

    async def rows(self, sql: str, *values) -> list[tuple]:
        return await self.db.read(_rows, sql, values, purpose="test")

    async def records(self) -> dict[str, tuple[bool, str, str]]:
        """Each record: whether it is gone, its modified, and what became of it."""
        return {key: tuple(rest) for key, *rest in await self.rows("select key, gone, modified, outcome from record")}

    async def faults(self, id: UUID | None = None) -> dict[str, int]:
        """How often each thing is wrong."""
        rows = await self.rows("select code, count, source from fault")
        counts: dict[str, int] = {}
        for code, count, of in rows:
            counts[code] = counts.get(code, 0) + (count if id in (None, of) else 0)
        return {code: count for code, count in counts.items() if count}

    async def listings(self) -> dict[str, str]:
        """Each listing's name and state."""
        return dict(await self.rows("select name, state from listing"))

    async def dates(self, name: str) -> list[tuple[datetime, str]]:
        """The dates of one listing, in order."""
        sql = (
            "select d.start, d.status from dated d join listing l on l.id = d.listing where l.name = ? order by d.start"
        )
        return await self.rows(sql, name)


def named(dataset: UUID, key: str) -> UUID:
    """The id of a listing."""
    return uuid5(dataset, key)


def _rows(sql: str, values):
    rows = yield Query(sql, values)
    return rows


@pytest.fixture
async def board(service_settings: Settings) -> AsyncIterator[Board]:
    """A house with an empty network, on either engine."""
    house = await open_house(service_settings)
    yield Board(house)
    await close_house(house)
