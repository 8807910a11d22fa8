"""The clinical-safety papers: every hazard has cause, effect, controls and tests that exist; and nobody has signed."""

import ast
import re
from functools import cache

import pytest
import yaml

from support.repository import ROOT

FOLDER = ROOT / "content/clinical-safety"
PAPERS = {"intended-purpose", "device-boundary", "hazard-log", "safety-case"}
NAMED = re.compile(r"`(tests/[\w/.-]+\.py)::(\w+)`")
PARTS = ("Cause", "Effect", "Controls", "Left to the deployer, or open")
LOG = (FOLDER / "hazard-log.md").read_text(encoding="utf-8")
HAZARDS = dict(re.findall(r"^## (H\d\d .+?)\n(.*?)(?=^## |\Z)", LOG, re.MULTILINE | re.DOTALL))


def texts() -> dict[str, str]:
    return {file.stem: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.md")}


@cache
def functions_of(path: str) -> frozenset[str]:
    """The tests that a file defines; none when there is no such file."""
    file = ROOT / path
    if not file.is_file():
        return frozenset()
    defined = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(
        node.name for node in ast.parse(file.read_text(encoding="utf-8")).body if isinstance(node, defined)
    )


def test_every_paper_is_there_and_says_that_nobody_has_signed():
    assert set(texts()) == PAPERS
    for name, text in texts().items():
        plain = " ".join(text.split())
        assert re.search(r"[Nn]o(ne| clinical safety officer) has been appointed", plain), name
        assert re.search(r"none has (signed|read, rated or signed)", plain, re.IGNORECASE), name


def test_hazards_are_numbered_without_a_gap_and_all_in_the_table():
    numbers = [heading[:3] for heading in HAZARDS]
    assert numbers == [f"H{number:02d}" for number in range(1, len(HAZARDS) + 1)]
    assert len(HAZARDS) >= 20
    rows = re.findall(r"^\| (H\d\d) \| (.+?) \| no \|$", LOG, re.MULTILINE)
    assert [f"{number} {title}" for number, title in rows] == list(HAZARDS)


@pytest.mark.parametrize("hazard", HAZARDS)
def test_a_hazard_has_all_its_parts_and_a_test_that_holds_it(hazard: str):
    text = HAZARDS[hazard]
    for part in PARTS:
        assert re.search(rf"^- {part}: \w.{{3,}}$", text, re.MULTILINE), part
    assert NAMED.findall(text)


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_every_test_that_a_paper_names_exists(name: str):
    named = NAMED.findall(texts()[name])
    assert [f"{path}::{function}" for path, function in named if function not in functions_of(path)] == []
    loose = re.findall(r"`(tests/[^`]+)`", texts()[name])
    assert len(loose) == len(named), "a test is named as file::function"


def test_a_test_that_is_not_there_would_be_found():
    assert "test_none" not in functions_of("tests/content/test_safety.py")
    assert functions_of("tests/content/test_no_such_file.py") == frozenset()


def test_the_chair_stand_says_when_to_leave_it_out_and_when_to_stop():
    newest = sorted((ROOT / "content/questionnaires/chair-stand").glob("v*/en.yaml"))[-1]
    care = " ".join(yaml.safe_load(newest.read_text(encoding="utf-8"))["care"])
    for words in ("Leave it out", "unsteady", "Stop if", "dizzy", "chest", "breath"):
        assert words in care, words
