"""An editor hears of worked cases that are missing, too few or come out otherwise, with file and line."""

import pytest

from jointly.commands.content import read_tree
from support.content_tree import Tree

CASES = "questionnaires/phq-4/v1/cases.yaml"
HOOS = "questionnaires/hoos-12/v1/cases.yaml"
PAIN = "questionnaires/pain-nrs/v1/cases.yaml"


def faults(tree: Tree) -> list[str]:
    return [str(fault) for fault in read_tree(tree.root)[0].told if "messages/" not in fault.path]


def test_the_shipped_cases_come_out_as_they_say(tree):
    assert faults(tree) == []


def test_cases_that_are_gone_or_emptied_are_told(tree):
    (tree.root / CASES).unlink()
    tree.write(HOOS, "cases: []\n")

    assert faults(tree) == [f"{HOOS}:1: 'cases' needs 8 or more", f"{CASES}:1: this file is missing"]


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (PAIN, "scores: { now: 0, average: 0, worst: 0 }", "scores: { now: 1, average: 0, worst: 0 }",
         "'scores' comes to now 0, average 0, worst 0, and the case says now 1, average 0, worst 0"),
        (PAIN, "missing: [average, worst]", "missing: [worst]",
         "'missing' comes to average and worst, and the case says worst"),
        (PAIN, "difference: -1, better: true, reached: true", "difference: -1, better: true, reached: false",
         "'change' comes to average difference -1, better yes, reached yes, more no, and the case says average "
         "difference -1, better yes, reached no, more no"),
        (PAIN, "faults: { now: out-of-range }", "faults: { now: empty }", "'faults' comes to now out-of-range"),
        (PAIN, "scores: { now: 10,", "scores: { nou: 10,", "'scores' comes to nou there is none"),
        (PAIN, "expect: { change: { average:", "expct: { change: { average:", "'expct' is not a name that is known"),
        (PAIN, "id: 1dd26cd3-", "id: 1-", "'id' must be a UUID"),
    ],
)  # fmt: skip
def test_a_case_that_does_not_come_out_is_told_on_its_line(tree, path: str, old: str, new: str, message: str):
    tree.plant(path, old, new)

    place = f"{path}:{tree.line(path, new)}: "
    assert any(fault.startswith(place + message) for fault in faults(tree)), faults(tree)


def test_a_changed_scoring_is_told_by_its_cases(tree):
    tree.plant("questionnaires/pain-nrs/v1/questionnaire.yaml", "change: { amount: 1,", "change: { amount: 3,")
    tree.plant(
        "questionnaires/pain-nrs/v1/questionnaire.yaml", "change_more: { amount: 2,", "change_more: { amount: 4,"
    )

    assert [fault for fault in faults(tree) if fault.startswith(PAIN) and "reached" in fault]


def test_a_case_of_a_licensed_instrument_is_run_without_its_words(tree):
    line = next(line for line in tree.text(HOOS).splitlines() if "licensed: true" in line)
    assert line and faults(tree) == []
    first = next(line for line in tree.text(HOOS).splitlines() if "scores: {" in line)
    tree.plant(
        HOOS, first, first.replace("scores: {", "scores: { pain: 1.5,", 1).replace("pain: 1.5, pain:", "pain: 1.5, x:")
    )

    assert any(fault.startswith(HOOS) for fault in faults(tree))


def test_two_cases_never_have_one_id(tree):
    id_ = tree.text(CASES).partition("- id: ")[2].partition("\n")[0]
    other = tree.text(PAIN).partition("- id: ")[2].partition("\n")[0]
    tree.plant(CASES, id_, other)

    assert faults(tree) == [f"{CASES}:{tree.line(CASES, other)}: this id is another case's already, in {PAIN}"]
