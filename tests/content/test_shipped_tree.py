"""The content that ships: without faults, not approved by anybody, plain to read."""

import re

import pytest

from jointly.content import check, load
from jointly.content.schemas import schemas
from support.reading import LONGEST_SENTENCE, PLAIN_GRADE, UNWANTED, grade, sentences_of
from support.repository import ROOT

TREE = ROOT / "content"


def test_it_has_no_faults():
    assert [str(fault) for fault in check(TREE)] == []


def test_schemas_are_those_of_the_models():
    assert {path: (TREE / path).read_text(encoding="utf-8") for path in schemas()} == schemas()
    assert {f"schemas/{file.name}" for file in (TREE / "schemas").iterdir()} == set(schemas())


def test_every_item_says_that_it_is_not_approved():
    content = load(TREE)
    reviews = [item.facts.review for item in (*content.exercises.values(), *content.programmes.values())]
    reviews.append(content.lists.regions.review)

    assert len(reviews) > 40
    assert not any(review.approved for review in reviews)
    assert all(review.to_check for review in reviews)


def test_levels_get_no_easier():
    for exercise in load(TREE).exercises.values():
        work = [level.sets * (level.seconds or level.reps * level.seconds_a_rep) for level in exercise.facts.levels]
        assert work == sorted(work), exercise.facts.slug


def sentences() -> list[str]:
    texts = []
    for exercise in load(TREE).exercises.values():
        words = exercise.words
        texts += [words.purpose, *words.steps, *words.care, *words.levels, words.gentle, words.picture]
        texts += [*words.mistakes, *words.stop_if]
    for programme in load(TREE).programmes.values():
        words = programme.words
        texts += [text for block in (*words.about, *words.up, *words.stay, *words.down) for text in block.texts]
        texts += [*words.stop, words.stop_advice, words.gentle]
    for page in load(TREE).pages.values():
        texts += [text for section in page.sections for words in section.words for text in words.texts]
        texts += page.missing.values()
    return [sentence for text in texts for sentence in sentences_of(text)]


def test_sentences_are_short():
    assert [sentence for sentence in sentences() if len(sentence.split()) > LONGEST_SENTENCE] == []


def test_a_child_of_11_can_read_it():
    assert grade(sentences()) < PLAIN_GRADE


@pytest.mark.parametrize("unwanted", UNWANTED)
def test_words_keep_to_the_style_guide(unwanted: str):
    assert [sentence for sentence in sentences() if re.search(unwanted, sentence)] == []
