"""All that people read of a tree, with where it stands, and what none of it may say."""

import re
from collections.abc import Iterator
from typing import Any

from jointly.content import claims, medicine_words
from jointly.content.faults import Desk
from jointly.content.words import Page
from jointly.content.yaml_lines import Marked, Place

_WORDS = re.compile(r"(.+/)?(\w[\w-]*\.)?en\.yaml|.+/wording\.local\.yaml")
_OWNERS = frozenset({"intro", "items", "options"})
"""Parts of a questionnaire that are word for word its owner's."""
_NOT_SAID = frozenset({"licence", "attribution", "permission"})
_FACTS = "questionnaire.yaml"
Told = tuple[str, int, str]
"""A text that people read, with its file and line."""


def check_said(desk: Desk) -> None:
    """Faults what no page and no list of words may say. Call it when the tree has been read."""
    for path, line, text in said(desk):
        check_text(desk, path, line, text)


def check_text(desk: Desk, path: str, line: int, text: str) -> None:
    if medicine_words.tells(text):
        desk.fault(path, line, medicine_words.SAID)
    if claims.claims(text):
        desk.fault(path, line, claims.SAID)


def said(desk: Desk) -> Iterator[Told]:
    """Every text of the pages and the words in YAML that were read. The words of screens are in message_check."""
    for page in desk.pages.values():
        yield from _of_page(page)
    for path, marked in desk.sheets.items():
        if _WORDS.fullmatch(path):
            yield from ((path, line, text) for line, text in _of_sheet(desk, path, marked))


def _of_page(page: Page) -> Iterator[Told]:
    yield page.path, 1, page.title
    for section in page.sections:
        yield page.path, section.line, section.name
        for words in section.words:
            yield from ((page.path, line, text) for line, text in zip(words.lines, words.texts, strict=True))


def _of_sheet(desk: Desk, path: str, marked: Marked) -> Iterator[tuple[int, str]]:
    fixed = _NOT_SAID | (_OWNERS if _is_fixed(desk, path) else frozenset())
    for place, text in _texts(marked.value, ()):
        if not place or place[0] not in fixed:
            yield marked.line(place), text


def _is_fixed(desk: Desk, path: str) -> bool:
    """Whether the questions are an owner's, whose words nobody may change."""
    facts = desk.sheets.get(path.rpartition("/")[0] + f"/{_FACTS}")
    return facts is not None and isinstance(facts.value, dict) and facts.value.get("holder") is not None


def _texts(value: Any, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for name, inside in value.items():
            yield from _texts(inside, (*place, name))
    elif isinstance(value, list):
        for index, inside in enumerate(value):
            yield from _texts(inside, (*place, index))
