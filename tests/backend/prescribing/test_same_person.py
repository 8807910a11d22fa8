"""Two who may be one: said by two workers at once, and of somebody who does not share with the team any more."""

import asyncio
from uuid import UUID

import pytest

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.ids import uuid7
from jointly.prescribing.arriving import dropping, judging
from support.doors import WHO, Doors
from support.phone import Phone, joined
from support.service import Service
from support.supported import happened

REASONS = ["Sore knees", "Fell on the stairs", "On her own a lot"]
EACH_OTHER, IN_A_ROW, OF_A_THIRD = [(0, 1), (1, 0)], [(0, 1), (1, 2)], [(0, 2), (1, 2)]


def rows(sql, *values):
    """Unit: what a statement gives."""
    return (yield Query(sql, values))


def before_becoming(monkeypatch, service: Service, wait) -> None:
    """Has each who says that two are the same wait for this, when all was looked at and nothing is written yet."""
    run = service.house.db.run

    async def waits(unit, *args, **who):
        if unit is judging._become:
            await wait()
        return await run(unit, *args, **who)

    monkeypatch.setattr(service.house.db, "run", waits)


@pytest.mark.parametrize("said", [EACH_OTHER, IN_A_ROW, OF_A_THIRD], ids=["each other", "in a row", "of a third"])
async def test_two_who_say_so_at_once_lose_nothing_and_make_no_two_episodes(doors, service, unbound, monkeypatch, said):
    for reason in REASONS:
        await doors.send(reason=reason)
    found = sorted(await doors.arrivals(), key=lambda one: REASONS.index(one["details"]["reason"]))
    if said is OF_A_THIRD:  # who is supported no more has an episode anew, and not two
        await doors.take(found[2])
        await doors.step(found[2], "close", outcome="goals-met")
    before_becoming(monkeypatch, service, asyncio.Barrier(2).wait)
    paths = [f"/api/referrals/{found[a]['id']}/same-as/{found[b]['person']}" for a, b in said]
    answers = await asyncio.gather(*(doors.worker.client.put(path, json={}) for path in paths))
    assert 200 in [one.status_code for one in answers]
    assert {one.status_code for one in answers} <= {200, 404, 409}
    kept = await unbound.read(rows, "select person, state from referral", purpose="test")
    here = {person for (person,) in await unbound.read(rows, "select id from person", purpose="test")}
    open_now = [person for person, state in kept if state != "closed"]
    assert len(kept) == 3 and {person for person, _ in kept} <= here, "nothing went with a record that was empty"
    assert len(open_now) == len(set(open_now)), "nobody has two episodes at once"
    read = []
    for person in {person for person, _ in kept}:
        support = (await doors.worker.client.get(f"/api/people/{person}/support")).json()
        read += [one["details"]["reason"] for one in support["referrals"]]
    assert sorted(read) == sorted(REASONS), "and each can be read"


async def test_who_says_the_same_twice_at_once_says_it_once(doors, service, unbound, monkeypatch):
    await doors.send()
    await doors.send(reason="Fell on the stairs")
    first, second = await doors.arrivals()
    before_becoming(monkeypatch, service, asyncio.Barrier(2).wait)
    settled = await asyncio.gather(*(doors.settle(first, "same-as", second["person"]) for _ in range(2)))
    assert [one["person"] for one in settled] == [second["person"]] * 2
    assert await unbound.read(rows, "select count(*) from step where kind = 'close'", purpose="test") == [(1,)]


async def test_after_a_power_cut_nobody_writes_in_the_empty_record_and_saying_it_again_ends_it(doors, monkeypatch):
    await doors.send()
    await doors.send(reason="Fell on the stairs")
    first, second = await doors.arrivals()

    async def power_cut(*_given, **_named):
        raise RuntimeError("the power went")

    with monkeypatch.context() as broken:
        broken.setattr(judging.lives, "erase", power_cut)
        await doors.settle(first, "same-as", second["person"], status=500)
    path = f"/api/people/{first['person']}/page/{uuid7()}"
    part = happened("section", section="matters", words="Her garden")
    assert (await doors.worker.client.put(path, json=part)).status_code == 404
    assert (await doors.settle(first, "same-as", second["person"]))["person"] == second["person"]
    people = [one["person"] for one in (await doors.worker.client.get("/api/people")).json()["people"]]
    assert people == [second["person"]]


class Ended:
    """Somebody whom the practice referred, who has a phone, and who ends sharing with the team."""

    def __init__(self, doors: Doors, phone: Phone) -> None:
        self.doors, self.phone = doors, phone

    async def shares(self) -> list[dict]:
        """What they share now."""
        given = (await self.phone.client.get("/api/shares")).json()["given"]
        return [one for one in given if one["ended_at"] is None]

    async def withdraw(self) -> None:
        """They end it."""
        [share] = await self.shares()
        ended = await self.phone.client.request("DELETE", f"/api/shares/{share['id']}", json={})
        assert ended.status_code == 204, ended.text


@pytest.fixture
async def known(doors: Doors, service: Service):
    """Margaret, known here and with a phone."""
    await doors.send()
    [one] = await doors.arrivals()
    await doors.take(one)
    code = (await doors.lead.client.post("/api/codes", json={"kind": "person", "person": one["person"]})).json()
    async with joined(service, code["code"]) as phone:
        yield Ended(doors, phone)


async def test_who_withdrew_is_like_nobody_and_opened_by_nobodys_word(doors, known, service, unbound):
    await known.withdraw()
    await doors.send(reason="Fell on the stairs")
    [arrival] = await doors.arrivals()
    assert arrival["same_as"] == []
    dropped = {
        "id": "R-1",
        "source": "practice",
        "organisation": "Thornbeck Surgery",
        "who": WHO | {"given_name": "Meg"},
    }
    await doors.settle(arrival, "same-as", known.phone.person, status=404)
    await doors.settle(arrival, "not-same-as", known.phone.person, status=404)
    assert await known.shares() == []
    gone = await doors.worker.client.get(f"/api/people/{known.phone.person}/support")
    assert gone.status_code == 404
    judged = await unbound.read(rows, "select 1 from judged", purpose="test")
    assert judged == []
    taken = await dropping.referral_take(service.house, referral=dropped)
    assert taken["alike"] == 1, "the one who arrived, and not the one who withdrew"


async def test_who_shares_again_is_like_somebody_again(doors, known):
    await known.withdraw()
    await doors.send()
    [arrival] = await doors.arrivals()
    assert arrival["same_as"] == []
    asked = await known.phone.client.put(f"/api/referrals/mine/{uuid7()}", json={"agreed": True})
    assert asked.status_code == 200, asked.text
    found = {one["person"]: one for one in await doors.arrivals()}
    assert [like["person"] for like in found[arrival["person"]]["same_as"]] == [known.phone.person]


async def test_who_withdraws_at_that_moment_is_not_opened_either(doors, known, service, unbound, monkeypatch):
    await doors.send(reason="Fell on the stairs")
    [arrival] = await doors.arrivals()
    assert [like["person"] for like in arrival["same_as"]] == [known.phone.person]
    before_becoming(monkeypatch, service, known.withdraw)
    answer = await doors.settle(arrival, "same-as", known.phone.person, status=404)
    assert answer["code"] == "no-such-person"
    assert await known.shares() == []
    [(person, state)] = await unbound.read(
        rows, "select person, state from referral where id = ?", UUID(arrival["id"]), purpose="test"
    )
    assert (str(person), state) == (arrival["person"], "received"), "what arrived stays as it was"


async def test_a_share_that_ran_out_opens_nothing_either(doors, known, unbound):
    await unbound.run(rows, "update share set ends_at = ?", clock.now(), purpose="test")
    await doors.send(reason="Fell on the stairs")
    [arrival] = await doors.arrivals()
    assert arrival["same_as"] == []
    await doors.settle(arrival, "same-as", known.phone.person, status=404)
