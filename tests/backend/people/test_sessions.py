"""Sessions: made by the server alone, kept as hashes, ended at once; nothing planted, old or revoked is honoured."""

import hashlib
from datetime import timedelta
from uuid import UUID, uuid4

from jointly.kit import clock
from jointly.people.cookies import COOKIE
from jointly.people.sessions import CACHED_SECONDS, RENEW_AFTER
from jointly.people.vault_tables import Device
from support.phone import code_for, entry, joined, service_code
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
