"""Medians, ratios of pairs, and whether the target was met."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median


def percentile(values: Sequence[float], share: float) -> float:
    """sorted[int(n × share)]; the 99th wants 1,000 values or more."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]


@dataclass
class Verdicts:
    """Lines of PASS and MISSED; `missed` is how many missed."""

    missed: int = field(default=0)

    def ratio(self, what: str, ours: Sequence[float], theirs: Sequence[float], *, at_most=None, at_least=None) -> None:
        """Decide on the median of the pairs' ratios, ours over theirs."""
        ratio = median(our / their for our, their in zip(ours, theirs, strict=True))
        print(f"{what}: ours {median(ours):,.4g}, theirs {median(theirs):,.4g} (medians);", end=" ")
        self._say("ratio", ratio, at_most, at_least)

    def figure(self, what: str, value: float, *, at_most=None, at_least=None) -> None:
        """Decide on a figure of ours alone."""
        self._say(what, value, at_most, at_least)

    def _say(self, what: str, value: float, at_most: float | None, at_least: float | None) -> None:
        met = (at_most is None or value <= at_most) and (at_least is None or value >= at_least)
        target = f"at most {at_most:g}" if at_most is not None else f"at least {at_least:g}"
        self.missed += not met
        print(f"{what} {value:,.4g}, target {target}: {'PASS' if met else 'MISSED'}")
