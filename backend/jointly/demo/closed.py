"""Margaret's first time with the service, two years ago: it ended, and her GP practice and she were written to."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from jointly.content import Content, content_root, messages
from jointly.demo.sharing import session_of
from jointly.kit import clock
from jointly.kit.db import Query
from jointly.people.house import House
from jointly.prescribing import reading, service, stepping
from jointly.prescribing.messages import handing_out, reviewing
from jointly.prescribing.messages.schemas import ReadMessage, Requested
from jointly.prescribing.schemas import NewReferral, NewStep, ReferralDetails

BEGAN_DAYS, ENDED_DAYS = 760, 600
DETAILS = ReferralDetails(
    given_name="Margaret",
    family_name="Illustration",
    born_on=date(1952, 5, 4),
    nhs_number="9990000018",
    referrer="Dr Shah",
    referrer_role="GP",
    organisation="Thornbeck Surgery",
    contact="0113 496 0140",
    method="secure",
    reason="Lost her husband, hardly leaves the house",
    referrer_view="Grieving. No treatment needed at present.",
    own_view="The evenings are long.",
    practice="Thornbeck Surgery",
    practice_code="V81999",
    agreed="asked",
)
STEPS: tuple[tuple[int, str, dict[str, Any]], ...] = (
    (755, "contact", {"method": "phone", "minutes": 40, "topics": ["people"]}),
    (755, "accept", {}),
    (740, "signpost", {"name": "Cruse helpline", "words": "For the evenings"}),
    (690, "contact", {"method": "in-person", "minutes": 45, "place": "Thornbeck library"}),
    (
        ENDED_DAYS,
        "close",
        {
            "outcome": "part-met",
            "words": "She goes to the reading group most weeks, and knows whom to ring in the evenings.",
            "helped": "Going with a neighbour the first time.",
            "did_not_help": "The lunch club: too loud for her.",
        },
    ),
)


def _id(margaret: UUID, what: str) -> UUID:
    return uuid5(margaret, f"demonstration/first/{what}")


async def fill_closed(house: House, *, margaret: UUID, sam: UUID) -> None:
    """The episode, unless she was ever referred before."""
    who = {"subject": margaret, "group": house.service, "purpose": "demonstration"}
    if (await house.db.read(reading.journal, margaret, **who)).referrals:
        return
    now, me, referral = clock.now(), session_of(house, sam, "advisor"), _id(margaret, "referral")
    new = NewReferral(person=margaret, source="practice", details=DETAILS)
    await service.refer(house, session=None, id=referral, new=new)
    await house.db.run(_came, referral, now - timedelta(days=BEGAN_DAYS), **who)
    for number, (days, kind, said) in enumerate(((BEGAN_DAYS, "take", {"owner": sam}), *STEPS)):
        step = NewStep(kind=kind, at=now - timedelta(days=days), **said)
        await stepping.on_referral(house, session=me, referral=referral, id=_id(margaret, str(number)), new=step)


async def fill_message(house: House, content: Content, *, margaret: UUID, sam: UUID) -> None:
    """The message of it, once, when her page says what has to be in it."""
    hers, referral = session_of(house, margaret, "patient"), _id(margaret, "referral")
    who = {"subject": margaret, "group": house.service, "purpose": "demonstration"}
    began = [one.id for one in (await house.db.read(reading.journal, margaret, **who)).referrals]
    if referral not in began or await handing_out.own_messages(house, session=hers):
        return
    me = session_of(house, sam, "advisor")
    words = reviewing.Words(messages(content_root(house.content), "en"), content)
    given = {"session": me, "referral": referral, "words": words}
    edits = (await reviewing.draft(house, **given)).edits.model_copy(
        update={
            "plan": [
                Requested(
                    professionals="Please ask about sleep at her next review.",
                    person="Ring us if the evenings get hard again.",
                    agreed="She will say so herself",
                )
            ],
            "impact": "She is out of the house three times a week.",
            "to_person": "It was good to get to know you, Margaret. You did the hardest part: going the first time.",
            "contact": "0113 496 0150",
        }
    )
    read = await reviewing.draft(house, **given, edits=edits)
    said = ReadMessage(**edits.model_dump(), as_read=read.as_read, previous=None, read=True)
    await reviewing.review(house, **given, id=_id(margaret, "message"), said=said)


def _came(referral: UUID, at: datetime):
    """It came long ago."""
    yield Query("update referral set received_at = ? where id = ?", (at, referral))
