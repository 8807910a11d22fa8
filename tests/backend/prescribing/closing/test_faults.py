"""What is missing or too long is told, in words; nothing is cut."""

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from typing import get_args, get_type_hints
from uuid import UUID

import msgspec
import pytest

from jointly.prescribing.closing import model as m
from jointly.prescribing.closing.faults import faults, say

ID = UUID("0199f000-0000-7000-8000-000000000009")


def told(message: m.ClosingMessage, speak) -> list[str]:
    return [say(fault, speak) for fault in faults(message)]


def test_nothing_is_missing_in_margarets(message, speak):
    assert told(message, speak) == []


def test_an_empty_message_lacks_all_that_is_mandatory(speak):
    worker = m.Worker(id=ID)
    empty = m.ClosingMessage(
        id=ID, episode=ID, written_at=datetime(2026, 8, 14, tzinfo=UTC), author=worker, person=m.Person(id=ID)
    )

    assert told(empty, speak) == [
        "Who wrote this: Name: this is missing.",
        "Who wrote this: Service: this is missing.",
        "About the person: First name: this is missing.",
        "About the person: Family name: this is missing.",
        "About the person: Date of birth: this is missing.",
        "GP surgery: this is missing.",
        "Referral: this is missing.",
        "How it ended: Outcome: this is missing.",
        "How it ended: Closed on: this is missing.",
        "Risks: write the risks, or say that there are none you know of.",
        "Who wrote and checked this: this is missing.",
    ]
    assert all(fault.stops for fault in faults(empty))


def test_a_referral_has_a_referrer_and_a_receiver(changed, speak):
    assert told(changed(referrals=(m.Referral(),)), speak) == [
        "Referral: Name: this is missing.",
        "Referral: Service: this is missing.",
        "Referral: Organisation: this is missing.",
        "Referral: Contact details: this is missing.",
        "Referral: Referred to: this is missing.",
    ]


def test_a_text_that_is_too_long_is_a_warning_with_its_length_and_stays_whole(changed, speak):
    long = "a" * 151
    message = changed(impact=long)

    [fault] = faults(message)
    assert not fault.stops
    assert say(fault, speak) == "What changed: 151 letters. Some systems keep only 150. Make it shorter if you can."
    assert message.impact == long
    assert faults(changed(impact="a" * 150)) == ()


def test_it_says_which_of_several_entries(changed, message, speak):
    second = replace(message.tried[1], what_did_not="x" * 151)

    assert told(changed(tried=(message.tried[0], second)), speak) == [
        "What was tried, number 2: What did not help: 151 letters. Some systems keep only 150. "
        "Make it shorter if you can."
    ]


def test_each_name_has_its_own_limit(changed, message, speak):
    name = m.Name(given=("Margaret", "A" * 36), family=("Thwaite",), preferred="M" * 71)

    assert told(changed(person=replace(message.person, name=name)), speak) == [
        "About the person: First name: 36 letters. Some systems keep only 35. Make it shorter if you can.",
        "About the person: Likes to be called: 71 letters. Some systems keep only 70. Make it shorter if you can.",
    ]


def test_risks_are_said_or_denied_and_not_both(changed, speak):
    fall = m.Risk(risk=m.Coded(text="Falls on stairs"))

    assert told(changed(risks=m.Risks(known=(fall,))), speak) == []
    assert told(changed(risks=m.Risks(none_known=True)), speak) == []
    assert [fault.id for fault in faults(changed(risks=m.Risks()))] == ["closing-fault-risks"]
    assert [fault.id for fault in faults(changed(risks=m.Risks(known=(fall,), none_known=True)))] == [
        "closing-fault-risks-both"
    ]


@pytest.mark.parametrize(
    ("ending", "ids"),
    [
        (m.Ending(outcome="declined", closed_on=date(2026, 3, 3)), ["closing-fault-missing"]),
        (m.Ending(outcome="declined", declined_on=date(2026, 3, 3), closed_on=date(2026, 3, 3)), []),
        (m.Ending(outcome="goals-met", closed_on=date(2026, 3, 3)), ["closing-fault-missing"]),
        (
            m.Ending(
                outcome="moved",
                accepted_on=date(2026, 3, 3),
                declined_on=date(2026, 3, 3),
                closed_on=date(2026, 3, 3),
            ),
            ["closing-fault-answer"],
        ),
        (m.Ending(outcome="unable", closed_on=date(2026, 3, 3)), []),
    ],
)
def test_the_end_fits_the_answer(changed, ending: m.Ending, ids: list[str]):
    assert [fault.id for fault in faults(changed(ending=ending))] == ids


def test_numbers_that_cannot_be(changed, message, speak):
    phone = m.Telecom(value="07700 900123", preference=0)
    person = replace(message.person, nhs_number="9991234567", nhs_number_status="09", phones=(phone,))
    goal = m.Goal(goal="Walk", importance=0, actions=(m.Action(what=("Walk",), confidence=11),))
    need = m.Need(need=m.Coded(text="Out of breath", code="871731000000107"), goals=(goal,))
    backwards = replace(message.scores[0], last=m.Reading(on=date(2026, 3, 2), value=4))

    found = told(changed(person=person, scores=(backwards,), support=m.CarePlan(needs=(need,))), speak)
    assert sorted(found) == [
        "About the person: NHS number check: use a number from 01 to 08.",
        "About the person: NHS number: this cannot be right. Check each digit.",
        "About the person: Order to try: use a number from 1 to 5.",
        "Care and support plan: Code: this is not a SNOMED CT code. Check each digit.",
        "Care and support plan: How much it matters: use a number from 1 to 10.",
        "Care and support plan: How sure they can: use a number from 0 to 10.",
        "Scores before and after: Last: this day is before the first one.",
    ]


def test_confidence_0_is_ours_and_no_fault(changed, message):
    assert message.support.needs[0].goals[0].actions[1].confidence == 0
    assert faults(message) == ()


def test_what_was_visited_says_if_it_helped(changed, message):
    silent = replace(message.tried[0], what_helped="")

    [fault] = faults(changed(tried=(silent,)))
    assert (fault.id, fault.stops, fault.place) == ("closing-fault-helped", False, None)


@pytest.mark.parametrize(
    ("helped", "did_not", "said", "went"),
    [
        ("a", "", "", "yes"),
        ("a", "b", "", "partly"),
        ("", "b", "", "no"),
        ("", "", "", ""),
        ("a", "", "partly", "partly"),
    ],
)
def test_whether_it_helped_follows_from_what_is_said(message, helped: str, did_not: str, said, went: str):
    one = replace(message.tried[0], what_helped=helped, what_did_not=did_not, helped=said)

    assert one.went == went


def test_a_change_is_the_last_less_the_first(message):
    assert [one.change for one in message.scores] == [-3, 2.5, None]


def parts(kind: type, seen: set[type] | None = None) -> set[type]:
    """Every kind of part that a message has."""
    seen = set() if seen is None else seen
    if is_dataclass(kind) and kind not in seen:
        seen.add(kind)
        for hint in get_type_hints(kind).values():
            for one in (hint, *get_args(hint)):
                parts(one, seen)
    return seen


def test_every_field_that_can_be_at_fault_has_words(speak):
    all_parts = parts(m.ClosingMessage)
    assert len(all_parts) > 25
    for kind in all_parts - {m.ClosingMessage}:
        for field in fields(kind):
            if any(field.metadata.values()):
                assert speak(f"closing-field-{field.name.replace('_', '-')}"), (kind, field.name)
    for field in fields(m.ClosingMessage):
        if field.name not in {"id", "episode", "written_at", "replaces"}:
            assert speak(f"closing-part-{field.name.replace('_', '-')}"), field.name


def test_a_message_can_be_kept_as_it_was_reviewed(message):
    assert msgspec.json.decode(msgspec.json.encode(message), type=m.ClosingMessage) == message
