"""What it costs: amounts, and fees that only the text speaks of."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from jointly.listings.model import Problem
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import text

MOST_POUNDS = 10_000
_FREE = re.compile(
    r"(?:it(?:'s| is) |this (?:service|group|session) is )?"
    r"(?:free(?: of charge)?|no (?:charge|cost|fee)s?|none|nil|£?0(?:\.00)?)[.!]?",
    re.IGNORECASE,
)
_FEE = re.compile(r"£\s?(?!0+(?:[.\-]0+)?(?!\d))\d|\b[1-9]\d*\s?(?:pounds?\b|p\b|GBP\b)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


def pence(value: Any, problems: list[Problem]) -> int | None:
    """An amount of pounds in pence; 0 is free."""
    found = text(value)
    if found is None:
        return None
    if isinstance(value, str):
        note(problems, "price-is-text", found)
        if says_free(found):
            return 0
    try:
        pounds = Decimal(found.removeprefix("£").replace(",", "").strip())
    except InvalidOperation:
        pounds = Decimal(-1)
    if not pounds.is_finite() or not 0 <= pounds <= MOST_POUNDS:
        note(problems, "price-wrong", found)
        return None
    return int((pounds * 100).to_integral_value())


def says_free(words: str) -> bool:
    """Whether the words say that it is free, and nothing else."""
    return bool(_FREE.fullmatch(words.strip()))


def fee_words(words: str | None) -> str | None:
    """The sentences of a text that name an amount of money other than nothing."""
    found = [sentence.strip() for sentence in _SENTENCE.split(words or "") if _FEE.search(sentence)]
    return " ".join(found)[:500] or None
