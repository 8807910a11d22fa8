"""Everything that a Fluent message can say, in each of its variants."""

from collections.abc import Iterator
from itertools import islice, product

from fluent.syntax import ast

FILLED = "…"
"""What stands for a value that is filled in."""
MOST_VARIANTS = 200
"""Of 1 message: with more choices in it than that, not every mixture of them is said."""


def texts_of(entry: ast.Message | ast.Term) -> Iterator[tuple[int, str]]:
    """What a message, and each of its attributes, can say, with where it begins; what it is told is left open."""
    patterns = [entry.value, *(attribute.value for attribute in entry.attributes)]
    for pattern in patterns:
        if pattern is not None:
            at = pattern.span.start if pattern.span else 0
            yield from ((at, text) for text in islice(_said(pattern), MOST_VARIANTS))


def _said(pattern: ast.Pattern) -> Iterator[str]:
    return map("".join, product(*(_ways(element) for element in pattern.elements)))


def _ways(element: object) -> list[str]:
    match element:
        case ast.TextElement(value=text) | ast.StringLiteral(value=text):
            return [text]
        case ast.Placeable(expression=inside):
            return _ways(inside)
        case ast.SelectExpression(variants=variants):
            return [text for variant in variants for text in _said(variant.value)]
        case _:
            return [FILLED]
