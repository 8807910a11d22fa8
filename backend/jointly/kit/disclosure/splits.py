"""One split: which of its cells are hidden so that no small number in it can be worked out."""

from collections.abc import Iterator, Mapping

from jointly.kit.disclosure.chains import Row
from jointly.kit.disclosure.network import Network
from jointly.kit.disclosure.numbers import HIDDEN, SMALL, Shown, bounds, is_small, shown

Move = tuple[int, int]


class Split:
    """A split as far as it is told: a figure at a time, and what was told of a figure once is never taken back, so that
    a later figure may be counted and told when the first ones have long been read."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self.names = list(rows)
        self.rows = list(rows.values())
        self.told: list[list[Shown]] = [[] for _ in self.rows]
        self.open = True
        """Whether the next figure may be told; after one that may not, none is."""

    @property
    def figures(self) -> int:
        """How many figures are told."""
        return len(self.told[0]) if self.told else 0

    def network(self) -> Network:
        """What a reader knows of what is told."""
        most = sum(row[0] for row in self.rows)
        return Network(
            [row[: self.figures] for row in self.rows],
            [[bounds(each, most) for each in told] for told in self.told],
        )

    def add(self) -> None:
        """Tells the next figure, and hides as many of its cells as it takes, the smallest first; tells nothing of it
        when hiding all of them is not enough."""
        figure = self.figures
        for row, told in zip(self.rows, self.told, strict=True):
            told.append(shown(row[figure]))
        network = self.network()
        for category, earlier, later in self._sensitive():
            while not _safe(network, network.cells[category], earlier, later):
                if not self._hide_one(network, figure):
                    self.close(figure)
                    return

    def close(self, figure: int) -> None:
        """Tells nothing of a figure, nor of those after it."""
        self.open = False
        for told in self.told:
            del told[figure:]

    def _hide_one(self, network: Network, figure: int) -> bool:
        """Hides the smallest cell of the figure that is still told, chosen by how it is told and not by what it is."""
        left = [(told[figure], at) for at, told in enumerate(self.told) if told[figure] not in (HIDDEN, 0)]
        if not left:
            return False
        _, at = min(left)
        self.told[at][figure] = HIDDEN
        network.loosen(network.cells[at][figure], bounds(HIDDEN, sum(row[0] for row in self.rows)))
        return True

    def _sensitive(self) -> Iterator[tuple[int, int, int | None]]:
        """The small counts: cells, and those of one figure who are not in a later one, as category, figure, figure."""
        figures = self.figures
        for category, row in enumerate(self.rows):
            for earlier in range(figures):
                if is_small(row[earlier]):
                    yield category, earlier, None
                for later in range(earlier + 1, figures):
                    if row[later] and is_small(row[earlier] - row[later]):
                        yield category, earlier, later


def _safe(network: Network, cells: list[int], earlier: int, later: int | None) -> bool:
    """A hidden cell may still be any number from 1 to 7. A difference is not known to be in there and more exactly."""
    if later is None:
        return all(network.reach([(cells[earlier], end)]) == [end] for end in (1, SMALL))
    return not _narrow(*(_difference(network, cells[earlier], cells[later], most) for most in (False, True)))


def _difference(network: Network, earlier: int, later: int, most: bool) -> int:
    """The least, or the most, that can be between two figures of a category, as far as it is found one by one."""
    first, second = (network.high, network.low) if most else (network.low, network.high)
    one, other = network.reach([(earlier, first[earlier]), (later, second[later])])
    return one - other


def _narrow(least: int, most: int) -> bool:
    """Whether bounds say that something is small and say more than that."""
    return least >= 1 and most <= SMALL and (least, most) != (1, SMALL)
