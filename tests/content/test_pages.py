"""Pages that a service completes: every gap can be filled, and says what is missing until it is."""

import json

import pytest

from jointly.content import load
from jointly.content.pages import ALWAYS, FACTS, GAP
from jointly.people.setup_schemas import Accessibility, Privacy, Retention

PRIVACY, GAPS = "pages/privacy/en.md", "pages/privacy/gaps.en.yaml"


def test_the_gaps_are_what_a_service_can_say_of_itself():
    assert {"privacy": set(Privacy.model_fields), "accessibility": set(Accessibility.model_fields)} == FACTS
    assert {"service", "whole_postcode", *Retention.model_fields} == ALWAYS


def test_phones_get_both_pages_with_their_gaps_and_what_is_said_until_they_are_filled(tree):
    pages = json.loads(load(tree.root).packs["pages"].body)
    assert set(pages) == {"privacy", "accessibility"}
    for name, page in pages.items():
        texts = [
            text
            for part in page["sections"]
            for block in part["words"]
            for text in block.get("items", [block.get("text")])
        ]
        assert set(GAP.findall(" ".join(texts))) - ALWAYS == FACTS[name] == set(page["missing"])


@pytest.mark.parametrize(
    ("path", "old", "new", "at", "said"),
    [
        (PRIVACY, "{lawful_basis}", "{lawful_bases}", "{lawful_bases}", "nothing fills the gap {lawful_bases}"),
        (PRIVACY, "{lawful_basis}", "{lawful_basis", "{lawful_basis", "a gap is written with one {"),
        (PRIVACY, "{lawful_basis}", "", "# Privacy notice", "the gap {lawful_basis} is nowhere on the page"),
        (PRIVACY, "## If you are not happy", "## Empty\n\n## If you are not happy", "## Empty", "has no words"),
        (GAPS, "  lawful_basis:", "  lawful_bases:", "gaps:", "there are no words for 'lawful_basis'"),
        (GAPS, "  lawful_basis:", "  lawful_bases:", "  lawful_bases", "there are words for 'lawful_bases'"),
        (PRIVACY, "None of it is needed.", "**None** of it.", "**None**", "plain words only"),
    ],
)
def test_a_fault_is_told_with_its_line(tree, path: str, old: str, new: str, at: str, said: str):
    tree.plant(path, old, new)
    place = f"{path}:{tree.line(path, at)}: "
    assert [fault for fault in tree.faults() if fault.startswith(place) and said in fault], tree.faults()


def test_a_page_that_no_service_completes_is_a_fault(tree):
    tree.write("pages/cookies/en.md", "# Cookies\n")
    assert tree.faults() == ["pages/cookies/en.md:1: there is no page 'cookies': only accessibility, privacy"]
