"""A date that is cancelled or moved reaches exactly those who were going, and their worker."""

from contextlib import AsyncExitStack
from datetime import timedelta

import pytest

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.prescribing.groups import cancelled
from support.phone import joined
from support.published import START, approve, publish
from support.service import Service

WEEK = timedelta(days=7)


@pytest.fixture
async def listing(story, service: Service) -> str:
    """Something that the group runs each week."""
    await approve(service, story.organisation)
    runs = {"first": START.date().isoformat(), "start": "10:30", "end": "12:00"}
    return await publish(story.group, runs=[runs | {"every": "week", "days": [f"{START:%a}".lower()]}])


async def booked(story, listing: str, start, person=None) -> dict:
    """Somebody is referred, sent there, and has booked a visit."""
    who = {"person": person.person} if person else {}
    await story.refer(**who)
    made = await story.prescribe(thing=listing, **who)
    await story.step(story.worker, made, "send")
    await story.step(story.group, made, "book", start=start.isoformat())
    return made


async def change(story, listing: str, start=START, change="cancelled", **said) -> None:
    body = {"start": start.isoformat(), "change": change} | said
    answer = await story.group.client.put(f"/api/publishing/listings/{listing}/date", json=body)
    assert answer.status_code == 200, answer.text


async def shown(story) -> dict:
    [one] = await story.on_phone()
    return one


async def test_who_booked_that_date_hears_of_it_and_nobody_else(story, service: Service, listing):
    made = await booked(story, listing, START)
    async with AsyncExitStack() as opened:
        later, goer, elsewhere = [await opened.enter_async_context(joined(service)) for _ in range(3)]
        await booked(story, listing, START + WEEK, later)
        going = await booked(story, listing, START, goer)
        await story.step(story.group, going, "been")
        await booked(story, await publish(story.group), START, elsewhere)
        before = {phone: await story.notices(phone) for phone in (later, elsewhere)}
        worker = len(await story.notices(story.worker))
        await change(story, listing, words="The boiler is broken")
        # who had booked it: it is in the journal, on the phone, and the place is still theirs to book anew
        step = (await shown(story))["steps"][-1]
        assert (step["kind"], step["side"], step["words"]) == ("off", "group", "The boiler is broken")
        assert ((await shown(story))["state"], (await story.notices(story.person))[-1]) == ("offered", "support-off")
        [suggestion] = (await story.support())["prescriptions"]
        assert (suggestion["id"], suggestion["first_at"]) == (made["id"], None)
        # who goes there anyway has a notice, and the worker one for each of the two
        assert (await story.notices(goer))[-1] == "support-off"
        assert (await story.notices(story.worker))[worker:] == ["support-off", "support-off"]
        for phone, had in before.items():
            assert await story.notices(phone) == had
        # and doing it again says nothing again
        assert await cancelled.tell(service.house) == 0
        assert len([step for step in (await shown(story))["steps"] if step["kind"] == "off"]) == 1


async def test_a_date_that_is_off_is_no_answer_of_a_group_that_never_spoke(story, listing):
    await story.refer()
    made = await story.prescribe(thing=listing)
    await story.step(story.worker, made, "send")
    await story.step(story.person, made, "book", start=START.isoformat())
    await change(story, listing)
    [one] = (await story.group.client.get("/api/inbox")).json()["people"]
    assert (one["state"], one["steps"][-1]["side"], one["answered_at"]) == ("offered", "group", None)
    await story.step(story.group, made, "offer", start=(START + WEEK).isoformat())
    [one] = (await story.group.client.get("/api/inbox")).json()["people"]
    assert one["answered_at"] is not None


async def test_a_moved_date_is_offered_and_moves_along_until_it_is_back(story, listing):
    await booked(story, listing, START)
    later = START + timedelta(hours=2)
    await change(story, listing, change="moved", to_start=later.isoformat(), to_end=(later + WEEK / 168).isoformat())
    one = await shown(story)
    assert (one["state"], [step["kind"] for step in one["steps"]][-1]) == ("offered", "off")
    assert one["steps"][-1]["start"] == clock.rfc3339(later)
    # it was a mistake: the date that was offered instead is as it was
    await change(story, listing, change=None)
    step = (await shown(story))["steps"][-1]
    assert (step["kind"], step["start"]) == ("offer", clock.rfc3339(START))


async def test_a_cancelled_date_that_is_on_again_is_offered_again(story, listing):
    await booked(story, listing, START)
    await change(story, listing)
    await change(story, listing, change=None)
    one = await shown(story)
    assert [step["kind"] for step in one["steps"]][-2:] == ["off", "offer"]
    assert one["steps"][-1]["start"] == clock.rfc3339(START)
    assert await story.notices(story.person) == [
        "support-refer",
        "support-suggest",
        "support-send",
        "support-book",
        "support-off",
        "support-offer",
    ]


async def test_a_crash_right_after_the_change_loses_nothing(story, service: Service, listing, monkeypatch):
    await booked(story, listing, START)

    async def dies(*_given):
        raise ConnectionError("the power went")

    monkeypatch.setattr(cancelled, "tell", dies)
    await change(story, listing)
    assert (await shown(story))["state"] == "booked"
    monkeypatch.undo()
    assert await cancelled.tell(service.house) == 1
    assert (await shown(story))["state"] == "offered"


async def test_one_that_dies_halfway_is_finished_without_saying_anything_twice(story, service: Service, listing):
    await booked(story, listing, START)
    await change(story, listing)
    notices = await story.notices(story.person), await story.notices(story.worker)

    def _not_done():
        yield Query("update date_change set done_at = null")

    await service.house.db.run(_not_done, group=service.house.service, purpose="test")
    assert await cancelled.tell(service.house) == 1
    assert (await story.notices(story.person), await story.notices(story.worker)) == notices
    assert [step["kind"] for step in (await shown(story))["steps"]].count("off") == 1


async def test_who_withdrew_in_the_middle_hears_nothing_more(story, listing):
    await booked(story, listing, START)
    shares = (await story.person.client.get("/api/shares")).json()["given"]
    for share in shares:
        await story.person.client.request("DELETE", f"/api/shares/{share['id']}", json={})
    before = await story.notices(story.person)
    await change(story, listing)
    assert await story.notices(story.person) == before
