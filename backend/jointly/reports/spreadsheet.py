"""The figures as a spreadsheet: one a row, with what it means."""

import csv
import io
from collections.abc import Iterator

from jointly.content import Speak
from jointly.reports.schemas import Cell, QuarterTold, Reports, TableTold

COLUMNS = ("from", "to", "table", "split", "category", "figure", "value", "percent", "means")
BYTE_ORDER_MARK = "\ufeff"
"""Excel takes a file without it for the machine's old code page and spoils every accent."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that starts like this would be run as a formula (OWASP, CSV injection)."""

Row = tuple[object, ...]


def spreadsheet(reports: Reports, speak: Speak) -> str:
    """CSV (RFC 4180). The rules of small numbers stand in its first rows."""
    out = io.StringIO()
    out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([speak("reports-star")])
    writer.writerow([speak("reports-rounded")])
    writer.writerow([])
    writer.writerow([speak(f"reports-column-{column}") for column in COLUMNS])
    for quarter in reports.quarters:
        for table in quarter.tables:
            for row in _rows(quarter, table, speak):
                writer.writerow([_safe(cell) for cell in row])
    return out.getvalue()


def _rows(quarter: QuarterTold, table: TableTold, speak: Speak) -> Iterator[Row]:
    head = (quarter.from_on.isoformat(), quarter.to_on.isoformat(), speak(f"report-table-{table.name}"))
    everybody = (*head, "", speak("report-all"))
    for figure in table.figures:
        said = None if figure.told else speak("report-ready-on", date=figure.ready_on.isoformat())
        yield (*everybody, *_figure(figure.name, figure.told, said, speak))
    for average in table.averages:
        if average.told is not None:
            yield (*everybody, *_average(average.name, average.told, speak))
    if table.organisations is not None:
        yield (*everybody, *_average("organisations", table.organisations, speak))
    for split in table.splits:
        for line in split.lines:
            called = line.called or speak(f"report-{split.name}-{line.category.replace('+', '-up')}")
            place = (*head, speak(f"report-split-{split.name}"), called)
            for figure, cell in zip(table.figures, line.cells, strict=True):
                if figure.told:
                    yield (*place, *_figure(figure.name, cell, speak("report-too-few"), speak))
            for average, value in zip(table.averages, line.averages, strict=True):
                if value is not None:
                    yield (*place, *_average(average.name, value, speak))


def _figure(name: str, cell: Cell | None, instead: str | None, speak: Speak) -> Row:
    told = (cell.count, cell.percent if cell.percent is not None else "") if cell else (instead, "")
    return (speak(f"report-{name}"), *told, speak(f"report-means-{name}"))


def _average(name: str, value: float | str, speak: Speak) -> Row:
    whole = isinstance(value, float) and value.is_integer()
    return (speak(f"report-{name}"), int(value) if whole else value, "", speak(f"report-means-{name}"))


def _safe(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
