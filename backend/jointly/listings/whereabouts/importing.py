"""From an operator's file to what is kept of it: a row at a time, so that memory holds the result and nothing else."""

from array import array
from collections.abc import Callable
from pathlib import Path

import msgspec

from jointly.listings.geo import in_uk
from jointly.listings.whereabouts.files import Columns, Kind, NotPostcodes, lines_of, parts_of
from jointly.listings.whereabouts.grid import degrees_of
from jointly.listings.whereabouts.packed import bytes_of, code_of, entry

NOWHERE = "90"
"""Code-Point's mark for a postcode whose place is not known; ONSPD gives 99.999999 degrees north."""
EXAMPLES = 5
STEP = 100_000
"""Rows after which progress is tally."""
NORTHERN_IRELAND = "BT"


class Tally(msgspec.Struct):
    """What became of the rows. `nowhere` have no place, `ended` are not in use any more, `left_out` are of Northern
    Ireland and not wanted, `twice` were there before; `faulty` could not be read: the first of them are examples."""

    kind: Kind
    file: str
    rows: int = 0
    kept: int = 0
    ended: int = 0
    nowhere: int = 0
    left_out: int = 0
    twice: int = 0
    faulty: int = 0
    examples: list[str] = []


class Packed(msgspec.Struct):
    """All that is kept: by outcode its row of bytes, and what became of the rest."""

    tally: Tally
    outcodes: dict[str, bytes]


Progress = Callable[[int, float], None]
"""Told of the rows read so far, and of which share of the file that is."""


def packed(path: Path, *, progress: Progress = lambda rows, share: None, northern_ireland: bool = True) -> Packed:
    """Reads it to its end. Raises `NotPostcodes` for a file that is none, is damaged, or has more faults than rows."""
    parts = parts_of(path)
    tally = Tally(parts[0].columns.kind, path.name)
    whole, before = sum(part.size for part in parts) or 1, 0
    found: dict[str, array] = {}
    for part in parts:
        for line in lines_of(path, part):
            tally.rows += 1
            why = _take(line.row, part.columns, found, tally, northern_ireland)
            if why:
                tally.faulty += 1
                if len(tally.examples) < EXAMPLES:
                    tally.examples.append(f"{part.name or path.name}, line {line.number}: {why}")
            if tally.rows % STEP == 0:
                progress(tally.rows, min(1.0, (before + line.bytes_read) / whole))
        before += part.size
    if tally.faulty > sum(map(len, found.values())):
        raise NotPostcodes(
            f"{path} is not taken: {tally.faulty:,} of {tally.rows:,} rows cannot be read. {'; '.join(tally.examples)}."
        )
    rows = {}
    for outcode in sorted(found):
        entries = found.pop(outcode)
        rows[outcode], count = bytes_of(entries)
        tally.kept += count
        tally.twice += len(entries) - count
    if not rows:
        raise NotPostcodes(f"{path} has no postcode in it that is in use and has a place.")
    return Packed(tally, rows)


def _take(
    row: list[str], columns: Columns, found: dict[str, array], tally: Tally, northern_ireland: bool
) -> str | None:
    """Keeps the postcode of a row, or counts why it is not kept; says what is wrong with a faulty row."""
    try:
        written, x, y = row[columns.code], row[columns.x].strip(), row[columns.y].strip()
        ended = columns.ended is not None and row[columns.ended].strip()
        nowhere = columns.quality is not None and row[columns.quality].strip() == NOWHERE
    except IndexError:
        return "it has too few columns"
    if ended:
        tally.ended += 1
        return None
    code = code_of(written)
    if code is None:
        return "that is no postcode"
    if not northern_ireland and code.outcode.startswith(NORTHERN_IRELAND):
        tally.left_out += 1
        return None
    try:
        east, north = float(x), float(y)
    except ValueError:
        return "its place is no pair of numbers"
    if nowhere or (columns.quality is None and north > 99):
        tally.nowhere += 1
        return None
    lat, lon = (north, east) if columns.quality is None else _on_the_grid(east, north)
    if not in_uk(lat, lon):
        return "its place is outside the United Kingdom"
    found.setdefault(code.outcode, array("Q")).append(entry(code.inward, lat, lon))
    return None


def _on_the_grid(east: float, north: float) -> tuple[float, float]:
    """Degrees; for what is not on the grid a place that is nowhere, as the projection means nothing there."""
    return degrees_of(east, north) if 0 <= east <= 700_000 and 0 <= north <= 1_300_000 else (0.0, 0.0)
