"""What ends together with a share: what groups were told of, what staff were told, and groups' shares in the end."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.prescribing import running_out, withdrawing
from jointly.prescribing.running_out import end_what_ran_out
from support.phone import at_work

JSON = {"json": {}}


async def shares(story) -> dict[str, dict]:
    """What the person shares and shared, by with whom."""
    given = (await story.person.client.get("/api/shares")).json()["given"]
    return {one["with_id"]: one for one in given}


async def end(story, share: dict, status: int = 204) -> None:
    answer = await story.person.client.request("DELETE", f"/api/shares/{share['id']}", **JSON)
    assert answer.status_code == status, answer.text


async def log(story, action: str) -> list[tuple]:
    """Who did such a thing, and with what, as the person reads it."""
    rows = (await story.person.client.get("/api/access-log")).json()["rows"]
    return [(row["by"], sorted(row["what"])) for row in rows if row["action"] == action]


async def seen_by_group(story) -> list[str]:
    """Whom the group is shown, in either of its lists."""
    people = (await story.group.client.get("/api/organisation/people")).json()["people"]
    return [one["called"] for one in (*people, *(await story.group.client.get("/api/inbox")).json()["people"])]


def do(sql, *values):
    """Unit: one statement."""
    return (yield Query(sql, values))


@pytest.fixture
async def told(story):
    """The group was told of one suggestion, and the person wrote to worker and group."""
    await story.refer()
    made = await story.prescribe()
    await story.step(story.worker, made, "send")
    for to in ("worker", "group"):
        await story.step(story.person, made, "say", words="Is there a lift?", to=to)
    story.made = made
    assert await seen_by_group(story) == ["Margaret", "Margaret"]
    return story


async def test_with_the_teams_share_end_those_of_groups_and_what_staff_were_told(told, service):
    own = str(uuid4())
    async with at_work(service, "lead") as lead:
        other = (await lead.client.post("/api/organisations", json={"name": "The baths"})).json()["id"]
    mine = {"with_kind": "organisation", "with_id": other, "scopes": []}
    assert (await told.person.client.put(f"/api/shares/{own}", json=mine)).status_code == 200
    assert "support-say" in await told.notices(told.worker) and "support-say" in await told.notices(told.group)
    kept = await told.notices(told.person)
    before = await shares(told)
    await end(told, before[str(service.house.service)])
    after = await shares(told)
    at = after[str(service.house.service)]["ended_at"]
    assert at and after[str(told.organisation)]["ended_at"] == at, "at the same moment"
    assert after[other]["ended_at"] is None, "what she shared of her own accord stays"
    assert await seen_by_group(told) == []
    assert (await told.notices(told.worker), await told.notices(told.group)) == ([], [])
    assert await told.notices(told.person) == kept and kept
    said = [what for by, what in await log(told, "withdrew") if by == told.person.person]
    assert sorted(said) == [["about", "service", "support"], ["organisation", "referral"]]
    await end(told, before[str(service.house.service)])
    assert len(await log(told, "withdrew")) == 2, "again, it changes nothing"


async def test_it_is_one_transaction(told, service, unbound, monkeypatch):
    real = withdrawing._end_with_groups

    def fails(*given):
        yield from real(*given)
        raise RuntimeError("the power went")

    monkeypatch.setattr(withdrawing, "_end_with_groups", fails)
    await end(told, (await shares(told))[str(service.house.service)], status=500)
    assert [one["ended_at"] for one in (await shares(told)).values()] == [None, None]
    assert await unbound.read(do, "select 1 from referral where state = 'closed'", purpose="test") == []
    assert await log(told, "withdrew") == []
    assert "support-say" in await told.notices(told.worker)


async def test_with_a_groups_share_ends_what_its_people_were_told_and_no_more(told):
    await end(told, (await shares(told))[str(told.organisation)])
    assert await told.notices(told.group) == []
    assert "support-say" in await told.notices(told.worker)
    assert (await told.support())["referrals"][0]["state"] == "received"


async def closed_for(unbound, story, days: float) -> None:
    sql = "update prescription set closed_at = ? where id = ?"
    at = clock.now() - timedelta(days=days)
    await unbound.run(do, sql, at, UUID(story.made["id"]), purpose="test")


async def test_a_groups_share_ends_14_days_after_the_last_it_was_told_of_is_over(told, service, unbound):
    second = await told.prescribe(name="Tai chi")
    await told.step(told.worker, second, "send")
    await told.step(told.person, told.made, "finish", outcome="done")
    await closed_for(unbound, told, 30)
    assert await end_what_ran_out(service.house) == 0, "the group was told of another, which goes on"
    await told.step(told.person, second, "finish", outcome="done")
    await closed_for(unbound, told, 13.9)
    assert await end_what_ran_out(service.house) == 0, "for 14 days it stays in sight"
    assert await seen_by_group(told) != []
    await unbound.run(
        do, "update prescription set closed_at = ?", clock.now() - timedelta(days=14, minutes=1), purpose="test"
    )
    assert await end_what_ran_out(service.house) == 1
    assert await end_what_ran_out(service.house) == 0, "again, it changes nothing"
    assert await seen_by_group(told) == []
    assert await told.notices(told.group) == []
    assert await log(told, "ran-out") == [(None, ["organisation", "referral"])]
    assert [one["outcome"] for one in (await told.support())["prescriptions"]] == ["done", "done"], "it ended as it did"
    assert (await shares(told))[str(service.house.service)]["ended_at"] is None
    # and a new suggestion shares anew, when the group is told of it
    again = await told.prescribe(name="Choir")
    assert await seen_by_group(told) == []
    await told.step(told.worker, again, "send")
    assert await seen_by_group(told) == ["Margaret", "Margaret"]


async def test_what_somebody_shares_with_a_group_of_their_own_accord_does_not_end_by_itself(story, service, unbound):
    await story.refer()
    mine = {"with_kind": "organisation", "with_id": str(story.organisation), "scopes": []}
    assert (await story.person.client.put(f"/api/shares/{uuid4()}", json=mine)).status_code == 200
    story.made = await story.prescribe()
    await story.step(story.worker, story.made, "send")
    await story.step(story.person, story.made, "finish", outcome="done")
    await closed_for(unbound, story, 30)
    assert await end_what_ran_out(service.house) == 0
    assert await seen_by_group(story) == ["Margaret"]
    given = await shares(story)
    await end(story, given[str(service.house.service)])
    assert (await shares(story))[str(story.organisation)]["ended_at"] is None, "nor with the team's"


async def test_a_group_that_is_told_of_something_new_at_that_moment_keeps_its_share(told, service, unbound):
    await told.step(told.person, told.made, "finish", outcome="done")
    await closed_for(unbound, told, 30)
    found = running_out._needed_no_more
    house, person = service.house, UUID(told.person.person)
    listed = (told.organisation, clock.now(), UUID(int=0))
    [(id, whose)] = await house.db.read(found, *listed, group=told.organisation, purpose="test")
    assert (whose, str(id)) == (person, (await shares(told))[str(told.organisation)]["id"])
    new = await told.prescribe(name="Choir")
    await told.step(told.worker, new, "send")
    who = {"subject": person, "group": house.service, "purpose": "test"}
    assert not await house.db.run(running_out._end_unneeded, house, id, person, clock.now(), **who)
    assert (await shares(told))[str(told.organisation)]["ended_at"] is None
    assert await seen_by_group(told) == ["Margaret", "Margaret"]


async def test_when_the_work_with_a_group_ends_what_it_was_told_of_ends_and_both_hear_of_it(told, service):
    here = await told.prescribe(name="Pacing", kind="topic", thing="pacing", organisation=None)
    async with at_work(service, "lead") as lead:
        for _ in range(2):
            answer = await lead.client.request("DELETE", f"/api/organisations/{told.organisation}", **JSON)
            assert answer.status_code == 204, answer.text
        assert await log(told, "withdrew") == [(lead.person, ["organisation", "referral"])]
    found = {one["id"]: one for one in (await told.support())["prescriptions"]}
    assert (found[told.made["id"]]["state"], found[told.made["id"]]["outcome"]) == ("closed", "withdrawn")
    [last] = [step for step in found[told.made["id"]]["steps"] if step["kind"] == "withdraw"]
    assert last["side"] == "service"
    assert found[here["id"]]["state"] == "suggested", "what nobody was told of goes on"
    for who in (told.person, told.worker):
        assert (await told.notices(who)).count("support-withdraw") == 1
    [notice] = [
        one for one in (await told.worker.client.get("/api/notices")).json() if one["kind"] == "support-withdraw"
    ]
    assert (notice["about"], notice["subject"]) == (told.made["id"], told.person.person)
    states = {one["name"]: one["state"] for one in await told.on_phone()}
    assert states == {"Chair yoga": "closed", "Pacing": "suggested"}, "and her phone says so"
