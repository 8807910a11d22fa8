"""The items that somebody has to look at: every folder with facts and words, and every list with a review block."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from jointly.content.faults import Desk, Fault
from jointly.content.words import Page
from jointly.content.yaml_lines import UnreadableYaml, read_yaml

FACTS = {
    "exercises": "exercise.yaml",
    "programmes": "programme.yaml",
    "pathways": "pathway.yaml",
    "questionnaires": "questionnaire.yaml",
    "safety": "card.yaml",
    "topics": "topic.yaml",
}
"""Kinds of item, in the order in which they are listed, each with the file of its facts."""
LISTS = "lists"
_VERSION = re.compile(r"v\d+")


@dataclass(frozen=True)
class Item:
    """One thing to review. What could not be read is empty; then its faults say why."""

    kind: str
    home: str
    path: str
    facts: Mapping[str, Any]
    page: Page | None
    words: Mapping[str, Any]
    cases: tuple[Mapping[str, Any], ...]
    faults: tuple[Fault, ...]

    @property
    def title(self) -> str:
        slug = PurePosixPath(self.home).name
        said = self.page.title if self.page else self.words.get("title")
        return said or str(self.facts.get("slug") or slug)

    @property
    def file(self) -> str:
        """The name of its page."""
        return f"{self.home.replace('/', '-')}.html"

    @property
    def review(self) -> Mapping[str, Any]:
        review = self.facts.get("review")
        return review if isinstance(review, Mapping) else {}

    @property
    def approved(self) -> bool:
        return self.review.get("approved") is True


def items_of(desk: Desk) -> Iterator[Item]:
    """Every item of a tree that was read, faulty ones too, kind by kind."""
    for kind, name in FACTS.items():
        for home in _homes(desk, kind):
            yield _item(desk, kind, home, f"{home}/{name}")
    for path, sheet in desk.sheets.items():
        if path.startswith(f"{LISTS}/") and isinstance(sheet.value, dict) and "review" in sheet.value:
            yield _item(desk, LISTS, path.removesuffix(".yaml"), path)


def _homes(desk: Desk, kind: str) -> list[str]:
    homes = [f"{kind}/{slug}" for slug in desk.folders(kind)]
    if kind != "questionnaires":
        return homes
    return [f"{home}/{name}" for home in homes for name in desk.folders(home) if _VERSION.fullmatch(name)]


def _item(desk: Desk, kind: str, home: str, path: str) -> Item:
    cases = _cases(desk, f"{home}/cases.yaml")
    return Item(
        kind=kind,
        home=home,
        path=path,
        facts=_value(desk, path),
        page=desk.pages.get(f"{home}/en.md"),
        words=_value(desk, f"{home}/en.yaml") or _value(desk, f"{home}.en.yaml"),
        cases=tuple(case for case in cases if isinstance(case, Mapping)),
        faults=tuple(fault for fault in desk.told if _is_of(fault.path, home)),
    )


def _value(desk: Desk, path: str) -> Mapping[str, Any]:
    sheet = desk.sheets.get(path)
    return sheet.value if sheet and isinstance(sheet.value, Mapping) else {}


def _cases(desk: Desk, path: str) -> list[Any]:
    """Worked cases, also those that only the tests read."""
    if path not in desk.sheets and (desk.root / path).is_file():
        try:
            desk.sheets[path] = read_yaml((desk.root / path).read_text(encoding="utf-8"))
        except (UnreadableYaml, UnicodeDecodeError):
            return []
    cases = _value(desk, path).get("cases")
    return cases if isinstance(cases, list) else []


def _is_of(path: str, home: str) -> bool:
    return path.startswith((f"{home}/", f"{home}."))
