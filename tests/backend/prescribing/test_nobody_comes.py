"""An episode ends after which nobody comes: what was suggested in it ends too, and no group is told why."""

import pytest

from jointly.kit.db import Query
from support.service import Service


@pytest.mark.parametrize("outcome", ["died", "moved", "declined"])
async def test_what_was_suggested_ends_with_it(story, outcome):
    referral = await story.refer()
    made = await story.prescribe(referral=referral["id"])
    await story.prescribe(referral=referral["id"], name="Choir")
    await story.step(story.worker, made, "send")
    await story.step(story.group, made, "missed")
    before = await story.notices(story.person)
    after = await story.step(story.worker, referral, "close", outcome=outcome, words="Her neighbour rang.")
    ended = {"state": "closed", "outcome": "withdrawn", "next_on": None}
    assert [{name: one[name] for name in ended} for one in after["prescriptions"]] == [ended, ended]
    assert [one["steps"][-1]["kind"] for one in after["prescriptions"]] == ["withdraw", "withdraw"]
    # the group that was told hears that it is over, and nothing of why
    [one] = (await story.group.client.get("/api/inbox")).json()["people"]
    assert (one["state"], one["steps"][-1]["kind"], one["steps"][-1]["words"]) == ("closed", "withdraw", None)
    assert outcome not in str(one) and "neighbour" not in str(one)
    assert await story.notices(story.group) == ["support-send", "support-withdraw"]
    await story.step(story.group, made, "offer", status=409)
    # nobody is written to, and the phone holds it as over
    assert await story.notices(story.person) == before
    assert [one["state"] for one in await story.on_phone()] == ["closed", "closed"]


async def test_a_death_ends_what_was_suggested_in_no_episode_too(story):
    referral = await story.refer()
    await story.prescribe()
    after = await story.step(story.worker, referral, "close", outcome="died")
    assert [one["state"] for one in after["prescriptions"]] == ["closed"]


async def test_who_has_what_they_wanted_goes_on(story, service: Service):
    referral = await story.refer()
    made = await story.prescribe(referral=referral["id"])
    await story.step(story.worker, made, "send")
    after = await story.step(story.worker, referral, "close", outcome="goals-met")
    assert [one["state"] for one in after["prescriptions"]] == ["sent"]

    def _steps():
        rows = yield Query("select kind from step where about = ?", (made["id"],))
        return [kind for (kind,) in rows]

    assert await service.house.db.read(_steps, group=service.house.service, purpose="test") == ["send"]
