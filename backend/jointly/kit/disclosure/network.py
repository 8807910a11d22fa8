"""What a reader can work out from one split, exactly.

Of each category and figure a reader knows bounds; that the figures nest; and what they come to. All tables of whole
numbers that fit are the flows of a network: through each category's column goes its count, at each figure those who are
not in the next one leave it, and what leaves is gathered into the totals. Its bounds are whole numbers, so whatever a
flow can be, a table can be (Ahuja, Magnanti and Orlin, Network Flows, 1993, theorem 9.10). The true table is one flow;
others are found from it by sending some round circles that have room.
"""

from collections import deque
from collections.abc import Sequence

from jointly.kit.disclosure.numbers import Bounds

GROUND = 0
PLENTY = 2**40


class Network:
    """One split's true table, and how far each of its numbers may be moved. A total stays as it is unless `move` is
    asked to move that very one: a reader is taken to know every total to the unit."""

    def __init__(self, table: Sequence[Sequence[int]], known: Sequence[Sequence[Bounds]]) -> None:
        """`table` and `known` have a row for each category and a column for each figure."""
        self.categories, self.figures = len(table), len(table[0])
        self.tail: list[int] = []
        self.head: list[int] = []
        self.flow: list[int] = []
        self.low: list[int] = []
        self.high: list[int] = []
        self.cells: list[list[int]] = []
        for category, row in enumerate(table):
            at, arcs = GROUND, []
            for figure, count in enumerate(row):
                node = self._node(category, figure)
                arcs.append(self._arc(at, node, count, *known[category][figure]))
                after = row[figure + 1] if figure + 1 < self.figures else 0
                self._arc(node, self._gathering(figure), count - after, 0, PLENTY)
                at = node
            self.cells.append(arcs)
        self.totals = [
            self._arc(self._gathering(figure), self._gathering(figure - 1) if figure else GROUND, total, total, total)
            for figure in range(self.figures)
            for total in [sum(row[figure] for row in table)]
        ]
        self.touching: list[list[int]] = [[] for _ in range(1 + (self.categories + 1) * self.figures)]
        for arc in range(len(self.flow)):
            self.touching[self.tail[arc]].append(arc)
            self.touching[self.head[arc]].append(arc)

    def _node(self, category: int, figure: int) -> int:
        return 1 + category * self.figures + figure

    def _gathering(self, figure: int) -> int:
        return self._node(self.categories, figure)

    def _arc(self, tail: int, head: int, flow: int, low: int, high: int) -> int:
        for values, value in zip(
            (self.tail, self.head, self.flow, self.low, self.high), (tail, head, flow, low, high), strict=True
        ):
            values.append(value)
        return len(self.flow) - 1

    def loosen(self, arc: int, known: Bounds) -> None:
        """A number of which a reader knows less from now on."""
        self.low[arc], self.high[arc] = known

    def reach(self, moves: Sequence[tuple[int, int]]) -> list[int]:
        """How near each number comes to where it is wanted, one after the other; each then stays where it came to.
        A move is a number and where it is wanted, within its bounds or, for a total, anywhere."""
        flow, held = self.flow.copy(), set()
        reached = []
        for arc, wanted in moves:
            held.add(arc)
            while flow[arc] != wanted and self._round(arc, wanted, flow, held):
                pass
            reached.append(flow[arc])
        return reached

    def _round(self, arc: int, wanted: int, flow: list[int], held: set[int]) -> bool:
        """Sends what there is room for along one circle through `arc`; says whether there was one."""
        more = wanted > flow[arc]
        start, end = (self.head[arc], self.tail[arc]) if more else (self.tail[arc], self.head[arc])
        by = self._way(start, end, flow, held)
        if by is None:
            return False
        amount, node = abs(wanted - flow[arc]), end
        steps = []
        while node != start:
            along = by[node]
            forward = self.head[along] == node
            room = self.high[along] - flow[along] if forward else flow[along] - self.low[along]
            amount, node = min(amount, room), self.tail[along] if forward else self.head[along]
            steps.append((along, forward))
        for along, forward in steps:
            flow[along] += amount if forward else -amount
        flow[arc] += amount if more else -amount
        return True

    def _way(self, start: int, end: int, flow: list[int], held: set[int]) -> dict[int, int] | None:
        """By which number each place on the shortest way with room is come to; none when there is no way."""
        by, waiting = {start: -1}, deque([start])
        while waiting:
            node = waiting.popleft()
            for along in self.touching[node]:
                forward = self.tail[along] == node
                there = self.head[along] if forward else self.tail[along]
                if there in by or along in held:
                    continue
                if flow[along] < self.high[along] if forward else flow[along] > self.low[along]:
                    by[there] = along
                    if there == end:
                        return by
                    waiting.append(there)
        return None
