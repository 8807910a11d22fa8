"""How Margaret is supported: her GP practice referred her, Sam rang, and Jo's group was told that she would come."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from jointly.demo.listings import organisation_of
from jointly.demo.sharing import session_of
from jointly.kit import clock
from jointly.kit.db import Query
from jointly.people.house import House
from jointly.people.vault import Session
from jointly.prescribing import reading, service, stepping, tasks
from jointly.prescribing.schemas import NewPrescription, NewReferral, NewStep, NewTask, ReferralDetails

REFERRED_DAYS, SPOKEN_DAYS, TOLD_DAYS = 12, 9, 2
PARTS: tuple[dict[str, Any], ...] = (
    {"section": "about-me", "words": "Lives alone since her husband died. Her daughter Joan comes on Sundays."},
    {"section": "how-to-support", "words": "Ring after 10am. She likes to write things down, so speak slowly."},
    {"section": "requirements", "words": "Uses a stick outside. Needs a chair with arms."},
    {"section": "travel", "place": "LS29", "miles": 5, "time": "any", "words": "The 62 bus stops at her door."},
    {"section": "matters", "words": "Seeing people again, and getting to the playing field on Saturdays."},
    {"section": "risks", "none": True},
)
DETAILS = ReferralDetails(
    referrer="Dr Shah",
    referrer_role="GP",
    organisation="Thornbeck Surgery",
    contact="0113 496 0140",
    method="secure",
    reason="Knee and hip pain, lives alone, would like company",
    referrer_view="Well able to do more. Sees few people.",
    own_view="I used to be out every day.",
    return_to="Thornbeck Surgery",
    practice="Thornbeck Surgery",
    agreed="asked",
)


async def fill_support(house: House, *, margaret: UUID, sam: UUID) -> None:
    """Refers Margaret and what followed, once: what somebody then does in the demonstration stays as they did it."""
    begun = await house.db.read(reading.journal, margaret, subject=margaret, group=house.service, purpose="demo")
    if begun.tasks:  # the last of it
        return
    now, me = clock.now(), session_of(house, sam, "advisor")
    referral = uuid5(margaret, "demonstration/referral")
    await service.refer(
        house, session=None, id=referral, new=NewReferral(person=margaret, source="practice", details=DETAILS)
    )
    who = {"subject": margaret, "group": house.service, "purpose": "demonstration"}
    await house.db.run(_referred, referral, now - timedelta(days=REFERRED_DAYS), **who)
    spoken = now - timedelta(days=SPOKEN_DAYS)
    said = {"method": "phone", "minutes": 30, "topics": ["matters", "people", "pain"]}
    words = "Misses the company most. Nervous of going alone to something new."
    await _episode(house, me, referral, "take", spoken, owner=sam)
    await _episode(house, me, referral, "attempt", spoken - timedelta(days=1), method="phone")
    await _episode(house, me, referral, "contact", spoken, **said, words=words)
    await _episode(house, me, referral, "accept", spoken, next_on=stepping.today(now) + timedelta(days=5))
    for part in PARTS:
        id = uuid5(margaret, f"demonstration/{part['section']}")
        await stepping.on_page(
            house, session=me, person=margaret, id=id, new=NewStep(kind="section", at=spoken, **part)
        )
    await _suggest_two(house, me, margaret, referral, now)
    task = NewTask(
        person=margaret, due_on=stepping.today(now) + timedelta(days=4), words="Ask how the first visit went"
    )
    await tasks.put(house, session=me, id=uuid5(margaret, "demonstration/task"), new=task)


async def _suggest_two(house: House, me: Session, margaret: UUID, referral: UUID, now: datetime) -> None:
    """One that she said yes to, of which Jo was told; and one that waits for her answer."""
    group = await organisation_of(house, "neighbours")
    agreed = NewPrescription(
        person=margaret,
        referral=referral,
        kind="activity",
        thing=str(uuid5(group, "Hands and a chat")),
        name="Hands and a chat",
        organisation=group,
        why="You said that you miss company. It is sitting down, and nobody minds who comes late.",
    )
    one = await service.prescribe(house, session=me, id=uuid5(margaret, "demonstration/suggested"), new=agreed)
    who = {"subject": margaret, "group": house.service, "purpose": "demonstration"}
    await house.db.run(_made, one.id, now - timedelta(days=TOLD_DAYS, hours=2), **who)
    told = {"name": "Margaret", "contact": "Ring her after 10am: 07700 900461", "adjustments": "A chair with arms."}
    steps: tuple[tuple[str, dict[str, Any]], ...] = (
        ("yes", {"side": "person", "words": "I will try it once."}),
        ("send", told | {"agreed": True, "words": "She is a little nervous. Somebody at the door would help."}),
    )
    for kind, said in steps:
        new = NewStep(kind=kind, at=now - timedelta(days=TOLD_DAYS), **said)
        id = uuid5(one.id, kind)
        await stepping.on_prescription(house, session=me, prescription=one.id, id=id, new=new)
    waits = agreed.model_copy(
        update={
            "thing": str(uuid5(group, "Beckside walk")),
            "name": "Beckside walk",
            "why": "You said that you used to walk by the river. They go at the pace of the slowest.",
        }
    )
    await service.prescribe(house, session=me, id=uuid5(margaret, "demonstration/asked"), new=waits)


async def _episode(house: House, me: Session, referral: UUID, kind: str, at: datetime, **said: Any) -> None:
    new = NewStep(kind=kind, at=at, **said)
    await stepping.on_referral(house, session=me, referral=referral, id=uuid5(referral, kind), new=new)


def _made(suggestion: UUID, at: datetime):
    """It was suggested some days ago, before what she said to it."""
    yield Query("update prescription set made_at = ? where id = ?", (at, suggestion))


def _referred(referral: UUID, at: datetime):
    """It came some days ago."""
    yield Query("update referral set received_at = ? where id = ?", (at, referral))
