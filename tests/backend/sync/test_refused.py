"""Bad input: what is wrong is refused in plain words, what stands beside it is kept, and nothing is half done."""

import json
from typing import Any
from uuid import uuid4

import pytest

from support.kinds import BODIES
from support.phone import PAIN, Phone, correction, entry, joined, numbers_of
from support.service import Service

EXERCISE = {
    "programme": "knee-hip",
    "exercise": "bridge",
    "level": 1,
    "gentle": False,
    "outcome": "done",
    "sets": 2,
    "pain": 3,
    "effort": 4,
    "confident": True,
}
PLAN = {"programme": "knee-hip", "started_on": "2026-03-02", "days": {"mon": ["09:00"]}, "paused": None}


def pain(**changes: Any) -> dict[str, Any]:
    """A pain entry whose body differs."""
    return entry(body=PAIN | changes)


def exercise(**changes: Any) -> dict[str, Any]:
    """An exercise entry whose body differs."""
    return entry(kind="exercise", body=EXERCISE | changes)


def plan(**changes: Any) -> dict[str, Any]:
    """A plan entry whose body differs."""
    return entry(kind="plan", body=PLAN | changes)


def of_kind(kind: str, **changes: Any) -> dict[str, Any]:
    """An entry of a kind whose body differs from the sample of it."""
    return entry(kind=kind, body=BODIES[kind] | changes)


def answered(**changes: Any) -> dict[str, Any]:
    """A check-in whose answers to one instrument differ."""
    return of_kind("check-in", answers={"pain-nrs": {"version": 1, "values": {"now": 4}, "left": False} | changes})


ACTION = BODIES["goal"]["action"]
SCORES = [11, -1, 3.5, "3", True, None, 10**30, [3]]
WRONG = {
    "unknown kind": (entry(kind="horoscope"), "unknown-kind"),
    "unknown kind, deleted": (correction(entry(kind="a\0b"), gone=True, body=None), "unknown-kind"),
    "unknown field": (entry(colour="red"), "unknown-field"),
    "unknown field in the body": (pain(colour="red"), "unknown-field"),
    **{f"pain of {score!r}": (pain(score=score), "bad-value") for score in SCORES},
    "pain left out": (entry(body={"regions": []}), "bad-value"),
    "no such place": (pain(regions=["left knee!"]), "bad-value"),
    "31 places": (pain(regions=["left-knee"] * 31), "bad-value"),
    "a note of 4,001 letters": (pain(note="a" * 4001), "bad-value"),
    "an empty note": (pain(note=""), "bad-value"),
    "level 0": (exercise(level=0), "bad-value"),
    "effort of 11": (exercise(effort=11), "bad-value"),
    "confident in a word": (exercise(confident="yes"), "bad-value"),
    "another outcome": (exercise(outcome="almost"), "bad-value"),
    "a day as a number": (entry(kind="bad-day", body={"on": 0}), "bad-value"),
    "no such day": (entry(kind="bad-day", body={"on": "2026-02-30"}), "bad-value"),
    "a plan for 25 o'clock": (plan(days={"mon": ["25:00"]}), "bad-value"),
    "a plan for an eighth day": (plan(days={"day": ["09:00"]}), "bad-value"),
    "a break that ends before it starts": (plan(paused={"from": "2026-03-02", "until": "2026-03-01"}), "bad-value"),
    "a plan of no exercises": (plan(exercises=[]), "bad-value"),
    "a plan of 21 exercises": (plan(exercises=[f"exercise-{number}" for number in range(21)]), "bad-value"),
    "a plan with an exercise twice": (plan(exercises=["bridge", "bridge"]), "bad-value"),
    "a plan with an exercise in words": (plan(exercises=["Sit to stand"]), "bad-value"),
    "a goal without a goal": (of_kind("goal", goal=""), "bad-value"),
    "a goal of 401 letters": (of_kind("goal", goal="a" * 401), "bad-value"),
    "an importance of 11": (of_kind("goal", importance=11), "bad-value"),
    "an action of nothing": (of_kind("goal", action=ACTION | {"what": ""}), "bad-value"),
    "a confidence of 11": (of_kind("goal", action=ACTION | {"confidence": 11}), "bad-value"),
    "6 plans for what may come": (of_kind("goal", coping=[{"if": "a", "then": "b"}] * 6), "bad-value"),
    "a review that went well": (of_kind("goal", reviewed={"on": "2026-11-20", "went": "well"}), "bad-value"),
    "a goal that is nearly done": (of_kind("goal", status="nearly"), "bad-value"),
    "a pathway with a name of its own": (of_kind("pathway", pathway="My pathway"), "bad-value"),
    "11 instruments assigned": (of_kind("pathway", extra=["phq-9"] * 11), "bad-value"),
    "ended before it started": (of_kind("pathway", ended={"on": "2026-11-01", "why": "early"}), "bad-value"),
    "ended for no reason": (of_kind("pathway", ended={"on": "2026-11-30", "why": ""}), "bad-value"),
    "a check-in with nobody": (of_kind("check-in", **{"with": "nobody"}), "bad-value"),
    "a check-in on no day": (of_kind("check-in", on="2026-11-31"), "bad-value"),
    "an answer that is true": (answered(values={"now": True}), "bad-value"),
    "an answer that is a list": (answered(values={"now": [4]}), "bad-value"),
    "an answer of nothing": (answered(values={"now": ""}), "bad-value"),
    "an answer of 401 letters": (answered(values={"now": "a" * 401}), "bad-value"),
    "an answer without end": (answered(values={"now": 10**30}), "bad-value"),
    "61 answers": (answered(values={f"item-{number}": 1 for number in range(61)}), "bad-value"),
    "an answer to a question with spaces": (answered(values={"pain now": 4}), "bad-value"),
    "answers to version 0": (answered(version=0), "bad-value"),
    "answers with a total": (answered(total=4), "unknown-field"),
    "21 instruments": (
        of_kind("check-in", answers={f"scale-{n}": {"version": 1, "values": {}, "left": True} for n in range(21)}),
        "bad-value",
    ),
    "a showing of a card that was ignored": (of_kind("safety", did="ignored"), "bad-value"),
    "a showing at no time": (of_kind("safety", shown_at="just now"), "bad-value"),
    "a showing on no day": (of_kind("safety", shown_at="2026-13-45T09:12:00+00:00"), "bad-value"),
    "a showing without a sign": (of_kind("safety", trigger=None), "bad-value"),
    "a card that was only opened": (of_kind("safety", did="opened"), "bad-value"),
    "a showing from somewhere": (of_kind("safety", **{"from": "cards"}), "unknown-field"),
    "a showing that is deleted": (correction(entry(kind="safety"), gone=True, body=None), "stays"),
    "a showing of a card with spaces": (of_kind("safety", card="back pain"), "bad-value"),
    "a showing with a score": (of_kind("safety", score=3), "unknown-field"),
    "a score of nothing": (of_kind("score", total=None, subscales={}, group=None), "bad-value"),
    "a total in words": (of_kind("score", total="31"), "bad-value"),
    "11 subscales": (of_kind("score", subscales={f"part-{number}": 1 for number in range(11)}), "bad-value"),
    "a fourth group": (of_kind("score", group="none"), "bad-value"),
    "body of another kind": (entry(kind="exercise"), "unknown-field"),
    "a body that is a list": (entry(body=[PAIN]), "bad-value"),
    "picked in 2035": (entry(at="2035-01-01T08:00:00+00:00", picked=True), "date-out-of-range"),
    "picked in 1990": (entry(at="1990-01-01T08:00:00+00:00", picked=True), "date-out-of-range"),
    "picked in the year 1": (entry(at="0001-01-01T00:00:00+14:00", picked=True), "date-out-of-range"),
    "no time zone": (entry(at="2026-11-21T08:00:00"), "malformed"),
    "no such time": (entry(at="2026-11-31T08:00:00Z"), "malformed"),
    "a zone that is none": (entry(zone="Europe/Lon\0don"), "malformed"),
    "an id that is none": (entry(id="1"), "malformed"),
    "no id": (entry(id=None), "malformed"),
    "no body": (entry(body=None), "malformed"),
    "deleted with a body": (correction(entry(), gone=True), "malformed"),
    "an entry but no predecessor": (entry(entry=str(uuid4())), "malformed"),
    "written by nobody we know": (entry(how="owl"), "malformed"),
    "a number": (7, "malformed"),
    "nothing": (None, "malformed"),
}


def itself(sent: dict[str, Any], *fields: str) -> dict[str, Any]:
    """A version that names itself as its own entry or predecessor."""
    return correction(entry(), id=sent["id"]) | dict.fromkeys(fields, sent["id"])


WRONG |= {f"its own {field}": (itself(entry(), field), "malformed") for field in ("entry", "previous")}


async def test_what_is_wrong_is_refused_with_a_reason_and_the_rest_lands(phone: Phone, subtests: pytest.Subtests):
    kept = []
    for wrong, (sent, code) in WRONG.items():
        with subtests.test(wrong):
            before, after = entry(), entry()
            pull = await phone.push(before, sent, after)
            assert list(numbers_of(pull)) == [0, 2]
            kept += [before["id"], after["id"]]
            [refused] = pull["refused"]
            assert refused["code"] == code
            assert refused["id"] == (sent.get("id", "") if isinstance(sent, dict) else "")
            assert reads_as_words(refused["message"])
    assert [row["id"] for row in await phone.everything()] == kept


def reads_as_words(message: str) -> bool:
    """Whether it is a sentence for people: no braces, no names of fields or classes."""
    return message[0].isupper() and message.endswith(".") and not set(message) & set("{}_[]<>`\\")


async def test_a_whole_batch_of_wrong_entries_is_told_one_by_one(phone: Phone):
    sent = [wrong for wrong, _ in WRONG.values()]
    pull = await phone.push(*sent)
    assert (pull["numbers"], pull["head"]) == ([], 0)
    assert len(pull["refused"]) == len(sent)


async def test_a_reason_names_what_a_person_would_look_at_again(phone: Phone):
    pull = await phone.push(pain(score=11), pain(note="a" * 5000))
    assert "pain score" in pull["refused"][0]["message"]
    assert "note" in pull["refused"][1]["message"]


async def test_a_care_card_that_was_shown_is_not_deleted_by_anybody_and_goes_with_the_account(phone: Phone):
    shown, pain_entry = entry(kind="safety", body=BODIES["safety"]), entry()
    await phone.push(shown, pain_entry)
    pull = await phone.push(*(correction(each, gone=True, body=None) for each in (shown, pain_entry)))
    [refused] = pull["refused"]
    assert (refused["code"], list(numbers_of(pull))) == ("stays", [1]), "and what stands beside it is deleted"
    assert "stays in the diary" in refused["message"] and reads_as_words(refused["message"])
    kept = [row for row in await phone.everything() if row["kind"] == "safety"]
    assert [(row["id"], row.get("gone", False)) for row in kept] == [(shown["id"], False)]
    # as something else it is no deletion of it either
    other = correction(shown, gone=True, body=None) | {"kind": "pain"}
    assert (await phone.push(other))["refused"][0]["code"] == "other-kind"
    # but the person may still erase all of it
    assert (await phone.client.post("/api/me/delete", json={"sure": True})).status_code == 200
    assert (await phone.sync()).status_code == 410


async def test_odd_letters_in_a_note_come_back_as_they_were(phone: Phone, second_phone: Phone):
    notes = ["nul \0 inside", "\u202e\ufeff\u0007", "😀" * 2000, " ", "'; drop table version; --", "\\ud83d"]
    await phone.push(*(pain(note=note) for note in notes))
    assert [row["body"]["note"] for row in await second_phone.everything()] == notes


async def test_an_emoji_cut_in_two_stops_neither_its_note_nor_the_rest(phone: Phone):
    notes = ["tired \ud83d", "\ude00", "\ud83d\ude00 \\ud83d \udead"]
    request = phone.request(*(pain(note=note) for note in notes), entry())
    assert (await raw(phone, json.dumps(request).encode())).json()["subjects"][0]["numbers"] == [[0, 1, 4]]
    rows = await phone.everything()
    assert [row["body"].get("note") for row in rows] == ["tired \ufffd", "\ufffd", "😀 \\ud83d \ufffd", None]


async def test_the_same_id_with_another_body_is_refused_and_the_first_stays(phone: Phone):
    first = entry()
    await phone.push(first)
    pull = await phone.push(first | {"body": {"score": 9, "regions": []}}, first | {"picked": True}, entry())
    assert [refused["code"] for refused in pull["refused"]] == ["id-reused", "id-reused"]
    assert numbers_of(pull) == {2: 2}
    assert [row["body"]["score"] for row in await phone.everything()] == [4, 4]


async def test_an_id_twice_in_one_batch_counts_once_and_never_with_another_body(phone: Phone):
    one = entry()
    pull = await phone.push(one, one, one | {"body": {"score": 9, "regions": []}})
    assert numbers_of(pull) == {0: 1, 1: 1}
    assert [refused["code"] for refused in pull["refused"]] == ["id-reused"]
    assert len(await phone.everything()) == 1


async def test_an_entry_cannot_turn_into_something_else(phone: Phone):
    first = entry()
    await phone.push(first)
    changed = correction(first, body={"on": "2026-03-02"}) | {"kind": "bad-day"}
    assert (await phone.push(changed))["refused"][0]["code"] == "other-kind"


async def test_somebody_elses_record_answers_like_one_that_does_not_exist(service: Service, phone: Phone):
    await phone.push(entry(), entry())
    async with joined(service) as other:
        answers = []
        for subject in (phone.person, str(uuid4())):
            pull = (await other.sync(entry(id=str(uuid4())), subject=subject, number=0)).json()["subjects"][0]
            assert [refused["code"] for refused in pull["refused"]] == ["not-yours"]
            answers.append(pull | {"subject": "", "refused": pull["refused"][0]["message"]})
        assert answers[0] == answers[1]
    assert len(await phone.everything()) == 2


async def test_somebody_elses_entries_can_be_neither_read_nor_claimed_nor_corrected(service: Service, phone: Phone):
    theirs, later = entry(), entry()
    await phone.push(theirs)
    async with joined(service) as other:
        pull = await other.push(theirs, correction(theirs), correction(later), entry())
        assert [refused["code"] for refused in pull["refused"]] == ["not-yours"]
        # Somebody else's entry is like one that does not exist: who corrects it has done so in their own diary alone.
        assert numbers_of(pull) == {1: 1, 2: 2, 3: 3}
        assert theirs["id"] not in {row["id"] for row in await other.everything()}
    assert [row["id"] for row in await phone.everything()] == [theirs["id"]]
    pull = await phone.push(later, correction(later), correction(theirs))
    assert (pull["refused"], numbers_of(pull)) == ([], {0: 2, 1: 3, 2: 4})


async def raw(phone: Phone, body: bytes):
    """Sends bytes as they are."""
    return await phone.client.post("/api/sync", content=body, headers={"Content-Type": "application/json"})


DEEP = b"[" * 100_000
NOON = b'{"device_now": "2026-11-21T12:00:00Z", "epoch": null, "subjects": []'
ENVELOPES = {
    "no JSON": (b"{", 400, "not-a-sync"),
    "nothing": (b"", 400, "not-a-sync"),
    "no UTF-8": (b'{"\xff": 1}', 400, "not-a-sync"),
    "a list": (b"[]", 400, "not-a-sync"),
    "a field too many": (
        NOON + b', "x": 1}',
        400,
        "not-a-sync",
    ),
    "a clock that is none": (NOON.replace(b"2026-11-21T", b"") + b"}", 400, "not-a-sync"),
    "a clock with no zone": (
        NOON.replace(b"Z", b"") + b"}",
        400,
        "not-a-sync",
    ),
    "nested without end": (DEEP, 400, "not-a-sync"),
    "nested in a field": (b'{"epoch": ' + DEEP, 400, "not-a-sync"),
    "50 MB": (b" " * 50_000_000, 413, "too-big"),
}


async def test_a_request_that_is_no_sync_is_refused_whole(phone: Phone, subtests: pytest.Subtests):
    for wrong, (body, status, code) in ENVELOPES.items():
        with subtests.test(wrong):
            answer = await raw(phone, body)
            assert (answer.status_code, answer.json()["code"]) == (status, code)
            assert reads_as_words(answer.json()["message"])
    assert (await phone.push(entry()))["number"] == 1


async def test_a_cursor_that_is_no_number_is_refused(phone: Phone):
    for number in ("-1", "1e400", "9" * 400, "1.5", "true", "null", '"1"', str(2**53 + 1)):
        text = json.dumps(phone.request(entry(), number=123456789)).replace("123456789", number)
        assert (await raw(phone, text.encode())).status_code == 400, number
    assert await phone.everything() == []


async def test_an_entry_nested_without_end_never_breaks_the_server(phone: Phone):
    for opening, closing in (("[", "]"), ('{"a":', "}")):
        text = json.dumps(phone.request(entry(body="DEEP"), entry()))
        endless = text.replace('"DEEP"', opening * 100_000)
        assert (await raw(phone, endless.encode())).status_code == 400
        deep = text.replace('"DEEP"', f"{opening * 300}1{closing * 300}")
        pull = (await raw(phone, deep.encode())).json()["subjects"][0]
        assert (len(pull["refused"]), list(numbers_of(pull))) == (1, [1])


async def test_10_000_entries_are_refused_whole_and_500_are_not(phone: Phone):
    small = {"id": 1}
    answer = await phone.sync(*[small] * 10_000)
    assert (answer.status_code, answer.json()["code"]) == (413, "too-many-entries")
    assert "500" in answer.json()["message"]
    assert (await phone.sync(*[small] * 501)).status_code == 413
    assert (await phone.push(*(entry() for _ in range(500))))["number"] == 500


async def test_500_entries_are_counted_over_all_subjects(phone: Phone):
    request = phone.request(*[{"id": 1}] * 300)
    request["subjects"] *= 2
    assert (await raw(phone, json.dumps(request).encode())).status_code == 413
