"""Figures on the wire: only what may be told. `*` stands for 1 to 7 people, or for what would give them away."""

from datetime import date
from typing import Literal

from jointly.people.schemas import Wire
from jointly.reports.figures import Name, Split

Hidden = Literal["*"]


class Cell(Wire):
    """A count, rounded to 5, and how many of a hundred of the first figure it is; that one has no share of itself."""

    count: int | Hidden
    percent: int | Hidden | None


class Line(Wire):
    """One category of a split. `cells` are in the order of the table's figures; none where a figure is not ready or
    is of too few people to be split. `averages` are in the order of the table's. `called` names an organisation."""

    category: str
    called: str | None
    cells: list[Cell | None]
    averages: list[float | Hidden | None]


class SplitTold(Wire):
    """A table once more, by categories."""

    name: Split
    lines: list[Line]


class FigureTold(Wire):
    """A figure in all; `told` is none until the day on which it is counted."""

    name: Name
    ready_on: date
    told: Cell | None


class AverageTold(Wire):
    """An average in all, and beside which figure it stands; none until it is counted, and where there is nobody."""

    name: str
    beside: Name
    told: float | Hidden | None


class TableTold(Wire):
    """Figures of which each counts some of those in the one before. `organisations` says how many were told."""

    name: str
    figures: list[FigureTold]
    averages: list[AverageTold]
    splits: list[SplitTold]
    organisations: int | None


class QuarterTold(Wire):
    """Three months and their tables."""

    from_on: date
    to_on: date
    tables: list[TableTold]


class Reports(Wire):
    """The quarters that are over, the newest first. `next_on` is the day on which more is counted."""

    quarters: list[QuarterTold]
    next_on: date | None
