"""From a referral to a visit and its end, over HTTP, as each of the three sides meets it."""

from datetime import timedelta

from jointly.kit import clock
from jointly.kit.ids import uuid7
from support.phone import entry


async def test_somebody_is_referred_spoken_to_and_goes_to_an_activity(story):
    # given a referral that somebody takes on and a conversation
    referral = await story.refer()
    assert (referral["state"], referral["owner"]) == ("received", story.worker.person)
    await story.step(story.worker, referral, "attempt", method="phone")
    await story.step(story.worker, referral, "contact", method="phone", minutes=25, words="Wants to see people again.")
    after = await story.step(story.worker, referral, "accept")
    [episode] = after["referrals"]
    assert (episode["state"], episode["attempts"]) == ("active", 1)
    assert episode["first_contact_at"] and episode["accepted_at"] and episode["next_on"]
    # when an activity is suggested, it is on Margaret's phone with who and why
    made = await story.prescribe(referral=referral["id"])
    [shown] = await story.on_phone()
    assert (shown["name"], shown["state"], shown["called"]) == ("Chair yoga", "suggested", "Sam")
    assert shown["why"] == "You said mornings are hard."
    # and she says yes, without a signal at first; sent twice, it is said once
    yes = entry(kind="answer", body={"prescription": made["id"], "answer": "yes", "words": "I will try."})
    await story.person.push(yes)
    await story.person.push(yes)
    [suggestion] = (await story.support())["prescriptions"]
    assert (suggestion["state"], [step["kind"] for step in suggestion["steps"]]) == ("agreed", ["yes"])
    # when the group is told, it sees what it needs and not why
    await story.step(story.worker, made, "send", words="Uses a stick.", contact="Text 07700 900123", agreed=True)
    seen = await story.step(story.group, made, "seen")
    assert seen["why"] is None and [step["kind"] for step in seen["steps"]] == ["send", "seen"]
    start = clock.now() + timedelta(days=3)
    await story.step(story.group, made, "offer", start=start.isoformat(), meets="Jo, at the door")
    await story.step(story.group, made, "book", start=start.isoformat(), meets="Jo, at the door", wear="Flat shoes")
    [shown] = await story.on_phone()
    assert shown["state"] == "booked"
    assert [step["kind"] for step in shown["steps"]] == ["yes", "send", "seen", "offer", "book"]
    assert shown["steps"][-1]["meets"] == "Jo, at the door"
    # then she goes, and it ends well
    await story.step(story.group, made, "been")
    await story.step(story.worker, made, "finish", outcome="going-on", side="person")
    [suggestion] = (await story.support())["prescriptions"]
    assert (suggestion["state"], suggestion["outcome"], suggestion["visits"]) == ("closed", "going-on", 1)
    assert suggestion["next_on"] is None
    # and each was told what the others said, and nothing that they said themselves
    assert await story.notices(story.worker) == ["support-yes", "support-seen", "support-offer", "support-book"]
    told = ["support-refer", "support-suggest", "support-send", "support-seen", "support-offer", "support-book"]
    assert await story.notices(story.person) == told
    assert await story.notices(story.group) == ["support-send", "support-finish"]


async def test_that_they_agreed_to_the_group_being_told_stays_with_it(story):
    await story.refer()
    asked, not_asked = [await story.prescribe(name=name) for name in ("Chair yoga", "Choir")]
    await story.step(story.person, not_asked, "yes")
    await story.step(story.worker, asked, "send", agreed=True)
    await story.step(story.worker, asked, "say", to="person", words="Sorry.", agreed=False, status=400)
    # a yes to going there is not one to the group being told
    refused = await story.step(story.worker, not_asked, "send", agreed=None, status=400)
    assert refused["code"] == "step-needs-agreed"
    [first, second] = (await story.support())["prescriptions"]
    assert (first["steps"][0]["said"]["agreed"], second["state"]) == (True, "agreed")
    assert [one["steps"][0].get("agreed") for one in await story.on_phone()] == [True, None]
    # and the group, which reads only what it needs, has no part in it
    seen = await story.step(story.group, asked, "seen")
    assert "agreed" not in seen["steps"][0]["said"]


async def test_who_refers_themselves_is_not_told_of_it(story):
    path = f"/api/referrals/mine/{uuid7()}"
    answer = await story.person.client.put(path, json={"agreed": True})
    assert answer.status_code == 200, answer.text
    assert await story.notices(story.person) == []
    await story.refer(status=409)
    assert await story.notices(story.person) == [], "and nothing came of the second"


async def test_when_a_share_ends_everything_it_was_for_ends(story):
    referral, made = await story.refer(), await story.prescribe()
    await story.step(story.worker, made, "send")
    shares = (await story.person.client.get("/api/shares")).json()["given"]
    [team] = [one for one in shares if one["with_kind"] == "service"]
    assert team["scopes"] == ["about", "support"]
    ended = await story.person.client.request("DELETE", f"/api/shares/{team['id']}", json={})
    assert ended.status_code == 204
    # then the team sees nothing of her any more, and nothing is left open
    answer = await story.worker.client.get(f"/api/people/{story.person.person}/support")
    assert answer.status_code == 404
    await story.step(story.worker, referral, "contact", method="phone", status=404)
    # and the group, which was told by a share that the referral made, sees nothing of her either
    await story.step(story.group, made, "offer", status=404)


async def test_a_group_reaches_only_what_it_was_told_of(story):
    await story.refer()
    made = await story.prescribe()
    await story.step(story.group, made, "seen", status=404)
    await story.step(story.worker, made, "send")
    await story.step(story.group, made, "withdraw", status=409)
    await story.step(story.group, made, "seen", side="person", status=409)
    assert (await story.group.client.get(f"/api/people/{story.person.person}/support")).status_code == 403
