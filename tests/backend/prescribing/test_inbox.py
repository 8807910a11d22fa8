"""What a group sees of the people who are sent to it, and that nobody else does."""

from datetime import datetime, timedelta

from jointly.kit import clock
from jointly.people import organisations
from support.phone import at_work
from support.published import START, approve, publish
from support.service import Service


async def inbox(phone) -> list:
    answer = await phone.client.get("/api/inbox")
    assert answer.status_code == 200, answer.text
    return answer.json()["people"]


async def sessions(phone) -> list:
    answer = await phone.client.get("/api/register")
    assert answer.status_code == 200, answer.text
    return answer.json()["sessions"]


async def end_share(story, with_kind: str) -> None:
    shares = (await story.person.client.get("/api/shares")).json()["given"]
    [share] = [one for one in shares if one["with_kind"] == with_kind]
    ended = await story.person.client.request("DELETE", f"/api/shares/{share['id']}", json={})
    assert ended.status_code == 204


async def test_a_group_sees_what_it_needs_and_nothing_else(story):
    await story.refer()
    made = await story.prescribe(start=START.isoformat())
    assert await inbox(story.group) == []
    passed_on = {"words": "Uses a stick.", "contact": "Text 07700 900123", "adjustments": "A seat by the door"}
    await story.step(story.worker, made, "send", **passed_on)
    [one] = await inbox(story.group)
    assert one["called"] == "Margaret"
    assert {name: one[name] for name in passed_on} == passed_on
    assert (one["state"], one["name"], one["answered_at"]) == ("sent", "Chair yoga", None)
    assert clock.now() - timedelta(minutes=1) < _time(one["sent_at"])
    # why it was suggested, who she is and what else there is of her is not among it
    told = str(one)
    for hidden in ("mornings are hard", "Knee pain", "Dr Shah", story.person.person, made["referral"] or "no referral"):
        assert hidden not in told
    # what she says to the worker alone stays there; what she says to the group is here
    await story.step(story.person, made, "say", words="I am a bit afraid.", to="worker")
    await story.step(story.person, made, "say", words="Is there parking?", to="group")
    await story.step(story.worker, made, "say", words="Margaret is shy.", to="person")
    await story.step(story.group, made, "offer", start=START.isoformat(), meets="Jo")
    [one] = await inbox(story.group)
    assert [(step["kind"], step["words"]) for step in one["steps"]] == [("say", "Is there parking?"), ("offer", None)]
    assert one["steps"][1]["meets"] == "Jo"
    # that she said no is told, and why is not
    await story.step(story.person, made, "no", words="They were unkind to my sister.")
    [one] = await inbox(story.group)
    assert (one["state"], one["steps"][-1]["kind"], one["steps"][-1]["words"]) == ("closed", "no", None)
    read = await story.step(story.group, made, "say", words="All the best.", to="worker")
    assert "unkind" not in str(read) and "said-no" not in str(read)
    assert (read["referral"], read["next_on"], read["outcome"]) == (None, None, None)


async def test_who_waits_longest_for_a_first_answer_comes_first(story):
    await story.refer()
    names = ["first", "second", "third"]
    made = [await story.prescribe(name=name) for name in names]
    for one in made:
        await story.step(story.worker, one, "send")
    await story.step(story.group, made[0], "seen")
    assert [one["name"] for one in await inbox(story.group)] == ["second", "third", "first"]


async def test_another_group_and_other_parts_get_nothing(story, service: Service):
    await story.refer()
    made = await story.prescribe()
    await story.step(story.worker, made, "send")
    other = await organisations.make(service.house, session=None, name="Elsewhere")
    async with at_work(service, "publisher", organisation=other.id) as stranger:
        assert await inbox(stranger) == []
        await story.step(stranger, made, "seen", status=404)
    for phone in (story.worker, story.person):
        assert (await phone.client.get("/api/inbox")).status_code == 403
        assert (await phone.client.get("/api/register")).status_code == 403


async def test_opening_the_inbox_is_kept_in_the_chains_of_the_group_and_of_the_service(story, service: Service):
    await story.refer()
    await story.step(story.worker, await story.prescribe(), "send")
    await inbox(story.group)
    await sessions(story.group)
    async with at_work(service, "lead") as lead:
        rows = (await lead.client.get("/api/audit")).json()["rows"]
        listed = [(row["by"], row["what"], row["count"]) for row in rows if row["action"] == "listed"]
    assert listed.count((story.group.person, ["referral"], 1)) == 2


async def test_what_is_withdrawn_in_the_middle_is_gone_at_once(story):
    await story.refer()
    made = await story.prescribe()
    await story.step(story.worker, made, "send")
    assert len(await inbox(story.group)) == 1
    await end_share(story, "organisation")
    assert await inbox(story.group) == []
    await story.step(story.group, made, "offer", status=404)


async def going_to(story, service: Service, start) -> tuple[str, dict]:
    """A listing of the group's, and a suggestion of it that was sent."""
    await approve(service, story.organisation)
    day = start.date().isoformat()
    runs = {"first": day, "start": f"{start:%H:%M}", "end": "23:59", "every": "week", "days": [f"{start:%a}".lower()]}
    listing = await publish(story.group, runs=[runs])
    await story.refer()
    made = await story.prescribe(thing=listing)
    await story.step(story.worker, made, "send")
    return listing, made


async def test_the_register_has_who_is_expected_by_a_short_name(story, service: Service):
    await story.person.client.put("/api/me", json={"called": "Margaret Thorn"})
    start = START - timedelta(days=5)
    listing, made = await going_to(story, service, start)
    [session] = await sessions(story.group)
    assert (session["listing"], session["people"]) == (listing, [])
    assert _time(session["start"]) == start
    await story.step(story.group, made, "book", start=start.isoformat())
    [session] = await sessions(story.group)
    [expected] = session["people"]
    assert expected == {"prescription": made["id"], "called": "Margaret T.", "first": True, "came": None, "mark": None}


async def test_one_mark_counts_for_a_day_and_can_be_taken_back(story, service: Service):
    start = clock.now().astimezone(START.tzinfo).replace(hour=0, minute=5, second=0, microsecond=0)
    _, made = await going_to(story, service, start)
    await story.step(story.group, made, "book", start=start.isoformat())
    # two who tick at once, and the person who says so too, make one visit
    for by in (story.group, story.group, story.person):
        await story.step(by, made, "been", start=start.isoformat())
    [one] = await inbox(story.group)
    assert (one["state"], one["visits"], one["missed"]) == ("going", 1, 0)
    # the newest mark of a day counts
    await story.step(story.group, made, "missed", start=start.isoformat())
    [expected] = next(each for each in await sessions(story.group) if _time(each["start"]) == start)["people"]
    assert expected["came"] == "missed"
    [one] = await inbox(story.group)
    assert (one["state"], one["visits"], one["missed"]) == ("missed", 0, 1)
    # what is taken back leaves it as it was before
    await story.step(story.group, made, "undo", previous=expected["mark"])
    [one] = await inbox(story.group)
    assert (one["state"], one["visits"], one["missed"]) == ("booked", 0, 0)
    await story.step(story.group, made, "undo", previous=made["id"], status=409)
    # and a session that has not begun cannot be ticked off days before
    ahead = (start + timedelta(days=2)).isoformat()
    await story.step(story.group, made, "been", start=ahead, status=400)


async def test_a_mark_taken_back_gives_nobody_a_place_with_a_group_that_was_not_told(story):
    await story.refer()
    made = await story.prescribe()
    mark = (await story.step(story.person, made, "been"))["steps"][-1]["id"]
    undone = await story.step(story.worker, made, "undo", previous=mark)
    assert (undone["state"], undone["visits"]) == ("agreed", 0)
    assert (await story.step(story.worker, made, "send"))["state"] == "sent"


async def test_a_late_register_does_not_undo_a_later_booking(story, service: Service):
    start = clock.now().astimezone(START.tzinfo).replace(hour=0, minute=5, second=0, microsecond=0)
    _, made = await going_to(story, service, start)
    await story.step(story.group, made, "book", start=start.isoformat())
    later = start + timedelta(days=7)
    await story.step(story.group, made, "missed", start=start.isoformat())
    await story.step(story.group, made, "book", start=later.isoformat())
    await story.step(story.group, made, "missed", start=start.isoformat())
    [one] = await inbox(story.group)
    assert (one["state"], _time(one["start"])) == ("booked", later)


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)
