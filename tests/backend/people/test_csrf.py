"""The token that goes with each change: bound to one session, and needed beside the origin."""

import pytest

from jointly.people.cookies import COOKIE
from support.csrf import HEADER
from support.phone import Phone, code_for, entry, joined
from support.service import Service

STALE = (403, "stale-token")


def refusal(answer) -> tuple[int, str]:
    """Status and code of an answer."""
    return answer.status_code, answer.json()["code"]


async def test_a_change_without_the_sessions_own_token_is_refused(service: Service, ann: Phone):
    async with joined(service) as bea, joined(service, await code_for(service.house, ann.person)) as second:
        own = ann.client.headers[HEADER]
        others = (bea.client.headers[HEADER], second.client.headers[HEADER])
        for wrong in ("", "é", own[:-1], own + "=", own.lower(), *others):
            headers = {HEADER: wrong.encode()}
            assert refusal(await ann.client.put("/api/me", json={"called": "Eve"}, headers=headers)) == STALE
            said = ann.request(entry())
            assert refusal(await ann.client.post("/api/sync", json=said, headers=headers)) == STALE
        del ann.client.headers[HEADER]
        assert refusal(await ann.client.put("/api/me", json={"called": "Eve"})) == STALE
        assert refusal(await ann.sync(entry())) == STALE
        assert (await ann.client.get("/api/me")).json()["called"] == "Ann"
        assert ann.client.headers[HEADER] == own, "it is told again to who asks"
        assert await ann.everything() == []


async def test_the_token_opens_nothing_without_the_session(ann: Phone):
    ann.client.cookies.delete(COOKIE)
    assert (await ann.sync(entry())).status_code == 401


async def test_the_token_does_not_stand_in_for_the_origin(ann: Phone):
    for site in ("cross-site", "same-site", "none"):
        headers = {"Sec-Fetch-Site": site}
        for answer in (
            await ann.client.put("/api/me", json={"called": "Eve"}, headers=headers),
            await ann.client.post("/api/sync", json=ann.request(entry()), headers=headers),
        ):
            assert refusal(answer) == (403, "other-site")
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert (await ann.client.post("/api/sync", content=b"a=b", headers=form)).status_code == 415


async def test_joining_another_record_gives_another_token(service: Service, ann: Phone):
    before = ann.client.headers[HEADER]
    await ann.join(await code_for(service.house))
    assert ann.client.headers[HEADER] != before
    assert (await ann.sync()).status_code == 200


async def test_the_token_is_made_with_a_key_and_tells_nothing_of_the_cookie(service: Service, ann: Phone):
    vault = service.house.vault
    session = await vault.session(ann.client.cookies[COOKIE])
    assert session.csrf == ann.client.headers[HEADER] == vault.csrf_of(session.person, session.device)
    assert ann.client.cookies[COOKIE] not in session.csrf
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vault, "_csrf_key", b"another key")
        assert vault.csrf_of(session.person, session.device) != session.csrf
