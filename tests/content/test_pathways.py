"""Pathways: every mistake on its own line, everything in the pack, and nothing that depends on an answer."""

import json
import re

import pytest

from jointly.content.safety import TIERS
from support.reading import LONGEST_SENTENCE, PLAIN_GRADE, UNWANTED, grade, sentences_of
from support.shipped import shipped_content

ADVISOR, ADVISOR_WORDS = "pathways/joint-pain-advisor/pathway.yaml", "pathways/joint-pain-advisor/en.md"
BACK, BACK_WORDS = "pathways/low-back/pathway.yaml", "pathways/low-back/en.md"

# path, what stands there, what is planted, a text on the line of the fault, the message
PLANTED = {
    "unknown questionnaire": (
        ADVISOR,
        "[pain-nrs, own-activities, activity-minutes, confidence, ons4",
        "[pain-nsr, own-activities, activity-minutes, confidence, ons4",
        "pain-nsr",
        "there is no questionnaire 'pain-nsr'",
    ),
    "unknown offered questionnaire": (
        ADVISOR,
        "[chair-stand,",
        "[stair-chand,",
        "stair-chand",
        "there is no questionnaire 'stair-chand'",
    ),
    "a questionnaire that is assigned": (
        ADVISOR,
        "[chair-stand,",
        "[phq-9, chair-stand,",
        "phq-9",
        "'phq-9' is asked only when an advisor assigns it to somebody",
    ),
    "a questionnaire twice": (
        ADVISOR,
        "[pain-nrs, own-activities, activity-minutes, confidence, ons4",
        "[pain-nrs, pain-nrs, own-activities, activity-minutes, confidence, ons4",
        "pain-nrs, pain-nrs",
        "'pain-nrs' is in the list twice",
    ),
    "asked and offered": (
        ADVISOR,
        "[chair-stand, body-size",
        "[pain-nrs, body-size",
        "[pain-nrs, body-size",
        "'pain-nrs' is asked of everybody already",
    ),
    "unknown topic": (
        ADVISOR,
        "topics: [",
        "topics: [gardening-tips, ",
        "gardening-tips",
        "there is no topic 'gardening-tips'",
    ),
    "unknown route": (
        ADVISOR,
        "refers: [leisure, link-worker]",
        "refers: [leisure, link-worker, moon]",
        "moon",
        "'moon' is not one of this pathway's routes",
    ),
    "a route that no contact shows": (
        ADVISOR,
        "refers: [leisure, link-worker]",
        "refers: [leisure]",
        "slug: link-worker",
        "no contact shows the route 'link-worker'",
    ),
    "unknown care card": (
        ADVISOR,
        "safety: [back-emergency",
        "safety: [back-emergencies",
        "back-emergencies",
        "there is no care card 'back-emergencies'",
    ),
    "unknown variant": (
        BACK,
        "only_for: [high]",
        "only_for: [highest]",
        "highest",
        "'highest' is not one of this pathway's variants",
    ),
    "unknown contact to finish from": (
        ADVISOR,
        "early_finish_from: three-weeks",
        "early_finish_from: four-weeks",
        "four-weeks",
        "'four-weeks' is not one of this pathway's contacts",
    ),
    "a window that ends before it begins": (
        ADVISOR,
        "due_to_day: 28",
        "due_to_day: 17",
        "due_to_day: 17",
        "the window ends before it begins",
    ),
    "windows that overlap": (
        ADVISOR,
        "due_to_day: 28",
        "due_to_day: 38",
        "due_from_day: 38",
        "'three-weeks' is still due on that day",
    ),
    "windows that overlap for one variant": (
        BACK,
        "due_from_day: 84",
        "due_from_day: 56",
        "due_from_day: 56",
        "'six-weeks' is still due on that day",
    ),
    "contacts that go backwards": (
        ADVISOR,
        "due_from_day: 38",
        "due_from_day: 16",
        "due_from_day: 16",
        "contacts go forwards: 'three-weeks' is due later",
    ),
    "a first contact for some": (
        BACK,
        "refers: [physiotherapist, leisure]",
        "refers: [physiotherapist, leisure]\n    only_for: [high]",
        "only_for: [high]",
        "the first contact is for everybody",
    ),
    "a day before the start": (
        ADVISOR,
        "due_from_day: 0",
        "due_from_day: -1",
        "-1",
        "'due_from_day' must be 0 or more",
    ),
    "a contact twice": (ADVISOR, "slug: three-weeks", "slug: baseline", None, None),
    "a rule that looks at an answer": (
        ADVISOR,
        "refers: [leisure, link-worker]",
        "refers: [leisure, link-worker]\n    only_if: phq-4 > 5",
        "only_if",
        "'only_if' is not a name that is known here",
    ),
    "missing words of a contact": (
        ADVISOR_WORDS,
        "## Contact six-weeks: After 6 weeks",
        "## Contact seven-weeks: After 6 weeks",
        "# Joint Pain Advisor",
        "there are no words for the contact 'six-weeks': write '## Contact six-weeks: ' and a title",
    ),
    "words of no contact": (
        ADVISOR_WORDS,
        "## Contact six-weeks: After 6 weeks",
        "## Contact seven-weeks: After 6 weeks",
        "## Contact seven-weeks",
        "there are words for the contact 'seven-weeks', which is not in pathway.yaml",
    ),
    "a contact without a title": (
        ADVISOR_WORDS,
        "## Contact six-weeks: After 6 weeks",
        "## Contact six-weeks",
        "## Contact six-weeks",
        "the title is missing: write '## Contact six-weeks: ' and a title",
    ),
    "a route without words": (ADVISOR_WORDS, "## Route gp: A GP", "## Route doctor: A GP", "# Joint", None),
    "a variant without words": (
        BACK_WORDS,
        "## Variant high: More time to talk",
        "## More time to talk",
        "# Low back",
        None,
    ),
    "nothing about finishing early": (
        ADVISOR_WORDS,
        "## Finishing early",
        "## Stopping early",
        "# Joint Pain Advisor",
        "the section 'Finishing early' is missing",
    ),
    "a medicine to stop": (
        ADVISOR_WORDS,
        "You do not need an appointment.",
        "Stop taking your painkillers first.",
        "Stop taking your painkillers",
        None,
    ),
    "HTML": (
        ADVISOR_WORDS,
        "Say how things are now",
        "Say <b>how</b> things are now",
        "<b>",
        "HTML is not allowed: write plain words",
    ),
}


@pytest.mark.parametrize(("path", "old", "new", "at", "message"), PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_fault_is_found_on_its_line(tree, path: str, old: str, new: str, at: str | None, message: str | None):
    tree.plant(path, old, new)

    faults = tree.faults()
    assert faults
    if at is not None:
        place = f"{path}:{tree.line(path, at)}: "
        assert any(fault.startswith(place) for fault in faults), faults
        assert message is None or place + message in faults


def shipped() -> dict:
    return json.loads(shipped_content().packs["pathways"].body)


def test_the_pack_has_every_pathway_whole():
    pathways = shipped()

    assert set(pathways) == {
        "joint-pain-advisor", "low-back", "shoulder", "neck-upper-back", "pain-and-mood", "work-and-benefits",
    }  # fmt: skip
    for slug, pathway in pathways.items():
        assert set(pathway) == {
            "slug", "version", "title", "summary", "about", "variants", "contacts", "routes", "safety",
            "early_finish", "approved",
        }  # fmt: skip
        assert pathway["slug"] == slug
        assert set(pathway["early_finish"]) == {"from", "words"}
        for contact in pathway["contacts"]:
            assert set(contact) == {
                "slug", "title", "about", "due_from_day", "due_to_day", "measures", "optional", "topics", "goal_review",
                "refers", "only_for",
            }  # fmt: skip
            assert contact["measures"], "something is measured at each contact"
            assert contact["goal_review"], "and the goal is looked at"
            assert contact["topics"] and contact["refers"]


def test_the_most_urgent_signs_are_asked_about_first():
    content = shipped_content()
    tiers = {card.facts.slug: TIERS.index(card.facts.tier) for card in content.safety.cards}

    for pathway in content.pathways.values():
        asked = [tiers[slug] for slug in pathway.facts.safety]
        assert asked and asked == sorted(asked), pathway.facts.slug


def test_joint_pain_advisor_has_its_four_contacts():
    contacts = shipped()["joint-pain-advisor"]["contacts"]

    assert [contact["title"] for contact in contacts] == [
        "First check-in", "After 3 weeks", "After 6 weeks", "After 6 months",
    ]  # fmt: skip
    for contact, day in zip(contacts, (0, 21, 42, 183), strict=True):
        assert contact["due_from_day"] <= day <= contact["due_to_day"]


def test_a_route_of_one_kind_says_the_same_about_talking_therapies_everywhere():
    routes = [
        json.dumps(route) for each in shipped().values() for route in each["routes"]
        if route["kind"] == "talking-therapies"
    ]  # fmt: skip

    assert len(routes) == 5
    assert len(set(routes)) == 1


def test_nobody_is_asked_on_a_pathway_about_the_very_pain_that_it_is_for():
    """Pain between the shoulders is a sign of the urgent card, which the pathway for necks asks about."""
    neck = shipped()["neck-upper-back"]
    [sign] = [
        sign["words"]
        for card in json.loads(shipped_content().packs["safety"].body)["cards"]
        for part in card["parts"]
        for sign in part["signs"]
        if sign["id"] == "back-between-shoulders"
    ]

    assert "back-urgent" in neck["safety"]
    assert "upper back, between your shoulders" in sign
    said = json.dumps([neck["title"], neck["summary"], neck["about"]])
    assert "upper back between your shoulders? This is not for that." in said
    assert said.count("upper back") == 1


def test_how_to_refer_oneself_to_talking_therapies_is_shown_to_everybody_on_pain_and_mood():
    pathway = shipped()["pain-and-mood"]

    assert all("talking-therapies" in contact["refers"] and not contact["only_for"] for contact in pathway["contacts"])
    [route] = [route for route in pathway["routes"] if route["slug"] == "talking-therapies"]
    assert any(block["type"] == "numbers" for block in route["words"]), "step by step"
    routes = [route for each in shipped().values() for route in each["routes"] if route["kind"] == "talking-therapies"]
    for words in (str(route["words"]) for route in routes):
        assert "England" in words and "ask for it yourself" in words, words
        assert "In Wales, Scotland and Northern Ireland, ask a GP surgery what there is." in words, words


def test_the_groups_of_low_back_pain_are_said_without_a_forecast():
    pathway = shipped()["low-back"]
    words = json.dumps(
        [variant["title"] for variant in pathway["variants"]] + [v["words"] for v in pathway["variants"]]
    )

    assert [variant["slug"] for variant in pathway["variants"]] == ["low", "medium", "high"]
    assert not any(word in words.lower() for word in ("risk", "likely", "chance", "score"))


def sentences() -> list[str]:
    texts = []
    for pathway in shipped_content().pathways.values():
        words = pathway.words
        named = [*words.contacts.values(), *words.variants.values(), *words.routes.values()]
        texts += [part.title for part in named] + [words.summary]
        blocks = [*words.about, *words.early_finish, *(block for part in named for block in part.words)]
        texts += [text for block in blocks for text in block.texts]
    return [sentence for text in texts for sentence in sentences_of(text)]


def test_a_child_of_11_can_read_it():
    found = sentences()

    assert [sentence for sentence in found if len(sentence.split()) > LONGEST_SENTENCE] == []
    assert grade(found) < PLAIN_GRADE


@pytest.mark.parametrize("unwanted", UNWANTED)
def test_words_keep_to_the_style_guide(unwanted: str):
    assert [sentence for sentence in sentences() if re.search(unwanted, sentence)] == []
