"""From figures that are kept to what may be told of them: the one way out of this room."""

import logging
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from jointly.kit.disclosure import HIDDEN, Average, Chain, Shown, Told, beside, percentage, tell
from jointly.reports.counting import Counted
from jointly.reports.figures import TABLES, AverageFacts, FigureFacts, TableFacts
from jointly.reports.keeping import Kept
from jointly.reports.quarters import Quarter
from jointly.reports.schemas import AverageTold, Cell, FigureTold, Line, QuarterTold, SplitTold, TableTold

log = logging.getLogger("jointly")
_read = msgspec.json.Decoder(Counted).decode

Averages = Mapping[str, Mapping[str, Mapping[str, float | None]]]
"""By average, split and category; none where one is hidden."""


class Ready(NamedTuple):
    """What may be told of the figures of a table that are counted, from the first on."""

    told: Told
    averages: Averages


def quarter_told(quarter: Quarter, kept: Kept, called: Mapping[str, str]) -> QuarterTold:
    """Every table of a quarter; `called` are the names of organisations."""
    return QuarterTold(
        from_on=quarter.from_on,
        to_on=quarter.to_on,
        tables=[_table(facts, quarter, kept, called) for facts in TABLES],
    )


def organisations_in(kept: Kept) -> set[str]:
    """The ids of organisations that figures are split by."""
    counted = (_read(body) for (_, name), body in kept.items() if name == "unanswered")
    return {one for each in counted for one in each.splits["organisation"]}


def _table(facts: TableFacts, quarter: Quarter, kept: Kept, called: Mapping[str, str]) -> TableTold:
    bodies: list[str] = []
    for figure in facts.figures:
        if (body := kept.get((quarter.from_on, figure.name))) is None:
            break
        bodies.append(body)
    ready = told_of(facts.name, tuple(bodies))
    by_organisation = ready.told.splits.get("organisation")
    return TableTold(
        name=facts.name,
        figures=[_figure(figure, at, quarter, ready.told) for at, figure in enumerate(facts.figures)],
        averages=[
            AverageTold(name=each.name, beside=each.beside, told=_average(ready, facts, each, "", ""))
            for each in facts.averages
        ],
        splits=[
            SplitTold(name=split, lines=[_line(facts, ready, split, category, called) for category in categories])
            for split, categories in ready.told.splits.items()
        ],
        organisations=None if by_organisation is None else len(by_organisation),
    )


def _figure(figure: FigureFacts, at: int, quarter: Quarter, told: Told) -> FigureTold:
    return FigureTold(name=figure.name, ready_on=quarter.ready_on(figure.weeks), told=_cell(told.totals, at))


def _line(facts: TableFacts, ready: Ready, split: str, category: str, called: Mapping[str, str]) -> Line:
    row = ready.told.splits[split][category]
    return Line(
        category=category,
        called=called.get(category),
        cells=[_cell(row, at) for at in range(len(facts.figures))],
        averages=[_average(ready, facts, each, split, category) for each in facts.averages],
    )


def _cell(row: tuple[Shown, ...], at: int) -> Cell | None:
    if at >= len(row):
        return None
    return Cell(count=row[at], percent=percentage(row[at], row[0]) if at else None)


def _average(
    ready: Ready, facts: TableFacts, average: AverageFacts, split: str, category: str
) -> float | Literal["*"] | None:
    if average.name not in ready.averages:
        return None
    row = ready.told.splits[split][category] if split else ready.told.totals
    if row[_place(facts, average) :][:1] == (0,):
        return None  # there is nobody to hide
    value = ready.averages[average.name].get(split, {}).get(category)
    return HIDDEN if value is None else value


@lru_cache(maxsize=512)
def told_of(table: str, bodies: tuple[str, ...]) -> Ready:
    """What may be told of the first figures of a table. What was told of them once is told again the same."""
    [facts] = [one for one in TABLES if one.name == table]
    counted = {figure.name: _read(body) for figure, body in zip(facts.figures, bodies, strict=False)}
    try:
        told = tell(_chain(facts, list(counted.values())))
    except ValueError:
        # Two who counted at once could leave it so: the last figure is not told, rather than nothing at all.
        log.error("figures of the table %s do not nest: %s is not told", table, list(counted)[-1])
        return told_of(table, bodies[:-1])
    averages = {
        one.name: _averages(counted[one.counted_with].averages[one.name], told, _place(facts, one))
        for one in facts.averages
        if one.counted_with in counted
    }
    return Ready(told, averages)


def _chain(facts: TableFacts, counted: list[Counted]) -> Chain:
    splits = {
        split: {
            category: tuple(one.splits[split][category] for one in counted) for category in counted[0].splits[split]
        }
        for split in (facts.splits if counted else ())
    }
    return Chain(tuple(one.total for one in counted), splits)


def _place(facts: TableFacts, average: AverageFacts) -> int:
    return [figure.name for figure in facts.figures].index(average.beside)


def _averages(
    found: Mapping[str, Mapping[str, Average]], told: Told, at: int
) -> Mapping[str, Mapping[str, float | None]]:
    """An average by split and category, as far as the count beside it is told."""
    shown = {"": {"": found[""][""].value if told.totals[at] != HIDDEN else None}}
    for split, rows in told.splits.items():
        shown[split] = beside(found[split], {name: row[at] for name, row in rows.items() if at < len(row)})
    return shown


def next_day(quarters: list[Quarter], today: date) -> date | None:
    """The first day on which more of these quarters is counted."""
    days = {quarter.ready_on(figure.weeks) for quarter in quarters for facts in TABLES for figure in facts.figures}
    return min((day for day in days if day > today), default=None)
