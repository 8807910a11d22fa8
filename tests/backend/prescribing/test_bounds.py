"""Lists and journals have bounds, and what they leave out is what is over, or old."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.prescribing import reading
from jointly.prescribing.groups import reaching
from support.phone import joined
from support.published import START, approve, publish


async def asked(phone, what: str):
    answer = await phone.client.get(f"/api/{what}")
    assert answer.status_code == 200, answer.text
    return answer.json()


async def names(story) -> list[str]:
    """Whom the register of the group expects, of all its sessions."""
    return [one["called"] for day in (await asked(story.group, "register"))["sessions"] for one in day["people"]]


def do(sql, *values):
    """Unit: one statement."""
    return (yield Query(sql, values))


@pytest.fixture
async def sent(story, service):
    """A weekly listing, and a way to send somebody there."""
    await approve(service, story.organisation)
    start = START - timedelta(days=5)
    runs = {"first": start.date().isoformat(), "start": "10:30", "end": "12:00", "every": None}
    listing = await publish(story.group, runs=[runs])

    async def send(phone, name: str) -> dict:
        made = await story.prescribe(person=phone.person, thing=listing, name=name)
        await story.step(story.worker, made, "send", contact=f"Ring {name}")
        return made

    return send


async def test_who_goes_is_never_cut_for_what_is_over(story, service, sent, monkeypatch):
    await story.refer()
    going = [await sent(story.person, f"going {number}") for number in range(3)]
    for one in going:
        await story.step(story.group, one, "been")
    over = [await sent(story.person, f"over {number}") for number in range(3)]
    for one in over:
        await story.step(story.person, one, "no")
    found = [one["name"] for one in (await asked(story.group, "inbox"))["people"]]
    assert sorted(found) == [*(f"going {n}" for n in range(3)), *(f"over {n}" for n in range(3))]
    monkeypatch.setattr(reaching, "MOST", 4)
    found = sorted(one["name"] for one in (await asked(story.group, "inbox"))["people"])
    assert found == ["going 0", "going 1", "going 2", "over 2"], "of what is over, the newest"
    # whoever shares twice counts once
    share = {"with_kind": "organisation", "with_id": str(story.organisation), "scopes": []}
    assert (await story.person.client.put(f"/api/shares/{uuid4()}", json=share)).status_code == 200
    assert sorted(one["name"] for one in (await asked(story.group, "inbox"))["people"]) == found


async def test_a_register_holds_what_is_open_and_everybody_of_it(story, service, sent, monkeypatch):
    await story.refer()
    first = await sent(story.person, "Hands")
    await story.step(story.group, first, "been")
    async with joined(service, called="Bea") as bea:
        await story.refer(person=bea.person)
        second = await sent(bea, "Hands")
        await story.step(story.group, second, "been")
        monkeypatch.setattr(reaching, "MOST", 1)
        assert len((await asked(story.group, "inbox"))["people"]) == 1
        assert await names(story) == ["Bea", "Margaret"], "the bound of the inbox is not the register's"
        await story.step(bea, second, "finish", outcome="done")
        assert await names(story) == ["Margaret"]


async def test_whose_share_ran_out_takes_nobodys_place(story, service, sent, unbound, monkeypatch):
    await story.refer()
    await sent(story.person, "first")
    async with joined(service, called="Bea") as bea:
        await story.refer(person=bea.person)
        await sent(bea, "second")
        sql = "update share set ends_at = ? where person = ? and with_kind = 'organisation'"
        await unbound.run(do, sql, clock.now() - timedelta(minutes=1), UUID(bea.person), purpose="test")
        monkeypatch.setattr(reaching, "MOST", 1)
        assert [one["name"] for one in (await asked(story.group, "inbox"))["people"]] == ["first"]


async def test_of_too_many_steps_an_inbox_has_what_was_passed_on_and_the_newest(story, sent, monkeypatch):
    await story.refer()
    made = await sent(story.person, "Hands")
    for words in ("one", "two", "three", "four"):
        await story.step(story.group, made, "say", words=words, to="worker")
    monkeypatch.setattr(reaching, "MOST_STEPS", 3)
    [one] = (await asked(story.group, "inbox"))["people"]
    assert (one["contact"], [step["words"] for step in one["steps"]]) == ("Ring Hands", ["three", "four"])


async def test_a_register_has_its_marks_however_much_was_said_since(story, sent, monkeypatch):
    await story.refer()
    made = await sent(story.person, "Hands")
    start = START - timedelta(days=5)
    await story.step(story.group, made, "missed", start=start.isoformat())
    for words in ("one", "two", "three"):
        await story.step(story.group, made, "say", words=words, to="worker")
    monkeypatch.setattr(reaching, "MOST_STEPS", 2)
    [session] = (await asked(story.group, "register"))["sessions"]
    assert [one["came"] for one in session["people"]] == ["missed"]


async def test_of_too_many_steps_a_journal_has_the_newest_in_order(story, monkeypatch):
    made = await story.refer()
    for words in ("one", "two", "three", "four"):
        await story.step(story.worker, made, "note", words=words)
    suggested = await story.prescribe()
    for words in ("five", "six", "seven"):
        await story.step(story.worker, suggested, "say", words=words, to="person")
    monkeypatch.setattr(reading, "MOST_STEPS", 5)
    found = await story.support()
    assert [step["said"]["words"] for step in found["referrals"][0]["steps"]] == ["three", "four"]
    assert [step["said"]["words"] for step in found["prescriptions"][0]["steps"]] == ["five", "six", "seven"]
    monkeypatch.setattr(reading, "MOST_STEPS", 2)
    last = await story.step(story.worker, suggested, "say", words="eight", to="person")
    assert [step["said"]["words"] for step in last["steps"]] == ["seven", "eight"]
