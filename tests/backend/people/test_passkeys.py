"""Passkeys: what is asked of them, what is refused, and that staff come in by nothing else."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from jointly.kit import clock
from jointly.people.ceremonies import COOKIE as CEREMONY
from jointly.people.ceremonies import LIFE
from jointly.people.cookies import COOKIE
from jointly.people.credentials import StoredPasskey, keep_passkey, passkeys_of
from jointly.people.vault_tables import Ceremony, Passkey
from support.authenticator import Authenticator, padless, unpadded
from support.phone import Phone, at_work, code_for, joined, service_code
from support.service import ORIGIN, Service


def refusal(answer) -> tuple[int, str]:
    """Status and code of an answer."""
    return answer.status_code, answer.json()["code"]


REFUSED = (403, "passkey-refused")
OVER = (403, "ceremony-over")


async def test_an_invitation_makes_a_passkey_and_signs_in_once(service: Service, keys):
    async with service.client() as client, service.client() as other:
        code = await keys.invited("lead", "Sam")
        looked = await client.post("/api/invitation/look", json={"code": code})
        assert looked.json() == {"role": "lead", "service": "Jointly", "called": "Sam"}
        passkey, answer = await keys.take_up(client, code, called="Samira")
        me = answer.json()
        assert (me["role"], me["called"], me["method"], me["passkeys"]) == ("lead", "Samira", "passkey", 1)
        assert me["proved_until"]
        session, over = answer.headers.get_list("set-cookie")
        assert "Max-Age=43200" in session and CEREMONY in over and "Max-Age=0" in over
        assert (await client.get("/api/me")).json() == me
        for path, given in (("/look", {}), ("/options", {})):
            again = await other.post(f"/api/invitation{path}", json={"code": code} | given)
            assert refusal(again) == (410, "code-used")
        signed_in = await keys.use(other, passkey)
        assert signed_in.json()["person"] == me["person"]
        assert signed_in.json()["device"] != me["device"]


async def test_the_options_ask_for_a_key_that_looks_at_who_holds_it(service: Service, keys):
    async with service.client() as client:
        code = await keys.invited()
        answer = await client.post("/api/invitation/options", json={"code": code})
        options = answer.json()["options"]
        [cookie] = answer.headers.get_list("set-cookie")
        name, *flags = cookie.split("; ")
        assert name.startswith("__Host-jointly-ceremony=")
        assert {flag.lower() for flag in flags} == {
            "httponly",
            "secure",
            "samesite=strict",
            "path=/",
            "max-age=300",
        }
        chosen = options["authenticatorSelection"]
        assert (chosen["userVerification"], chosen["residentKey"]) == ("required", "required")
        assert options["rp"] == {"name": "Jointly", "id": "jointly.test"}
        assert len(unpadded(options["challenge"])) >= 32
        assert len(unpadded(options["extensions"]["prf"]["eval"]["first"])) == 32
        [person] = await people_of_invitations()
        assert person.bytes not in unpadded(options["user"]["id"])
        using = await keys.options(client, "sign-in")
        assert (using["userVerification"], using["rpId"], using.get("allowCredentials", [])) == (
            "required",
            "jointly.test",
            [],
        )
        assert using["extensions"] == options["extensions"]


async def people_of_invitations() -> list[UUID]:
    """Whom ceremonies were begun for."""
    return [row["person"] for row in await Ceremony.select(Ceremony.person) if row["person"]]


@pytest.mark.parametrize(
    "wrong",
    [
        {"verifies": False},
        {"origin": "https://jointly.example"},
        {"origin": "http://jointly.test"},
    ],
    ids=str,
)
async def test_a_passkey_of_less_or_of_elsewhere_is_refused(service: Service, keys, wrong: dict):
    async with service.client() as client, service.client() as other:
        code = await keys.invited()
        _, answer = await keys.take_up(client, code, Authenticator(**{"origin": ORIGIN} | wrong))
        assert refusal(answer) == REFUSED
        assert await Passkey.count() == 0
        good, answer = await keys.take_up(client, code)
        assert answer.status_code == 200, "the invitation is still good"
        assert refusal(await keys.use(other, replace(good, **wrong))) == REFUSED
        assert COOKIE not in other.cookies


async def test_what_is_no_credential_is_refused(service: Service, keys):
    async with service.client() as client:
        passkey, _ = await keys.take_up(client, await keys.invited())
        for wrong in ({}, {"rawId": 7}, {"response": {}}, {"response": None}, {"type": "password"}):
            credential = passkey.use(await keys.options(client, "sign-in"))
            given = credential | wrong if wrong else {}
            assert refusal(await keys.present(client, given)) == REFUSED, wrong
        for field in ("clientDataJSON", "authenticatorData", "signature", "userHandle"):
            for text in ("", "A", "!!!", padless(bytes(400))):
                credential = passkey.use(await keys.options(client, "sign-in"))
                credential["response"][field] = text
                assert refusal(await keys.present(client, credential)) == REFUSED, (field, text)
        code = await keys.invited()
        for field in ("clientDataJSON", "attestationObject"):
            options = (await client.post("/api/invitation/options", json={"code": code})).json()["options"]
            credential = Authenticator(ORIGIN).make(options)
            credential["response"][field] = padless(b"\xa1" * 60)
            answer = await client.post("/api/invitation", json={"code": code, "credential": credential})
            assert refusal(answer) == REFUSED, field


async def test_each_lie_by_itself_is_refused(service: Service, keys):
    async with service.client() as client, service.client() as other:
        passkey, _ = await keys.take_up(client, await keys.invited())
        mine, _ = await keys.take_up(client, await keys.invited())
        for lie in (
            lambda options: passkey.use(options | {"rpId": "evil.test"}),
            lambda options: replace(passkey, key=mine.key).use(options),
            lambda options: replace(passkey, handle=mine.handle).use(options),
            lambda options: replace(passkey, handle=b"").use(options),
            lambda options: replace(passkey, id=mine.id).use(options),
        ):
            answer = await keys.present(other, lie(await keys.options(other, "sign-in")))
            assert refusal(answer) == REFUSED
        assert (await keys.use(other, passkey)).status_code == 200


async def test_a_challenge_counts_once_in_its_browser_for_its_purpose(service: Service, keys, monkeypatch):
    async with service.client() as client, service.client() as thief:
        passkey, _ = await keys.take_up(client, await keys.invited())
        credential = passkey.use(await keys.options(client, "sign-in"))
        assert refusal(await keys.present(thief, credential)) == OVER, "another browser"
        await keys.options(thief, "sign-in")
        assert refusal(await keys.present(thief, credential)) == REFUSED, "another browser's own challenge"
        begun = client.cookies[CEREMONY]
        assert (await keys.present(client, credential)).status_code == 200
        client.cookies.set(CEREMONY, begun, domain="jointly.test")
        assert refusal(await keys.present(client, credential)) == OVER, "replayed"
        credential = passkey.use(await keys.options(client, "step-up"))
        assert refusal(await keys.present(client, credential)) == OVER, "begun for something else"
        credential = passkey.use(await keys.options(client, "sign-in"))
        later = clock.now() + LIFE + timedelta(seconds=1)
        monkeypatch.setattr(clock, "now", lambda: later)
        assert refusal(await keys.present(client, credential)) == OVER, "too late"


async def test_only_hashes_rest_of_what_a_browser_holds(service: Service, keys):
    async with service.client() as client:
        await keys.options(client, "sign-in")
        [kept] = await Ceremony.select()
        assert client.cookies[CEREMONY].encode() not in repr(kept).encode()
        assert len(kept["id"]) == 32


async def test_a_counter_that_does_not_rise_is_a_copy(service: Service, keys):
    async with service.client() as client:
        passkey, _ = await keys.take_up(client, await keys.invited(), Authenticator(ORIGIN, counter=5))
        for counter, status in ((5, 403), (4, 403), (0, 403), (6, 200), (6, 403), (9, 200)):
            passkey.counter = counter
            assert (await keys.use(client, passkey)).status_code == status, counter
        synced, _ = await keys.take_up(client, await keys.invited())
        assert [(await keys.use(client, synced)).status_code for _ in range(2)] == [200, 200]


async def test_proving_to_be_there_changes_the_token(service: Service, keys, monkeypatch):
    async with service.client() as client:
        passkey, _ = await keys.take_up(client, await keys.invited())
        later = clock.now() + timedelta(minutes=6)
        monkeypatch.setattr(clock, "now", lambda: later)
        assert (await client.get("/api/me")).json()["proved_until"] is None
        assert refusal(await client.post("/api/passkeys/options", json={})) == (403, "needs-proof")
        old = client.cookies[COOKIE]
        me = (await keys.use(client, passkey, "step-up")).json()
        assert me["proved_until"]
        assert client.cookies[COOKIE] != old
        assert (await client.post("/api/passkeys/options", json={})).status_code == 200
        async with service.client() as thief:
            thief.cookies.set(COOKIE, old, domain="jointly.test")
            assert (await thief.get("/api/me")).status_code == 401


async def test_nobody_proves_for_somebody_else(service: Service, keys):
    async with service.client() as one, service.client() as other:
        mine, _ = await keys.take_up(one, await keys.invited())
        await keys.take_up(other, await keys.invited())
        options = await keys.options(other, "step-up")
        assert [unpadded(each["id"]) for each in options["allowCredentials"]] != [mine.id]
        assert refusal(await keys.present(other, mine.use(options), "step-up")) == REFUSED


async def test_staff_keep_one_passkey_and_patients_need_none(service: Service, keys, ann: Phone):
    async with service.client() as client:
        first, _ = await keys.take_up(client, await keys.invited())
        _, answer = await keys.add(client, "Phone")
        assert [one["name"] for one in answer.json()["passkeys"]] == ["Laptop", "Phone"]
        assert all(one["backed_up"] for one in answer.json()["passkeys"])
        ids = [one["id"] for one in answer.json()["passkeys"]]
        assert (await erase(client, ids[0])).status_code == 204
        assert refusal(await keys.use(client, first)) == REFUSED
        assert refusal(await erase(client, ids[1])) == (409, "last-passkey")
        passkey, answer = await keys.add(ann.client)
        [own] = answer.json()["passkeys"]
        assert (await erase(client, own["id"])).json()["code"] == "no-such-passkey", "somebody else's"
        assert refusal(await erase(ann.client, own["id"])) == (403, "needs-proof")
        assert (await keys.use(ann.client, passkey, "step-up")).status_code == 200
        assert (await erase(ann.client, own["id"])).status_code == 204
        assert (await ann.client.get("/api/passkeys")).json() == {"passkeys": []}


async def erase(client, id: str):
    """Deletes a passkey."""
    return await client.delete(f"/api/passkeys/{id}", headers={"Content-Type": "application/json"})


async def test_a_patient_signs_in_with_a_passkey_and_keeps_their_device(service: Service, keys, ann: Phone):
    passkey, _ = await keys.add(ann.client)
    before = (await ann.client.get("/api/me")).json()
    old = ann.client.cookies[COOKIE]
    again = await keys.use(ann.client, passkey)
    assert (again.json()["device"], again.json()["method"]) == (before["device"], "passkey")
    assert "Max-Age=34560000" in again.headers["set-cookie"]
    async with service.client() as thief, service.client() as elsewhere:
        thief.cookies.set(COOKIE, old, domain="jointly.test")
        assert (await thief.get("/api/me")).status_code == 401
        assert (await keys.use(elsewhere, passkey)).json()["device"] != before["device"]


async def test_a_passkey_is_made_in_the_session_that_asked_for_it(service: Service, keys, ann: Phone):
    async with joined(service, await code_for(service.house, ann.person)) as other:
        credential = Authenticator(ORIGIN).make(await keys.options(ann.client, "passkeys"))
        other.client.cookies.set(CEREMONY, ann.client.cookies[CEREMONY], domain="jointly.test")
        answer = await other.client.post("/api/passkeys", json={"credential": credential, "name": ""})
        assert refusal(answer) == OVER


async def test_no_code_and_no_other_sign_in_opens_a_staff_account(service: Service, keys):
    async with service.client() as client, at_work(service) as sam:
        code = await code_for(service.house, sam.person, role="advisor")
        for typed in (code, await keys.invited()):
            answer = await client.post("/api/join", json={"code": typed, "device": str(uuid4())})
            assert refusal(answer) == (403, "needs-passkey")
        for path in ("/api/invitation/look", "/api/invitation/options"):
            for typed in (code, await service_code(service.house)):
                assert refusal(await client.post(path, json={"code": typed})) == (404, "code-unknown")
        assert refusal(await sam.client.post("/api/recovery-codes", json={})) == (403, "not-allowed")
        assert refusal(await sam.client.post("/api/second-device", json={})) == (403, "needs-passkey")


async def test_a_new_invitation_begins_an_account_afresh(service: Service, keys):
    async with service.client() as client, service.client() as new:
        lost, answer = await keys.take_up(client, await keys.invited())
        person = answer.json()["person"]
        found, answer = await keys.take_up(new, await keys.invited(person=UUID(person)))
        assert (answer.json()["person"], answer.json()["called"], answer.json()["passkeys"]) == (person, "Sam", 1)
        assert refusal(await client.get("/api/me")) == (410, "revoked")
        assert refusal(await keys.use(client, lost)) == REFUSED
        assert (await keys.use(client, found)).status_code == 200


async def test_tries_of_one_account_and_of_one_address_are_limited(service: Service, keys, monkeypatch):
    from jointly.people import signing_in
    from jointly.people.limits import Limit

    async with service.client() as client:
        passkey, _ = await keys.take_up(client, await keys.invited())
        monkeypatch.setattr(signing_in, "OF_ONE_ACCOUNT", Limit(tries=3, seconds=600))
        stolen = replace(passkey, key=Authenticator(ORIGIN).key)
        tries = [(await keys.use(client, stolen)).status_code for _ in range(4)]
        assert tries == [403, 403, 403, 429]
        assert (await keys.use(client, passkey)).status_code == 429
        monkeypatch.setattr(signing_in, "FROM_ONE_ADDRESS", Limit(tries=1, seconds=600))
        assert (await client.post("/api/sign-in/options", json={})).status_code == 429
        assert (await client.post("/api/sign-in", json={"credential": {}})).status_code in (403, 429)


async def test_an_invitation_whose_passkey_is_anothers_ends_none_of_ones_own(service: Service):
    async with at_work(service) as sam, at_work(service) as eve:
        facts = (b"key", 0, "multi_device", True, "", "", clock.now(), None)
        sams, eves = UUID(sam.person), UUID(eve.person)
        made = [StoredPasskey(id, who, *facts) for id, who in ((b"sam", sams), (b"eve", eves), (b"new", sams))]
        assert [await keep_passkey(service.house, one) for one in made[:2]] == [True, True]
        assert not await keep_passkey(service.house, made[1]._replace(person=sams), alone=True)
        assert [one.id for one in await passkeys_of(service.house, sams)] == [b"sam"]
        assert await keep_passkey(service.house, made[2], alone=True)
        assert [one.id for one in await passkeys_of(service.house, sams)] == [b"new"]
