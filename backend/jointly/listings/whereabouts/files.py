"""What an operator gives: ONSPD (one CSV, or its zip) or Code-Point Open (its zip of CSVs), read a line at a time."""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Literal, NamedTuple

from jointly.kit.errors import Told

Kind = Literal["onspd", "code-point-open"]
NAMES = {"onspd": "ONSPD", "code-point-open": "Code-Point Open"}
_CODE = ("pcds", "pcd", "pcd2", "pcd7", "pcd8")
"""Names of the column of the postcode, in different years; lat, long and doterm (ended) have stayed."""
_SPLIT = "multi_csv"
"""The folder in which the zip of ONSPD has the same rows once more, in parts."""
_POINT = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z ]{2,5}")


class NotPostcodes(Told):
    """The file is none that can be read; the text says what would be."""


class Columns(NamedTuple):
    """Where in a row what is. `x` and `y` are longitude and latitude in degrees, or easting and northing in metres;
    `ended` is the column that is filled for a postcode that is not in use any more, `quality` that of Code-Point."""

    kind: Kind
    code: int
    x: int
    y: int
    ended: int | None = None
    quality: int | None = None


class Part(NamedTuple):
    """One CSV: its name inside the zip, or none for the file itself, and how many bytes it has."""

    name: str | None
    size: int
    columns: Columns


def parts_of(path: Path) -> list[Part]:
    """The CSVs to be read, all of one kind. Raises `NotPostcodes`."""
    found = []
    for name, size in _members(path):
        with _opened(path, name) as file:
            columns = _columns(next(_lines(file), []))
        if columns:
            found.append(Part(name, size, columns))
    onspd = [part for part in found if part.columns.kind == "onspd"]
    whole = [part for part in onspd if part.name is None or _SPLIT not in PurePosixPath(part.name.lower()).parts]
    chosen = [max(whole, key=lambda part: part.size)] if whole else onspd or found
    if not chosen:
        raise NotPostcodes(
            f"{path} holds no postcodes that can be read: it must be ONSPD or Code-Point Open, as CSV or as the zip "
            "that they come in."
        )
    return chosen


class Line(NamedTuple):
    """A row with its number, and how far into its file it is, in bytes."""

    number: int
    row: list[str]
    bytes_read: int


def lines_of(path: Path, part: Part) -> Iterator[Line]:
    """The rows of a CSV, without the names of columns. Raises `NotPostcodes` when the file is damaged."""
    with _opened(path, part.name) as file:
        for number, row in enumerate(_lines(file), start=1):
            if row and not (number == 1 and part.columns.kind == "onspd"):
                yield Line(number, row, file.tell())


def _members(path: Path) -> list[tuple[str | None, int]]:
    if not zipfile.is_zipfile(path):
        return [(None, path.stat().st_size)]
    with zipfile.ZipFile(path) as packed:
        return [(one.filename, one.file_size) for one in packed.infolist() if one.filename.lower().endswith(".csv")]


@contextmanager
def _opened(path: Path, name: str | None) -> Iterator[BinaryIO]:
    try:
        if name is None:
            with path.open("rb") as file:
                yield file
        else:
            with zipfile.ZipFile(path) as packed, packed.open(name) as member:
                yield member
    except (zipfile.BadZipFile, zlib.error, EOFError, csv.Error, RuntimeError) as fault:
        raise NotPostcodes(f"{path} is damaged, or locked with a password ({fault}).") from None


def _lines(file: BinaryIO) -> Iterator[list[str]]:
    return csv.reader(io.TextIOWrapper(_Unclosed(file), encoding="utf-8-sig", errors="replace", newline=""))


class _Unclosed(io.BufferedIOBase):
    """A file that its reader does not close: whoever opened it does, and asks it how far it has been read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self._file.read(size)

    read1 = read


def _columns(first: list[str]) -> Columns | None:
    """What kind of file its first row tells of."""
    names = [cell.strip().lower() for cell in first]
    code = next((name for name in _CODE if name in names), None)
    if code and {"lat", "long", "doterm"} <= set(names):
        at = names.index
        return Columns("onspd", at(code), at("long"), at("lat"), ended=at("doterm"))
    numbers = len(first) >= 4 and all(cell.strip().isdigit() for cell in first[1:4])
    if numbers and _POINT.fullmatch(first[0].strip().upper()):
        return Columns("code-point-open", 0, 2, 3, quality=1)
    return None
