"""Fills a new demonstration, and makes its sign-in links."""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from jointly.content import Content
from jointly.demo.diary import eight_weeks, first_day
from jointly.kit import clock
from jointly.kit.ids import uuid7
from jointly.people import service as people
from jointly.people.house import House
from jointly.people.schemas import Role
from jointly.people.tables import Person
from jointly.people.vault import Session
from jointly.record import service as record
from jointly.record.schemas import NewVersion
from jointly.sync.kinds import canonical

ZONE = "Europe/London"
CAST: tuple[tuple[str, Role, str], ...] = (
    ("Margaret", "patient", "8 weeks into a knee and hip programme"),
    ("Dev", "patient", "just starting"),
    ("Sam", "advisor", "sees who joined and makes codes"),
)

DIARIES = (eight_weeks, first_day, lambda *_: [])


async def demonstration_links(house: House, content: Content) -> list[tuple[str, str, str]]:
    """Name, part and sign-in link of everybody in the cast. The first time, fills the database too."""
    cast = await Person.select(Person.id).order_by(Person.id).limit(len(CAST)).output(as_list=True)
    if not cast:
        cast = await _fill(house, content)
    links = []
    for (name, role, part), person in zip(CAST, cast, strict=True):
        code = await people.make_code(house, kind="demonstration", role=role, person=person)
        links.append((name, part, code.link))
    return links


async def _fill(house: House, content: Content) -> list[UUID]:
    programme = content.programmes["knee-hip"].facts
    today = clock.now().astimezone(ZoneInfo(ZONE))
    made = []
    for place, (name, role, _part) in enumerate(CAST):
        person = await people.make_person(house, role=role, called=name, purpose="demonstration")
        since = today - timedelta(days=(56, 1, 90)[place])
        entries = DIARIES[place](programme, since, today)
        await _write(house, person, role, entries)
        async with house.db.transaction(purpose="demonstration"):
            await Person.update({Person.joined_at: since}).where(Person.id == person)
        made.append(person)
    return made


async def _write(house: House, person: UUID, role: Role, entries: list[tuple[datetime, str, dict]]) -> None:
    """Keeps entries as if a phone had sent each day's in the evening."""
    key = await house.vault.key(person)
    now = clock.now()
    device = Session(
        person=person, device=uuid7(), service=house.service, role=role, device_name="demonstration", heard_at=now
    )
    author = record.Author(person=person, session=device, skew_seconds=None)
    by_day: dict[datetime, list] = {}
    for at, kind, body in entries:
        by_day.setdefault(min(at.replace(hour=21, minute=2), now), []).append((at, kind, body))
    for received_at, day in sorted(by_day.items()):
        batch = [_prepared(key, person, index, *entry) for index, entry in enumerate(day)]
        await record.keep(house.db, author=author, batch=batch, received_at=received_at)


def _prepared(key, person: UUID, index: int, at: datetime, kind: str, body: bytes) -> record.Prepared:
    version = NewVersion(
        id=uuid7(int(at.timestamp() * 1000)), kind=kind, at=at.isoformat(timespec="seconds"), zone=ZONE
    )
    return record.prepare(key, person=person, index=index, version=version, body=canonical(kind, body), happened_at=at)
