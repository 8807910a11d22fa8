"""A visit is booked, or over, before the group hears of the person: it can be told then, and takes nothing back."""

import pytest

from support.published import START, approve, publish
from support.service import Service


@pytest.mark.parametrize("before", ["book", "been", "book been missed", "book off"])
async def test_a_group_is_told_of_somebody_who_booked_or_went_by_themselves(story, service: Service, before):
    await approve(service, story.organisation)
    runs = {"first": START.date().isoformat(), "start": "10:30", "end": "12:00", "every": None}
    listing = await publish(story.group, runs=[runs])
    await story.refer()
    made = await story.prescribe(thing=listing)
    for kind in before.split():
        start = {"start": START.isoformat()} if kind == "book" else {}
        now = await story.step(story.worker, made, kind, side="group" if kind == "off" else "person", **start)
    assert (await story.group.client.get("/api/inbox")).json()["people"] == []
    told = await story.step(story.worker, made, "send", words="Uses a stick.")
    facts = ("state", "first_at", "next_on", "visits", "missed")
    assert {name: told[name] for name in facts} == {name: now[name] for name in facts}
    # she stands in the group's list with the visit, and at the session she is expected at
    [one] = (await story.group.client.get("/api/inbox")).json()["people"]
    assert (one["id"], one["state"], one["words"]) == (made["id"], now["state"], "Uses a stick.")
    sessions = (await story.group.client.get("/api/register")).json()["sessions"]
    expected = [] if before == "book off" else [made["id"]]
    assert [each["prescription"] for session in sessions for each in session["people"]] == expected
    assert await story.notices(story.group) == ["support-send"]
    # and is told once
    await story.step(story.worker, made, "send", status=409)
