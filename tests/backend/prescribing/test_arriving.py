"""One way in: referrals from outside and by the team, who may be the same, and what a human says of it."""

from uuid import UUID, uuid4

import pytest

from jointly.kit.db import Query
from jointly.kit.ids import uuid7
from jointly.people import audit_checking, referred
from jointly.prescribing.arriving import dropping
from jointly.record import lives
from support.doors import WHO
from support.phone import joined
from support.service import Service
from support.supported import happened


async def test_a_practice_refers_somebody_and_hears_nothing_of_them(doors):
    look = await doors.nobody.post("/api/refer/look", json={"code": doors.code["code"]})
    assert look.json() == {"name": "Thornbeck Surgery", "service": "Jointly"}
    first = await doors.send()
    assert first.keys() == {"number", "received_at", "service", "days"}
    again = await doors.send(family_name="O Neill")
    assert again.keys() == first.keys() and again["number"] != first["number"], "known or not, the answer is the same"
    [arrival, other] = await doors.arrivals()
    assert (arrival["called"], arrival["source"], arrival["number"]) == ("Margaret", "practice", first["number"])
    said = arrival["details"]
    assert (said["organisation"], said["nhs_number"], said["method"]) == ("Thornbeck Surgery", "9990000018", "form")
    assert [(like["person"], like["alike"]) for like in arrival["same_as"]] == [(other["person"], ["born", "nhs"])]


async def test_sent_again_it_is_one_referral(doors):
    id = uuid7()
    assert await doors.send(id=id) == await doors.send(id=id)
    assert len(await doors.arrivals()) == 1
    people = (await doors.worker.client.get("/api/people")).json()["people"]
    assert len(people) == 1


async def test_after_a_power_cut_in_the_middle_asking_again_finds_one_record(doors, service: Service, monkeypatch):
    """By a form and by a file: a record begins with its referral, or not at all."""
    id, file = uuid7(), {"id": "R-1", "source": "practice", "organisation": "Thornbeck Surgery"}
    file |= {"who": WHO | {"given_name": "Ann", "family_name": "Lee"}}
    with monkeypatch.context() as broken:
        broken.setattr(referred, "share", _power_cut)
        await doors.send(id=id, status=500)
        with pytest.raises(RuntimeError, match="the power went"):
            await dropping.referral_take(service.house, referral=file)
        assert await _people(doors) == []
    first = await doors.send(id=id)
    again = await dropping.referral_take(service.house, referral=file)
    assert await doors.send(id=id) == first
    assert (await dropping.referral_take(service.house, referral=file))["before"] and not again["before"]
    assert await _people(doors) == ["Ann", "Margaret"]
    assert {one["number"] for one in await doors.arrivals()} == {first["number"], again["number"]}


async def test_what_is_wrong_is_said_in_words_and_nothing_is_kept(doors):
    for changes, code in (
        ({"nhs_number": "999 123 4567"}, "nhs-check"),
        ({"nhs_number": "QQ123456C"}, "nhs-insurance"),
        ({"born_on": "2020-01-01"}, "born-young"),
        ({"phone": None}, "reach-nothing"),
    ):
        answer = await doors.send(status=400, **changes)
        assert answer["code"] == code and answer["message"]
    assert (await doors.arrivals(), (await doors.worker.client.get("/api/people")).json()["people"]) == ([], [])


async def test_a_referrers_code_opens_the_form_alone_until_it_is_ended(doors):
    device = {"code": doors.code["code"], "device": str(uuid4())}
    assert (await doors.nobody.post("/api/join", json=device)).status_code == 404
    assert (await doors.nobody.post("/api/join/look", json={"code": doors.code["code"]})).status_code == 404
    [listed] = (await doors.lead.client.get("/api/referrers")).json()["referrers"]
    assert (listed["id"], listed["name"]) == (doors.code["id"], "Thornbeck Surgery")
    assert (await doors.worker.client.get("/api/referrers")).status_code == 403
    for _ in range(2):
        ended = await doors.lead.client.request("DELETE", f"/api/referrers/{listed['id']}", json={})
        assert ended.status_code == 204
    assert (await doors.send(status=410))["code"] == "code-expired"
    await doors.send(status=404, code="ABCD-EFGH")


async def test_a_code_for_joining_refers_nobody(doors, service: Service):
    made = (await doors.lead.client.post("/api/codes", json={"kind": "service"})).json()
    await doors.send(status=404, code=made["code"])


async def test_one_of_the_team_writes_down_a_referral(doors):
    id = uuid7()
    said = {"source": "self", "who": WHO}
    for _ in range(2):
        answer = await doors.worker.client.put(f"/api/referrals/new/{id}", json=said)
        assert answer.status_code == 200, answer.text
    [arrival] = await doors.arrivals()
    assert (arrival["id"], arrival["source"], arrival["details"]["method"]) == (str(id), "self", "self")
    await doors.take(arrival)
    assert await doors.arrivals() == []


async def test_who_is_known_is_told_that_they_were_referred_once_a_human_has_said_who_they_are(doors, service):
    async with joined(service, called="Margaret") as margaret:

        async def told() -> list[str]:
            return [one["about"] for one in (await margaret.client.get("/api/notices")).json()]

        first = {"id": str(uuid7())}
        said = {"person": margaret.person, "source": "practice", "details": {"agreed": "asked"}}
        answer = await doors.worker.client.put(f"/api/referrals/{first['id']}", json=said)
        assert (answer.status_code, await told()) == (200, [first["id"]])
        await doors.step(first, "close", outcome="goals-met")
        await doors.send()
        [arrival] = await doors.arrivals()
        assert await told() == [first["id"]]
        for _ in range(2):
            await doors.settle(arrival, "same-as", margaret.person)
            assert await told() == [arrival["id"], first["id"]]


async def test_who_is_said_to_be_the_same_keeps_everything_and_the_empty_record_is_gone(doors, unbound):
    await doors.send()
    [known] = await doors.arrivals()
    await doors.take(known)
    await doors.send(reason="Fell on the stairs")
    [arrival] = await doors.arrivals()
    note = happened("note", words="Rang, no answer")
    path = f"/api/referrals/{arrival['id']}/steps/{uuid7()}"
    assert (await doors.worker.client.put(path, json=note)).status_code == 200
    part = happened("section", section="matters", words="Her garden")
    path = f"/api/people/{arrival['person']}/page/{uuid7()}"
    assert (await doors.worker.client.put(path, json=part)).status_code == 200
    [like] = arrival["same_as"]
    assert (like["person"], like["called"], like["open"]) == (known["person"], "Margaret", True)
    for _ in range(2):
        settled = await doors.settle(arrival, "same-as", known["person"])
        assert settled == {"referral": arrival["id"], "person": known["person"], "state": "closed"}
    support = (await doors.worker.client.get(f"/api/people/{known['person']}/support")).json()
    assert [one["details"]["reason"] for one in support["referrals"]] == [WHO["reason"], "Fell on the stairs"]
    [_, merged] = support["referrals"]
    assert (merged["outcome"], merged["next_on"]) == ("merged", None)
    assert [step["kind"] for step in merged["steps"]] == ["note", "close"]
    assert merged["steps"][0]["said"]["words"] == "Rang, no answer"
    assert [step["said"]["words"] for step in support["page"]] == ["Her garden"]
    gone = await doors.worker.client.get(f"/api/people/{arrival['person']}/support")
    assert gone.status_code == 404
    people = [one["person"] for one in (await doors.worker.client.get("/api/people")).json()["people"]]
    assert people == [known["person"]]
    sql = "select chain from audit where action = 'same-person'"
    chains = await unbound.read(_rows, sql, purpose="test")
    assert {str(chain) for (chain,) in chains} == {known["person"], arrival["person"]}


async def test_who_is_not_being_supported_now_has_it_as_a_new_episode(doors):
    await doors.send()
    [known] = await doors.arrivals()
    await doors.take(known)
    close = happened("close", outcome="goals-met")
    path = f"/api/referrals/{known['id']}/steps/{uuid7()}"
    assert (await doors.worker.client.put(path, json=close)).status_code == 200
    await doors.send()
    [arrival] = await doors.arrivals()
    assert (await doors.settle(arrival, "same-as", known["person"]))["state"] == "received"
    [waiting] = await doors.arrivals()
    assert (waiting["id"], waiting["person"], waiting["same_as"]) == (arrival["id"], known["person"], [])
    assert waiting["next_on"] and waiting["details"]["reason"] == WHO["reason"]


async def test_who_is_not_the_same_is_not_shown_again(doors):
    await doors.send()
    [known] = await doors.arrivals()
    await doors.take(known)
    await doors.send(nhs_number=None)
    [arrival] = await doors.arrivals()
    assert arrival["same_as"][0]["alike"] == ["born"]
    await doors.settle(arrival, "not-same-as", known["person"])
    [arrival] = await doors.arrivals()
    assert arrival["same_as"] == []


async def test_two_who_have_lived_here_are_not_made_one(doors, service: Service):
    await doors.send()
    [arrival] = await doors.arrivals()
    code = (await doors.lead.client.post("/api/codes", json={"kind": "person", "person": arrival["person"]})).json()
    async with joined(service, code["code"]), joined(service, called="Bea") as bea:
        assert (await doors.settle(arrival, "same-as", bea.person, status=409))["code"] == "same-as-used"
    await doors.settle(arrival, "same-as", arrival["person"], status=409)
    await doors.settle(arrival, "same-as", doors.worker.person, status=404)
    await doors.settle({"id": uuid4()}, "same-as", arrival["person"], status=404)


async def test_who_withdraws_is_on_no_list_of_arrivals(doors, service: Service):
    await doors.send()
    [arrival] = await doors.arrivals()
    code = (await doors.lead.client.post("/api/codes", json={"kind": "person", "person": arrival["person"]})).json()
    async with joined(service, code["code"]) as phone:
        [share] = (await phone.client.get("/api/shares")).json()["given"]
        assert (await phone.client.request("DELETE", f"/api/shares/{share['id']}", json={})).status_code == 204
    assert await doors.arrivals() == []


async def test_what_is_compared_cannot_be_read_and_goes_with_the_person(doors, unbound):
    await doors.send()
    rows = await unbound.read(_rows, "select kind, digest, person from likeness", purpose="test")
    assert {kind for kind, *_ in rows} == {"nhs", "born"}
    assert not [digest for _, digest, _ in rows if b"9990000018" in bytes(digest) or b"neill" in bytes(digest)]
    sealed = await unbound.read(_rows, "select sealed from referral", purpose="test")
    assert b"Neill" not in b"".join(bytes(one) for (one,) in sealed)
    await lives.erase(doors.service.house, person=UUID(str(rows[0][2])), session=None)
    assert await unbound.read(_rows, "select 1 from likeness", purpose="test") == []


async def test_whose_name_the_list_gives_has_it_in_their_own_chain(doors, unbound):
    await doors.send()
    [known] = await doors.arrivals()
    await doors.take(known)
    await doors.send(given_name="Peggy")  # like somebody who is known, whose name is given with it
    await doors.send(given_name="Ann", family_name="Lee", born_on="1960-01-01", nhs_number=None)
    await doors.send(given_name="Gone", family_name="Gone", born_on="1961-01-01", nhs_number=None)
    sql = "select chain, number, role from audit where action = 'read' and what = 'support'"
    before = await unbound.read(_rows, sql, purpose="test")
    house = doors.service.house
    gone = await unbound.read(_rows, "select person from referral order by received_at desc limit 1", purpose="test")
    await house.vault.erase(UUID(str(gone[0][0])))
    listed = await doors.arrivals()
    named = {one["person"] for one in listed} | {like["person"] for one in listed for like in one["same_as"]}
    assert len(listed) == 2 and known["person"] in named and len(named) == 3
    rows = [row for row in await unbound.read(_rows, sql, purpose="test") if row not in before]
    assert sorted((str(chain), role) for chain, _, role in rows) == sorted((one, "link-worker") for one in named)
    # the list's own row counts them, and no chain is broken by rows that came together
    counts = "select chain, count from audit where what = 'arrivals' order by number"
    assert (await unbound.read(_rows, counts, purpose="test"))[-1] == (house.service, 2)
    checked = await audit_checking.verify(house)
    assert checked.unfit == [] and checked.rows > 8


async def test_a_list_with_nobody_on_it_is_kept_too(doors, unbound):
    assert await doors.arrivals() == []
    rows = await unbound.read(_rows, "select action, count from audit where what = 'arrivals'", purpose="test")
    assert rows == [("listed", 0)]


async def test_how_many_wait_is_told_without_reading_who(doors, unbound):
    count = "/api/referrals/new/count"
    assert (await doors.worker.client.get(count)).json() == {"count": 0, "since": None}
    await doors.send()
    await doors.send()
    await doors.send()
    first, second, _ = await doors.arrivals()
    sql = "select chain, number from audit order by chain, number"
    before = await unbound.read(_rows, sql, purpose="test")
    told = await doors.worker.client.get(count)
    assert told.json() == {"count": 3, "since": first["received_at"]}
    assert await unbound.read(_rows, sql, purpose="test") == before, "nobody was read, and nobody's chain says so"
    # it counts what the list has: not what was taken, and nobody whose support the team may not see any more
    await doors.take(first)
    code = (await doors.lead.client.post("/api/codes", json={"kind": "person", "person": second["person"]})).json()
    async with joined(doors.service, code["code"]) as phone:
        [share] = (await phone.client.get("/api/shares")).json()["given"]
        assert (await phone.client.request("DELETE", f"/api/shares/{share['id']}", json={})).status_code == 204
    [last] = await doors.arrivals()
    assert (await doors.worker.client.get(count)).json() == {"count": 1, "since": last["received_at"]}
    assert (await doors.lead.client.get(count)).status_code == 403


async def _people(doors) -> list[str]:
    """What those are called who have a record."""
    return sorted(one["called"] for one in (await doors.worker.client.get("/api/people")).json()["people"])


def _power_cut(*_given):
    """As a unit that comes no further."""
    raise RuntimeError("the power went")
    yield


def _rows(sql):
    return (yield Query(sql))
