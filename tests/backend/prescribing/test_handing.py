"""Who has somebody in hand: of two who take them on at once one has them, and what was suggested goes with them."""

import asyncio

import pytest

from jointly.kit import clock
from jointly.kit.ids import uuid7
from support.phone import Phone, at_work


@pytest.fixture
async def kim(service):
    """A second link worker."""
    async with at_work(service, "link-worker", called="Kim") as opened:
        yield opened


async def nobodys(story, service) -> tuple[dict, dict]:
    """A referral which whoever had it left behind, with a suggestion of it."""
    referral = await story.refer()
    made = await story.prescribe(referral=referral["id"])
    async with at_work(service, "lead") as lead:
        assert (await lead.client.request("DELETE", f"/api/staff/{story.worker.person}", json={})).status_code == 204
    return referral, made


def take(by: Phone, referral: dict, **said):
    """A tap on "Take on"."""
    body = {"kind": "take", "at": clock.now().isoformat(), "owner": by.person} | said
    return by.client.put(f"/api/referrals/{referral['id']}/steps/{uuid7()}", json=body)


async def test_of_two_who_take_on_at_once_the_second_is_told_who_has_it(story, kim, service):
    referral, _ = await nobodys(story, service)
    async with at_work(service, "link-worker", called="Lee") as lee:
        answers = await asyncio.gather(take(kim, referral), take(lee, referral))
        assert sorted(answer.status_code for answer in answers) == [200, 409]
        won, lost = (kim, lee) if answers[0].status_code == 200 else (lee, kim)
        [refused] = [answer.json() for answer in answers if answer.status_code == 409]
        assert refused["code"] == "step-taken"
        assert ("Kim" if won is kim else "Lee") in str(refused), "in words"
        story.worker = won
        [stands] = (await story.support())["referrals"]
        assert stands["owner"] == won.person
        # knowing who has it, they may take it over
        assert (await take(lost, referral, instead_of=won.person)).status_code == 200
        [stands] = (await story.support())["referrals"]
        assert stands["owner"] == lost.person


async def test_whoever_has_it_hands_it_over_and_the_suggestions_go_with_it(story, kim):
    referral = await story.refer()
    of_it, loose = await story.prescribe(referral=referral["id"]), await story.prescribe(name="Tai chi")
    over = await story.prescribe(referral=referral["id"], name="Walks")
    await story.step(story.person, over, "finish", outcome="done")
    seen = len(await story.notices(story.worker))
    await story.step(story.worker, referral, "take", owner=kim.person)
    for made in (of_it, loose, over):
        await story.step(story.person, made, "say", words="Can you ring me?", to="worker")
    assert await story.notices(kim) == ["support-say"] * 3
    assert len(await story.notices(story.worker)) == seen, "whoever had it before hears no more of it"


async def test_what_was_written_while_nobody_had_it_reaches_whoever_takes_it(story, kim, service):
    referral, made = await nobodys(story, service)
    await story.step(story.person, made, "ask", words="Is there parking?")
    assert await story.notices(kim) == []
    assert (await take(kim, referral)).status_code == 200
    assert await story.notices(kim) == ["support-ask"]
