"""What a worker writes down: an attempt taken back, and a part of the page that two said at once."""

from jointly.kit.ids import uuid7
from support.phone import entry


async def test_an_attempt_is_taken_back_once(story):
    referral = await story.refer()
    attempts = [str(uuid7()), str(uuid7())]
    for id in attempts:
        await story.step(story.worker, referral, "attempt", id=id, method="phone")
    [episode] = (await story.step(story.worker, referral, "undo", previous=attempts[1]))["referrals"]
    assert (episode["state"], episode["attempts"]) == ("attempted", 1)
    # the same attempt is not taken back twice, and nothing else is
    await story.step(story.worker, referral, "undo", previous=attempts[1], status=409)
    await story.step(story.worker, referral, "undo", previous=str(uuid7()), status=409)
    await story.step(story.worker, referral, "undo", status=400)
    # without the only attempt it is as it was received, and somebody is still due to call
    [episode] = (await story.step(story.worker, referral, "undo", previous=attempts[0]))["referrals"]
    assert (episode["state"], episode["attempts"]) == ("received", 0)
    assert episode["next_on"]
    # and after a conversation there is nothing to take back
    await story.step(story.worker, referral, "contact", method="phone", topics=["pain", "money"])
    [episode] = (await story.support())["referrals"]
    assert episode["steps"][-1]["said"]["topics"] == ["pain", "money"]
    await story.step(story.worker, referral, "undo", previous=attempts[0], status=409)
    # but a note is taken back at any time, and changes nothing else
    note = str(uuid7())
    await story.step(story.worker, referral, "note", id=note, words="Nobody answered.")
    [episode] = (await story.step(story.worker, referral, "undo", previous=note))["referrals"]
    assert (episode["state"], episode["attempts"]) == ("contacted", 0)


async def test_what_two_wrote_at_once_is_joined_by_naming_both(story):
    await story.refer()
    page = f"/api/people/{story.person.person}/page"
    first, one, other, joined = (str(uuid7()) for _ in range(4))

    async def say(id, **said):
        body = {"kind": "section", "section": "matters", "at": "2026-01-01T10:00:00Z"} | said
        answer = await story.worker.client.put(f"{page}/{id}", json=body)
        return answer.status_code

    assert await say(first, words="The garden.") == 200
    assert await say(one, words="The garden and the choir.", previous=first) == 200
    assert await say(other, words="The garden, and seeing Amy.", previous=first) == 200
    assert await say(joined, words="The garden, the choir, and Amy.", previous=one, also=[one, other]) == 200
    # where they can get to has a place in place of words; a part with nothing at all is not kept
    assert await say(str(uuid7()), section="travel", place="LS29", miles=2, time="morning") == 200
    assert await say(str(uuid7()), section="travel", miles=2) == 400
    # and what she says about herself stands above it, for reaching and helping her and no more
    assert (await story.support())["about"] is None
    about = {"contact": "phone", "adjustments": ["seated"], "matters": "My garden.", "age_band": "65-74"}
    await story.person.push(entry(kind="about", body=about))
    support = await story.support()
    assert (
        support["about"] | {"contact": "phone", "adjustments": ["seated"], "matters": "My garden."} == support["about"]
    )
    assert "age_band" not in support["about"]
    assert support["shared_since"] and support["team"] == {story.worker.person: "Sam"}
    kept = support["page"]
    assert [step["id"] for step in kept[:4]] == [first, one, other, joined]
    assert kept[3]["said"]["also"] == [one, other]
    assert kept[4]["said"] == {"section": "travel", "place": "LS29", "miles": 2, "time": "morning"}
