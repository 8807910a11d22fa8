"""The person's own letter, in plain words."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from jointly.prescribing.closing import model as m
from jointly.prescribing.closing.letter import Letter, Points, Quote, Text
from jointly.prescribing.closing.plain import letter
from support.reading import PLAIN_GRADE, grade, sentences_of


def words(made: Letter) -> dict[str, list[str]]:
    """What each section says, line by line."""
    found = {}
    for section in made.sections:
        lines: list[str] = []
        for block in section.blocks:
            lines += block.items if isinstance(block, Points) else [block.words]
        found[section.heading] = lines
    return found


def test_margarets_letter(message, speak):
    made = letter(message, speak)

    assert made.title == "What we did together: for Maggie"
    assert words(made) == {
        "For you": ["You came a long way, Maggie. We enjoyed it too."],
        "What we did": [
            "We talked 2 times, from 3 March 2026 to 12 August 2026.",
            "You told us why you came:",
            "I miss having a laugh.",
            "We tried:",
            "Chair exercise on Tuesdays, Moorside Hall. You went 17 times.",
            "Gentle swim, Moorside Baths. You went 1 time.",
            "Pacing",
        ],
        "What helped": [
            "Chair exercise on Tuesdays: Laughing with others; the stairs are easier.",
            "Pacing: A rest at noon.",
        ],
        "What did not help": [
            "Not all things suit all people. It is good to know what does not.",
            "Gentle swim: The water was too cold for her hands.",
        ],
        "Your numbers": [
            "Pain on average: 7 at the start, and 4 on 12 August 2026. It goes from 0 to 10. Lower is better. "
            "A change of 1 point or more is one that people notice.",
            "Satisfied with life: 5 at the start, and 7.5 on 12 August 2026. It goes from 0 to 10. Higher is better.",
        ],
        "What is next": [
            "We agreed that you will do this:",
            "Go on with chair exercise.",
            "You keep going with:",
            "Chair exercise on Tuesdays",
            "Steps you chose:",
            "Ask Pat to the library",
            "Places you can try on your own:",
            "Citizens Advice, 0800 144 8848",
        ],
        "Who was told": [
            "We sent a message about this to:",
            "Dr Sana Malik, Moorside Surgery",
            "That message says more than this letter. It has your address and what you told us about how you live. "
            "You can ask us for a copy.",
        ],
        "Come back any time": [
            "If things change, you can ask for our help again.",
            "Ask for Jo Park, Moorside Link Workers: 0113 496 0001",
        ],
    }


def test_what_lies_about_at_home_has_no_risks_and_no_safeguarding(changed, speak):
    fall = m.Risk(risk=m.Coded(text="Argues with neighbours"))

    said = str(letter(changed(risks=m.Risks(known=(fall,))), speak))
    assert not re.search(r"Argues|shouts|osteoarthritis|9990000018|Cares for", said)


def test_days_are_those_of_london(message, changed, speak):
    """Half past eleven at night in UTC is the next day in July, and the same day in January."""
    july, january = datetime(2026, 7, 14, 23, 30, tzinfo=UTC), datetime(2026, 1, 14, 23, 30, tzinfo=UTC)
    met = (replace(message.contacts[0], at=january), replace(message.contacts[1], at=july))
    made = letter(changed(written_at=july, contacts=met), speak)

    assert made.foot == "15 July 2026, page"
    assert words(made)["What we did"][0] == "We talked 2 times, from 14 January 2026 to 15 July 2026."
    assert letter(changed(written_at=january), speak).foot == "14 January 2026, page"


def test_a_child_of_11_can_read_it(message, speak):
    lines = [line for section in words(letter(message, speak)).values() for line in section]
    sentences = [one for line in lines for one in sentences_of(line) if len(one.split()) >= 5]

    assert len(sentences) > 12
    assert grade(sentences) < PLAIN_GRADE


@pytest.mark.parametrize(
    ("outcome", "says"),
    [
        ("declined", "You said no to our help. That is fine."),
        ("unable", "We tried to reach you, and could not. We hope that you are well."),
        ("unsuitable", "We were not the right team to help you with this."),
    ],
)
def test_an_end_before_anything_began_is_said_without_shame(changed, speak, outcome, says: str):
    ending = m.Ending(outcome=outcome, closed_on=date(2026, 3, 3))
    nothing = changed(ending=ending, tried=(), scores=(), contacts=(), plan=(), signposts=(), support=m.CarePlan())

    said = words(letter(replace(nothing, presenting=m.Presenting(), to_person=""), speak))
    assert said["What we did"] == [says]
    assert said["What is next"] == ["There is nothing that you have to do."]
    assert "What helped" not in said
    assert "What did not help" not in said


def test_nobody_writes_to_who_has_died(changed, speak):
    assert letter(changed(ending=m.Ending(outcome="died", closed_on=date(2026, 3, 3))), speak) is None


def test_told_nobody_is_said(changed, speak):
    assert words(letter(changed(told=()), speak))["Who was told"] == ["We told nobody."]


def test_steps_of_a_goal_that_was_given_up_are_not_asked_for(changed, message, speak):
    [need] = message.support.needs
    given_up = replace(need, goals=(replace(need.goals[0], status="stopped"),))

    said = words(letter(changed(support=m.CarePlan(needs=(given_up,))), speak))
    assert "Ask Pat to the library" not in said["What is next"]


def test_what_was_taken_back_before_anybody_went_was_not_tried(changed, message, speak):
    slip = m.Tried(id=UUID(int=7), what="Pain café", kind="activity", outcome="withdrawn")
    went = replace(slip, id=UUID(int=8), what="The choir", visits=2)
    said = words(letter(changed(tried=(*message.tried, slip, went)), speak))["What we did"]
    assert "The choir. You went 2 times." in said
    assert not [line for line in said if "Pain café" in line]


def test_own_words_are_quoted(message, speak):
    [together] = [one for one in letter(message, speak).sections if one.key == "together"]
    assert Quote("I miss having a laugh.") in together.blocks
    assert Text("We tried:") in together.blocks
