"""No words that people read claim what a medical device does: to diagnose, foresee, watch, or raise an alarm."""

import re
import shutil
from collections.abc import Iterator

from jointly.content.claims import claims
from jointly.content.loading import read
from support.repository import ROOT, files_under, named

FIXED = {"Trouble concentrating on things, such as reading the newspaper or watching television"}
"""Sentences of an instrument, word for word its owner's."""


def read_by_people() -> Iterator[tuple[str, str]]:
    """Each line of words of the content, with where it stands."""
    files = [*files_under("content", ".ftl"), *files_under("content", "/en.md", ".en.yaml", "/en.yaml")]
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            said = re.sub(r"^\s*(-\s+)?([\w.-]+:\s+\{ words: |[\w-]+( =|:) )?\"?|\"?\s*\}?\s*$", "", line)
            if not line.lstrip().startswith("#"):
                yield f"{named(file)}:{number}", said


def test_no_words_claim_what_a_device_does():
    lines = list(read_by_people())
    assert len(lines) > 2000
    assert [(place, found) for place, line in lines if (found := set(claims(line)) - FIXED)] == []


def test_an_editor_hears_of_a_claim_from_the_check_of_the_content(tmp_path):
    tree = tmp_path / "content"
    shutil.copytree(ROOT / "content", tree)
    page = tree / "topics/sleep/en.md"
    lines = page.read_text(encoding="utf-8").splitlines()
    lines[4] += " Your answers suggest a problem with sleep."
    page.write_text("\n".join(lines), encoding="utf-8")

    assert "topics/sleep/en.md:5" in [f"{fault.path}:{fault.line}" for fault in read(tree).told]


def test_a_claim_would_be_found():
    for planted in (
        "We watch your answers.",
        "Your answers suggest a problem. Nobody knows.",
        "Jointly detects a flare-up.",
        "You may have arthritis.",
        "You are at high risk.",
    ):
        assert claims(planted), planted
    assert claims("Nobody is watching this live.") == []


def test_where_people_write_freely_it_says_that_nobody_watches_and_where_help_is():
    said = {place: line for place, line in read_by_people() if "messages/en" in place and "Get help" in line}
    for area in ("pain", "exercise", "helping", "checkin", "own-words"):
        lines = [line for place, line in said.items() if f"/{area}.ftl:" in place]
        assert any("Nobody watches" in line for line in lines), area
