"""Joining: what a code opens, how often, and that a lost answer locks nobody out."""

import asyncio
import time
from datetime import timedelta
from uuid import uuid4

import pytest

from jointly.kit import clock
from jointly.kit.db import Database, Query
from jointly.kit.errors import Refusal
from jointly.people import looking_up
from jointly.people import service as people
from jointly.people.limits import Limit, whose
from jointly.people.tables import Attempts, JoinCode
from support.phone import Phone, code_for, entry, joined, service_code
from support.service import Service


async def ask(service: Service, path: str, **fields):
    """A request of a phone that nobody is signed in on."""
    async with service.client() as client:
        return await client.post(f"/api/join{path}", json=fields)


async def test_looking_tells_what_a_code_opens_and_never_uses_it_up(service: Service):
    person = await people.make_person(service.house, role="patient", called="Ann", purpose="test")
    code = await code_for(service.house, str(person))
    for _ in range(3):
        answer = await ask(service, "/look", code=code)
        assert answer.json() == {"kind": "person", "role": "patient", "service": "Jointly", "called": "Ann"}
    assert (await ask(service, "", code=code, device=str(uuid4()))).json()["person"] == str(person)


async def test_a_personal_code_opens_one_record_once(service: Service):
    code = await code_for(service.house)
    first, second = str(uuid4()), str(uuid4())
    assert (await ask(service, "", code=code, device=first)).status_code == 200
    for path, fields in (("", {"device": second}), ("/look", {})):
        refused = await ask(service, path, code=code, **fields)
        assert (refused.status_code, refused.json()["code"]) == (410, "code-used")
        assert "new one" in refused.json()["message"]


async def test_a_personal_code_used_by_two_phones_at_once_opens_on_one(service: Service):
    code = await code_for(service.house)
    answers = await asyncio.gather(*(ask(service, "", code=code, device=str(uuid4())) for _ in range(6)))
    assert sorted(answer.status_code for answer in answers) == [200] + [410] * 5


async def test_after_a_lost_answer_the_same_phone_asks_again(service: Service, unbound: Database):
    for code in (await code_for(service.house), await service_code(service.house)):
        device = str(uuid4())
        lost = await ask(service, "", code=code, device=device, called="Ann")
        again = await ask(service, "", code=code, device=device, called="Ann")
        assert again.json() == lost.json()
        assert again.cookies != lost.cookies, "a token is given once"
    assert await unbound.read(count_people, purpose="test") == [(2,)]


def count_people():
    """Unit: how many people there are."""
    return (yield Query("select count(*) from person"))


async def test_a_service_code_opens_a_record_for_each_phone(service: Service):
    code = await service_code(service.house)
    async with joined(service, code, called="Ann") as one, joined(service, code, called="Bea") as other:
        assert one.person != other.person
        await one.push(entry())
        assert await other.everything() == []
        assert (await one.client.get("/api/me")).json()["called"] == "Ann"


async def test_what_an_entry_tells_of_its_phone_opens_nothing(service: Service):
    """The id of a phone is in every entry, and in what people download and share."""
    code = await service_code(service.house)
    async with joined(service, code) as phone:
        await phone.push(entry())
        [row] = await phone.everything()
        stranger = await ask(service, "", code=code, device=row["device"])
        assert stranger.json()["person"] != phone.person
        assert (await phone.sync()).status_code == 200


async def test_a_new_code_reopens_the_same_record_on_a_new_phone(service: Service):
    async with joined(service, called="Ann") as old:
        await old.push(entry())
        async with joined(service, await code_for(service.house, old.person)) as new:
            assert new.person == old.person
            assert len(await new.everything()) == 1
            assert (await new.client.get("/api/me")).json()["called"] == "Ann"


async def test_a_code_for_the_demonstration_opens_nothing_in_a_real_service(service: Service):
    person = await people.make_person(service.house, role="patient", purpose="test")
    code = (await people.make_code(service.house, kind="demonstration", person=person)).code
    for path, fields in (("/look", {}), ("", {"device": str(uuid4())})):
        assert (await ask(service, path, code=code, **fields)).json()["code"] == "code-unknown"


async def test_a_code_that_is_too_old_says_so(service: Service):
    code = await code_for(service.house)
    async with service.house.db.transaction(purpose="test"):
        await JoinCode.update({JoinCode.ends_at: clock.now() - timedelta(seconds=1)}, force=True)
    for path, fields in (("/look", {}), ("", {"device": str(uuid4())})):
        refused = await ask(service, path, code=code, **fields)
        assert (refused.status_code, refused.json()["code"]) == (410, "code-expired")


async def test_10_wrong_codes_and_the_door_is_shut_for_a_while(service: Service):
    right = await code_for(service.house)
    for _ in range(10):
        assert (await ask(service, "/look", code="ABCD-2345")).status_code == 404
    for path, fields in (("/look", {}), ("", {"device": str(uuid4())})):
        shut = await ask(service, path, code=right, **fields)
        assert (shut.status_code, shut.json()["code"]) == (429, "too-many-tries")
        assert 0 < int(shut.headers["retry-after"]) <= 600
        assert "minute" in shut.json()["message"]


async def test_guesses_that_arrive_together_are_counted_one_after_the_other(service: Service):
    answers = await asyncio.gather(*(ask(service, "/look", code="ABCD-2345") for _ in range(25)))
    assert sorted(answer.status_code for answer in answers) == [404] * 10 + [429] * 15


async def test_wrong_codes_from_everywhere_shut_the_door_too(service: Service, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(looking_up, "ALL_WRONG_CODES", Limit(tries=5, seconds=600))
    right = await code_for(service.house)
    statuses = []
    for number in range(6):
        with pytest.raises(Refusal) as refused:
            await people.look(service.house, typed="ABCD-2345", address=f"192.0.2.{number}")
        statuses.append(refused.value.status)
    assert statuses == [404] * 5 + [429]
    with pytest.raises(Refusal):
        await people.look(service.house, typed=right, address="198.51.100.7")


async def test_counts_name_no_address_and_do_not_pile_up(service: Service):
    async def counts() -> list[tuple]:
        return await service.house.db.read(all_counts, purpose="test")

    house = service.house
    for address in ("192.0.2.77", "2001:db8:1:2::1"):
        with pytest.raises(Refusal):
            await people.look(house, typed="ABCD-2345", address=address)
    kept = await counts()
    assert len(kept) == 3
    assert not any(part in key for key, _ in kept for part in ("192.0.2", "2001:db8"))
    async with house.db.transaction(purpose="test"):
        await Attempts.update({Attempts.window: int(time.time()) - 1}, force=True)
    with pytest.raises(Refusal):
        await people.look(house, typed="ABCD-2345", address="203.0.113.9")
    assert sorted(count for _, count in await counts()) == [1, 1], "only this one is left"


def all_counts():
    """Unit: every key that is counted, and its count."""
    return (yield Query("select key, count from attempts"))


@pytest.mark.parametrize("service_settings", ["sqlite"], indirect=True)
async def test_a_household_counts_as_one_address(service: Service):
    same = (
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"),
        ("192.0.2.1", "::ffff:192.0.2.1"),
        ("fe80::1%eth0", "fe80::2"),
        ("unknown", "unknown"),
    )
    for one, other in same:
        assert whose(service.house, one) == whose(service.house, other)
    assert len({whose(service.house, one) for one, _ in same} | {whose(service.house, "2001:db8:1:3::1")}) == 5


async def test_right_codes_never_shut_the_door(service: Service):
    code = await code_for(service.house)
    assert {(await ask(service, "/look", code=code)).status_code for _ in range(15)} == {200}


async def test_a_service_code_opens_60_records_an_hour(service: Service, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(people, "NEW_RECORDS", Limit(tries=3, seconds=3600))
    code = await service_code(service.house)
    answers = [await ask(service, "", code=code, device=str(uuid4())) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert int(answers[-1].headers["retry-after"]) > 0
    assert (await ask(service, "", code=await service_code(service.house), device=str(uuid4()))).status_code == 200


async def test_names_have_1_to_60_letters(service: Service):
    async with joined(service) as phone:
        for called, kept in (("Ann", "Ann"), ("  Ann \n", "Ann"), ("é" * 60, "é" * 60), ("a\0b", "a\0b")):
            assert (await phone.client.put("/api/me", json={"called": called})).json()["called"] == kept
        for called in ("", "   ", "a" * 61, None, 7, ["Ann"]):
            refused = await phone.client.put("/api/me", json={"called": called})
            assert (refused.status_code, refused.json()["code"]) == (400, "bad-request")
        assert (await phone.client.get("/api/me")).json()["called"] == "a\0b"


async def test_a_join_that_cannot_be_read_is_refused_in_plain_words(service: Service, unbound: Database):
    code = await service_code(service.house)
    good = {"code": code, "device": str(uuid4())}
    for wrong in (
        {"device": "mine"},
        {"device": None},
        {"code": ""},
        {"code": "A" * 41},
        {"code": None},
        {"device_name": "a\0b"},
        {"device_name": "a" * 81},
        {"role": "advisor"},
        {"person": str(uuid4())},
    ):
        refused = await ask(service, "", **good | wrong)
        assert (refused.status_code, refused.json()["code"]) == (400, "bad-request"), wrong
    assert await unbound.read(count_people, purpose="test") == [(0,)]


async def test_joining_opens_the_record_for_the_advisors_list_only_once(service: Service, unbound: Database):
    person = await people.make_person(service.house, role="patient", purpose="test")
    phone = Phone(service.client())
    async with phone.client:
        await phone.join(await code_for(service.house, str(person)))
        [(first,)] = await unbound.read(joined_at, purpose="test")
        assert first
        await phone.join(await code_for(service.house, str(person)))
        assert await unbound.read(joined_at, purpose="test") == [(first,)]


def joined_at():
    """Unit: when everybody joined."""
    return (yield Query("select joined_at from person"))
