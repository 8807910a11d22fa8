"""What people type finds what they mean, in the library and the topics as they ship."""

import json
from pathlib import Path
from uuid import UUID

import pytest

from support.repository import ROOT
from support.shipped import shipped_content, yaml_of
from web_build import run_node

CASES = yaml_of("tests/verification/finding.yaml")["cases"]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, list[str]]]:
    """What is found for every word that is typed in the cases."""
    folder: Path = tmp_path_factory.mktemp("finding")
    for name in ("library", "topics"):
        (folder / f"{name}.json").write_bytes(shipped_content().packs[name].body)
    typed = [case["typed"] for case in CASES]
    (folder / "typed.json").write_text(json.dumps(typed))
    files = [folder / name for name in ("library.json", "topics.json", "typed.json", "found.json")]
    run_node("--disable-warning=ExperimentalWarning", "tests/node/finding.ts", *files, cwd=ROOT)
    return dict(zip(typed, json.loads((folder / "found.json").read_text()), strict=True))


def test_every_case_has_an_id_of_its_own():
    assert len({UUID(case["id"]) for case in CASES}) == len(CASES) >= 8


@pytest.mark.parametrize("case", CASES, ids=[f"{case['typed']}: {case['says']}" for case in CASES])
def test_what_is_typed_finds_what_is_meant(answers, case: dict):
    found = answers[case["typed"]]

    for kind in ("exercises", "topics"):
        assert found[kind][: len(case[kind])] == case[kind], kind
        assert not set(case["not"]) & set(found[kind]), kind
    if not case["exercises"]:
        assert not found["exercises"]
