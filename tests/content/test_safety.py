"""Care cards: what phones keep of them, what is wrong with one told by file and line, and plain words."""

import json
import re
from itertools import chain

import pytest

from jointly.content.medicine_words import tells
from jointly.content.safety import CRISIS, TIERS
from support.reading import LONGEST_SENTENCE, PLAIN_GRADE, UNWANTED, grade, sentences_of
from support.shipped import shipped_content

BACK = "safety/back-emergency"
FACTS, WORDS, CASES = f"{BACK}/card.yaml", f"{BACK}/en.md", f"{BACK}/cases.yaml"
URGENT, CRISIS_FACTS = "safety/back-urgent/card.yaml", "safety/crisis/card.yaml"
JOINT = "safety/hot-joint/card.yaml"
NUMBERS, NUMBER_WORDS = "lists/helplines.yaml", "lists/helplines.en.yaml"
SLUGS = {
    "back-emergency", "back-urgent", "hot-joint", "giant-cell-arteritis", "infection-on-medicine", "fracture",
    "past-cancer", "inflammatory-arthritis", "general", "crisis", "exercise-stop",
}  # fmt: skip
NHS = re.compile(r"\b(immediate action required|ask for an urgent GP appointment or get help)\b", re.I)


@pytest.fixture(scope="module")
def pack() -> dict:
    return json.loads(shipped_content().packs["safety"].body)


def parts(pack: dict) -> list[tuple[dict, dict]]:
    return [(card, part) for card in pack["cards"] for part in card["parts"]]


def sentences(pack: dict) -> list[str]:
    texts = [number[part] for number in pack["numbers"] for part in ("name", "words")]
    for card in pack["cards"]:
        for part in card["parts"]:
            texts += [text for block in part["advice"] for text in block.get("items", [block.get("text")])]
            signs = [sign["words"] for sign in part["signs"]]
            texts += [card["title"], part["heading"], *([part["lead"]] if part["lead"] else []), *signs]
    return [sentence for text in texts for sentence in sentences_of(text)]


def test_every_card_is_there_the_most_urgent_first(pack):
    assert {card["slug"] for card in pack["cards"]} == SLUGS
    tiers = [TIERS.index(card["tier"]) for card in pack["cards"]]
    assert tiers == sorted(tiers)
    assert not any(card["approved"] for card in pack["cards"])


def test_a_part_says_what_to_do_if_what_and_whom_to_call(pack):
    numbers = {number["slug"]: number for number in pack["numbers"]}
    for card, part in parts(pack):
        assert part["heading"] == f"{part['action']} if:", card["slug"]
        assert part["signs"]
        assert part["advice"]
        called = [numbers[slug] for slug in part["numbers"]]
        assert bool(called) == (part["tier"] != "non-urgent")
        if card["slug"] != CRISIS and part["tier"] == "emergency":
            assert called[0]["number"] == "999"


def test_what_cannot_wait_stands_first_on_its_card(pack):
    for card in pack["cards"]:
        tiers = [TIERS.index(part["tier"]) for part in card["parts"]]
        assert tiers == sorted(tiers), card["slug"]


def test_a_sign_is_on_one_card_alone(pack):
    ids = [sign["id"] for _, part in parts(pack) for sign in part["signs"]]
    assert len(ids) == len(set(ids)) > 50


def test_somebody_in_a_crisis_finds_a_number_in_every_nation(pack):
    crisis = next(card for card in pack["cards"] if card["slug"] == CRISIS)
    named = set(chain.from_iterable(part["numbers"] for part in crisis["parts"]))
    nations = {nation for number in pack["numbers"] if number["slug"] in named for nation in number["where"]}
    assert nations == {"england", "wales", "scotland", "northern-ireland"}
    anywhere = [number["number"] for number in pack["numbers"] if number["slug"] in named and not number["where"]]
    assert {"999", "116 123", "85258", "18000"} <= set(anywhere)


def test_every_number_for_a_crisis_says_when_it_answers(pack):
    for number in pack["numbers"]:
        if number["purpose"] in ("crisis", "listening"):
            assert "Day and night" in number["words"] or "from 6pm to 2am" in number["words"], number["slug"]


def test_every_programme_lists_the_signs_of_the_stop_card_first():
    content = shipped_content()
    card = next(card for card in content.safety.cards if card.facts.slug == "exercise-stop")
    signs = len(card.words.part.signs)
    firsts = {programme.words.stop[:signs] for programme in content.programmes.values()}
    assert [len(first) for first in firsts] == [signs], "the same for all, and as many as the card has"


def test_what_to_say_reads_right_where_a_card_is_shown_with_one_sign_alone(pack):
    """The page that stops a check-in shows the sign that was answered yes, and none of the others."""
    assert [sentence for sentence in sentences(pack) if re.search(r"\bwhich of these\b", sentence)] == []


def test_colour_of_skin_is_said_for_everybody(pack):
    said = [sign["words"] for _, part in parts(pack) for sign in part["signs"] if "skin" in sign["words"]]
    assert said
    assert all("white skin" in words and "brown and black skin" in words for words in said)


def test_the_words_are_plain(pack):
    found = sentences(pack)
    assert [sentence for sentence in found if len(sentence.split()) > LONGEST_SENTENCE] == []
    assert grade(found) < PLAIN_GRADE
    for unwanted in (*UNWANTED, r"\burin\w+", r"\bbowel", r"\bstool", r"\bwee\b", r"\bnause\w+", r"\bsuicid\w+"):
        assert [sentence for sentence in found if re.search(unwanted, sentence)] == [], unwanted
    assert [sentence for sentence in found if NHS.search(sentence)] == []


def test_nobody_is_told_what_to_do_with_a_medicine(pack):
    assert [sentence for sentence in sentences(pack) if tells(sentence)] == []
    assert tells("Stop taking your medicine.")
    assert tells("You can change the dose of it: double your tablets.")
    assert not tells("Ask a pharmacist before you stop any medicine.")


def test_it_is_small_enough_to_come_first():
    assert len(shipped_content().packs["safety"].body) < 24 * 1024


@pytest.mark.parametrize(
    ("path", "old", "new", "at", "said"),
    [
        (FACTS, "tier: emergency", "tier: red", "tier: red", "'tier' must be 'emergency', 'urgent' or 'non-urgent'"),
        (FACTS, "numbers: [emergency,", "numbers: [emergencies,", "numbers:", "'emergencies' is not a number of"),
        (
            FACTS,
            "numbers: [emergency, emergency-relay, emergency-text, emergency-bsl]",
            "numbers: []",
            "numbers:",
            "a card that is emergency names a number to call",
        ),
        (URGENT, "back-fever", "back-both-legs", "back-both-legs", "is on the card 'back-emergency' already"),
        (FACTS, "slug: back-emergency", "slug: back", "slug: back", "slug"),
        (
            CRISIS_FACTS,
            "order: 20",
            "order: 10",
            "order: 10",
            "'back-emergency' has the same order",
        ),
        (FACTS, "approved: false", "approved: true", "by: null", "it says approved, but 'by' is empty"),
        (JOINT, "sooner:\n  tier: emergency", "sooner:\n  tier: non-urgent", "  tier: non-urgent", "what comes sooner"),
        (
            WORDS,
            "- back-hard-to-pee: it is hard to pee\n",
            "",
            "## Signs",
            "no words for the trigger 'back-hard",
        ),
        (WORDS, "- back-hard-to-pee:", "- back-pee:", "- back-pee:", "words for 'back-pee', which is no trigger"),
        (WORDS, "- back-hard-to-pee:", "- back-both-legs:", "- back-both-legs: it is hard", "'back-both-legs' already"),
        (WORDS, "- back-hard-to-pee: it", "- It", "- It", "a sign is written with a hyphen, its id, a colon"),
        (WORDS, "A&E now if:", "A&E now", "## Heading", "ends with “if:”"),
        (WORDS, "- back-hard-to-pee: it", "- back-hard-to-pee: <b>it</b>", "- back-hard-to-pee", "HTML is not allowed"),
        (
            WORDS,
            "Do not drive",
            "Stop your tablets. Do not drive",
            "Stop your tablets",
            "nobody is told to start, stop",
        ),
        (WORDS, "## What to do", "## Do this", "## Do this", "'Do this' does not belong here"),
        (CASES, "trigger: back-hard-to-pee", "trigger: back-pee", "trigger: back-pee", "is not a sign of this card"),
        (CASES, "tier: emergency", "tier: urgent", "tier: urgent", "opens back-emergency, emergency"),
        (CASES, "id: ", "id: 1", "id: 1", "'id' must be a UUID"),
        (NUMBERS, 'number: "18000"', "number: 18000", "number: 18000", "must be words; put quotes"),
        (
            NUMBERS,
            "slug: emergency-text",
            "slug: emergency",
            "slug: emergency, for: emergency, where: [], way: text",
            "twice",
        ),
        (
            NUMBERS,
            'way: call, number: "999"',
            'way: other, number: "999"',
            "slug: emergency,",
            "a number to call or text",
        ),
        (NUMBER_WORDS, "  samaritans:", "  samaritan:", "numbers:", "there are no words for 'samaritans'"),
        (NUMBER_WORDS, "  samaritans:", "  samaritan:", "  samaritan:", "there are words for 'samaritan', but"),
    ],
)
def test_a_fault_is_told_with_its_line(tree, path: str, old: str, new: str, at: str, said: str):
    tree.plant(path, old, new)
    place = f"{path}:{tree.line(path, at)}: "
    assert [fault for fault in tree.faults() if fault.startswith(place) and said in fault], tree.faults()


def test_a_case_for_every_sign(tree):
    text = tree.text(CASES)
    tree.write(CASES, text[: text.rindex("  - id:")])
    assert tree.faults() == [f"{CASES}:3: there is no worked case for 'back-after-accident'"]


@pytest.mark.parametrize("slug", ["crisis", "exercise-stop"])
def test_a_card_that_the_app_opens_by_name_must_be_there(tree, slug: str):
    for name in ("card.yaml", "en.md", "cases.yaml"):
        (tree.root / "safety" / slug / name).unlink()
    (tree.root / "safety" / slug).rmdir()
    assert f"safety/{slug}/card.yaml:1: the card '{slug}' is missing: the app opens it by name" in tree.faults()


def test_one_bad_card_is_one_fault_and_no_card_is_left_out_silently(tree):
    tree.plant(FACTS, "version: 2", "version: two")
    assert tree.faults() == [f"{FACTS}:{tree.line(FACTS, 'version')}: 'version' must be a whole number"]
