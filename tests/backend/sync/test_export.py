"""What a person may take with them, and that deleting means it. Their marked words stand for all that they write."""

import csv
import io
import json
from uuid import UUID

import pytest

from jointly.kit import clock
from jointly.people import sharing
from jointly.people.cookies import COOKIE
from jointly.people.tables import Audit
from jointly.people.vault_tables import Account, Login, Passkey
from jointly.record import reading
from jointly.record.tables import Version
from jointly.sync.kinds import HERE, KINDS
from support.kinds import BODIES
from support.phone import Phone, at_work, code_for, correction, entry, joined
from support.service import Service


async def rows_of(phone: Phone) -> list[dict[str, str]]:
    """The spreadsheet, read as a spreadsheet would."""
    answer = await phone.client.get("/api/me/export.csv")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"), newline="")))


async def exports(service: Service, phone: Phone) -> list[str]:
    """What the person's audit says of exports."""
    async with service.house.db.transaction(subject=UUID(phone.person), purpose="test"):
        found = await Audit.select(Audit.what).where(Audit.chain == UUID(phone.person), Audit.action == "exported")
    return [row["what"] for row in found]


async def test_everything_is_there_with_every_version_and_who_wrote_it(service: Service, monkeypatch):
    monkeypatch.setattr(reading, "PAGE_ROWS", 2)
    async with joined(service, called="Ann") as phone:
        first, gone = entry(body={"score": 4, "regions": ["left-knee"], "note": "before"}), entry()
        better = correction(first, body={"score": 5, "regions": [], "note": "after"})
        await phone.push(first, gone, entry(kind="about", body={"language": "Polish"}))
        await phone.push(better, correction(gone, body=None, gone=True))
        share = {"with_kind": "service", "with_id": None, "scopes": ["pain"], "why": "to be helped"}
        shared = await phone.client.put(f"/api/shares/{entry()['id']}", json=share)
        assert shared.status_code == 200, shared.text
        answer = await phone.client.get("/api/me/export")
        assert answer.headers["content-disposition"].startswith('attachment; filename="jointly-')
        assert answer.headers["cache-control"] == "no-store"
        found = answer.json()
    entries = {one["id"]: one for one in found["entries"]}
    assert [version["body"]["note"] for version in entries[first["id"]]["versions"]] == ["before", "after"]
    assert [version.get("gone", False) for version in entries[gone["id"]]["versions"]] == [False, True]
    assert {one["kind"] for one in found["entries"]} == {"pain", "about"}
    assert {version["by"] for one in found["entries"] for version in one["versions"]} == {phone.person}
    assert found["names"] == {phone.person: "Ann"}
    assert (found["person"]["called"], found["shares_given"][0]["why"]) == ("Ann", "to be helped")
    assert found["sessions"][0]["method"] == "code"
    assert {row["action"] for row in found["access_log"]} >= {"joined", "exported"}
    assert await exports(service, phone) == ["json"]


async def test_how_one_signs_in_who_read_and_all_that_one_did_are_there_too(service: Service, monkeypatch):
    monkeypatch.setattr(sharing, "LISTED", 1)
    async with joined(service, called="Ann", device_name="Ann's phone") as phone, at_work(service) as sam:
        person, now = UUID(phone.person), clock.now()
        async with joined(service, await code_for(service.house, phone.person), device_name="lost") as lost:
            assert (await phone.client.post("/api/sessions/end-others", json={})).status_code == 204
            assert (await lost.client.get("/api/me")).status_code == 410
        assert (await phone.client.post("/api/recovery-codes", json={})).status_code == 200
        for scopes in (["pain"], ["exercise"]):
            share = {"with_kind": "service", "with_id": None, "scopes": scopes}
            assert (await phone.client.put(f"/api/shares/{entry()['id']}", json=share)).status_code == 200
        await phone.push(entry())
        assert (await phone.client.put("/api/me", json={"called": "Anna"})).status_code == 200
        assert (await sam.client.get(f"/api/people/{person}/record")).status_code == 200
        facts = {"person": person, "made_at": now}
        await Login(id=b"login", **facts).save()
        await Passkey(
            id=b"one", public_key=b"the-key", device_type="multi_device", backed_up=True, name="Ann's key", **facts
        ).save()
        token = await service.house.vault.rotate(await service.house.vault.session(phone.client.cookies[COOKIE]))
        phone.client.cookies.set(COOKIE, token, domain="jointly.test")  # a fresh proof
        answer = await phone.client.get("/api/me/export")
        assert answer.status_code == 200, answer.text
        found = answer.json()
    assert found["person"]["joined_at"] and found["person"]["organisation"] is None
    [key] = found["passkeys"]
    assert (key["name"], key["backed_up"], key["used_at"], bool(key["made_at"])) == ("Ann's key", True, None, True)
    assert found["recovery_codes"]["left"] == 8 and found["recovery_codes"]["made_at"]
    assert [bool(one["linked_at"]) for one in found["nhs_login"]] == [True]
    assert {(one["name"], one["revoked_at"] is None) for one in found["sessions"]} == {
        ("Ann's phone", True), ("lost", False),
    }  # fmt: skip
    assert len(found["shares_given"]) == 2
    [read] = found["read_by"]
    assert (read["by"], read["number"], bool(read["at"])) == (sam.person, 1, True)
    assert {row["action"] for row in found["access_log"]} >= {"wrote", "renamed", "read", "made-code"}
    assert "the-key" not in answer.text


async def test_what_staff_wrote_on_the_telephone_says_so(service: Service):
    async with joined(service, called="Ann") as phone, at_work(service, called="Sam") as advisor:
        share = {"with_kind": "service", "with_id": None, "scopes": ["pain", "notes"], "may_write": True}
        assert (await phone.client.put(f"/api/shares/{entry()['id']}", json=share)).status_code == 200
        await phone.push(entry(body={"score": 1, "regions": []}))
        told = entry(how="phone", body={"score": 7, "regions": ["left-knee"], "note": "by telephone"})
        kept = await advisor.client.put(f"/api/people/{phone.person}/entries/{told['id']}", json=told)
        assert kept.status_code == 200, kept.text
        own, theirs = sorted(await rows_of(phone), key=lambda row: row["Pain (0 to 10)"])
        assert (own["Written by"], own["How"], own["Changed later"]) == ("Ann", "In the app", "No")
        assert (theirs["Written by"], theirs["How"], theirs["What"]) == ("Sam", "From a telephone call", "Pain")
        [version] = [
            version
            for one in (await phone.client.get("/api/me/export")).json()["entries"]
            for version in one["versions"]
            if version["by"] != phone.person
        ]
        assert (version["how"], version["by"]) == ("phone", advisor.person)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
async def test_no_cell_runs_as_a_formula(service: Service, start: str):
    async with joined(service, called="=1+1") as phone:
        await phone.push(entry(body={"score": 4, "regions": [], "note": f'{start}HYPERLINK("http://evil.example")'}))
        [row] = await rows_of(phone)
    assert row["Note"] == f'\'{start}HYPERLINK("http://evil.example")'
    assert row["Written by"] == "'=1+1"


def test_every_kind_is_tried():
    assert BODIES.keys() == KINDS.keys()


async def test_the_spreadsheet_says_every_kind_in_plain_words_as_it_stands(service: Service):
    async with joined(service) as phone:
        sent = {kind: entry(kind=kind, body=body) for kind, body in BODIES.items() if kind not in HERE}
        await phone.push(*sent.values())
        await phone.push(correction(sent["pain"], body={"score": 9, "regions": ["left-knee"]}))
        deleted = entry(body={"score": 0, "regions": []})
        await phone.push(deleted)
        await phone.push(correction(deleted, body=None, gone=True))
        rows = {row["What"]: row for row in await rows_of(phone)}
    assert len(rows) == len(KINDS.keys() - HERE), "what was deleted is left out, and every kind has a name of its own"
    assert (rows["Pain"]["Pain (0 to 10)"], rows["Pain"]["Changed later"]) == ("9", "Yes")
    assert "knee" in rows["Pain"]["Where"].lower()
    exercise = rows["Exercise"]
    assert [exercise[name] for name in ("Level", "Gentle version", "How it went", "Sets", "Felt sure")] == [
        "2", "Yes", "Partly done", "1", "No",
    ]  # fmt: skip
    assert exercise["Exercise"] != "sit-to-stand"
    assert rows["Plan"]["Plan"].split("; ") == [
        "Knee and hip programme",
        "Monday at 09:00, 18:00",
        "Paused from 2026-11-10",
        "Exercises chosen: Sit to stand, Bridge",
    ]
    assert "the neighbour" in rows["About you"]["Note"]
    assert "85 or over" in rows["About you"]["Note"]
    assert rows["Settled"]["Settled by next morning"] == "Yes"
    assert rows["Bad day"]["About the day"] == "2026-11-08"


async def test_the_spreadsheet_says_goals_check_ins_scores_and_care_cards_in_words(service: Service):
    async with joined(service) as phone:
        await phone.push(
            *(entry(kind=kind, body=BODIES[kind]) for kind in ("goal", "pathway", "check-in", "score", "safety"))
        )
        rows = {row["What"]: row for row in await rows_of(phone)}
    assert rows["Goal"]["Goal and action plan"].split("; ") == [
        "Goal: walk to the park",
        "Working on it",
        "What matters: the park with my grandson",
        "How important: 9 out of 10",
        "Plan: walk to the corner",
        "When: after lunch",
        "How sure: 6 out of 10",
        "If it rains: I walk in the shopping centre",
        "Look at it again on 2026-12-01",
        "Looked at again on 2026-11-20: partly done",
        "On a bad day: to the gate and back",
    ]
    assert rows["Pathway"]["Check-in"].startswith("Joint Pain Advisor: started; Started on 2026-11-02; Also asked: ")
    check_in = rows["Check-in"]
    assert check_in["Check-in"] == "Joint Pain Advisor, First check-in: done"
    assert check_in["About the day"] == "2026-11-03"
    said = check_in["Answers and scores"].split("; ")
    assert (said[0], said[-1]) == ("Together with an advisor", "Goal and plan looked at again")
    assert "Pain, 0 to 10: How bad is your pain now? 4" in said
    assert "What you find hard to do: stairs 3" in said
    assert [words.endswith(": left for later") for words in said].count(True) == 1
    assert rows["Help card"]["Check-in"].split("; ") == [
        "Help card shown: Back pain: an emergency",
        "The sign on it: it is hard to pee",
        "Shown again on 2026-11-03",
        "A number was pressed",
    ]
    assert rows["Score"]["Answers and scores"] == (
        "MSK-HQ: score from a form; Total 31; Active days, 0 to 7: 3; Group: medium; "
        "Form version 1.0; Licence held by Somewhere NHS Trust; "
        "Filled in on 2026-11-03"
    )


async def test_who_has_a_passkey_must_prove_to_be_there_first(service: Service):
    async with joined(service) as phone:
        await Passkey(
            id=b"one",
            person=UUID(phone.person),
            public_key=b"key",
            device_type="multi_device",
            made_at=clock.now(),
        ).save()
        for method, path, body in (
            ("GET", "/api/me/export", None),
            ("GET", "/api/me/export.csv", None),
            ("POST", "/api/me/delete", {"sure": True}),
        ):
            answer = await phone.client.request(method, path, json=body)
            assert (answer.status_code, answer.json()["code"]) == (403, "needs-proof"), path
        assert await exports(service, phone) == []


async def test_deleting_erases_says_what_is_kept_and_every_device_hears_of_it(service: Service):
    async with joined(service) as phone, joined(service, await code_for(service.house, phone.person)) as other:
        await phone.push(entry())
        for body in ({}, {"sure": False}, {"sure": "yes"}):
            assert (await phone.client.post("/api/me/delete", json=body)).status_code == 400
        answer = await phone.client.post("/api/me/delete", json={"sure": True})
        assert answer.status_code == 200
        assert len(answer.json()["kept"]) == 4
        assert all(one["what"] and one["why"] for one in answer.json()["kept"])
        for device in (phone, other):
            asked = await device.client.get("/api/me")
            assert (asked.status_code, asked.json()["code"]) == (410, "erased")
            assert (await device.sync(entry())).status_code == 410
        person = UUID(phone.person)
        assert not await Account.exists().where(Account.person == person)
        async with service.house.db.transaction(subject=person, purpose="test"):
            assert not await Version.exists().where(Version.person == person)
            assert await Audit.exists().where(Audit.chain == person, Audit.action == "erased", Audit.actor == person)


async def test_staff_do_not_delete_themselves(service: Service):
    async with at_work(service) as advisor:
        answer = await advisor.client.post("/api/me/delete", json={"sure": True})
        assert (answer.status_code, answer.json()["code"]) == (403, "not-allowed")
        assert (await advisor.client.get("/api/me")).status_code == 200


async def test_an_export_holds_nothing_of_anybody_else(service: Service):
    async with joined(service, called="Ann") as phone, joined(service, called="Bea") as other:
        await other.push(entry(body={"score": 4, "regions": [], "note": "canary-of-bea"}))
        await phone.push(entry())
        text = (await phone.client.get("/api/me/export")).text + (await phone.client.get("/api/me/export.csv")).text
        assert "canary-of-bea" not in text
        assert other.person not in text
        assert "Bea" not in json.dumps(text)
