"""Whoever leaves leaves nothing behind that nobody sees: what they had in hand is nobody's until it is taken."""

from uuid import uuid4

import pytest

from jointly.kit.db import Query
from support.phone import at_work, joined
from support.supported import task_for


def owners(rows):
    """Who has each in hand."""
    return [row["owner"] for row in rows]


@pytest.fixture
async def in_hand(story):
    """A referral, two suggestions of which one is over, and two tasks of which one is done: all one worker's."""
    await story.refer()
    await story.prescribe()
    over = await story.prescribe(name="Tai chi")
    await story.step(story.person, over, "finish", outcome="done")
    for done in (False, True):
        said = task_for(story.person.person) | {"done": done}
        assert (await story.worker.client.put(f"/api/tasks/{uuid4()}", json=said)).status_code == 200
    return story


async def test_what_is_open_is_nobodys_and_what_is_over_stays(in_hand, service):
    nobody, sam = str(service.house.service), in_hand.worker.person
    async with (
        at_work(service, "lead") as lead,
        at_work(service, "link-worker", called="Kim") as kim,
        joined(service, called="Bea") as bea,
    ):
        person = {"person": bea.person, "source": "practice", "details": {"reason": "Alone", "agreed": "asked"}}
        answer = await kim.client.put(f"/api/referrals/{uuid4()}", json=person)
        assert answer.status_code == 200, answer.text
        before = (await kim.client.get("/api/caseload")).json()["people"]
        assert {line["called"]: line["support"]["owner"] for line in before} == {"Margaret": sam, "Bea": kim.person}
        for _ in range(2):
            assert (await lead.client.request("DELETE", f"/api/staff/{sam}", json={})).status_code == 204
        lines = {line["called"]: line for line in (await kim.client.get("/api/caseload")).json()["people"]}
        assert lines["Margaret"]["support"]["owner"] == nobody
        assert "arrived" in [why["code"] for why in lines["Margaret"]["why"]], "it stands on the list as nobody's"
        assert lines["Bea"]["support"]["owner"] == kim.person, "and of somebody else's nothing changed"
        found = (await kim.client.get(f"/api/people/{in_hand.person.person}/support")).json()
        assert owners(found["referrals"]) == [nobody]
        assert {one["name"]: one["owner"] for one in found["prescriptions"]} == {"Chair yoga": nobody, "Tai chi": sam}
        assert {bool(one["done_at"]): one["owner"] for one in found["tasks"]} == {False: nobody, True: sam}
        # whoever takes it has it
        in_hand.worker = kim
        await in_hand.step(kim, found["referrals"][0], "take", owner=kim.person)
        assert owners((await in_hand.support())["referrals"]) == [kim.person]


async def test_it_is_the_transaction_that_ends_their_work(in_hand, service):
    house, sam = service.house, in_hand.worker.person

    def fails(service, _person, _at):
        yield Query("select 1 from referral where owner = ?", (service,))
        raise RuntimeError("the power went")

    object.__setattr__(house, "when_left", (*house.when_left, fails))  # this test's own house, frozen as it is
    async with at_work(service, "lead") as lead:
        assert (await lead.client.request("DELETE", f"/api/staff/{sam}", json={})).status_code == 500
        rows = (await lead.client.get("/api/audit")).json()["rows"]
        assert [row for row in rows if row["action"] == "ended"] == []
    assert owners((await in_hand.support())["referrals"]) == [sam], "they work here still, and have it in hand"
