"""JSON as sources send it, made safe to look at: any value may be of any type, empty, huge or odd."""

import math
import re
from collections.abc import Mapping
from typing import Any

JSON_LD = {"type": "@type", "id": "@id"}
"""Older OpenActive feeds leave out the @."""
DEEPEST = 24
LONGEST_TEXT = 20_000
LONGEST_LIST = 2_000
LARGEST = 10**15
LARGEST_ID = 2**64

# Control characters, halves of characters, marks that turn the direction of a line, and ones that nobody sees.
_NOT_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_BREAKS = re.compile("\r\n|\r|\u2028|\u2029")


def tidy(value: Any, names: Mapping[str, str] = {}, depth: int = 0) -> Any:
    """The value with what is empty left out (none), texts without stray characters, and keys by these other names."""
    if isinstance(value, str):
        return tidy_text(value) or None
    if isinstance(value, Mapping):
        return _tidy_object(value, names, depth) if depth < DEEPEST else None
    if isinstance(value, list | tuple):
        made = (tidy(item, names, depth + 1) for item in value[:LONGEST_LIST]) if depth < DEEPEST else ()
        return [item for item in made if item is not None] or None
    return value if isinstance(value, bool | int | float) else None


def _tidy_object(value: Mapping[Any, Any], names: Mapping[str, str], depth: int) -> dict[str, Any] | None:
    made: dict[str, Any] = {}
    for key, item in value.items():
        kept = tidy(item, names, depth + 1)
        if kept is None:
            continue
        name = tidy_text(str(key))
        other = names.get(name)
        if other is None:
            made[name] = kept
        else:
            made.setdefault(other, kept) if other not in value else None
    # An object that says nothing but its own type says nothing.
    return made if made.keys() - {"@type"} else None


def tidy_text(value: str) -> str:
    """The text without characters that text does not have, with line feeds alone, and without blanks round it."""
    if len(value) <= LONGEST_TEXT and value.isprintable():
        # Nearly every text: no control character, break or unseen mark is printable.
        return value.strip()
    return _BREAKS.sub("\n", _NOT_TEXT.sub("", value[:LONGEST_TEXT])).strip()


def text(value: Any) -> str | None:
    """The text that a value is: a number becomes its digits, of a list the first text counts."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int):
        return str(value) if abs(value) < LARGEST_ID else None
    if isinstance(value, float):
        return str(value) if math.isfinite(value) else None
    if isinstance(value, list):
        return next((found for item in value if not isinstance(item, list) and (found := text(item))), None)
    return text(value.get("@value")) if isinstance(value, dict) and not isinstance(value.get("@value"), dict) else None


def items(value: Any) -> list[Any]:
    """The values of a list; a value that should have been in one is a list of itself."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def things(value: Any) -> list[dict[str, Any]]:
    """The objects of a list, or the one object that is there without one."""
    return [item for item in items(value) if isinstance(item, dict)]


def thing(value: Any) -> dict[str, Any]:
    """The object, or the first of a list; an empty one when there is none."""
    return next(iter(things(value)), {})


def number(value: Any) -> float | None:
    """The number that a value is, also when it is written as text."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) and abs(found) < LARGEST else None


def whole(value: Any, least: int = 0, most: int = 100_000) -> int | None:
    """The whole number that a value is, when it lies within these bounds."""
    found = number(value)
    return int(found) if found is not None and found.is_integer() and least <= found <= most else None


def flag(value: Any) -> bool | None:
    """Yes or no; none for anything else, which says neither."""
    if isinstance(value, str):
        return {"true": True, "false": False}.get(value.strip().lower())
    return value if isinstance(value, bool) else None


def tail(value: Any) -> str:
    """The last part of a name such as `https://schema.org/EventCancelled` or `schema:EventCancelled`."""
    return re.split(r"[/#:]", (text(value) or "").rstrip("/# "))[-1]
