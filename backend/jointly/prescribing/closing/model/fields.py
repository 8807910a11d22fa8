"""How a field says its cardinality and its limit: PRSB's 0..1, 1..1, 0..* and 1..*, and most letters.

`must` is what PRSB calls mandatory; `most` letters are what other systems keep. Nothing is cut to it: see `faults`.
"""

from dataclasses import dataclass, field
from typing import Any

SHORT = 35
NAME = 70
TEXT = 150
"""Letters that most free text of the standard has room for."""
LONG = 250
MUST = {"must": True}
"""For a date or a part of the message that is 1..1; any other that may be none is 0..1."""


def words(most: int | None = None, *, must: bool = False) -> Any:
    """Text: 0..1, or 1..1 when it must be there."""
    return field(default="", metadata={"most": most, "must": must})


def many(*, least: int = 0, most: int | None = None) -> Any:
    """As many as there are: 0..*, or 1..*. `most` letters count for each when they are texts."""
    return field(default=(), metadata={"least": least, "most": most})


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """PRSB's "code or free text". `code` is a SNOMED CT id; its term needs a licence, so `text` is our own words."""

    text: str = words(TEXT, must=True)
    code: str = words(18)
