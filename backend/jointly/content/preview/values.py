"""Facts as tables and lines: simple ones in one table, what has parts under a heading of its own."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jointly.content.preview.html import Html, element, listed, table, together

Described = Mapping[str, str]
"""What the names of the facts mean."""


def facts_shown(facts: Mapping[str, Any], described: Described) -> Html:
    """All facts of a file, in its order but for the simple ones, which come first."""
    simple = {name: value for name, value in facts.items() if not _has_parts(value)}
    rows = [element("tr", element("th", named(name, described), scope="row"), element("td", shown(value)))
            for name, value in simple.items()]  # fmt: skip
    parts = [
        together(element("h3", named(name, described)), _part(value))
        for name, value in facts.items()
        if name not in simple
    ]
    return together(element("div", element("table", element("tbody", *rows)), class_="wide") if rows else None, *parts)


def named(name: str, described: Described) -> Html:
    """A name in plain letters, with what it means under it."""
    said = described.get(name)
    return together(name.replace("_", " "), element("small", said) if said else None)


def shown(value: Any) -> str:
    """A value in a line, or in a few when it has parts with parts."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return _lines(value) if any(map(_has_parts, value.values())) else ", ".join(_pairs(value)) or "–"
    if isinstance(value, list):
        apart = any(map(_has_parts, value)) or any(map(_is_sentence, value))
        return listed(map(shown, value)) if apart else ", ".join(map(shown, value)) or "none"
    return str(value)


def _part(value: Any) -> Html:
    if isinstance(value, Mapping):
        if all(isinstance(inside, Mapping) for inside in value.values()):
            return _rows([{"": name, **inside} for name, inside in value.items()])
        return _rows([value])
    if value and all(isinstance(inside, Mapping) for inside in value):
        return _rows(value)
    return listed(map(shown, value))


def _rows(values: Sequence[Mapping[str, Any]]) -> Html:
    """A table with a column for each name that any of them has."""
    columns = list(dict.fromkeys(name for value in values for name in value))
    rows = [[shown(value[name]) if name in value else "" for name in columns] for value in values]
    return table([name.replace("_", " ") for name in columns], rows)


def _lines(value: Mapping[str, Any]) -> Html:
    return together(*(element("div", f"{name.replace('_', ' ')}: ", shown(inside)) for name, inside in value.items()))


def _pairs(value: Mapping[str, Any]) -> Iterator[str]:
    return (f"{name.replace('_', ' ')}: {shown(inside)}" for name, inside in value.items())


def _is_sentence(value: Any) -> bool:
    """Whether it would run into the next one with a comma between them."""
    return isinstance(value, str) and value.endswith((".", "?", ":"))


def _has_parts(value: Any) -> bool:
    """Whether it needs more than a line: names with values, or a list of more than plain values."""
    if isinstance(value, list):
        return any(isinstance(inside, Mapping | list) for inside in value)
    return isinstance(value, Mapping)
