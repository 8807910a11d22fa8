"""Which copy of an item is the newer one: whole numbers as numbers, texts as texts, and a mixture as they came."""

from typing import Any, NamedTuple

MOST = 2**63 - 1
"""The largest number that is compared as one: that of a column."""
LONGEST = 200


class Modified(NamedTuple):
    """`modified` as it came, and as a number where it is one. What is not said is an empty text."""

    text: str
    number: int | None


def modified_of(value: Any) -> Modified:
    """What an item says about when it was changed: an integer of 64 bits, or any text that compares with others."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return Modified("", None)
    if isinstance(value, int):
        return Modified(str(value)[:LONGEST], value if -MOST <= value <= MOST else None)
    return Modified(str(value).replace("\0", "").strip()[:LONGEST], None)


def is_older(new: Modified, known: Modified) -> bool:
    """Whether `new` is strictly older. Where one is a number and the other a text, the last to come counts."""
    if new.number is not None and known.number is not None:
        return new.number < known.number
    if new.number is None and known.number is None and new.text and known.text:
        return new.text < known.text
    return False
