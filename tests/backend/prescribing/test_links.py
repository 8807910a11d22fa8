"""A group without an account answers by a link, once, and what it says is its own."""

import asyncio
from datetime import timedelta

import pytest

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.ids import uuid7
from support.phone import joined
from support.service import Service

PASSED_ON = {"words": "Uses a stick.", "contact": "Ring 0113 496 0000", "adjustments": "A chair"}


@pytest.fixture
async def asked(story):
    """A suggestion of something that no organisation here runs; the group was told on the phone, say."""
    await story.refer()
    made = await story.prescribe(organisation=None, thing=str(uuid7()), name="Bramley Singers")
    await story.step(story.worker, made, "send", **PASSED_ON)
    return made


async def make(story, of, id=None, *, status=200) -> dict:
    answer = await story.worker.client.put(f"/api/prescriptions/{of['id']}/link/{id or uuid7()}", json={})
    assert answer.status_code == status, answer.text
    return answer.json()


async def state(story, of) -> str:
    return (await story.worker.client.get(f"/api/prescriptions/{of['id']}/link")).json()["state"]


async def ask(service: Service, path: str, **body):
    async with service.client() as nobody:
        return await nobody.post(f"/api/answer{path}", json=body)


async def say(service: Service, code: str, kind: str = "offer", *, id=None, **said):
    return await ask(service, "", code=code, id=str(id or uuid7()), kind=kind, **said)


async def test_a_group_sees_what_it_needs_and_answers_once(story, service: Service, asked):
    link = await make(story, asked)
    assert link["link"].endswith(f"/answer#{link['code']}") and len(link["qr"]) > 20
    looked = (await ask(service, "/look", code=link["code"].lower().replace("-", " "))).json()
    told = looked["asked"]
    assert {name: told[name] for name in PASSED_ON} == PASSED_ON
    assert (told["name"], told["called"], told["worker"]) == ("Bramley Singers", "Margaret", "Sam")
    assert "mornings are hard" not in str(looked) and story.person.person not in str(looked)
    # an answer whose reply was lost is sent again, and is one
    id, said = uuid7(), {"name": "Priya", "words": "Come along!", "meets": "Priya, by the piano"}
    for _ in range(2):
        answer = await say(service, link["code"], id=id, **said)
        assert answer.status_code == 200, answer.text
    [suggestion] = (await story.support())["prescriptions"]
    step = suggestion["steps"][-1]
    assert (suggestion["state"], step["kind"], step["side"], step["called"]) == ("offered", "offer", "group", None)
    assert step["said"] == said
    assert step["by"] not in (story.worker.person, story.person.person)
    # a second one is refused, and nothing of her is told any more
    answer = await say(service, link["code"], "full")
    assert (answer.status_code, answer.json()["code"]) == (410, "answer-used")
    looked = (await ask(service, "/look", code=link["code"])).json()
    assert looked["asked"] is None and looked["answered_at"]
    assert await state(story, asked) == "used"
    # and both sides hear of it
    assert (await story.notices(story.worker))[-1] == "support-offer"
    assert (await story.on_phone())[0]["state"] == "offered"


async def test_an_answer_that_is_sent_twice_at_once_is_one(story, service: Service, asked):
    link, id = await make(story, asked), uuid7()
    answers = await asyncio.gather(*(say(service, link["code"], id=id) for _ in range(3)))
    assert [answer.status_code for answer in answers] == [200, 200, 200], [answer.text for answer in answers]
    [suggestion] = (await story.support())["prescriptions"]
    assert [step["kind"] for step in suggestion["steps"]] == ["send", "offer"]


async def test_an_answer_has_its_words_and_an_unknown_code_is_counted(story, service: Service, asked):
    link = await make(story, asked)
    answer = await say(service, link["code"], "unsuitable")
    assert (answer.status_code, answer.json()["code"]) == (409, "step-needs-words")
    answer = await say(service, link["code"], "unsuitable", words="The stairs are steep.")
    assert answer.status_code == 200, answer.text
    for _ in range(10):
        answer = await ask(service, "/look", code="AAAA-BBBB-CCCC")
        assert (answer.status_code, answer.json()["code"]) == (404, "answer-unknown")
    for code in ("AAAA-BBBB-CCCC", link["code"]):
        assert (await ask(service, "/look", code=code)).status_code == 429


async def test_the_same_id_gives_the_same_link_and_a_new_one_ends_the_last(story, service: Service, asked):
    id = uuid7()
    first = await make(story, asked, id)
    assert await make(story, asked, id) == first
    second = await make(story, asked)
    assert second["code"] != first["code"]
    assert (await ask(service, "/look", code=first["code"])).status_code == 410
    assert (await ask(service, "/look", code=second["code"])).status_code == 200
    ended = await story.worker.client.request("DELETE", f"/api/prescriptions/{asked['id']}/link", json={})
    assert ended.status_code == 204
    assert await state(story, asked) == "ended"
    assert (await say(service, second["code"])).status_code == 410
    [suggestion] = (await story.support())["prescriptions"]
    assert suggestion["state"] == "sent"


async def test_a_link_runs_out_and_none_is_made_before_the_group_was_told(story, service: Service, asked):
    assert await state(story, asked) == "none"
    untold = await story.prescribe()
    assert (await make(story, untold, status=409))["code"] == "link-not-sent"
    link = await make(story, asked)

    def _long_ago():
        yield Query("update answer_link set ends_at = ?", (clock.now() - timedelta(minutes=1),))

    await service.house.db.run(_long_ago, group=service.house.service, purpose="test")
    answer = await ask(service, "/look", code=link["code"])
    assert (answer.status_code, answer.json()["code"]) == (410, "answer-over")
    assert (await say(service, link["code"])).status_code == 410
    assert await state(story, asked) == "expired"


async def test_what_is_withdrawn_or_over_is_not_told_by_a_link(story, service: Service, asked):
    link = await make(story, asked)
    shares = (await story.person.client.get("/api/shares")).json()["given"]
    [team] = [one for one in shares if one["with_kind"] == "service"]
    await story.person.client.request("DELETE", f"/api/shares/{team['id']}", json={})
    for answer in (await ask(service, "/look", code=link["code"]), await say(service, link["code"])):
        assert (answer.status_code, answer.json()["code"]) == (410, "answer-over")
        assert "Margaret" not in answer.text


async def test_a_link_of_something_that_ended_is_over(story, service: Service, asked):
    link = await make(story, asked)
    await story.step(story.person, asked, "no")
    answer = await ask(service, "/look", code=link["code"])
    assert (answer.status_code, answer.json()["code"]) == (410, "answer-over")
    assert (await make(story, asked, status=409))["code"] == "step-closed"


async def test_only_the_team_makes_links(story, service: Service, asked):
    path = f"/api/prescriptions/{asked['id']}/link"
    async with joined(service) as stranger:
        for phone in (story.group, story.person, stranger):
            assert (await phone.client.put(f"{path}/{uuid7()}", json={})).status_code == 403
            assert (await phone.client.get(path)).status_code == 403
            assert (await phone.client.request("DELETE", path, json={})).status_code == 403
    # nothing of the code is kept
    link = await make(story, asked)

    def _all():
        return (yield Query("select * from answer_link"))

    rows = await service.house.db.read(_all, group=service.house.service, purpose="test")
    assert link["code"].replace("-", "").encode() not in b"".join(x for row in rows for x in row if type(x) is bytes)
