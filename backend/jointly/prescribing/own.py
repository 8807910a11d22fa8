"""Verbs: somebody asks for support themselves, sees where that stands, and has all that is kept of it."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.people.house import House
from jointly.people.names import names
from jointly.people.rules import PATIENT
from jointly.people.vault import Session
from jointly.prescribing import reading, service
from jointly.prescribing.closing.model import Safeguarding
from jointly.prescribing.messages.handing_out import own_messages
from jointly.prescribing.own_schemas import NewOwnReferral, OwnReferral
from jointly.prescribing.schemas import NewReferral, ReferralDetails, Step

KEPT_BACK = "safeguarding"
"""The part of somebody's page that they are given only when their team has looked at it: a copy may be read by whoever
holds the phone."""


async def ask(house: House, *, session: Session, id: UUID, new: NewOwnReferral) -> list[OwnReferral]:
    """Somebody refers themselves, which shares their social prescribing record with the team. Doing it again changes
    nothing. Raises a `Refusal`: 403 for whoever has no diary here, 409 `support-open` when they have support already.
    """
    if session.role != PATIENT:
        raise Refusal(403, "not-allowed")
    details = ReferralDetails(agreed="self", method="self", own_view=new.words)
    referral = NewReferral(person=session.person, source="self", details=details)
    try:
        await service.refer(house, session=session, id=id, new=referral)
    except Refusal as refusal:
        raise (Refusal(409, "support-open") if refusal.code == "referral-open" else refusal) from None
    return await mine(house, session=session)


async def mine(house: House, *, session: Session) -> list[OwnReferral]:
    """The episodes of whoever is signed in, the newest first."""
    found = await _journal(house, session, "support")
    key = await house.vault.key(session.person)
    called = await names(house, {row.owner for row in found.referrals})
    shown = [reading.shown_referral(row, (), key, called) for row in reversed(found.referrals)]
    lettered = {step.about for step in found.steps if step.kind == "message"}
    return [
        OwnReferral(
            called=called.get(one.owner),
            referrer=one.details and (one.details.referrer or one.details.organisation),
            words=one.details and one.details.own_view,
            has_letter=one.outcome != "died" and one.id in lettered,
            **one.model_dump(include=OwnReferral.model_fields.keys() & type(one).model_fields.keys()),
        )
        for one in shown
    ]


async def held(house: House, *, session: Session) -> dict[str, Any]:
    """All that is kept of the support of whoever is signed in, with every step, but for `KEPT_BACK`, and
    every closing message that was reviewed, as it went, but for that too. With it go what they were told (`notices`),
    the links with which groups could answer for them (`answer_links`, without the links' secrets), and what their team
    said of records that may be of one person (`same_person`; who else that was is not theirs to have)."""
    person, found = session.person, await _journal(house, session, "export")
    key = await house.vault.key(person)
    who = {"actor": person, "subject": person, "group": house.service, "purpose": "export"}
    links, judged, told = await house.db.read(_beside, person, **who)
    writers = {step.by for step in found.steps} | {row.owner for row in found.referrals}
    called = await names(house, writers | {one["by"] for one in (*links, *judged)})
    shown = [reading.shown_step(row, person, key, called) for row in found.steps if row.about == person]
    return {
        "page": [step for step in shown if not is_kept_back(step)],
        "referrals": [reading.shown_referral(row, found.steps, key, called) for row in found.referrals],
        "prescriptions": [reading.shown_prescription(row, found.steps, key, called) for row in found.prescriptions],
        "tasks": [reading.shown_task(row, person, key) for row in found.tasks],
        "messages": [replace(one, safeguarding=Safeguarding()) for one in await own_messages(house, session=session)],
        "answer_links": links,
        "same_person": judged,
        "notices": told,
        "names": called,
    }


_LINK = ("prescription", "by", "made_at", "ends_at", "used_at", "ended")
_NOTICE = ("kind", "about", "at", "seen_at")


def _beside(person: UUID):
    """Unit: links to answer with, what was said of two who are alike, and notices of one person, the oldest first."""
    links = yield Query(
        "select prescription, made_by, made_at, ends_at, used_at, ended from answer_link where person = ? "
        "order by made_at",
        (person,),
    )
    judged = yield Query(
        "select j.same, j.by, j.at, r.id from judged j left join referral r on r.id = j.referral and r.person = ? "
        "where j.person = ? or j.arrived = ? order by j.at",
        (person, person, person),
    )
    told = yield Query("select kind, about, at, seen_at from notice where person = ? order by at, id", (person,))
    return (
        [dict(zip(_LINK, row, strict=True)) | {"ended": bool(row[-1])} for row in links],
        [{"same": bool(same), "by": by, "at": at, "referral": own} for same, by, at, own in judged],
        [dict(zip(_NOTICE, row, strict=True)) for row in told],
    )


def is_kept_back(step: Step) -> bool:
    """Whether a part of somebody's page is given to them by the team alone."""
    return step.kind == "section" and step.said.get("section") == KEPT_BACK


async def _journal(house: House, session: Session, purpose: str) -> reading.Journal:
    me = session.person
    return await house.db.read(reading.journal, me, actor=me, subject=me, group=house.service, purpose=purpose)
