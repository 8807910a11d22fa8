"""What an operator gives: a CSV, or the zip that it came in, with a row for each postcode of England and its decile."""

import csv
import io
import zipfile
import zlib
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import msgspec

from jointly.kit.errors import Told
from jointly.listings.whereabouts.packed import code_of
from jointly.reports.deprivation.packed import DECILES, bytes_of, entry

POSTCODE = ("postcode", "pcds", "pcd", "pcd7", "pcd8")
DECILE = ("index of multiple deprivation decile", "imd decile", "imd_decile", "decile")
"""Names of the columns as the makers of such tables write them, in small letters."""
NONE = ("", "0", "n/a", "na", "-")
"""What stands for no decile: a postcode that is not in use, or not in England."""
EXAMPLES = 5
STEP = 100_000
"""Rows after which progress is told."""


class NotDeciles(Told):
    """The file is none that can be read; the text says what would be."""


class Tally(msgspec.Struct):
    """What became of the rows. `nowhere` have no decile, `twice` were there before; `faulty` could not be read: the
    first of them are examples."""

    file: str
    rows: int = 0
    kept: int = 0
    nowhere: int = 0
    twice: int = 0
    faulty: int = 0
    examples: list[str] = []


class Packed(msgspec.Struct):
    """All that is kept: by outcode its row of bytes, and what became of the rest."""

    tally: Tally
    outcodes: dict[str, bytes]


def packed(path: Path, *, progress: Callable[[int], None] = lambda rows: None) -> Packed:
    """Reads it to its end, a row at a time. Raises `NotDeciles` for a file that is none, is damaged, or has more faults
    than rows."""
    tally, found = Tally(path.name), dict[str, array]()
    with _opened(path) as file:
        rows = csv.reader(file)
        code, decile = _columns(next(rows, []), path)
        for row in _read(rows, path):
            tally.rows += 1
            if why := _take(row, code, decile, found, tally):
                tally.faulty += 1
                if len(tally.examples) < EXAMPLES:
                    tally.examples.append(f"line {tally.rows + 1}: {why}")
            if tally.rows % STEP == 0:
                progress(tally.rows)
    outcodes = {}
    for outcode in sorted(found):
        entries = found.pop(outcode)
        outcodes[outcode], count = bytes_of(entries)
        tally.kept += count
        tally.twice += len(entries) - count
    if not outcodes or tally.faulty > tally.kept:
        raise NotDeciles(
            f"{path} is not taken: {tally.faulty:,} of {tally.rows:,} rows cannot be read, and {tally.kept:,} say how "
            f"deprived a postcode is. {'; '.join(tally.examples)}"
        )
    return Packed(tally, outcodes)


def _take(row: list[str], code: int, decile: int, found: dict[str, array], tally: Tally) -> str | None:
    """Keeps the decile of a row, or counts why it is not kept; says what is wrong with a faulty row."""
    if len(row) <= max(code, decile):
        return "it has too few columns"
    said = row[decile].strip().lower()
    if said in NONE:
        tally.nowhere += 1
        return None
    postcode = code_of(row[code])
    if postcode is None:
        return "that is no postcode"
    if not said.isdecimal() or int(said) not in DECILES:
        return "its decile is no number from 1 to 10"
    found.setdefault(postcode.outcode, array("I")).append(entry(postcode.inward, int(said)))
    return None


def _columns(names: list[str], path: Path) -> tuple[int, int]:
    """Where in a row the postcode and the decile are."""
    tidy = [" ".join(name.strip().lower().split()) for name in names]
    found = [next((tidy.index(name) for name in known if name in tidy), None) for known in (POSTCODE, DECILE)]
    if None in found:
        raise NotDeciles(
            f"{path} has no columns that can be read: its first row must name one “Postcode” and one “Index of "
            "Multiple Deprivation Decile”, as the table of the English Indices of Deprivation by postcode does."
        )
    return found[0], found[1]  # type: ignore[return-value]


def _read(rows: Iterator[list[str]], path: Path) -> Iterator[list[str]]:
    try:
        yield from (row for row in rows if row)
    except (csv.Error, zipfile.BadZipFile, zlib.error, EOFError) as fault:
        raise NotDeciles(f"{path} is damaged ({fault}).") from None


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    """The file, or the largest CSV of a zip."""
    if not zipfile.is_zipfile(path):
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            yield file
        return
    with zipfile.ZipFile(path) as whole:
        members = [one for one in whole.infolist() if one.filename.lower().endswith(".csv")]
        if not members:
            raise NotDeciles(f"{path} is a zip without a CSV in it.")
        try:
            with whole.open(max(members, key=lambda one: one.file_size)) as member:
                yield io.TextIOWrapper(member, encoding="utf-8-sig", errors="replace", newline="")
        except RuntimeError:
            raise NotDeciles(f"{path} is locked with a password.") from None
