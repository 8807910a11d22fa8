"""Works hidden counts out of what is told, by trying every table that fits; it shares nothing with kit.disclosure.

A column is what one category may have, figure after figure. The sums that the columns of a split can come to are the
ones in a long number of bits, one bit for each combination of totals, so that adding a column is a shift.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise, product

from jointly.kit.disclosure import Chain, Shown, Told

Column = tuple[int, ...]
SMALL = set(range(1, 8))


def possible(told: Shown, most: int) -> range:
    """What a reader knows by the rules of rounding alone. A star is 1 or more: it may be there to protect another."""
    if told == "*":
        return range(1, most + 1)
    return range(max(0, told - 2), min(most, told + 2) + 1) if told else range(0, 1)


def falling(values: Iterable[Column]) -> Iterator[Column]:
    """Those in which no figure is more than the one before."""
    return (each for each in values if all(one >= other for one, other in pairwise(each)))


@dataclass
class Reader:
    """Somebody who has what is told, and time. With `totals` they know every total to the unit besides."""

    told: Told
    most: int
    totals: Column | None = None

    def __post_init__(self) -> None:
        self.base = 2 * (self.most + 1)
        vectors = falling(product(*(possible(each, self.most) for each in self.told.totals)))
        self.joint = [self.totals] if self.totals else list(vectors)
        for split in self.told.splits.values():
            figures = len(next(iter(split.values())))
            sums = self._sums(split.values())
            self.joint = [each for each in self.joint if sums >> self._code(each[:figures]) & 1]

    def total_can_be(self) -> list[Column]:
        """Every combination of totals that all splits allow together."""
        return self.joint

    def column_can_be(self, split: Mapping[str, tuple[Shown, ...]], category: str) -> list[Column]:
        """Every column that a category may have, for all that is told anywhere."""
        figures = len(split[category])
        others = self._sums(told for name, told in split.items() if name != category)
        wanted = reduce(lambda bits, each: bits | 1 << self._code(each[:figures]), self.joint, 0)
        return [each for each in self._columns(split[category]) if others << self._code(each) & wanted]

    def _columns(self, told: tuple[Shown, ...]) -> list[Column]:
        return list(falling(product(*(possible(each, self.most) for each in told))))

    def _code(self, column: Column) -> int:
        return sum(count * self.base**at for at, count in enumerate(column))

    def _sums(self, columns: Iterable[tuple[Shown, ...]]) -> int:
        bits = 1
        for told in columns:
            added = 0
            for each in self._columns(told):
                added |= bits << self._code(each)
            bits = added & self._within(len(told))
        return bits

    def _within(self, figures: int) -> int:
        """The sums that no figure of which is more than there are people."""
        line = (1 << self.most + 1) - 1
        for at in range(1, figures):
            width = self.base**at
            line = sum(line << width * count for count in range(self.most + 1))
        return line


def faults_of(chain: Chain, told: Told, **known: Column) -> Iterator[str]:
    """Every small number that a reader narrows down further than the rules of rounding say of it."""
    reader = Reader(told, most=max(9, chain.totals[0] + 2), **known)
    for name, split in told.splits.items():
        for category, row in split.items():
            if row:
                columns = reader.column_can_be(split, category)
                yield from _narrowed(f"{name}, {category}", chain.splits[name][category], row, columns)
    if not known:
        yield from _narrowed("the totals", chain.totals, told.totals, reader.total_can_be())


def _narrowed(name: str, true: Column, row: tuple[Shown, ...], columns: list[Column]) -> Iterator[str]:
    assert true[: len(row)] in columns, f"{name}: what is told is not so"
    for figure, count in enumerate(true[: len(row)]):
        can_be = {column[figure] for column in columns}
        if count in SMALL and not can_be >= SMALL:
            yield f"{name}, figure {figure} is {count}, told {row}: one of {sorted(can_be)}"
        for later in range(figure + 1, len(row)):
            apart = {column[figure] - column[later] for column in columns}
            if count - true[later] in SMALL and apart < SMALL:
                yield f"{name}, figures {figure} and {later}: {count} - {true[later]}, told {row}: {sorted(apart)}"
