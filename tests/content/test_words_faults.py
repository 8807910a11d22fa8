"""Every fault a person can make in the words is found, on its own line, and alone."""

import pytest

BRIDGE = "exercises/bridge/en.md"
KNEE_HIP = "programmes/knee-hip/en.md"

# path, what stands there, what is planted, a text on the line of the fault, the message
PLANTED = {
    "missing section": (BRIDGE, "## Take care\n", "", "# Bridge", "the section 'Take care' is missing"),
    "extra section": (
        BRIDGE,
        "## On a bad day",
        "## Fun facts\n\nIt is fun.\n\n## On a bad day",
        "## Fun",
        "the section 'Fun facts' does not belong here",
    ),
    "section twice": (
        BRIDGE,
        "## On a bad day",
        "## Level 3\n\nAgain.\n\n## On a bad day",
        "## Level 3\n\nAgain",
        "the section 'Level 3' is there twice",
    ),
    "words for no level": (
        BRIDGE,
        "## On a bad day",
        "## Level 4\n\nHigher.\n\n## On a bad day",
        "## Level 4",
        "there are words for 'Level 4', but there is no such level",
    ),
    "empty section": (
        BRIDGE,
        "Lift your hips just clear of the bed.",
        "",
        "## Level 1",
        "the section 'Level 1' has no words",
    ),
    "empty step": (
        BRIDGE,
        "2. Put your arms by your sides.",
        "2.",
        "2.",
        "this item of the list has no words",
    ),
    "HTML": (
        BRIDGE,
        "Squeeze your bottom and",
        "Squeeze <b>hard</b> and",
        "<b>",
        "HTML is not allowed: write plain words",
    ),
    "bold": (BRIDGE, "Put your arms", "Put **both** arms", "both", "plain words only: no bold, links or code"),
    "link": (
        BRIDGE,
        "Put your arms",
        "Put [your](https://example.org) arms",
        "example",
        "plain words only: no bold, links or code",
    ),
    "smaller heading": (
        BRIDGE,
        "## On a bad day",
        "### Note\n\n## On a bad day",
        "### Note",
        "use # for the title and ## for sections, nothing smaller",
    ),
    "quotation": (
        BRIDGE,
        "## On a bad day",
        "> Well said\n\n## On a bad day",
        "> Well",
        "only paragraphs and lists are allowed here",
    ),
    "list in a list": (
        BRIDGE,
        "2. Put your arms",
        "   - gently\n2. Put your arms",
        "1. Lie",
        "an item of a list is 1 paragraph, with no list inside it",
    ),
    "no title": (BRIDGE, "# Bridge\n", "", "\n", "the title is missing: the first line is # and the title"),
    "second title": (
        BRIDGE,
        "## On a bad day",
        "# Bridge again\n\n## On a bad day",
        "# Bridge again",
        "a page has 1 title, on its first line",
    ),
    "words before any section": (
        BRIDGE,
        "# Bridge\n",
        "# Bridge\n\nHello.\n",
        "Hello",
        "words stand under a section: begin it with ##",
    ),
    "steps with hyphens": (
        KNEE_HIP,
        "Doing a little still counts.",
        "- Doing a little still counts.",
        "## On a bad day",
        "the section 'On a bad day' must be a paragraph and nothing else",
    ),
    "number that the ladder lacks": (
        KNEE_HIP,
        "{stop_min}",
        "{stop}",
        "{stop}",
        "{stop} is not a number of the ladder: use go_max, caution_min, caution_max, stop_min, sessions_to_move_up",
    ),
}


@pytest.mark.parametrize(("path", "old", "new", "at", "message"), PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_fault_is_found_on_its_line(tree, path: str, old: str, new: str, at: str, message: str):
    tree.plant(path, old, new)

    assert f"{path}:{tree.line(path, at)}: {message}" in tree.faults()


def test_words_for_a_level_that_was_taken_away_are_found(tree):
    facts = "exercises/walking/exercise.yaml"
    tree.plant(facts, "  - { level: 3, sets: 1, seconds: 1200, rest_seconds: 0 }\n", "")

    words = "exercises/walking/en.md"
    line = tree.line(words, "## Level 3")
    assert f"{words}:{line}: there are words for 'Level 3', but there is no such level" in tree.faults()


def test_a_brace_left_open_is_found(tree):
    tree.plant(KNEE_HIP, "{stop_min}", "{stop_min")

    place = f"{KNEE_HIP}:{tree.line(KNEE_HIP, '{stop_min')}: "
    assert [fault for fault in tree.faults() if fault.startswith(place)]


def test_missing_words_are_found(tree):
    (tree.root / BRIDGE).unlink()

    assert tree.faults() == [f"{BRIDGE}:1: this file is missing"]
