"""Work that would be in vain is told: files that nobody reads, and words of screens in a service's own copy."""

import shutil

import pytest

from jointly.commands.content import read_tree
from jointly.content import load
from jointly.content.built_words import check_built
from jointly.content.faults import Desk
from support.content_tree import Tree
from support.repository import ROOT

TODAY = "messages/en/today.ftl"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("exercises/bridge/cy.md", "only the words of screens, in messages/, have other languages"),
        ("questionnaires/phq-4/v1/cy.yaml", "only the words of screens, in messages/, have other languages"),
        ("questionnaires/words.cy.yaml", "only the words of screens, in messages/, have other languages"),
        ("lists/helplines.cy.yaml", "only the words of screens, in messages/, have other languages"),
        ("topics/sleep/EN.md", "is its name right, and its folder?"),
        ("exercises/bridge.yaml", "is its name right, and its folder?"),
        ("messages/en/today.txt", "is its name right, and its folder?"),
    ],
)
def test_a_file_that_nobody_reads_is_told(tree, path: str, said: str):
    tree.write(path, "# Pont\n")

    assert tree.faults() == [f"{path}:1: nobody reads this file: {said}"]


def test_papers_schemas_and_hidden_files_are_left_alone(tree):
    for path in ("NOTES.md", "clinical-safety/minutes.md", "schemas/x.schema.json", ".git/config", "lists/.DS_Store"):
        tree.write(path, "{}")

    assert tree.faults() == []


@pytest.fixture
def copy(tmp_path) -> Tree:
    """A service's own copy of all that ships."""
    return Tree(shutil.copytree(ROOT / "content", tmp_path / "copy"))


def told(copy: Tree) -> tuple[list[str], list[str]]:
    desk, notes = read_tree(copy.root)
    return [str(fault) for fault in desk.told], [str(note) for note in notes]


def test_a_copy_as_it_ships_says_nothing(copy):
    assert told(copy) == ([], [])


def test_other_words_of_screens_in_a_copy_are_no_fault_and_are_said_to_change_no_screen(copy):
    copy.plant(TODAY, "today-title = ", "today-title = My ")
    line = copy.line(TODAY, "today-title")

    faults, [note] = told(copy)
    assert faults == []
    assert note.startswith(
        f"{TODAY}:{line}: 1 message has words of its own: the words of screens are built into the app"
    )
    assert load(copy.root)


def test_an_id_that_the_program_beside_the_tree_says_has_to_have_words(tree):
    program = tree.root.parent / "pwa/src/page/Today.tsx"
    program.parent.mkdir(parents=True)
    program.write_text(
        '<h1>{t("hello", { name })}</h1><p>{t("helo.label")}</p><p>{at("nowhere")}</p>', encoding="utf-8"
    )
    desk = Desk(tree.root)

    assert check_built(desk, tree.root) == []
    assert [str(fault) for fault in desk.told] == [
        "messages/en:1: there is no message 'helo', which pwa/src/page/Today.tsx says"
    ]


def test_an_id_that_the_app_says_and_a_variable_that_it_fills_in_have_to_be_there(copy):
    line = next(line for line in copy.text(TODAY).splitlines(keepends=True) if line.startswith("today-title ="))
    copy.plant(TODAY, line, "todays-title = Today\n")
    copy.plant(TODAY, "{ $dose } (gentler)", "{ $doze } (gentler)")

    assert told(copy)[0] == sorted(
        [
            f"{TODAY}:1: 'today-title' is missing: the app says it",
            f"{TODAY}:{copy.line(TODAY, 'todays-title')}: the app has no message 'todays-title'",
            f"{TODAY}:{copy.line(TODAY, 'row-gentle')}: 'row-gentle' has the variable $doze, "
            "which the app does not fill in",
        ],
        key=lambda fault: int(fault.split(":")[1]),
    )
