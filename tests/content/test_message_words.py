"""The words of the screens: plain to read in every variant, and nothing claimed that is not so."""

import re
from itertools import product

import pytest
from fluent.syntax import FluentParser, ast

from support.reading import LONGEST_SENTENCE, PLAIN_GRADE, UNWANTED, grade, sentences_of
from support.repository import ROOT

AREAS = sorted((ROOT / "content/messages/en").glob("*.ftl"))
SHORT = 5
"""A label of fewer words has no grade of its own, and would flatter the others."""
PLAIN_MESSAGE = 7
"""For one message alone: a single long word weighs more there."""
CLAIMS = [r"\bonly you can\b", r"\bnobody else can\b", r"\beasier level\b", r"\byou should\b"]
"""A service holds the keys and can open a record anew; and advice stands in reviewed content, not here."""


def said(pattern: ast.Pattern) -> list[str]:
    """Everything that a message can say; a number stands for what it is told."""
    return ["".join(parts) for parts in product(*(_said_by(element) for element in pattern.elements))]


def _said_by(element: object) -> list[str]:
    match element:
        case ast.TextElement(value=text) | ast.StringLiteral(value=text):
            return [text]
        case ast.Placeable(expression=inner):
            return _said_by(inner)
        case ast.SelectExpression(variants=variants):
            return [text for variant in variants for text in said(variant.value)]
        case _:
            return ["8"]


def texts() -> dict[str, list[str]]:
    """Every area's messages, as "area message" and what it can say."""
    found = {}
    for area in AREAS:
        for entry in FluentParser().parse(area.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message | ast.Term) and entry.value:
                found[f"{area.stem} {entry.id.name}"] = said(entry.value)
    return found


TEXTS = texts()


def sentences(area: str = "") -> list[str]:
    return [
        part for name, all_ in TEXTS.items() if name.startswith(area) for text in all_ for part in sentences_of(text)
    ]


def test_every_variant_is_read():
    assert "You exercised on 1 day." in TEXTS["progress progress-says-exercise"]
    assert len(sentences()) > 500


def test_sentences_are_short():
    assert [sentence for sentence in sentences() if len(sentence.split()) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize("area", [area.stem for area in AREAS])
def test_a_child_of_11_can_read_it(area: str):
    assert grade([sentence for sentence in sentences(f"{area} ") if len(sentence.split()) >= SHORT]) < PLAIN_GRADE


def test_no_message_is_hard_by_itself():
    hard = {}
    for name, all_ in TEXTS.items():
        for text in all_:
            if len(text.split()) >= 2 * SHORT and (found := grade(sentences_of(text))) >= PLAIN_MESSAGE:
                hard[name] = round(found, 1)
    assert hard == {}


@pytest.mark.parametrize("unwanted", UNWANTED)
def test_words_keep_to_the_style_guide(unwanted: str):
    assert [sentence for sentence in sentences() if re.search(unwanted, sentence)] == []


@pytest.mark.parametrize("claim", CLAIMS)
def test_nothing_is_claimed_or_advised_here(claim: str):
    assert [sentence for sentence in sentences() if re.search(claim, sentence, re.IGNORECASE)] == []


def test_who_joins_reads_who_can_open_the_record_and_that_it_is_for_adults():
    assert "can make a new code for your record" in TEXTS["join join-who"][0]
    assert "can make a new code for your record" in TEXTS["more about-who"][0]
    assert "stays signed in" in TEXTS["more about-lost"][0]
    assert "adults, 18 or over" in TEXTS["join join-service"][0]
