"""Verbs: what staff and organisations see and write of somebody's record, one request at a time, with nothing kept."""

from uuid import UUID

from jointly.kit import clock
from jointly.kit.errors import Refusal
from jointly.people import audit
from jointly.people.access import need
from jointly.people.house import House
from jointly.people.names import names
from jointly.people.rules import REFERRAL
from jointly.people.vault import Gone, Session
from jointly.record import opening as records
from jointly.record import service as record
from jointly.record.schemas import NewVersion
from jointly.sync.kinds import view_of
from jointly.sync.opening_schemas import OpenedRecord, Referred, ReferredPeople, Written
from jointly.sync.service import checked
from jointly.sync.words import Words

STANDING = frozenset({"about", "plan", "level", "goal", "pathway", "check-in", "score", "safety"})
"""Kinds of entry that say how things stand until they are changed, or that later ones are compared with. Whoever opens
a record gets them whole; of the others, such as pain, the newest."""


async def open_record(house: House, *, session: Session, person: UUID, before: int | None) -> OpenedRecord:
    """The part of somebody's record that is shared: the newest 2,000 versions at most, and how things stand.

    That it was opened is kept before anything is given. Raises a 404 `Refusal` for who shares nothing, as for nobody.
    """
    access = await need(house, session=session, subject=person)
    view = view_of(access)
    if view is None or access.as_ == "self":
        raise Refusal(404, "no-such-person")
    key = await house.vault.key(person)
    page = await records.newest(house, key, session=session, access=access, view=view, before=before, standing=STANDING)
    called = await names(house, {person, *(row.by for row in (*page.rows, *page.standing))})
    return OpenedRecord(
        person=person,
        called=called.get(person),
        as_=access.as_,
        scopes=sorted(access.scopes),
        writes=sorted(access.writes),
        ways=list(access.ways),
        ends_at=access.ends_at,
        rows=page.rows,
        names=called,
        more=page.more,
        standing=page.standing,
        whole=page.whole,
    )


async def write_for(house: House, *, session: Session, person: UUID, version: NewVersion, words: Words) -> Written:
    """Keeps one entry that staff or a carer wrote for somebody; doing it again keeps one.

    Raises a 404 `Refusal` for who shares nothing, and 422 with the reason for an entry that cannot be kept.
    """
    access = await need(house, session=session, subject=person)
    key, now = await house.vault.key(person), clock.now()
    prepared, refused = checked(key, access, version, now, words)
    if prepared is None:
        raise Refusal(422, "entry-refused", reason=refused)
    author = record.Author(person=person, key=key, session=session, skew_seconds=None)
    kept = await record.keep(house, author=author, batch=[prepared], received_at=now)
    if kept.refused:
        raise Refusal(422, "entry-refused", reason=words.refused(str(version.id), kept.refused[0]).message)
    return Written(number=kept.numbers[0])


async def referred(house: House, *, session: Session) -> ReferredPeople:
    """Whom an organisation may welcome: what they are called and what helps them, nothing else of them.

    That the list was read is kept in the organisation's chain and in each person's own before anything is given. Who
    withdraws their share or is erased meanwhile is left out.
    """
    assert session.organisation  # nosec B101 # a publisher has one; without, the list below is empty
    found = []
    for person in await records.shared_with(house, session.organisation, now=clock.now()):
        facts = {"chain": person, "subject": person, "what": [REFERRAL], "count": 1, "purpose": "referral"}
        try:
            access = await need(house, session=session, subject=person, scope=REFERRAL)
            await audit.keep(house, audit.did(session, "read", **facts))
            found.append((person, await records.about(house, session=session, access=access)))
        except (Refusal, Gone):
            continue
    facts = {"chain": session.organisation, "what": [REFERRAL], "count": len(found), "purpose": "referral"}
    await audit.keep(house, audit.did(session, "listed", **facts))
    called = await names(house, [person for person, _ in found])
    return ReferredPeople(
        people=[
            Referred(
                person=person,
                called=called.get(person),
                adjustments=about.adjustments if about else [],
                other_adjustments=about.other_adjustments if about else None,
            )
            for person, about in found
        ]
    )
