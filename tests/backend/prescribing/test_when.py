"""When a step may have happened, and on whose calendar a visit is."""

from datetime import date, datetime, timedelta

import pytest

from jointly.kit import clock
from jointly.kit.ids import uuid7


def around(began: str, **ago: int) -> str:
    """A time so long before `began`."""
    return (datetime.fromisoformat(began) - timedelta(**ago)).isoformat()


async def test_nothing_of_an_episode_happened_before_it_came(story):
    referral = await story.refer()
    for kind, said in (("attempt", {"method": "phone"}), ("contact", {"method": "phone"}), ("note", {"words": "Hi"})):
        early = around(referral["received_at"], hours=25)
        refused = await story.step(story.worker, referral, kind, at=early, status=400, **said)
        assert refused["code"] == "step-too-early"
        assert refused["message"] == "That day was before this began. Choose a later day."
    long_ago = await story.step(story.worker, referral, "accept", at="0001-01-01T00:00:00+14:00", status=400)
    assert long_ago["code"] == "step-too-early"
    [episode] = (await story.support())["referrals"]
    assert (episode["steps"], episode["attempts"], episode["first_contact_at"]) == ([], 0, None)
    # what somebody wrote down a day late is taken
    rang = around(referral["received_at"], hours=23)
    [episode] = (await story.step(story.worker, referral, "contact", method="phone", at=rang))["referrals"]
    assert datetime.fromisoformat(episode["first_contact_at"]) == datetime.fromisoformat(rang)


async def test_nothing_of_a_suggestion_happened_before_it_was_made(story):
    await story.refer()
    made = await story.prescribe()
    early, late = around(made["made_at"], hours=25), around(made["made_at"], hours=23)
    assert (await story.step(story.worker, made, "send", at=early, status=400))["code"] == "step-too-early"
    await story.step(story.worker, made, "send", at=late)
    # of a visit it is the visit's own day that counts, whenever somebody says so
    for kind in ("been", "missed", "book"):
        assert (await story.step(story.group, made, kind, start=early, status=400))["code"] == "step-too-early"
    after = await story.step(story.group, made, "been", start=late)
    assert (after["state"], after["visits"]) == ("going", 1)


async def test_a_visit_is_within_a_year(story):
    await story.refer()
    made = await story.prescribe(organisation=None)
    for start in ((clock.now() + timedelta(days=400)).isoformat(), "9999-12-31T23:59:59-14:00"):
        assert (await story.step(story.worker, made, "book", start=start, status=400))["code"] == "step-far"


async def test_what_a_person_says_themselves_is_not_refused_for_a_slow_clock(story):
    await story.refer()
    made = await story.prescribe(organisation=None)
    after = await story.step(story.person, made, "yes", at="2001-01-01T00:00:00Z")
    assert after["state"] == "agreed"
    assert after["steps"][0]["at"] == around(made["made_at"], days=1).replace("+00:00", "Z")


async def test_a_part_of_somebodys_page_has_a_day_of_its_own(story):
    await story.refer()
    said = {"kind": "section", "section": "matters", "words": "Her garden", "at": "2001-01-01T10:00:00Z"}
    answer = await story.worker.client.put(f"/api/people/{story.person.person}/page/{uuid7()}", json=said)
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize(("start", "looked_at_on"), [((6, 30, 23, 30), (7, 3)), ((6, 30, 22, 30), (7, 2))])
async def test_the_day_of_a_visit_is_londons(story, start, looked_at_on):
    """Half past eleven at night by UTC in summer is the next day in London; somebody looks two days after the visit."""
    await story.refer()
    made = await story.prescribe(organisation=None)
    now = clock.now()
    visit = datetime(now.year, *start, tzinfo=now.tzinfo)
    if visit < now:
        visit = visit.replace(year=now.year + 1)
    after = await story.step(story.worker, made, "book", start=visit.isoformat())
    assert (after["state"], after["next_on"]) == ("booked", date(visit.year, *looked_at_on).isoformat())
