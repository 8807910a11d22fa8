"""The closing message, from what is written down to what is reviewed, given out and read by its person."""

import io
import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

from fhir.resources.R4B.bundle import Bundle
from pypdf import PdfReader

from jointly.kit import clock
from jointly.kit.ids import uuid7
from jointly.prescribing import stepping
from jointly.prescribing.closing.letter import day
from support.fhir import resources, snomed
from support.phone import at_work, entry

BORN = {"given": "Margaret", "family": "Thwaite", "born_on": "1951-03-14"}


def at(story) -> str:
    """The address of the episode's message."""
    return f"/api/referrals/{story.episode['id']}/closing"


async def draft(story, **edits: Any) -> dict[str, Any]:
    """The message as it would be now, with what a reviewer wrote."""
    made = (await story.worker.client.get(at(story))).json()
    if not edits:
        return made
    answer = await story.worker.client.post(at(story), json=made["edits"] | edits)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def review(story, made: dict[str, Any], *, id: str | None = None, status: int = 200, **changes: Any) -> Any:
    """The worker read both letters of `made`, and they may go."""
    previous = made["sent"][0]["id"] if made["sent"] else None
    said = made["edits"] | {"as_read": made["as_read"], "previous": previous, "read": True} | changes
    answer = await story.worker.client.put(f"{at(story)}/{id or uuid7()}", json=said)
    assert answer.status_code == status, answer.text
    return answer.json()


def said(letter: dict[str, Any], key: str) -> str:
    """All words of a section of a letter; nothing when it is not there."""
    return json.dumps([one["blocks"] for one in letter["sections"] if one["key"] == key], ensure_ascii=False)


async def test_the_draft_says_what_was_written_down_and_nothing_else(closed):
    made = await draft(closed)
    letter, today = made["professional"], day(stepping.today(clock.now()))
    assert [one["key"] for one in letter["sections"]][:2] == ["plan", "person"]
    assert "None." in said(letter, "plan")
    assert all(words in said(letter, "person") for words in ("Margaret", "07700 900123", "Female"))
    assert "LS9" not in json.dumps(made), "the postcode is for counting"
    assert "White British" not in json.dumps(made), "words are not turned into a code"
    referral = said(letter, "referrals")
    assert all(words in referral for words in ("Dr Sana Malik", "General practice", "Moorside Surgery", "Secure email"))
    assert "Goals partly met" in said(letter, "ending") and "871731000000106" in said(letter, "ending")
    assert "She goes out each week." in said(letter, "summary") and "A group each week." in said(letter, "summary")
    scores = said(letter, "scores")
    assert all(words in scores for words in ('"−2"', "Salaffi and others, 2004")), scores
    tried = said(letter, "tried")
    assert all(words in tried for words in ("Chair yoga (activity)", "Thornbeck Movers", f"group told on {today}"))
    assert all(words in tried for words in ("Easier stairs.", "The early start.", "Company.", "Leaflets."))
    assert "Library of things" in said(letter, "signposts")
    assert "Lonely since she stopped work." in said(letter, "presenting")
    support = said(letter, "support")
    assert all(
        words in support for words in ("Need: Company", "Need: Moving with less pain", "Walk to the playing field")
    )
    assert "9 out of 10" in support and "it rains: I walk in the hall" in support
    assert "No known risks." in said(letter, "risks")
    contacts = said(letter, "contacts")
    assert "25 minutes" in contacts and "Her daughter" in contacts and "Sam" in contacts
    assert "A private note." not in json.dumps(made), "what was noted of a conversation stays with the team"
    assert "Her granddaughter" in said(letter, "about_me") and "Doing things sitting down" in said(
        letter, "requirements"
    )
    assert "have shared this record" in said(letter, "consent")
    assert made["has_safeguarding"] and "money" not in json.dumps(made)
    # what nobody wrote is missing, in words
    assert [one["words"] for one in made["faults"] if one["stops"]] == [
        "About the person: Family name: this is missing.",
        "About the person: Date of birth: this is missing.",
    ]
    # and her own letter has neither risks nor needs
    personal = json.dumps(made["personal"], ensure_ascii=False)
    assert "Easier stairs." in personal and "You went 1 time" in personal
    assert "risks" not in personal and "Moving with less pain" not in personal


async def test_measures_that_a_worker_asked_at_the_start_and_later_are_the_scores_before_and_after(story):
    episode = await story.refer()
    share = {"with_kind": "service", "scopes": ["checkins"], "may_write": True}
    assert (await story.person.client.put(f"/api/shares/{uuid7()}", json=share)).status_code == 200
    for days, satisfied in ((9, 3), (0, 8)):
        then = clock.now() - timedelta(days=days)
        body = {"pathway": "support-measures", "version": 1, "contact": "measures", "with": "together", "state": "done"}
        answers = {"ons4": {"version": 1, "values": {"satisfied": satisfied, "anxious": 2}, "left": False}}
        body |= {"on": then.date().isoformat(), "answers": answers, "topics": [], "refers": [], "goal_reviewed": False}
        one = entry(kind="check-in", how="together", at=then.isoformat(timespec="seconds"), picked=days > 0, body=body)
        path = f"/api/people/{story.person.person}/entries/{one['id']}"
        answer = await story.worker.client.put(path, json=one)
        assert answer.status_code == 200, answer.text
    made = (await story.worker.client.get(f"/api/referrals/{episode['id']}/closing")).json()
    scores = said(made["professional"], "scores")
    assert all(words in scores for words in ('"3 (', '"8 (', '"+5"')), scores
    # and the person reads who asked, and not the slug of a pathway that is none
    csv = (await story.person.client.get("/api/me/export.csv")).text
    assert "Questions that your team asked" in csv and "support-measures" not in csv


async def test_without_a_share_of_check_ins_there_are_no_scores_and_no_goals(story):
    story.episode = await story.refer()
    made = await draft(story)
    assert not made["closed"] and not said(made["professional"], "scores").strip("[]")
    stops = {(one["part"], one["field"]) for one in made["faults"] if one["stops"]}
    assert {("ending", "outcome"), ("ending", "closed_on"), ("practices", "practices"), ("risks", "risks")} <= stops


async def test_a_reviewed_message_is_kept_handed_out_and_read_by_its_person(closed):
    plan = [{"professionals": "Please review her painkillers.", "person": "Keep going to yoga.", "agreed": ""}]
    made = await draft(closed, **BORN, plan=plan, to_person="Well done, Margaret.", impact="Sleeps better.")
    assert not [one for one in made["faults"] if one["stops"]]
    id = str(uuid7())
    after = await review(closed, made, id=id)
    assert [one["id"] for one in after["sent"]] == [id] and after["sent"][0]["called"] == "Sam"
    await review(closed, made, id=id)  # sent twice, it is one
    # the journal says that it was, and holds none of its words
    [episode] = (await closed.support())["referrals"]
    assert [(one["kind"], one["said"]) for one in episode["steps"] if one["kind"] == "message"] == [("message", {})]
    # as a tagged PDF
    answer = await closed.worker.client.get(f"{at(closed)}/{id}/pdf")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    pages = PdfReader(io.BytesIO(answer.content))
    assert pages.trailer["/Root"]["/MarkInfo"]["/Marked"]
    text = " ".join(page.extract_text() for page in pages.pages)
    assert "Please review her painkillers." in text and "money" not in text
    # as a FHIR document
    answer = await closed.worker.client.get(f"{at(closed)}/{id}/fhir")
    assert answer.headers["content-type"] == "application/fhir+json; fhirVersion=4.0"
    document = answer.json()
    Bundle.model_validate_json(answer.content)
    assert resources(document, "Composition")[0]["status"] == "final"
    assert snomed(document) == [("ServiceRequest", "871731000000106")]
    assert "money" not in answer.text
    # the person is told, and reads their own
    assert "support-message" in await closed.notices(closed.person)
    own = await closed.person.client.get(f"/api/referrals/mine/{closed.episode['id']}/closing")
    assert own.status_code == 200 and "Well done, Margaret." in own.text and "painkillers" not in own.text
    held = (await closed.person.client.get("/api/me/export")).json()["support"]["messages"]
    assert [one["to_person"] for one in held] == ["Well done, Margaret."]
    # who took it away is in her list of who looked
    log = (await closed.person.client.get("/api/access-log")).json()["rows"]
    assert ["closing", "json"] in [one["what"] for one in log if one["action"] == "exported"]


async def test_a_correction_replaces_the_first_and_carries_no_code(closed):
    first = str(uuid7())
    before = await review(closed, await draft(closed, **BORN, summary="First."), id=first)
    assert before["edits"]["summary"] == "First." and before["edits"]["family"] == "Thwaite"
    made = await draft(closed, summary="Put right.")
    assert "871731000000106" not in json.dumps(made)
    second = str(uuid7())
    await review(closed, made, id=second)
    document = (await closed.worker.client.get(f"{at(closed)}/{second}/fhir")).json()
    assert not snomed(document)
    [related] = resources(document, "Composition")[0]["relatesTo"]
    assert related["targetIdentifier"]["value"] == f"urn:uuid:{first}"
    # the first stays as it went
    assert snomed((await closed.worker.client.get(f"{at(closed)}/{first}/fhir")).json())


async def test_safeguarding_goes_only_when_the_reviewer_says_so_and_never_to_the_person(closed):
    made = await draft(closed, **BORN, safeguarding=True)
    assert "money" in said(made["professional"], "safeguarding") and "money" not in json.dumps(made["personal"])
    id = str(uuid7())
    await review(closed, made, id=id)
    assert "money" in (await closed.worker.client.get(f"{at(closed)}/{id}/fhir")).text
    own = await closed.person.client.get(f"/api/referrals/mine/{closed.episode['id']}/closing")
    assert "money" not in own.text
    assert "money" not in (await closed.person.client.get("/api/me/export")).text


async def test_what_changed_since_it_was_read_has_to_be_read_again(closed):
    made = await draft(closed, **BORN)
    path = f"/api/people/{closed.person.person}/page/{uuid7()}"
    part = {"kind": "section", "section": "risks", "words": "A steep stair.", "at": "2026-11-01T10:00:00Z"}
    assert (await closed.worker.client.put(path, json=part)).status_code == 200
    answer = await review(closed, made, status=409)
    assert answer["code"] == "message-changed"
    # and what was not read so is not kept
    made = await draft(closed, **BORN)
    assert (await review(closed, made, status=409, summary="Something else."))["code"] == "message-changed"
    assert not (await draft(closed))["sent"]


async def test_a_message_that_lacks_something_does_not_go(closed):
    answer = await review(closed, await draft(closed), status=409)
    assert answer["code"] == "message-faults" and "missing" in answer["message"]
    refused = await closed.step(closed.worker, closed.episode, "message", status=400)
    assert refused["code"] == "step-unknown"


async def test_two_who_review_at_once_leave_one_message(closed):
    made = await draft(closed, **BORN)
    await review(closed, made)
    assert (await review(closed, made, status=409))["code"] == "message-changed"
    assert len((await draft(closed))["sent"]) == 1


async def test_nobody_else_reaches_a_message(closed, service):
    id = str(uuid7())
    await review(closed, await draft(closed, **BORN), id=id)
    paths = (at(closed), f"{at(closed)}/{id}/pdf", f"{at(closed)}/{id}/fhir")
    for path in paths:
        assert (await closed.group.client.get(path)).status_code == 403
        assert (await closed.person.client.get(path)).status_code == 403
    for name in (f"{uuid4()}/pdf", f"{uuid4()}/fhir", f"{id}/csv"):
        assert (await closed.worker.client.get(f"{at(closed)}/{name}")).status_code == 404
    async with at_work(service, "link-worker", called="Priya") as colleague:
        assert (await colleague.client.get(at(closed))).status_code == 200, "the team is shared with"
    shares = (await closed.person.client.get("/api/shares")).json()["given"]
    for one in shares:
        await closed.person.client.request("DELETE", f"/api/shares/{one['id']}", json={})
    for path in paths:
        assert (await closed.worker.client.get(path)).status_code == 404
    own = f"/api/referrals/mine/{closed.episode['id']}/closing"
    assert (await closed.person.client.get(own)).status_code == 200, "her letter stays hers"
    assert (await closed.worker.client.get(own)).status_code == 404


async def test_who_has_died_gets_no_letter(worked):
    await worked.step(worked.worker, worked.episode, "close", outcome="died")
    made = await draft(worked, **BORN)
    assert made["personal"] is None
    await review(worked, made)
    assert "support-message" not in await worked.notices(worked.person)
