"""Topics: what phones keep of them, what is wrong with one told by file and line, and plain words."""

import gzip
import json
import re

import pytest

from jointly.content.medicine_words import tells
from jointly.content.topics import FEWEST_WORDS, MOST_WORDS, SEARCH
from support.reading import LONGEST_SENTENCE, PLAIN_GRADE, UNWANTED, grade, sentences_of
from support.shipped import shipped_content

FACTS, WORDS = "topics/pacing/topic.yaml", "topics/pacing/en.md"
NAMED = {
    "pacing", "flare-ups", "sleep", "mood", "weight", "work", "footwear", "heat-and-cold", "medicines-safely",
    "getting-going", "keeping-going", "falls", "fit-notes", "workplace-changes", "talking-therapies",
    "benefits-and-money", "goals", "being-with-others",
}  # fmt: skip
PLAIN_TOPIC = 7
"""For one page alone: a name such as Attendance Allowance weighs more there."""


@pytest.fixture(scope="module")
def pack() -> dict:
    return json.loads(shipped_content().packs["topics"].body)


def sentences(topic: dict) -> list[str]:
    blocks = [block for section in topic["sections"] for block in section["words"]]
    texts = [text for block in blocks for text in block.get("items", [block.get("text")])]
    texts += [topic["title"], topic["summary"], *(section["heading"] for section in topic["sections"])]
    return [sentence for text in texts for sentence in sentences_of(text)]


def test_every_topic_is_there_in_an_order_and_not_approved(pack):
    assert set(pack) == NAMED
    assert len({topic["order"] for topic in pack.values()}) == len(pack)
    assert not any(topic["approved"] for topic in pack.values())
    assert all(topic["slug"] == slug for slug, topic in pack.items())
    assert all(topic["search"] for topic in pack.values())


def test_every_topic_says_what_it_stands_on_and_what_to_look_at():
    reviews = {slug: topic.facts.review for slug, topic in shipped_content().topics.items()}
    assert [slug for slug, review in reviews.items() if not (review.evidence and review.to_check)] == []


@pytest.mark.parametrize("slug", sorted(NAMED))
def test_a_topic_is_plain(pack, slug: str):
    found = sentences(pack[slug])
    assert [sentence for sentence in found if len(sentence.split()) > LONGEST_SENTENCE] == []
    assert grade(found) < PLAIN_TOPIC
    for unwanted in UNWANTED:
        assert [sentence for sentence in found if re.search(unwanted, sentence)] == [], unwanted


def test_a_child_of_11_can_read_them(pack):
    assert grade([sentence for topic in pack.values() for sentence in sentences(topic)]) < PLAIN_GRADE


def test_nobody_is_told_what_to_do_with_a_medicine(pack):
    assert [sentence for topic in pack.values() for sentence in sentences(topic) if tells(sentence)] == []


def test_a_way_to_refer_oneself_asks_for_no_score(pack):
    page = " ".join(sentences(pack["talking-therapies"]))
    assert "This page is shown to everybody." in page
    assert "It has nothing to do with what you wrote in Jointly." in page
    assert not re.search(r"\b(points|PHQ|GAD|total)\b", page)


def test_all_of_them_are_small(pack):
    assert len(gzip.compress(json.dumps(pack).encode())) < 24 * 1024


@pytest.mark.parametrize(
    ("path", "old", "new", "at", "said"),
    [
        (FACTS, "group: daily-life", "group: life", "group: life", "'group' must be 'moving', 'daily-life', 'mind'"),
        (FACTS, "version: 1", "version: 0", "version: 0", "'version' must be 1 or more"),
        (FACTS, "slug: pacing", "slug: pace", "slug: pace", "pace"),
        (FACTS, "order: 30", "order: 40", "# yaml", "'flare-ups' has the order 40 too"),
        (FACTS, "approved: false", "approved: true", "by: null", "it says approved, but 'by' is empty"),
        (WORDS, "## In short", "## Short", "# Pacing", "the section 'In short' is missing"),
        (WORDS, "## Other words for it", "## Others", "# Pacing", "the section 'Other words for it' is missing"),
        (WORDS, "## How to pace", "## Empty\n\n## How to pace", "## Empty", "has no words"),
        (WORDS, "Many people do a lot", "Many **people** do a lot", "Many **people**", "plain words only"),
        (WORDS, "Many people do a lot", "<p>Many people do a lot", "<p>Many", "HTML is not allowed"),
        (WORDS, "Many people do a lot", "Stop your painkillers. Many do a lot", "Stop your", "nobody is told to start"),
    ],
)
def test_a_fault_is_told_with_its_line(tree, path: str, old: str, new: str, at: str, said: str):
    tree.plant(path, old, new)
    line = tree.text(path).splitlines().index(next(each for each in tree.text(path).splitlines() if at in each)) + 1
    faults = [fault for fault in tree.faults() if fault.startswith(f"{path}:") and said in fault]
    assert faults, tree.faults()
    assert any(fault.startswith(f"{path}:{line}: ") for fault in faults), (line, faults)


def test_too_short_and_too_long_are_told_with_the_count(tree):
    head, search = tree.text(WORDS).split(f"## {SEARCH}")
    tree.write(WORDS, f"# Pacing\n\n## In short\n\nA bit.\n\n## More\n\nA bit more.\n\n## {SEARCH}{search}")
    assert tree.faults() == [f"{WORDS}:1: a topic has {FEWEST_WORDS} to {MOST_WORDS} words: this has 5"]
    tree.write(WORDS, f"{head}\n{'word ' * MOST_WORDS}\n\n## {SEARCH}{search}")
    assert any("a topic has 150 to 350 words" in fault for fault in tree.faults())


def test_a_heading_stands_once(tree):
    tree.plant(WORDS, "## On good days", "## How to pace")
    line = len(tree.text(WORDS).split("The hard part")[0].splitlines()) - 1
    assert tree.faults() == [f"{WORDS}:{line}: the section 'How to pace' is there twice"]


def test_a_topic_with_nothing_to_read(tree):
    tree.write(WORDS, f"# Pacing\n\n## In short\n\n{'word ' * 160}\n\n## {SEARCH}\n\n- rest\n")
    assert tree.faults() == [
        f"{WORDS}:1: there is nothing to read: write a section between 'In short' and 'Other words for it'"
    ]
