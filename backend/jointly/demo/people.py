"""Fills a new demonstration, and makes its sign-in links."""

import time
from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from jointly.content import Content
from jointly.content.models import ProgrammeFacts
from jointly.demo.advice import three_weeks_ago
from jointly.demo.arrived import fill_arrived, rosa
from jointly.demo.closed import fill_closed, fill_message
from jointly.demo.diary import Entry, eight_weeks, first_day
from jointly.demo.figures import fill_figures
from jointly.demo.listings import fill_listings, organisation_of
from jointly.demo.reminded import devs, fill_rounds, margarets
from jointly.demo.sharing import DAUGHTER, TEAM, session_of, share_with_a_carer, share_with_the_team
from jointly.demo.support import fill_support
from jointly.kit import clock
from jointly.kit.ids import uuid7
from jointly.people import service as people
from jointly.people import sharing
from jointly.people.house import House
from jointly.people.rules import PUBLISHER
from jointly.people.schemas import Role
from jointly.people.tables import Person
from jointly.record import service as record
from jointly.record.schemas import NewVersion
from jointly.sync.kinds import canonical

ZONE = "Europe/London"
CAST: tuple[tuple[str, Role, str], ...] = (
    ("Margaret", "patient", "8 weeks into a knee and hip programme, seen by an advisor 3 weeks ago"),
    ("Dev", "patient", "joined yesterday, and shares nothing with the team yet: Sam sees his name and no more"),
    ("Sam", "advisor", "sees who joined, makes codes, and reads what Margaret shares"),
    ("Joan", "carer", "Margaret's daughter, helps her with the diary"),
    ("Priya", "lead", "sets the service up, and says yes to organisations that publish"),
    ("Jo", "publisher", "runs the groups of Thornbeck Pain Neighbours, and publishes when they are on"),
)

SINCE_DAYS = (56, 1, 90, 30, 90, 60)
DIARIES = (eight_weeks, first_day, *[lambda *_: []] * 4)


async def fill_demonstration(house: House, content: Content) -> None:
    """Writes the cast, their diaries and what is on, the first time; after one that was cut off, the rest of it."""
    programme = content.programmes["knee-hip"].facts
    versions = {slug: one.facts.version for slug, one in (content.pathways | content.questionnaires).items()}
    today = clock.now().astimezone(ZoneInfo(ZONE))
    for place in range(len(await _cast(house)), len(CAST)):
        await _fill(house, programme, versions, place, today)
    margaret, _dev, sam, joan, priya, *_ = await _cast(house)
    if not await _shares(house, margaret):
        await share_with_a_carer(house, giver=margaret, carer=joan)
        await share_with_the_team(house, giver=margaret, advisor=sam)
    await fill_listings(house)
    await fill_figures(house, [await organisation_of(house, key) for key in ("leisure", "neighbours")])
    await fill_closed(house, margaret=margaret, sam=sam)
    await fill_support(house, margaret=margaret, sam=sam)
    await fill_message(house, content, margaret=margaret, sam=sam)
    await fill_arrived(house, priya=priya)
    await fill_rounds(house, sam=sam)


async def demonstration_links(house: House) -> list[tuple[str, str, str]]:
    """Name, part and a new sign-in link of everybody in the cast."""
    links = []
    for (name, role, part), person in zip(CAST, await _cast(house), strict=True):
        code = await people.make_code(house, kind="demonstration", role=role, person=person)
        links.append((name, part, code.link))
    return links


async def _cast(house: House) -> list[UUID]:
    """The first person of each part, in the order in which they were made; up to the first who is not there yet.

    By their parts, because others may have joined a demonstration that an earlier version began with fewer people.
    """
    arrived = await rosa(house)
    everyone = sorted(
        (one.person, role) for role, one in await people.everybody(house, patients_only=False) if one.person != arrived
    )
    found: list[UUID] = []
    for _name, wanted, _part in CAST:
        person = next((person for person, role in everyone if role == wanted and person not in found), None)
        if person is None:
            break
        found.append(person)
    return found


def _next_id(cast: list[UUID]) -> UUID:
    """Later than those of all before, though they were made in the same millisecond or the clock was set back."""
    return uuid7(max(time.time_ns() // 1_000_000, *[(one.int >> 80) + 1 for one in cast], 0))


async def _shares(house: House, person: UUID) -> bool:
    """Whether both shares were given at an earlier start: what somebody stopped in the demonstration stays stopped."""
    session = session_of(house, person, "patient")
    return {TEAM, DAUGHTER} <= {one.id for one in (await sharing.shares(house, session=session)).given}


async def _fill(
    house: House, programme: ProgrammeFacts, versions: Mapping[str, int], place: int, today: datetime
) -> None:
    name, role, _part = CAST[place]
    organisation = await organisation_of(house, "neighbours") if role == PUBLISHER else None
    person = await people.make_person(
        house,
        role=role,
        called=name,
        organisation=organisation,
        id=_next_id(await _cast(house)),
        purpose="demonstration",
    )
    since = today - timedelta(days=SINCE_DAYS[place])
    entries = DIARIES[place](programme, since, today)
    if name == "Margaret":
        entries += three_weeks_ago(versions, today) + margarets(since, today)
    if name == "Dev":
        entries += devs(since)
    await _write(house, person, role, entries)
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
