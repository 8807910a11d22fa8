"""Averages by category: told of 8 or more, and only beside a count that is told."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jointly.kit.disclosure.numbers import HIDDEN, LEAST_FOR_AVERAGE, Shown

FINE = 5
"""Parts of a whole that a mean is told to. With steps of 0.2, eight whole numbers or more can come to every step: a
mean never tells of how many it is made."""


class Average(NamedTuple):
    """An average and of how many it is. It is none of fewer than 8."""

    value: float | None
    count: int


def mean(values: Sequence[int]) -> Average:
    """The mean of whole numbers to the nearest 0.2."""
    enough = len(values) >= LEAST_FOR_AVERAGE
    return Average(round(FINE * sum(values) / len(values)) / FINE if enough else None, len(values))


def middle(values: Sequence[int]) -> Average:
    """The median of whole numbers as one of them, the lower of two in the middle: that too tells nothing of how many
    they are."""
    enough = len(values) >= LEAST_FOR_AVERAGE
    return Average(sorted(values)[(len(values) - 1) // 2] if enough else None, len(values))


def beside(averages: Mapping[str, Average], told: Mapping[str, Shown]) -> dict[str, float | None]:
    """The averages of a split that may be told; none where one is hidden. `told` is how the count of each category is
    told: an average is never shown where that is hidden.

    When one category alone would be without, the average of the smallest of the others is hidden too: else the missing
    one could be had from the one in all.
    """
    shown = {name: each.value if told.get(name, HIDDEN) != HIDDEN else None for name, each in averages.items()}
    hidden = [name for name, value in shown.items() if value is None and averages[name].count]
    left = [(told[name], at, name) for at, (name, value) in enumerate(shown.items()) if value is not None]
    if len(hidden) == 1 and left:
        shown[min(left)[2]] = None
    return shown
