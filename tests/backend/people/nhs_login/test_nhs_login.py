"""NHS login: who is linked gets in, and nobody else does, whatever comes back from it. See decision 11."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Database, Query
from jointly.people import nhs_login
from jointly.people.cookies import COOKIE as SESSION
from jointly.people.nhs_login_api import COOKIE
from jointly.people.vault_tables import Ceremony, Device, Login, Passkey
from support.nhs_login import begun, come_back, link, provided, signed_in_by
from support.oidc_provider import Provider
from support.phone import Phone, at_work, entry, joined
from support.service import Service

LINKED = "/more/nhs-login?nhs-login=linked"
IN = "/join?nhs-login=signed-in"


async def test_a_linked_identity_opens_the_same_record_on_a_new_phone(nhs: Service, provider: Provider):
    async with joined(nhs, called="Ann") as old, nhs.client() as client:
        await old.push(entry())
        assert (await old.client.get("/api/nhs-login")).json() == {"linked": False}
        assert await link(old, provider, "sub-ann") == LINKED
        assert (await old.client.get("/api/nhs-login")).json() == {"linked": True}
        assert (await old.client.get("/api/me")).json()["method"] == "code", "linking signs nobody in"
        back = await come_back(client, await begun(client, provider, "sub-ann"))
        assert back.headers["location"] == IN
        [cookie] = [one for one in back.headers.get_list("set-cookie") if one.startswith(f"{SESSION}=")]
        assert {"httponly", "secure", "samesite=strict", "path=/"} <= {part.lower() for part in cookie.split("; ")}
        new = Phone(client)
        me = (await client.get("/api/me")).json()
        new.person = me["person"]
        assert (me["person"], me["called"], me["method"]) == (old.person, "Ann", "nhs-login")
        assert len(await new.everything()) == 1


async def test_it_asks_for_no_more_than_it_needs_and_keeps_less(
    nhs: Service, provider: Provider, unbound_nhs: Database
):
    async with joined(nhs) as phone:
        await link(phone, provider, "sub-canary")
        await signed_in_by(nhs, provider, "sub-canary")
    for asked in provider.asked:
        assert asked["scope"] == "openid basic_demographics", "`profile` would bring the NHS number"
        assert (asked["vtr"], asked["prompt"]) == ('["P9.Cp.Cd","P9.Cp.Ck","P9.Cm"]', "login")
    assert "/userinfo" not in provider.paths
    assert await Ceremony.count() == 0
    kept = repr(await Login.select()).encode() + repr(await unbound_nhs.read(whole_audit, purpose="test")).encode()
    for word in (b"sub-canary", b"Canary", b"9434765919", b"1950", provider.url.encode()):
        assert word not in kept
    actions = [action for _, action, _ in await unbound_nhs.read(whole_audit, purpose="test")]
    assert {"linked", "signed-in"} <= set(actions)


def whole_audit():
    """Unit: who did what, with which words."""
    return (yield Query("select actor, action, what from audit order by at"))


async def test_an_unknown_identity_joins_with_a_code_first(nhs: Service, provider: Provider, unbound_nhs: Database):
    assert await signed_in_by(nhs, provider, "sub-nobody") == ("/join?nhs-login=unlinked", None)
    assert await unbound_nhs.read(whole_audit, purpose="test") == [], "nobody was made"
    assert await Login.count() == 0


async def test_an_answer_counts_once_in_the_browser_that_asked_and_for_5_minutes(nhs: Service, provider: Provider):
    again = "/join?nhs-login=again"
    async with joined(nhs) as phone, nhs.client() as client, nhs.client() as thief:
        await link(phone, provider, "sub-ann")
        address = await begun(client, provider, "sub-ann")
        own = client.cookies[COOKIE]
        for cookie in ("", "guess", thief.cookies.get(COOKIE, "")):
            assert (await come_back(thief, address, cookie)).headers["location"] == again
        await begun(thief, provider, "sub-thief")
        assert (await come_back(thief, address)).headers["location"] == again, "the cookie of another browser"
        assert (await come_back(client, address)).headers["location"] == IN
        assert (await come_back(client, address, own)).headers["location"] == again, "replayed"
        client.cookies.clear()
        address = await begun(client, provider, "sub-ann")
        own = client.cookies[COOKIE]
        forged = address.replace("state=", "state=x")
        assert (await come_back(client, forged, own)).headers["location"] == again
        assert (await come_back(client, address, own)).headers["location"] == again, "over with the first answer"
        address = await begun(client, provider, "sub-ann")
        async with nhs.house.vault.database.transaction(purpose="test"):
            await Ceremony.update({Ceremony.ends_at: clock.now() - timedelta(seconds=1)}, force=True)
        assert (await come_back(client, address)).headers["location"] == again
        assert (await client.get("/api/me")).status_code == 401


async def test_what_the_provider_says_of_an_error_is_not_repeated(nhs: Service, provider: Provider):
    for error, problem in (("access_denied", "cancelled"), ("server_error", "unreachable"), ("%0d%0aX", "unreachable")):
        async with nhs.client() as client:
            state = parse_qs(urlsplit(await begun(client, provider, "sub-ann")).query)["state"][0]
            address = f"/api/nhs-login/back?state={state}&error={error}&error_description=Canary"
            assert (await come_back(client, address)).headers["location"] == f"/join?nhs-login={problem}"


async def test_a_sign_in_by_it_lasts_30_days_and_one_by_a_code_goes_on(nhs: Service, provider: Provider):
    async with joined(nhs) as old, nhs.client() as new:
        await link(old, provider, "sub-ann")
        back = await come_back(new, await begun(new, provider, "sub-ann"))
        assert f"max-age={30 * 86_400}" in back.headers["set-cookie"].lower().partition(SESSION.lower())[2]
        for days, status in ((29, 200), (31, 401)):
            async with nhs.house.vault.database.transaction(purpose="test"):
                await Device.update({Device.signed_in_at: clock.now() - timedelta(days=days)}, force=True)
            nhs.house.vault._sessions.clear()  # as after the few seconds that a session is remembered
            assert [(await one.get("/api/me")).status_code for one in (new, old.client)] == [status, 200]


async def test_staff_neither_link_nor_sign_in(nhs: Service, provider: Provider):
    async with at_work(nhs) as advisor:
        refused = await advisor.client.post("/api/nhs-login/link", json={})
        assert (refused.status_code, refused.json()["code"]) == (403, "not-allowed")
        digest = nhs_login._digest(nhs.house, provider.url, "sub-advisor")
        async with nhs.house.vault.database.transaction(purpose="test"):
            await Login.insert(Login(id=digest, person=UUID(advisor.person), made_at=clock.now()))
        assert await signed_in_by(nhs, provider, "sub-advisor") == ("/join?nhs-login=staff", None)


async def test_two_identities_with_one_nhs_number_stay_two(nhs: Service, provider: Provider):
    async with joined(nhs) as ann, joined(nhs) as bea:
        for phone, subject in ((ann, "sub-1"), (bea, "sub-2")):
            assert await link(phone, provider, subject) == LINKED
        for phone, subject in ((ann, "sub-1"), (bea, "sub-2")):
            _, me = await signed_in_by(nhs, provider, subject)
            assert me and me["person"] == phone.person


async def test_an_identity_opens_one_record_and_a_record_has_one_identity(nhs: Service, provider: Provider):
    async with joined(nhs) as ann, joined(nhs) as bea:
        assert [await link(ann, provider, "sub-1") for _ in range(2)] == [LINKED, LINKED]
        assert await link(bea, provider, "sub-1") == "/more/nhs-login?nhs-login=taken"
        assert await link(ann, provider, "sub-2") == "/more/nhs-login?nhs-login=another"
        assert (await ann.client.delete("/api/nhs-login", headers={"Content-Type": "application/json"})).json() == {
            "linked": False
        }
        assert await signed_in_by(nhs, provider, "sub-1") == ("/join?nhs-login=unlinked", None)
        assert await link(ann, provider, "sub-2") == LINKED


async def test_who_was_erased_or_ended_does_not_come_back(nhs: Service, provider: Provider):
    async with joined(nhs) as ann, joined(nhs) as bea:
        await link(ann, provider, "sub-ann")
        await link(bea, provider, "sub-bea")
        await nhs.house.vault.erase(UUID(ann.person))
        await nhs.house.vault.end(UUID(bea.person))
        assert await signed_in_by(nhs, provider, "sub-ann") == ("/join?nhs-login=unlinked", None)
        assert await signed_in_by(nhs, provider, "sub-bea") == ("/join?nhs-login=ended", None)


async def test_linking_needs_the_sessions_token_and_a_fresh_proof(nhs: Service, provider: Provider):
    async with joined(nhs) as phone, nhs.client() as stranger:
        assert (await stranger.post("/api/nhs-login/link", json={})).status_code == 401
        stale = await phone.client.post("/api/nhs-login/link", json={}, headers={"X-Jointly-CSRF": "guess"})
        assert stale.json()["code"] == "stale-token"
        passkey = Passkey(
            id=b"1", person=UUID(phone.person), public_key=b"1", device_type="multi_device", made_at=clock.now()
        )
        async with nhs.house.vault.database.transaction(purpose="test"):
            await Passkey.insert(passkey)
        for method in ("post", "delete"):
            address = "/api/nhs-login/link" if method == "post" else "/api/nhs-login"
            answer = await getattr(phone.client, method)(address, headers={"Content-Type": "application/json"})
            assert (answer.status_code, answer.json()["code"]) == (403, "needs-proof")


async def test_a_phone_that_was_signed_out_from_elsewhere_links_nothing(nhs: Service, provider: Provider):
    async with joined(nhs) as phone:
        asked = await phone.client.post("/api/nhs-login/link", json={})
        address = provided(provider, asked.json()["address"], "sub-thief")
        await nhs.house.vault.revoke(person=UUID(phone.person))
        assert (await come_back(phone.client, address)).headers["location"] == "/more/nhs-login?nhs-login=ended"
    assert await Login.count() == 0


async def test_another_sites_link_begins_nothing_and_neither_does_a_flood(nhs: Service, provider: Provider):
    async with nhs.client() as client:
        for site in ("cross-site", "same-site"):
            answer = await client.get("/api/nhs-login/start", headers={"Sec-Fetch-Site": site})
            assert answer.headers["location"] == "/join?nhs-login=again"
        for _ in range(nhs_login.STARTS.tries):
            await begun(client, provider, "sub-ann")
        answer = await client.get("/api/nhs-login/start")
        assert answer.headers["location"] == "/join?nhs-login=busy"


async def test_without_its_settings_there_is_nothing_of_it(service: Service):
    async with joined(service) as phone:
        json = {"Content-Type": "application/json"}
        for method, path in (("GET", "/start"), ("GET", "/back"), ("POST", "/link"), ("GET", ""), ("DELETE", "")):
            answer = await phone.client.request(method, f"/api/nhs-login{path}", headers=json)
            unknown = await phone.client.request("GET", "/api/nothing-here")
            assert (answer.status_code, answer.json()) == (404, unknown.json())
        assert (await phone.client.get("/api/service")).json()["nhs_login"] is False
