"""What it is: the activity, and what else OpenActive says with terms of a list."""

import re
from typing import Any

from jointly.listings.model import Concept, Problem
from jointly.listings.reading.cleaning import key, line
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import items, text

ACTIVITY_LIST = "https://openactive.io/activity-list"
_MOST = 20


def activities_of(value: Any, problems: list[Problem]) -> tuple[Concept, ...]:
    """The activities of a tidy item: terms of the list, labels of the publisher's own, or bare texts."""
    made: list[Concept] = []
    for item in items(value)[:_MOST]:
        concept = concept_of(item, problems)
        if concept is None:
            continue
        if not isinstance(item, dict):
            note(problems, "activity-is-text", concept.label)
        elif not (concept.id or "").startswith(f"{ACTIVITY_LIST}#"):
            note(problems, "activity-without-id", concept.label)
        made.append(concept)
    return tuple(dict.fromkeys(made))


def topics_of(problems: list[Problem], *values: Any) -> tuple[Concept, ...]:
    """Categories, kinds of support and other terms that say more of it."""
    found = (concept_of(item, problems) for value in values for item in items(value)[:_MOST])
    return tuple(dict.fromkeys(concept for concept in found if concept))


def concept_of(item: Any, problems: list[Problem]) -> Concept | None:
    """One term: an object with a label, or a bare text."""
    if not isinstance(item, dict):
        label = line(item, problems)
        return Concept(label=label) if label and not re.match(r"https?://", label) else None
    label = line(item.get("prefLabel") or item.get("name"), problems)
    if label is None:
        return None
    return Concept(label=label, scheme=_address(item.get("inScheme")), id=_address(item.get("@id")))


def labels_of(value: Any, problems: list[Problem]) -> list[str]:
    """The labels of a field that holds texts or terms, such as `level`."""
    return [concept.label for concept in topics_of(problems, value)]


def _address(value: Any) -> str | None:
    """The address of a term or its list. It only names; nothing is fetched from there."""
    found = key(text(value))
    return found if found and re.match(r"(?:https?://|urn:)[^\s<>\"'\\]+$", found) else None
