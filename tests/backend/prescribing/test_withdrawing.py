"""Consent is withdrawn in the middle: at that moment no route gives worker or group anything more of the person."""

import re
from uuid import UUID

import pytest

from jointly.kit.ids import uuid7
from support.asks_support import PART, SAY, WHO
from support.routes import api_routes
from support.supported import happened, referral_of, suggestion_for, task_for

WORDS = ("Zzreason", "Zzwhy", "Zzname", "Zzpart", "Zztask", "Zznote", "Margaret")
"""What stands in the record; none of it is told afterwards."""
NAMED = {"GET /api/people"}
"""Lists everybody who has a code or a record here, by what they are called, to who makes codes."""


@pytest.fixture
async def middle(story):
    """An episode in the middle: something is suggested, sent and spoken about, and a link is in somebody's hand."""
    person = story.person.person
    referral = await story.refer(details={"reason": "Zzreason", "agreed": "asked"})
    made = await story.prescribe(name="Zzname", why="Zzwhy")
    await story.step(story.worker, made, "send", words="Zznote")
    part = happened("section", section="matters", words="Zzpart")
    for path, said in (
        (f"/api/people/{person}/page/{uuid7()}", part),
        (f"/api/tasks/{uuid7()}", task_for(person, "Zztask")),
    ):
        assert (await story.worker.client.put(path, json=said)).status_code == 200
    link = await story.worker.client.put(f"/api/prescriptions/{made['id']}/link/{uuid7()}", json={})
    return story, referral, made, link.json().get("code", "")


async def end_all(story) -> None:
    for share in (await story.person.client.get("/api/shares")).json()["given"]:
        answer = await story.person.client.request("DELETE", f"/api/shares/{share['id']}", json={})
        assert answer.status_code == 204


async def test_no_route_tells_worker_or_group_anything_more(middle, service):
    story, referral, made, _ = middle
    ids = {"person": story.person.person, "referral": referral["id"], "prescription": made["id"]}
    bodies = {
        "NewStep": [SAY, PART, happened("note", words="A note."), happened("seen"), happened("offer")],
        "NewReferral": [],
        "NewPrescription": [suggestion_for(ids["person"])],
        "NewTask": [task_for(ids["person"])],
        "StaffReferral": [{"source": "practice", "who": WHO}],
    }
    every = [{}, *(body for several in bodies.values() for body in several)]
    before = [await _told(service, by, ids, every) for by in (story.worker, story.group)]
    assert all(any(word in text for text in told.values() for word in WORDS) for told in before), "they were told"
    await end_all(story)
    for by in (story.worker, story.group):
        for route, text in (await _told(service, by, ids, every)).items():
            leaked = [word for word in WORDS if word in text and route not in NAMED]
            assert leaked == [], (route, text)


async def test_a_link_in_somebodys_hand_opens_nothing_more(middle, service):
    story, _, _, code = middle
    assert code, "there was a link"
    async with service.client() as nobody:
        first = await nobody.post("/api/answer/look", json={"code": code})
        assert first.status_code == 200 and "Zzname" in first.text
        await end_all(story)
        for path, more in (("/api/answer/look", {}), ("/api/answer", {"id": str(uuid7()), "kind": "full"})):
            after = await nobody.post(path, json={"code": code} | more)
            assert not any(word in after.text for word in WORDS), after.text


async def test_the_team_may_be_asked_again_only_by_a_new_referral(middle):
    story, *_ = middle
    await end_all(story)
    await story.prescribe(status=404)
    again = await story.worker.client.put(f"/api/referrals/{uuid7()}", json=referral_of(story.person.person))
    assert again.status_code == 200
    assert UUID(again.json()["id"])


async def _told(service, by, ids, bodies) -> dict[str, str]:
    """What every route that changes nothing of its own accord answers, by its name, with these ids in its address."""
    told: dict[str, str] = {}
    skipped = ("sign-out", "delete", "end-others", "/shares", "/publishing", "emergency", "same-as")
    for route in api_routes(service.app):
        if any(part in route.path for part in skipped) or "open_to_all" in route.guards or route.method == "DELETE":
            continue
        where = {name: ids.get(name, str(uuid7())) for name in route.ids}
        for body in bodies if route.method != "GET" else [None]:
            kwargs = {} if body is None else {"json": body}
            answer = await by.client.request(route.method, route.at(**where), **kwargs)
            assert answer.status_code < 500, (route.name, answer.text)
            told[route.name] = told.get(route.name, "") + re.sub(r"\s+", " ", answer.text)
    return told
