"""Sessions: made by the server alone, kept as hashes, ended at once; nothing planted, old or revoked is honoured."""

import hashlib
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from jointly.kit import clock
from jointly.kit.errors import Refusal
from jointly.people.cookies import COOKIE
from jointly.people.sessions import CACHED_SECONDS, RENEW_AFTER
from jointly.people.vault_tables import Device
from support.phone import Phone, at_work, code_for, entry, joined, service_code, sign_in
from support.service import Service


async def test_the_cookie_is_bound_to_this_host_and_out_of_reach_of_scripts(service: Service):
    async with service.client() as client:
        answer = await client.post(
            "/api/join", json={"code": await service_code(service.house), "device": str(uuid4())}
        )
    [cookie] = answer.headers.get_list("set-cookie")
    name, _, rest = cookie.partition("=")
    token, *flags = rest.split("; ")
    assert name == COOKIE == "__Host-jointly"
    assert {flag.lower() for flag in flags} == {"httponly", "secure", "samesite=strict", "path=/", "max-age=34560000"}
    assert len(token) >= 43, "256 bits"
    [kept] = await Device.select(Device.token_hash)
    assert kept["token_hash"] == hashlib.sha256(token.encode()).digest()


async def test_a_planted_token_is_nobodys(service: Service):
    async with service.client() as client, joined(service) as phone:
        for planted in ("attacker-chosen-id", "", phone.person, "A" * 5000, "é"):
            cookie = f"{COOKIE}={planted}".encode("latin-1")
            assert (await client.get("/api/me", headers={b"Cookie": cookie})).status_code == 401
        client.headers["Cookie"] = f"{COOKIE}=attacker-chosen-id"
        joining = {"code": await service_code(service.house), "device": str(uuid4())}
        assert "attacker" not in (await client.post("/api/join", json=joining)).headers["set-cookie"]
        client.headers["Cookie"] = f"{COOKIE}=attacker-chosen-id"
        assert (await client.get("/api/me")).status_code == 401


async def test_an_older_token_of_a_phone_stops_when_it_joins_again(service: Service):
    code, device = await service_code(service.house), str(uuid4())
    async with service.client() as client:
        await client.post("/api/join", json={"code": code, "device": device})
        old = client.cookies[COOKIE]
        assert (await client.get("/api/me")).status_code == 200
        await client.post("/api/join", json={"code": code, "device": device})
        assert (await client.get("/api/me")).status_code == 200
    async with service.client() as thief:
        thief.cookies.set(COOKIE, old, domain="jointly.test")
        assert (await thief.get("/api/me")).status_code == 401


async def test_signing_out_ends_this_phone_and_no_other_and_keeps_the_record(service: Service):
    async with joined(service) as phone, joined(service, await code_for(service.house, phone.person)) as other:
        await phone.push(entry())
        token = phone.client.cookies[COOKIE]
        answer = await phone.client.post("/api/sign-out", json={})
        assert answer.status_code == 204
        assert "max-age=0" in answer.headers["set-cookie"].lower()
        phone.client.cookies.set(COOKIE, token, domain="jointly.test")
        refused = await phone.sync(entry())
        assert (refused.status_code, refused.json()["code"]) == (401, "signed-out")
        assert len(await other.everything()) == 1
        log = (await other.client.get("/api/access-log")).json()["rows"]
        assert [row["by"] for row in log if row["action"] == "signed-out"] == [phone.person]


async def test_signing_out_needs_no_body(service: Service):
    async with joined(service) as phone:
        answer = await phone.client.post("/api/sign-out", headers={"Content-Type": "application/json"})
        assert answer.status_code == 204


async def test_a_phone_that_was_not_heard_for_400_days_is_signed_out(service: Service):
    async with joined(service) as phone:
        past = clock.now() - timedelta(seconds=1)
        async with service.house.vault.database.transaction(purpose="test"):
            await Device.update({Device.ends_at: past}).where(Device.person == UUID(phone.person))
        service.house.vault._sessions.clear()  # as after the few seconds that a session is remembered
        assert CACHED_SECONDS <= 10
        assert (await phone.sync()).status_code == 401


async def test_being_heard_renews_a_phone_for_400_days(service: Service):
    async with joined(service) as phone:
        before = clock.now() - 2 * RENEW_AFTER
        async with service.house.vault.database.transaction(purpose="test"):
            await Device.update({Device.heard_at: before, Device.ends_at: before + timedelta(days=3)}, force=True)
        service.house.vault._sessions.clear()
        await phone.push()
        [kept] = await Device.select(Device.heard_at, Device.ends_at)
        assert clock.now() - kept["heard_at"] < timedelta(minutes=1)
        assert kept["ends_at"] - kept["heard_at"] == timedelta(days=400)


async def test_staff_who_went_away_are_signed_out_after_30_minutes(service: Service, hours):
    async with at_work(service) as sam:
        for minutes in (29, 58, 87):  # each request begins the half hour again
            hours(minutes / 60)
            assert (await sam.client.get("/api/sessions")).status_code == 200
        hours((87 + 31) / 60)
        gone = await sam.client.get("/api/sessions")
        assert (gone.status_code, gone.json()["code"]) == (401, "signed-out")


async def test_an_app_that_syncs_by_itself_keeps_no_staff_signed_in(service: Service, hours):
    async with at_work(service) as sam, joined(service) as ann:
        for minutes in (10, 20, 30):
            hours(minutes / 60)
            assert (await sam.sync()).status_code == 200
        hours(32 / 60)
        assert (await sam.sync()).status_code == 401
        assert (await ann.sync()).status_code == 200


async def test_staff_are_signed_out_after_12_hours_whatever_they_do(service: Service, hours):
    async with at_work(service) as sam:
        for tenth in range(0, 120, 4):
            hours(tenth / 10)
            assert (await sam.client.get("/api/sessions")).status_code == 200, tenth
        hours(12.01)
        assert (await sam.client.get("/api/sessions")).status_code == 401


async def test_the_limits_hold_for_a_session_that_is_remembered(service: Service, hours):
    async with at_work(service) as sam:
        assert (await sam.client.get("/api/me")).status_code == 200
        assert service.house.vault._sessions, "it is remembered"
        hours(0.55)
        assert (await sam.client.get("/api/me")).status_code == 401


async def test_staff_who_signed_in_by_less_are_nobody(service: Service):
    async with at_work(service) as sam:
        async with service.house.vault.database.transaction(purpose="test"):
            await Device.update({Device.method: "code"}, force=True)
        service.house.vault._sessions.clear()
        assert (await sam.client.get("/api/me")).status_code == 401
        with pytest.raises(Refusal, match="needs-passkey"):
            await sign_in(service, sam, UUID(sam.person), method="nhs-login")


async def end(phone: Phone, device: str):
    """Ends a session from a phone."""
    return await phone.client.delete(f"/api/sessions/{device}", headers={"Content-Type": "application/json"})


async def test_a_lost_phone_is_signed_out_from_another_one(service: Service, ann: Phone):
    async with joined(service, await code_for(service.house, ann.person)) as lost:
        listed = (await ann.client.get("/api/sessions")).json()["sessions"]
        assert sorted((one["method"], one["current"]) for one in listed) == [("code", False), ("code", True)]
        [other] = [one["device"] for one in listed if not one["current"]]
        await lost.push(entry())
        assert (await end(ann, other)).status_code == 204
        for answer in (await lost.client.get("/api/me"), await lost.sync(entry())):
            assert (answer.status_code, answer.json()["code"]) == (410, "revoked")
        assert [one["current"] for one in (await ann.client.get("/api/sessions")).json()["sessions"]] == [True]
        assert len(await ann.everything()) == 1
        again = await end(ann, other)
        assert (again.status_code, again.json()["code"]) == (404, "no-such-device")


async def test_a_code_brings_no_phone_back_that_was_signed_out_from_elsewhere(service: Service, ann: Phone):
    for code in (await code_for(service.house, ann.person), await service_code(service.house)):
        device = str(uuid4())
        async with joined(service, code, device=device) as lost, service.client() as thief:
            assert await service.house.vault.revoke(person=UUID(lost.person), but=await own_device(ann))
            before = await Device.count()
            answer = await thief.post("/api/join", json={"code": code, "device": device})
            assert (answer.status_code, answer.json()["code"]) == (410, "code-used")
            assert (await lost.client.get("/api/me")).status_code == 410
            assert await Device.count() == before
    [revoked, _] = await Device.select(Device.id).where(Device.revoked_at.is_not_null())
    with pytest.raises(Refusal, match="code-used"):
        await service.house.vault.sign_in(person=UUID(ann.person), device=revoked["id"], name="", method="code")


async def own_device(phone: Phone) -> UUID:
    """The device that a phone is signed in as."""
    return UUID((await phone.client.get("/api/me")).json()["device"])


async def test_only_the_phone_whose_sign_in_it_was_hears_that_it_was_ended(service: Service, ann: Phone):
    """A phone forgets what it holds on that word: somebody else's record on a phone with this cookie must stay."""
    async with joined(service) as bea:
        await service.house.vault.revoke(person=UUID(ann.person))
        bea.client.cookies.set(COOKIE, ann.client.cookies[COOKIE], domain="jointly.test")
        answer = await bea.sync(entry())
        assert (answer.status_code, answer.json()["code"]) == (401, "signed-out")


async def test_all_other_phones_are_signed_out_at_once_and_it_is_noted(service: Service, ann: Phone):
    async with (
        joined(service, await code_for(service.house, ann.person)) as one,
        joined(service, await code_for(service.house, ann.person)) as two,
        joined(service) as bea,
    ):
        assert (await ann.client.post("/api/sessions/end-others", json={})).status_code == 204
        assert [(await other.sync()).status_code for other in (one, two)] == [410, 410]
        assert (await ann.sync()).status_code == (await bea.sync()).status_code == 200
        log = (await ann.client.get("/api/access-log")).json()["rows"]
        assert ("ended-sessions", 2) in {(row["action"], row["count"]) for row in log}


async def test_nobody_sees_or_ends_the_sessions_of_others(service: Service, ann: Phone):
    async with joined(service) as bea:
        [own] = (await bea.client.get("/api/sessions")).json()["sessions"]
        answers = [await end(ann, device) for device in (own["device"], str(uuid4()))]
        assert {(answer.status_code, answer.text) for answer in answers} == {(404, answers[0].text)}
        assert (await bea.sync()).status_code == 200


async def test_an_account_that_was_ended_signs_nobody_in(service: Service):
    async with at_work(service) as sam:
        await service.house.vault.end(UUID(sam.person))
        assert (await sam.client.get("/api/me")).status_code == 401
        with pytest.raises(Refusal, match="account-ended"):
            await sign_in(service, sam, UUID(sam.person))


async def test_a_phone_in_use_gets_its_cookie_for_another_400_days(service: Service, ann: Phone):
    assert "set-cookie" not in (await ann.sync()).headers
    token = ann.client.cookies[COOKIE]
    async with service.house.vault.database.transaction(purpose="test"):
        await Device.update({Device.heard_at: clock.now() - 2 * RENEW_AFTER}, force=True)
    service.house.vault._sessions.clear()
    [cookie] = (await ann.sync()).headers.get_list("set-cookie")
    assert cookie.startswith(f"{COOKIE}={token}; ")
    flags = {flag.lower() for flag in cookie.split("; ")[1:]}
    assert flags == {"httponly", "secure", "samesite=strict", "path=/", "max-age=34560000"}


async def test_a_page_that_only_asks_who_is_here_keeps_no_staff_signed_in(service: Service, hours):
    async with at_work(service) as sam:
        hours(29 / 60)
        assert (await sam.client.get("/api/me")).status_code == 200
        hours(31 / 60)
        assert (await sam.client.get("/api/me")).status_code == 401
