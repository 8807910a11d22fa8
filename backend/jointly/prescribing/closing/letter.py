"""A letter as plain values: sections of facts, texts, lists and tables, in the order in which they are read aloud.

The PDF, the page and the narrative of the FHIR document are all made from it, so that none says more than another.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from jointly.listings.dates.clocks import LONDON

LANGUAGE = "en-GB"
_NO_TEXT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
"""What no document may hold, and what would turn the words of others around."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    words: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words."""

    words: str


@dataclass(frozen=True, slots=True)
class Under:
    """A heading inside of a section."""

    words: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with what they say."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption, a row of headings, and cells."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Text | Quote | Under | Points | Facts | Table


@dataclass(frozen=True, slots=True)
class Section:
    """`key` is the part of the message that it says."""

    key: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """`author` is who it is from; `foot` stands on each page."""

    title: str
    author: str
    foot: str
    sections: tuple[Section, ...]


def clean(words: str) -> str:
    """Words that can stand in any document: no control characters, and lines that end in one way."""
    return _NO_TEXT.sub("", re.sub("\r\n?|[\u2028\u2029]", "\n", words).replace("\t", " ")).strip()


def text(words: str) -> tuple[Text, ...]:
    """A paragraph for each line that says something."""
    return tuple(Text(line.strip()) for line in clean(words).split("\n") if line.strip())


def quote(words: str) -> tuple[Quote, ...]:
    """Somebody's words, if there are any."""
    return (Quote(clean(words)),) if clean(words) else ()


def points(items: Iterable[str]) -> tuple[Points, ...]:
    """A list, if anything is on it."""
    said = tuple(clean(item) for item in items if clean(item))
    return (Points(said),) if said else ()


def facts(pairs: Iterable[tuple[str, str]]) -> tuple[Facts, ...]:
    """The facts that say something."""
    said = tuple((label, clean(words)) for label, words in pairs if clean(words))
    return (Facts(said),) if said else ()


def table(caption: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> tuple[Table, ...]:
    """A table, if it has a row. An empty cell says a dash, so that none is skipped when it is read aloud."""
    said = tuple(tuple(clean(cell) or "–" for cell in row) for row in rows)
    return (Table(clean(caption), tuple(header), said),) if said else ()


def day(on: date | None) -> str:
    """6 August 2018."""
    return f"{on.day} {on:%B %Y}" if on else ""


def day_of(at: datetime) -> date:
    """The day by the clocks of the United Kingdom."""
    return at.astimezone(LONDON).date()


def month(on: str) -> str:
    """2026-11 as November 2026; anything else as it is."""
    try:
        return f"{date.fromisoformat(f'{on}-01'):%B %Y}"
    except ValueError:
        return on


def moment(at: datetime | None) -> str:
    """6 August 2018, 5:30pm, by the clocks of the United Kingdom."""
    if at is None:
        return ""
    here = at.astimezone(LONDON)
    return f"{day(here.date())}, {_clock(here)}"


def number(value: int | float) -> str:
    """A number without needless noughts."""
    return f"{value:g}"


def signed(value: int | float) -> str:
    """A change with its sign: +2, −3, 0."""
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{number(abs(value))}"


def _clock(at: datetime) -> str:
    if (at.hour, at.minute) in {(0, 0), (12, 0)}:
        return "midday" if at.hour else "midnight"
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'pm' if at.hour >= 12 else 'am'}"
