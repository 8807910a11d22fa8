"""Advisors see who joined and make codes; patients do neither, and nobody reaches into another service."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from jointly.kit import clock
from jointly.people import service as people
from jointly.people.schemas import Code
from jointly.record import lives
from support.phone import Phone, at_work, entry, joined
from support.service import Service


@pytest.fixture
async def advisor(service: Service):
    """Somebody who works for the service."""
    async with at_work(service, called="Sam") as phone:
        yield phone


async def made(advisor: Phone, **wanted) -> Code:
    """The code that an advisor asks for."""
    answer = await advisor.client.post("/api/codes", json=wanted)
    assert answer.status_code == 200, answer.text
    return Code(**answer.json())


async def test_a_patient_can_neither_list_people_nor_make_codes(service: Service):
    async with joined(service) as phone:
        for answer in (
            await phone.client.get("/api/people"),
            await phone.client.post("/api/codes", json={"kind": "service"}),
            await phone.client.post("/api/codes", json={"kind": "person", "person": phone.person}),
        ):
            assert (answer.status_code, answer.json()["code"]) == (403, "not-allowed")


async def test_nobody_signed_in_can_do_neither(service: Service):
    async with service.client() as client:
        assert (await client.get("/api/people")).status_code == 401
        assert (await client.post("/api/codes", json={"kind": "service"})).status_code == 401


async def test_an_advisor_sees_who_joined_newest_first_and_when_they_were_heard(service: Service, advisor: Phone):
    async with joined(service, called="Ann") as ann, joined(service, called="Bea"):
        waiting = await made(advisor, kind="person", called="Cleo")
        await ann.push(entry())
        listed = (await advisor.client.get("/api/people")).json()["people"]
        assert [one["called"] for one in listed] == ["Cleo", "Bea", "Ann"]
        assert listed[0]["joined_at"] is listed[0]["last_heard_at"] is None
        assert listed[2]["person"] == ann.person
        assert listed[2]["last_heard_at"] is not None
        await lives.erase(service.house, person=UUID(ann.person), session=None)
        assert [one["called"] for one in (await advisor.client.get("/api/people")).json()["people"]] == ["Cleo", "Bea"]
    assert waiting.kind == "person"


async def test_an_advisors_codes_open_what_they_say(service: Service, advisor: Phone):
    async with joined(service, called="Ann") as ann:
        asked = {"kind": "person", "person": ann.person}
        refused = await advisor.client.post("/api/codes", json=asked)
        assert (refused.status_code, refused.json()["code"]) == (403, "shares-nothing")
        share = {"with_kind": "service", "scopes": ["pain"]}
        assert (await ann.client.put(f"/api/shares/{uuid4()}", json=share)).status_code == 200
        reopening = await made(advisor, kind="person", person=ann.person)
        assert clock.now() + timedelta(days=13) < reopening.ends_at < clock.now() + timedelta(days=15)
        assert reopening.link == f"{service.settings.origin}/join#{reopening.code.replace('-', '')}"
        async with joined(service, reopening.code) as again:
            assert again.person == ann.person
    async with joined(service, (await made(advisor, kind="service")).code, called="Bea") as new:
        assert (await new.client.get("/api/me")).json()["role"] == "patient"
    async with joined(service, (await made(advisor, kind="person", called="Cleo")).code) as cleo:
        assert (await cleo.client.get("/api/me")).json()["called"] == "Cleo"


async def test_opening_a_record_again_takes_a_fresh_proof(
    service: Service, advisor: Phone, monkeypatch: pytest.MonkeyPatch
):
    async with joined(service) as ann:
        share = {"with_kind": "service", "scopes": ["pain"]}
        assert (await ann.client.put(f"/api/shares/{uuid4()}", json=share)).status_code == 200
        later = clock.now() + timedelta(minutes=6)
        monkeypatch.setattr(clock, "now", lambda: later)
        answer = await advisor.client.post("/api/codes", json={"kind": "person", "person": ann.person})
        assert (answer.status_code, answer.json()["code"]) == (403, "needs-passkey")
        assert (await made(advisor, kind="service")).kind == "service"


async def test_an_advisor_opens_no_record_of_another_service_or_of_staff(service: Service, advisor: Phone):
    elsewhere = uuid4()
    await service.house.vault.make_key(person=elsewhere, service=uuid4(), role="patient")
    colleague = await people.make_person(service.house, role="advisor", purpose="test")
    refusals = []
    for person in (elsewhere, colleague, advisor.person, uuid4()):
        answer = await advisor.client.post("/api/codes", json={"kind": "person", "person": str(person)})
        refusals.append((answer.status_code, answer.text))
    assert len(set(refusals)) == 1, "somebody else's answers like nobody's"
    assert refusals[0][0] == 404


async def test_an_advisor_reads_no_patients_entries(service: Service, advisor: Phone):
    async with joined(service) as ann:
        await ann.push(entry())
        pull = (await advisor.sync(subject=ann.person)).json()["subjects"][0]
        assert (pull["rows"], pull["head"]) == ([], 0)


async def test_no_code_is_made_for_the_demonstration_or_for_staff_over_http(service: Service, advisor: Phone):
    for wrong in (
        {"kind": "demonstration"},
        {"kind": "service", "role": "advisor"},
        {},
        {"kind": "person", "person": 1},
    ):
        assert (await advisor.client.post("/api/codes", json=wrong)).status_code == 400
