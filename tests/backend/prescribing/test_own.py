"""What somebody does and has of their own support: asking for it, answering, and a copy of all that is kept."""

from datetime import timedelta

from jointly.kit import clock
from jointly.kit.ids import uuid7
from support.doors import WHO
from support.phone import correction, entry


async def asked(story, id: str | None = None, **said):
    """The person asks for support themselves."""
    return await story.person.client.put(f"/api/referrals/mine/{id or uuid7()}", json={"agreed": True} | said)


async def mine(story):
    """Where it stands, as their phone asks."""
    return (await story.person.client.get("/api/referrals/mine")).json()


async def test_somebody_asks_for_support_and_sees_where_it_stands(story):
    id = str(uuid7())
    for _ in range(2):  # a lost answer, and the same again
        answer = await asked(story, id, words="I am lonely since the move.")
        assert answer.status_code == 200, answer.text
    [one] = await mine(story)
    assert (one["id"], one["state"], one["source"], one["called"]) == (id, "received", "self", None)
    assert one["words"] == "I am lonely since the move." and one["referrer"] is None
    # they agreed by asking: the team can open their support, and nothing of their diary
    [share] = (await story.person.client.get("/api/shares")).json()["given"]
    assert (share["with_kind"], share["scopes"]) == ("service", ["about", "support"])
    [referral] = (await story.support())["referrals"]
    assert referral["details"]["agreed"] == "self"
    # when somebody takes it on and writes for the team, the person sees that they were called and not what was written
    await story.step(story.worker, referral, "take", owner=story.worker.person)
    await story.step(story.worker, referral, "attempt", method="phone", words="Voicemail is full")
    [one] = await mine(story)
    assert (one["state"], one["called"], one["attempts"]) == ("attempted", "Sam", 1)
    assert "Voicemail" not in str(one)
    # then asking once more is refused in words for them
    again = await asked(story)
    assert (again.status_code, again.json()["code"]) == (409, "support-open")
    assert "Ask for support" in again.json()["message"]


async def test_who_has_no_diary_asks_for_nothing_here(story):
    answer = await story.worker.client.put(f"/api/referrals/mine/{uuid7()}", json={"agreed": True})
    assert answer.status_code == 403
    assert (await asked(story, agreed=False)).status_code == 400


async def test_what_was_taken_back_before_it_was_sent_was_never_said(story):
    await story.refer()
    made = await story.prescribe()
    no = entry(kind="answer", body={"prescription": made["id"], "answer": "no"})
    await story.person.push(no, correction(no, body=None, gone=True))
    [suggestion] = (await story.support())["prescriptions"]
    assert (suggestion["state"], suggestion["steps"]) == ("suggested", [])
    # and what they say after that counts
    await story.person.push(entry(kind="answer", body={"prescription": made["id"], "answer": "yes"}))
    [suggestion] = (await story.support())["prescriptions"]
    assert suggestion["state"] == "agreed"


async def test_a_message_says_on_the_phone_whom_it_is_for(story):
    await story.refer()
    made = await story.prescribe()
    await story.step(story.worker, made, "send")
    await story.step(story.worker, made, "say", words="I told them.", to="person")
    say = {"prescription": made["id"], "answer": "say", "words": "Is there parking?", "to": "group"}
    await story.person.push(entry(kind="answer", body=say))
    [shown] = await story.on_phone()
    said = [(step["side"], step["to"], step["words"]) for step in shown["steps"] if step["kind"] == "say"]
    assert said == [("worker", "person", "I told them."), ("person", "group", "Is there parking?")]


async def test_when_sharing_ends_the_phone_says_that_its_suggestions_are_over(story):
    await story.refer()
    await story.prescribe()
    done = await story.prescribe(name="Walking group")
    await story.step(story.worker, done, "finish", outcome="done", side="person")
    [share] = (await story.person.client.get("/api/shares")).json()["given"]
    assert (await story.person.client.request("DELETE", f"/api/shares/{share['id']}", json={})).status_code == 204
    shown = {one["name"]: (one["state"], one["outcome"]) for one in await story.on_phone()}
    assert shown == {"Chair yoga": ("closed", "withdrawn"), "Walking group": ("closed", "done")}
    # and once is enough
    before = len(await story.person.everything())
    await story.person.client.request("DELETE", f"/api/shares/{share['id']}", json={})
    assert len(await story.person.everything()) == before


async def test_their_copy_holds_their_support_but_for_what_the_team_decides_about(story):
    referral = await story.refer()
    made = await story.prescribe(referral=referral["id"])
    await story.step(story.worker, referral, "contact", method="phone", words="Talked about the stairs.")
    await story.step(story.worker, made, "say", words="See you there.", to="person")
    for section, words in (("matters", "My grandchildren"), ("safeguarding", "Afraid of the neighbour")):
        said = {"kind": "section", "at": clock.now().isoformat(), "section": section, "words": words}
        answer = await story.worker.client.put(f"/api/people/{story.person.person}/page/{uuid7()}", json=said)
        assert answer.status_code == 200, answer.text
    task = {"person": story.person.person, "due_on": "2031-01-01", "words": "Ring about the bus"}
    assert (await story.worker.client.put(f"/api/tasks/{uuid7()}", json=task)).status_code == 200
    answer = await story.person.client.get("/api/me/export")
    support = answer.json()["support"]
    assert [step["said"]["words"] for step in support["page"]] == ["My grandchildren"]
    assert support["referrals"][0]["steps"][0]["said"]["words"] == "Talked about the stairs."
    assert support["prescriptions"][0]["steps"][0]["said"]["words"] == "See you there."
    assert support["tasks"][0]["words"] == "Ring about the bus"
    assert "neighbour" not in answer.text
    assert "Your team decides" in support["left_out"]


async def test_their_copy_holds_what_they_were_told_links_and_what_was_said_of_who_may_be_them(story):
    details = {"agreed": "asked", "nhs_number": "9990000018", "born_on": "1951-03-04", "family_name": "O’Neill"}
    await story.refer(details=details)
    made = await story.prescribe()
    await story.step(story.worker, made, "send")
    await story.step(story.group, made, "offer", start=(clock.now() + timedelta(days=7)).isoformat())
    for _ in range(2):  # the second ends the first
        link = await story.worker.client.put(f"/api/prescriptions/{made['id']}/link/{uuid7()}", json={})
        assert link.status_code == 200, link.text
    other, mine = [str(uuid7()) for _ in range(2)]
    for id, given, what in ((other, "Mildred", "not-same-as"), (mine, "Margaret", "same-as")):
        said = {"source": "agency", "who": WHO | {"given_name": given}}
        written = await story.worker.client.put(f"/api/referrals/new/{id}", json=said)
        assert written.status_code == 200, written.text
        path = f"/api/referrals/{id}/{what}/{story.person.person}"
        assert (await story.worker.client.put(path, json={})).status_code == 200
    answer = await story.person.client.get("/api/me/export")
    support = answer.json()["support"]
    listed = (await story.person.client.get("/api/notices")).json()
    notices = [(one["kind"], one["about"], bool(one["at"]), one["seen_at"]) for one in support["notices"]]
    assert notices == [(one["kind"], one["about"], True, None) for one in reversed(listed)]
    assert [kind for kind, *_ in notices][:4] == [f"support-{kind}" for kind in ("refer", "suggest", "send", "offer")]
    sam = story.worker.person
    links = [(one["prescription"], one["by"], one["used_at"], one["ended"]) for one in support["answer_links"]]
    assert links == [(made["id"], sam, None, True), (made["id"], sam, None, False)]
    judged = [(one["same"], one["by"], one["referral"]) for one in support["same_person"]]
    assert judged == [(False, sam, None), (True, sam, mine)], "and who else that was is nobody's to have"
    assert support["names"][sam] == "Sam"
    assert link.json()["code"] not in answer.text and other not in answer.text and "Mildred" not in answer.text


async def test_the_spreadsheet_says_suggestions_and_answers_in_words(story):
    await story.refer()
    made = await story.prescribe()
    said = {"prescription": made["id"], "answer": "finish", "outcome": "stopped", "words": "Too far."}
    await story.person.push(entry(kind="answer", body=said))
    text = (await story.person.client.get("/api/me/export.csv")).text
    assert "Suggested to you: Chair yoga; Suggested by Sam; Why: You said mornings are hard.; Over" in text
    assert "You said how Chair yoga ended; Stopped; “Too far.”" in text
