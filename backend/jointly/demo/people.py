"""Fills a new demonstration, and makes its sign-in links."""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from jointly.content import Content
from jointly.content.models import ProgrammeFacts
from jointly.demo.diary import Entry, eight_weeks, first_day
from jointly.demo.sharing import DAUGHTER, TEAM, session_of, share_with_a_carer, share_with_the_team
from jointly.kit import clock
from jointly.kit.ids import uuid7
from jointly.people import service as people
from jointly.people import sharing
from jointly.people.house import House
from jointly.people.schemas import Role
from jointly.people.tables import Person
from jointly.record import service as record
from jointly.record.schemas import NewVersion
from jointly.sync.kinds import canonical

ZONE = "Europe/London"
CAST: tuple[tuple[str, Role, str], ...] = (
    ("Margaret", "patient", "8 weeks into a knee and hip programme"),
    ("Dev", "patient", "just starting"),
    ("Sam", "advisor", "sees who joined, makes codes, and reads what Margaret shares"),
    ("Joan", "carer", "Margaret's daughter, helps her with the diary"),
    ("Priya", "lead", "sets the service up"),
)

SINCE_DAYS = (56, 1, 90, 30, 90)
DIARIES = (eight_weeks, first_day, *[lambda *_: []] * 3)


async def fill_demonstration(house: House, content: Content) -> None:
    """Writes the cast and their diaries, the first time; after a first time that was cut off, the rest of the cast."""
    programme = content.programmes["knee-hip"].facts
    today = clock.now().astimezone(ZoneInfo(ZONE))
    for place in range(len(await _cast(house)), len(CAST)):
        await _fill(house, programme, place, today)
    margaret, _dev, sam, joan, _priya = await _cast(house)
    if not await _shares(house, margaret):
        await share_with_a_carer(house, giver=margaret, carer=joan)
        await share_with_the_team(house, giver=margaret, advisor=sam)


async def demonstration_links(house: House) -> list[tuple[str, str, str]]:
    """Name, part and a new sign-in link of everybody in the cast."""
    links = []
    for (name, role, part), person in zip(CAST, await _cast(house), strict=True):
        code = await people.make_code(house, kind="demonstration", role=role, person=person)
        links.append((name, part, code.link))
    return links


async def _cast(house: House) -> list[UUID]:
    """The first people of the database, in the order in which they were made."""
    everyone = await people.everybody(house, patients_only=False)
    return sorted(one.person for _, one in everyone)[: len(CAST)]


async def _shares(house: House, person: UUID) -> bool:
    """Whether both shares were given at an earlier start: what somebody stopped in the demonstration stays stopped."""
    session = session_of(house, person, "patient")
    return {TEAM, DAUGHTER} <= {one.id for one in (await sharing.shares(house, session=session)).given}


async def _fill(house: House, programme: ProgrammeFacts, place: int, today: datetime) -> None:
    name, role, _part = CAST[place]
    person = await people.make_person(house, role=role, called=name, purpose="demonstration")
    since = today - timedelta(days=SINCE_DAYS[place])
    await _write(house, person, role, DIARIES[place](programme, since, today))
    async with house.db.transaction(subject=person, purpose="demonstration"):
        await Person.update({Person.joined_at: since}).where(Person.id == person)


async def _write(house: House, person: UUID, role: Role, entries: list[Entry]) -> None:
    """Keeps entries as if a phone had sent each day's in the evening."""
    key = await house.vault.key(person)
    now = clock.now()
    author = record.Author(person=person, key=key, session=session_of(house, person, role), skew_seconds=None)
    by_day: dict[datetime, list] = {}
    for at, kind, body in entries:
        by_day.setdefault(min(at.replace(hour=21, minute=2), now), []).append((at, kind, body))
    for received_at, day in sorted(by_day.items()):
        batch = [_prepared(key, person, index, *entry) for index, entry in enumerate(day)]
        await record.keep(house, author=author, batch=batch, received_at=received_at)


def _prepared(key, person: UUID, index: int, at: datetime, kind: str, body: bytes) -> record.Prepared:
    version = NewVersion(
        id=uuid7(int(at.timestamp() * 1000)), kind=kind, at=at.isoformat(timespec="seconds"), zone=ZONE
    )
    return record.prepare(
        key, person=person, index=index, version=version, corrected_at=None, body=canonical(kind, body)
    )
