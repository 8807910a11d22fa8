"""Margaret's episode, worked through over HTTP by the three sides, up to the day that it ends."""

from datetime import date, timedelta
from typing import Any

import pytest

from jointly.kit import clock
from jointly.kit.ids import uuid7
from jointly.prescribing import stepping
from support.phone import entry

BASELINE, LAST = "baseline", "month-3"
TODAY = stepping.today(clock.now())
FIRST_ON, LAST_ON = TODAY - timedelta(days=7), TODAY
DETAILS = {
    "referrer": "Dr Sana Malik",
    "referrer_role": "GP",
    "organisation": "Moorside Surgery",
    "contact": "moorside@example.org",
    "method": "secure",
    "reason": "Knee pain, sees few people",
    "referrer_view": "Lonely since she stopped work.",
    "own_view": "I want to get out again.",
    "practice": "Moorside Surgery",
    "agreed": "asked",
}
GOAL = {
    "matters": "Seeing my granddaughter play",
    "goal": "Walk to the playing field",
    "importance": 9,
    "action": {"what": "Walk to the corner", "when": "after breakfast", "where": None, "confidence": 8},
    "coping": [{"if": "it rains", "then": "I walk in the hall"}],
    "review_on": "2026-12-24",
    "status": "part",
    "helped": "The bench half way",
    "bad_day": None,
    "reviewed": {"on": "2026-11-20", "went": "part"},
}


def check_in(contact: str, on: date, average: int, satisfied: int) -> dict[str, Any]:
    """A check-in of her pathway with answers to two instruments."""
    values = {"pain-nrs": {"now": 3, "average": average, "worst": 8}}
    values["ons4"] = {"satisfied": satisfied, "worthwhile": 5, "happy": 5, "anxious": 2}
    answers = {slug: {"version": 1, "values": each, "left": False} for slug, each in values.items()}
    said = {"pathway": "joint-pain-advisor", "version": 1, "contact": contact, "with": "together", "state": "done"}
    return said | {"on": on.isoformat(), "answers": answers, "topics": [], "refers": [], "goal_reviewed": False}


@pytest.fixture
async def worked(story):
    """The story, with an episode that was worked through. `story.episode` and `story.yoga` are its rows."""
    me, worker = story.person, story.worker
    share = {"with_kind": "service", "scopes": ["checkins"], "may_write": False}
    answer = await me.client.put(f"/api/shares/{uuid7()}", json=share)
    assert answer.status_code == 200, answer.text
    about = {"contact": "phone", "reach_at": "07700 900123", "adjustments": ["seated"], "sex": "female"}
    await me.push(entry(kind="about", body=about | {"postcode": "LS9 9ZZ", "ethnicity": "White British"}))
    await me.push(entry(kind="goal", body=GOAL))
    await me.push(entry(kind="check-in", body=check_in(BASELINE, FIRST_ON, 7, 4)))
    await me.push(entry(kind="check-in", body=check_in(LAST, LAST_ON, 5, 6)))
    story.episode = await story.refer(details=DETAILS)
    for section, words in (
        ("matters", "Her granddaughter"),
        ("needs", "Company\nMoving with less pain"),
        ("plan", "A group each week."),
        ("practice", "Moorside Surgery, A81001"),
        ("safeguarding", "Worries about money going missing."),
    ):
        await part(story, section, words=words)
    await part(story, "risks", none=True)
    await story.step(worker, story.episode, "attempt", method="phone")
    await story.step(
        worker, story.episode, "contact", method="phone", minutes=25, others="Her daughter", words="A private note."
    )
    await story.step(worker, story.episode, "accept")
    await story.step(worker, story.episode, "signpost", name="Library of things", words="To borrow a ladder")
    story.yoga = await story.prescribe(referral=story.episode["id"])
    await me.push(entry(kind="answer", body={"prescription": story.yoga["id"], "answer": "yes"}))
    await story.step(worker, story.yoga, "send")
    await story.step(story.group, story.yoga, "seen")
    await story.step(story.group, story.yoga, "been")
    ended = {"outcome": "going-on", "helped": "Easier stairs.", "did_not_help": "The early start."}
    await story.step(worker, story.yoga, "finish", side="worker", **ended)
    return story


async def part(story, section: str, **said: Any) -> None:
    """A part of her page."""
    path = f"/api/people/{story.person.person}/page/{uuid7()}"
    step = {"kind": "section", "section": section, "at": clock.now().isoformat()} | said
    answer = await story.worker.client.put(path, json=step)
    assert answer.status_code == 200, answer.text


@pytest.fixture
async def closed(worked):
    """The same, ended: she met part of what she wanted."""
    said = {
        "outcome": "part-met",
        "words": "She goes out each week.",
        "helped": "Company.",
        "did_not_help": "Leaflets.",
    }
    await worked.step(worked.worker, worked.episode, "close", **said)
    return worked
