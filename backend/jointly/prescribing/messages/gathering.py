"""Reads all that a closing message can be made of: the journal, and what of their record the person shares."""

import logging
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

import msgspec

from jointly.checkins.schemas import CheckIn, Score
from jointly.content import Content
from jointly.content.questionnaire_pack import PackQuestionnaire, pack_of
from jointly.content.speaking import Speak
from jointly.kit.db import Query
from jointly.kit.sealing import SealingKey, Unreadable
from jointly.people.house import House
from jointly.people.names import name_of, names
from jointly.people.rules import Access
from jointly.people.setup import present
from jointly.people.vault import Session
from jointly.plans.goals import Goal
from jointly.prescribing import reading
from jointly.prescribing.closing.model import Worker
from jointly.prescribing.messages.material import Material, Suggested, Told
from jointly.record.keeping import place_of
from jointly.record.opening import about
from jointly.record.rules import Version, entry_of
from jointly.record.schemas import Body

CHECKINS = "checkins"
"""The scope of goals, check-ins and scores: who does not share it has neither in a message."""
KINDS: dict[str, type[Body]] = {"goal": Goal, "check-in": CheckIn, "score": Score}

B = TypeVar("B", bound=Body)

log = logging.getLogger("jointly")


class Row(NamedTuple):
    """A version of an entry as the database gives it."""

    kind: str
    number: int
    id: UUID
    entry: UUID | None
    previous: UUID | None
    at: str
    sealed: bytes | None


class Found(NamedTuple):
    """What the database has of one person, on one snapshot."""

    journal: reading.Journal
    more: dict[UUID, tuple[str | None, datetime | None, datetime | None, datetime | None]]
    versions: list[Row]
    shared_since: datetime | None


async def gather(
    house: House, *, session: Session, access: Access, episode: UUID, content: Content, speak: Speak
) -> Material:
    """The material of one episode, after the reader's rights were looked at."""
    person = access.subject
    key = await house.vault.key(person)
    who = {"actor": session.person, "subject": person, "group": house.service, "purpose": "support"}
    found = await house.db.read(_find, person, house.service, CHECKINS in access.scopes, **who)
    [row] = [each for each in found.journal.referrals if each.id == episode]
    steps = found.journal.steps
    called = await names(house, {step.by for step in steps} | {row.owner, session.person})
    said = _opened(key, person, found.versions)
    service = (await present(house)).name
    return Material(
        episode=reading.shown_referral(row, steps, key, called),
        author=await _author(house, row.owner if row.owner in called else session.person, called, service, speak),
        service=service,
        called=await name_of(house, person) or "",
        page=[reading.shown_step(step, person, key, called) for step in steps if step.about == person],
        suggested=_suggested(found, row, key, called),
        about=await about(house, session=session, access=access),
        goals=_of_kind(said, Goal),
        check_ins=_of_kind(said, CheckIn),
        entered=_of_kind(said, Score),
        questionnaires=_questionnaires(said, content),
        shared_since=found.shared_since,
    )


async def worker(house: House, *, session: Session, speak: Speak) -> Worker:
    """Whoever is signed in, as somebody who reviews a message."""
    service, called = (await present(house)).name, await names(house, {session.person})
    return await _author(house, session.person, called, service, speak)


async def _author(house: House, id: UUID, called: Mapping[UUID, str], service: str, speak: Speak) -> Worker:
    known = await house.vault.known(id)
    role = speak(f"role-{known.role}").capitalize() if known else ""
    return Worker(id=id, name=called.get(id, ""), role=role, service=service)


def _suggested(
    found: Found, episode: reading.ReferralRow, key: SealingKey, called: Mapping[UUID, str]
) -> list[Suggested]:
    """What was suggested in this episode: for it, or for none while it lasted."""

    def belongs(row: reading.PrescriptionRow) -> bool:
        during = row.made_at >= episode.received_at and (not episode.closed_at or row.made_at <= episode.closed_at)
        return row.referral == episode.id or (row.referral is None and during)

    made = []
    for row in filter(belongs, found.journal.prescriptions):
        organisation, sent_at, first, last = found.more[row.id]
        shown = reading.shown_prescription(row, found.journal.steps, key, called)
        made.append(Suggested(shown, organisation or "", sent_at, first, last))
    return made


def _of_kind(said: Iterable[Told[Body]], kind: type[B]) -> list[Told[B]]:
    return [Told(one.on, one.body) for one in said if isinstance(one.body, kind)]


def _questionnaires(said: Iterable[Told[Body]], content: Content) -> dict[str, PackQuestionnaire]:
    """The instruments that were answered, or whose result was entered, as far as the content still has them."""
    slugs: set[str] = set()
    for one in said:
        if isinstance(one.body, CheckIn):
            slugs |= set(one.body.answers)
        elif isinstance(one.body, Score):
            slugs.add(one.body.instrument)
    return {slug: pack_of(content.questionnaires[slug], "") for slug in slugs & content.questionnaires.keys()}


def _opened(key: SealingKey, person: UUID, rows: Iterable[Row]) -> list[Told[Body]]:
    """The entries as they stand. One that does not open, or that this program cannot read, is passed over and logged:
    a message can be made without it."""
    by_entry: dict[UUID, list[Row]] = {}
    for row in rows:
        by_entry.setdefault(row.entry or row.id, []).append(row)
    found = []
    for id, versions in by_entry.items():
        try:
            head = entry_of([_version(row, key, person) for row in versions]).head
            if not head.gone:
                found.append(
                    Told(date.fromisoformat(head.at[:10]), msgspec.convert(head.body, KINDS[versions[0].kind]))
                )
        except (Unreadable, msgspec.ValidationError):
            log.error("an entry cannot be read for a closing message: kind %s, id %s", versions[0].kind, id)
    return found


def _version(row: Row, key: SealingKey, person: UUID) -> Version:
    body: Any = msgspec.json.decode(key.open(row.sealed, place_of(person, row.entry, row.id))) if row.sealed else None
    previous = str(row.previous) if row.previous else None
    return Version(id=str(row.id), previous=previous, number=row.number, at=row.at, gone=body is None, body=body)


def _find(person: UUID, service: UUID, shares: bool):
    journal = yield from reading.journal(person)
    more = yield Query(
        "select p.id, o.name, p.sent_at, p.first_been_at, p.last_been_at from prescription p "
        "left join organisation o on o.id = p.organisation where p.person = ?",
        (person,),
    )
    versions = []
    if shares:
        versions = yield Query(
            f"select {', '.join(Row._fields)} from version where person = ? and kind in ('check-in', 'goal', 'score') "  # nosec B608 # the names are ours, every value is bound
            "order by number",
            (person,),
        )
    since = yield from reading.shared_since(person, service)
    return Found(journal, {id: tuple(rest) for id, *rest in more}, [Row(*row) for row in versions], since)
