"""One number at a time: whether a count is small, how it is rounded, and what a reader knows of it then."""

from typing import Final, Literal

SMALL: Final = 7
"""Counts from 1 to this are hidden."""
STEP: Final = 5
"""Other counts are rounded to the nearest of these."""
AWAY: Final = STEP // 2
"""How far a rounded count may be from the true one."""
LEAST_FOR_AVERAGE: Final = 8
"""An average of fewer is hidden."""
HIDDEN: Final = "*"

Shown = int | Literal["*"]
"""A count as it is told: rounded, or hidden. 0 is told as 0."""

Bounds = tuple[int, int]
"""The least and the most that a reader must reckon with."""


def is_small(count: int) -> bool:
    """Whether a count is of so few that it is hidden."""
    return 1 <= count <= SMALL


def rounded(count: int) -> int:
    """The nearest of 0, 5, 10 … to a count; there is never a tie."""
    return (count + AWAY) // STEP * STEP


def shown(count: int) -> Shown:
    """A count by itself as it is told. Raises `ValueError` for less than none."""
    if count < 0:
        raise ValueError("a count is never less than none")
    return HIDDEN if is_small(count) else rounded(count)


def percentage(part: Shown, whole: Shown) -> Shown:
    """How many of a hundred, of two counts as they are told; hidden when either is, or when the whole is 0."""
    if part == HIDDEN or whole == HIDDEN or whole == 0:
        return HIDDEN
    return min(100, round(100 * part / whole))


def bounds(told: Shown, most: int) -> Bounds:
    """What a reader knows of a count by how it is told. A hidden one is 1 or more: it is small, or hidden to protect
    another. `most` is more than any count of the table can be."""
    if told == HIDDEN:
        return 1, most
    return (0, 0) if told == 0 else (told - AWAY, told + AWAY)
