"""What was published is frozen: a changed meaning is told with file and line, and a new version is a new line."""

import pytest

from jointly.content.faults import ContentFaults
from jointly.content.loading import load, read
from jointly.content.meaning import items_of
from jointly.content.published import PUBLISHED, publish
from support.repository import ROOT

BRIDGE, BRIDGE_WORDS = "exercises/bridge/exercise.yaml", "exercises/bridge/en.md"
PHQ, PHQ_WORDS = "questionnaires/phq-4/v1/questionnaire.yaml", "questionnaires/phq-4/v1/en.yaml"
CARD, CARD_WORDS = "safety/back-urgent/card.yaml", "safety/back-urgent/en.md"


def test_everything_that_ships_is_published():
    """If this fails, run `jointly content publish content` and send in published.yaml with the change."""
    desk = read(ROOT / "content")
    frozen = desk.sheets[PUBLISHED].value["items"]

    missing = [
        f"{item.home}: version {item.version}"
        for item in items_of(desk)
        if str(item.version) not in frozen.get(item.home, {})
    ]
    assert missing == []
    assert desk.told == []


def test_what_was_published_first_is_what_it_was():
    """Nobody may put a new meaning under an old version by writing published.yaml anew: two of them, by hand."""
    frozen = read(ROOT / "content").sheets[PUBLISHED].value["items"]

    assert frozen["exercises/bridge"]["1"] == {"facts": "68ad87e48893a7d8", "words": "6f3c31231a15591b"}
    assert frozen["programmes/knee-hip"]["3"] == {"facts": "3181478d69330246", "words": "dc5731691d17ac62"}


@pytest.fixture
def published(tree):
    """The tree with everything in it published."""
    assert publish(read(tree.root))
    assert tree.faults() == []
    return tree


def version_of(tree, path: str) -> int:
    """The version that a file says it is."""
    return int(tree.text(path).partition("version: ")[2].partition("\n")[0])


def test_every_item_is_published_once(published):
    assert publish(read(published.root)) == []
    text = published.text(PUBLISHED)
    for home in (
        "exercises/bridge", "programmes/knee-hip", "pathways/low-back", "safety/crisis", "questionnaires/phq-4/v1",
    ):  # fmt: skip
        assert f"  {home}:\n" in text


# path, what stands there, what is planted, the file whose version is told, the message
CHANGED = {
    "a dose": (BRIDGE, "sets: 2, reps: 8", "sets: 2, reps: 9", BRIDGE, "facts: make it version {next}"),
    "a rule": (
        "programmes/knee-hip/programme.yaml",
        "sessions_to_move_up: 3",
        "sessions_to_move_up: 2",
        "programmes/knee-hip/programme.yaml",
        "facts: make it version {next}",
    ),
    "a window": (
        "pathways/low-back/pathway.yaml",
        "due_to_day: 105",
        "due_to_day: 112",
        "pathways/low-back/pathway.yaml",
        "facts: make it version {next}",
    ),
    "a sentence": (BRIDGE_WORDS, "Squeeze your bottom and lift", "Lift", BRIDGE, "words: make it version {next}"),
    "a sign of a card": (CARD_WORDS, "cough, sneeze or poo", "cough", CARD, "words: make it version {next}"),
    "a score": (PHQ, "{ from: 3, to: 5 }", "{ from: 3, to: 4 }", PHQ, None),
    "what is asked": (
        PHQ_WORDS,
        "Little interest or pleasure",
        "Little pleasure",
        PHQ,
        "words: put the change into a new folder, v2",
    ),
}


@pytest.mark.parametrize(("path", "old", "new", "told", "message"), CHANGED.values(), ids=CHANGED.keys())
def test_a_changed_meaning_is_told_on_the_line_of_its_version(published, path, old, new, told, message):
    published.plant(path, old, new)

    faults = published.faults()
    if message is None:  # the change itself is a fault too, and that is said alone
        assert faults and not any("was published" in fault for fault in faults)
        return
    place = f"{told}:{published.line(told, 'version:')}: "
    number = version_of(published, told)
    assert faults == [f"{place}version {number} was published with other {message.format(next=number + 1)}"]
    with pytest.raises(ContentFaults):
        load(published.root)


def test_facts_and_words_together_are_told_once(published):
    published.plant(BRIDGE, "sets: 2, reps: 8", "sets: 2, reps: 9")
    published.plant(BRIDGE_WORDS, "# Bridge", "# A bridge")

    line, number = published.line(BRIDGE, "version:"), version_of(published, BRIDGE)
    assert published.faults() == [
        f"{BRIDGE}:{line}: version {number} was published with other facts and words: make it version {number + 1}"
    ]


def test_a_new_version_may_say_something_else_and_is_published_beside_the_old(published):
    before, number = published.text(PUBLISHED), version_of(published, BRIDGE)
    published.plant(BRIDGE, f"version: {number}", f"version: {number + 1}")
    published.plant(BRIDGE, "sets: 2, reps: 8", "sets: 2, reps: 9")
    assert published.faults() == []

    assert [(item.home, item.version) for item in publish(read(published.root))] == [("exercises/bridge", number + 1)]
    after = published.text(PUBLISHED)
    assert set(before.splitlines()) < set(after.splitlines()), "what was there is still there, as it was"
    assert len(after.splitlines()) == len(before.splitlines()) + 1
    assert published.faults() == []
    published.plant(BRIDGE, f"version: {number + 1}", f"version: {number}")
    line = published.line(BRIDGE, "version:")
    assert published.faults() == [
        f"{BRIDGE}:{line}: version {number} was published with other facts: make it version {number + 2}"
    ]


def test_a_version_that_was_passed_over_is_told(published):
    number = version_of(published, BRIDGE)
    published.plant(BRIDGE, f"version: {number}", f"version: {number + 2}")
    publish(read(published.root))
    published.plant(BRIDGE, f"version: {number + 2}", f"version: {number + 1}")

    line = published.line(BRIDGE, "version:")
    told = f"version {number + 2} is published already: make it version {number + 3}"
    assert published.faults() == [f"{BRIDGE}:{line}: {told}"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (BRIDGE, "kind: reps", "# Counted.\nkind: reps"),
        (BRIDGE, "equipment: [bed]", "equipment:\n  - bed"),
        (BRIDGE, '"The wording, the doses and the order of the levels"', '"The doses"'),
        (BRIDGE_WORDS, "lift your hips.\n", "lift your hips.\n\n"),
        (BRIDGE_WORDS, "They help you climb", "They help you\nclimb"),
        (PHQ_WORDS, "You can add up your answers yourself.", "You can add them up yourself."),
    ],
    ids=[
        "a remark",
        "another way to write a list",
        "the review",
        "an empty line",
        "a broken line",
        "around the questions",
    ],
)
def test_what_changes_no_meaning_needs_no_version(published, path, old, new):
    published.plant(path, old, new)

    assert published.faults() == []


def test_answers_to_a_published_questionnaire_can_always_be_read(published):
    folder = published.root / "questionnaires/phq-9"
    for file in sorted(folder.rglob("*"), reverse=True):
        file.unlink() if file.is_file() else file.rmdir()
    folder.rmdir()

    place = f"{PUBLISHED}:{published.line(PUBLISHED, 'questionnaires/phq-9/v1:')}: "
    assert (
        f"{place}questionnaires/phq-9/v1 was published and is gone: answers to it could not be read"
        in published.faults()
    )


def test_a_damaged_list_of_what_is_published_is_told(published):
    published.plant(PUBLISHED, 'facts: "', 'facts: "x')
    place = f"{PUBLISHED}:{published.line(PUBLISHED, 'facts: ')}: "
    number = published.text(PUBLISHED).splitlines()[4].partition(":")[0].strip()
    published.plant(PUBLISHED, f"    {number}: {{", f"    v{number}: {{")

    assert published.faults() == [
        f"{place}'facts' must be a hash of 16 digits, as `jointly content publish` writes it",
        f"{place}'v{number}' must be a whole number",
    ]
