"""What the repository looks like: small files, few places to look, and nothing left lying about."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from support.repository import GENERATED, ROOT, files_under, named, text_of, tracked_files

TOP = {"README.md", "LICENSE", "pyproject.toml", ".gitignore", ".ci", "backend", "content", "pwa", "tests"}
LONGEST = 300
LIST = Path(__file__).parent / "forbidden.toml"
FORBIDDEN = tomllib.loads(LIST.read_text(encoding="utf-8"))


def lines_with(pattern: re.Pattern[str], endings: tuple[str, ...]) -> list[str]:
    """Where the pattern stands in files that people write, as file:line: text."""
    found = []
    for file in tracked_files():
        if file == LIST or file.name in GENERATED or not file.name.endswith(endings):
            continue
        for number, line in enumerate((text_of(file) or "").splitlines(), start=1):
            if pattern.search(line):
                found.append(f"{named(file)}:{number}: {line.strip()[:120]}")
    return found


@pytest.mark.parametrize("name", FORBIDDEN)
def test_nothing_says_what_is_forbidden(name: str):
    rule = FORBIDDEN[name]
    pattern = re.compile(rule["pattern"])
    assert all(pattern.search(planted) for planted in rule["planted"]), "the pattern no longer bites"
    assert lines_with(pattern, tuple(rule["files"])) == [], rule["why"]


def test_the_top_of_the_repository_stays_short():
    assert {file.relative_to(ROOT).parts[0] for file in tracked_files()} <= TOP


def test_no_file_is_long():
    files = [*files_under("backend", ".py"), *files_under("pwa/src", ".ts", ".tsx", ".css", ".scss")]
    # Piccolo writes the migrations, and nobody edits what has run.
    written = [file for file in files if file.name not in GENERATED and file.parent.name != "migrations"]
    lengths = {named(file): len(file.read_text(encoding="utf-8").splitlines()) for file in written}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


@pytest.mark.parametrize(
    "command",
    [["check", "--output-format=concise"], ["format", "--check", "--output-format=concise"]],
    ids=["lint", "format"],
)
def test_python_is_clean(command: list[str]):
    ruff = [sys.executable, "-m", "ruff", *command, "--quiet", "backend", "tests"]
    done = subprocess.run(ruff, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
