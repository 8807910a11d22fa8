"""What goes in, and what may be told of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from jointly.kit.disclosure.numbers import Shown

Row = tuple[int, ...]
"""The counts of one category, in the order of the chain: each at most the one before."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Unrounded counts: the `totals` of figures that nest, and by split and category the same figures once more.

    Raises `ValueError` when a figure is more than the one that it nests in, or a split does not come to its total.
    """

    totals: Row
    splits: Mapping[str, Mapping[str, Row]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for row in (self.totals, *(row for split in self.splits.values() for row in split.values())):
            if len(row) != len(self.totals) or any(later > earlier for earlier, later in pairwise(row)):
                raise ValueError("each figure counts some of those in the one before")
            if row and row[-1] < 0:
                raise ValueError("a count is never less than none")
        for name, split in self.splits.items():
            if tuple(map(sum, zip(*split.values(), (0,) * len(self.totals), strict=True))) != self.totals:
                raise ValueError(f"the categories of {name} do not come to the total")


@dataclass(frozen=True, slots=True)
class Told:
    """What may be told of a chain. A split has as many figures as may be told of it, from the first on: the rest are of
    too few people, and none of their categories is told."""

    totals: tuple[Shown, ...]
    splits: Mapping[str, Mapping[str, tuple[Shown, ...]]]
