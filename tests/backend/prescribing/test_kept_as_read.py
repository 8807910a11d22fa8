"""Nobody is given words of somebody's again without their share, and without a row in their own chain that says so."""

import pytest

from jointly.kit.db import Query
from jointly.kit.ids import uuid7
from support.phone import at_work, joined
from support.service import Service
from support.supported import happened, referral_of, suggestion_for


@pytest.fixture
def reads(unbound):
    """Gives who has read what of somebody, by their chain: (role, what) of each row, the oldest first."""

    async def of(person: str) -> list[tuple[str, str]]:
        rows = await unbound.read(_read, purpose="test")
        return [(role, what) for chain, role, what in rows if str(chain) == person]

    return of


def _read():
    return (yield Query("select chain, role, what from audit where action = 'read' order by chain, number"))


async def put(by, path: str, said: dict):
    return await by.client.put(path, json=said)


async def end_shares(story) -> None:
    for share in (await story.person.client.get("/api/shares")).json()["given"]:
        ended = await story.person.client.request("DELETE", f"/api/shares/{share['id']}", json={})
        assert ended.status_code == 204


async def test_a_referral_sent_again_is_a_read_for_whom_they_share_with(story, service: Service, reads):
    me, id = story.person.person, uuid7()
    path, said = f"/api/referrals/{id}", referral_of(story.person.person, "Knee pain")
    assert (await put(story.worker, path, said)).status_code == 200
    assert await reads(me) == [], "what they sent a moment ago is no read"
    async with at_work(service, "advisor") as colleague:
        # the words stay those that were said first, and whoever is given them is on the list
        again = await put(colleague, path, referral_of(me, "Something else"))
        assert (again.status_code, again.json()["details"]["reason"]) == (200, "Knee pain")
        assert await reads(me) == [("advisor", "support")]
        # under another name it is refused, and tells nothing
        async with joined(service) as other:
            answer = await put(colleague, path, referral_of(other.person, "Something else"))
            assert (answer.status_code, answer.json()["code"]) == (409, "step-id-reused")
            assert "Knee" not in answer.text
            assert await reads(other.person) == []
        # once they share no more, the id opens nothing
        await end_shares(story)
        for by in (colleague, story.worker):
            answer = await put(by, path, said)
            assert (answer.status_code, answer.json()["code"]) == (404, "no-such-person")
            assert "Knee" not in answer.text
        assert await reads(me) == [("advisor", "support")]
    shares = (await story.person.client.get("/api/shares")).json()["given"]
    assert [share["ended_at"] is None for share in shares] == [False] * len(shares), "and it shares nothing anew"


async def test_who_asked_for_support_themselves_asks_again_without_a_read(story, reads):
    path = f"/api/referrals/mine/{uuid7()}"
    for _ in range(2):
        assert (await put(story.person, path, {"agreed": True})).status_code == 200
    assert await reads(story.person.person) == []


async def test_a_suggestion_sent_again_is_a_read(story, reads):
    me = story.person.person
    await story.refer()
    path, said = f"/api/prescriptions/{uuid7()}", suggestion_for(me, why="You said mornings are hard.")
    assert (await put(story.worker, path, said)).status_code == 200
    assert await reads(me) == []
    again = await put(story.worker, path, said | {"why": "Another"})
    assert again.json()["why"] == "You said mornings are hard."
    assert await reads(me) == [("link-worker", "support")]
    await end_shares(story)
    answer = await put(story.worker, path, said)
    assert answer.status_code == 404 and "mornings" not in answer.text
    assert await reads(me) == [("link-worker", "support")]


async def test_a_step_sent_again_is_a_read_for_each_but_the_person(story, reads):
    me = story.person.person
    await story.refer()
    made = await story.prescribe()
    told = happened("send", words="Uses a stick.", agreed=True)
    sides = ((story.worker, told), (story.group, happened("seen")), (story.person, happened("ask", words="A lift?")))
    expected: list[tuple[str, str]] = []
    for by, said in sides:
        path = f"/api/prescriptions/{made['id']}/steps/{uuid7()}"
        assert (await put(by, path, said)).status_code == 200
        assert await reads(me) == expected
        again = await put(by, path, said)
        assert again.status_code == 200 and "Uses a stick." in again.text
        expected += {story.worker: [("link-worker", "support")], story.group: [("publisher", "referral")]}.get(by, [])
        assert await reads(me) == expected
    # a step of an episode is answered with the whole record, which is a read each time
    referral = (await story.support())["referrals"][0]
    before = len(await reads(me))
    id = str(uuid7())
    for times in (1, 2):
        await story.step(story.worker, referral, "note", id=id, words="Left a message.")
        assert len(await reads(me)) == before + times


async def test_a_link_that_is_looked_at_is_a_read(story, service: Service, reads):
    me = story.person.person
    await story.refer()
    made = await story.prescribe(organisation=None)
    await story.step(story.worker, made, "send", contact="Ring 0113 496 0000")
    link = (await put(story.worker, f"/api/prescriptions/{made['id']}/link/{uuid7()}", {})).json()
    before = await reads(me)
    async with service.client() as nobody:

        async def look(code: str):
            return await nobody.post("/api/answer/look", json={"code": code})

        assert (await look("AAAA-BBBB-CCCC")).status_code == 404
        assert await reads(me) == before
        assert (await look(link["code"])).json()["asked"]["contact"] == "Ring 0113 496 0000"
        assert await reads(me) == [*before, ("answer-link", "referral")]
        said = {"code": link["code"], "id": str(uuid7()), "kind": "offer"}
        assert (await nobody.post("/api/answer", json=said)).status_code == 200
        # afterwards it says nothing of anybody
        assert (await look(link["code"])).json()["asked"] is None
        assert await reads(me) == [*before, ("answer-link", "referral")]
    # they see for themselves that it was looked at
    rows = (await story.person.client.get("/api/access-log")).json()["rows"]
    assert [row["action"] for row in rows if row["role"] == "answer-link"] == ["wrote", "supported", "read"]
