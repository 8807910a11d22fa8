"""What a version of an item means, as hashes: its facts without the review block, and its words.

An item is a folder with a version: somebody's record names both, so one version always means the same. A questionnaire
means what it asks and how that is scored; its title and what is told around it may be put better at any time.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from jointly.content.faults import Desk
from jointly.content.words import Page

_FACTS = re.compile(
    r"(exercises|programmes|topics|safety|pathways)/[^/]+/(exercise|programme|topic|card|pathway)\.yaml"
    r"|questionnaires/[^/]+/v\d+/questionnaire\.yaml"
)
_NOT_FACTS = frozenset({"review", "version"})
_AROUND = frozenset({"title", "about", "care", "licence", "attribution", "reference", "after_change"})
"""Words of a questionnaire that are neither asked nor part of a score."""


@dataclass(frozen=True)
class Item:
    """One version of an item. `home` is its folder, such as exercises/bridge; `facts` and `words` are hashes."""

    home: str
    path: str
    line: int
    version: int
    facts: str
    words: str

    @property
    def is_questionnaire(self) -> bool:
        return self.home.startswith("questionnaires/")


def items_of(desk: Desk) -> Iterator[Item]:
    """Every item of the tree that was read so far, with its version; one that could not be read is left out."""
    for path, marked in desk.sheets.items():
        if not _FACTS.fullmatch(path) or not isinstance(marked.value, dict):
            continue
        home = str(PurePosixPath(path).parent)
        version = marked.value.get("version")
        words = _words(desk, home)
        if isinstance(version, int) and words is not None:
            facts = {name: value for name, value in marked.value.items() if name not in _NOT_FACTS}
            yield Item(home, path, marked.line(("version",)), version, _hash(facts), _hash(words))


def _words(desk: Desk, home: str) -> Any:
    """The English words of an item as values: the shape and the lines of the file do not matter."""
    if page := desk.pages.get(f"{home}/en.md"):
        return _said(page)
    sheet = desk.sheets.get(f"{home}/en.yaml")
    if sheet is None or not isinstance(sheet.value, dict):
        return None
    return {name: value for name, value in sheet.value.items() if name not in _AROUND}


def _said(page: Page) -> Any:
    sections = {section.name: [[words.kind, words.texts] for words in section.words] for section in page.sections}
    return {"title": page.title, "sections": sections}


def _hash(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
