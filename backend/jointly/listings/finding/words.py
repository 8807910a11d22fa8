"""Words that are typed and words that listings have, made alike; and typing mistakes forgiven.

A typed word is first looked for as it is, as the beginning of words; only one that no listing has at all is replaced by
the words closest to it. So nothing that was typed right ever finds something else.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract

LONGEST = 40
MOST = 6
"""Words of a search that are looked at."""
CLOSE = 5
"""Words that may stand in for one with a typing mistake."""
_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "my", "near", "of", "on", "or", "the", "to", "with")
)


def plain(text: str) -> str:
    """Small letters without accents or punctuation, a space between words and around them all: what is stored."""
    folded = unicodedata.normalize("NFKD", text.casefold().replace("'", "").replace("’", ""))
    return f" {' '.join(_WORD.findall(folded))} "


def typed(text: str) -> list[str]:
    """The words of a search, without the smallest, at most six."""
    words = [word[:LONGEST] for word in plain(text[:200]).split()]
    return [word for word in words if word not in _SMALL][:MOST] or words[:MOST]


def vocabulary_of(texts: Iterable[str]) -> set[str]:
    """Every word of stored texts that can be meant by a typing mistake."""
    return {word[:LONGEST] for text in texts for word in text.split() if len(word) >= 3 and not word.isdigit()}


def mistakes_in(word: str) -> int:
    """How many typing mistakes are forgiven in it: one in words of 4 to 6 letters and two in longer ones."""
    return 0 if len(word) < 4 else 1 if len(word) < 7 else 2


def closest(word: str, known: Sequence[str], counts: Mapping[str, int]) -> list[str]:
    """The known words that may be meant by one with a typing mistake, at most five.

    Letters that changed places are one mistake. Of equally close ones the common first; `counts` tells how many
    listings have each.
    """
    allowed = mistakes_in(word)
    if not allowed:
        return []
    found = extract(word, known, scorer=DamerauLevenshtein.distance, score_cutoff=allowed, limit=40)
    close = sorted(found, key=lambda one: (one[1], -counts[one[0]], one[0]))
    return [each for each, _, _ in close[:CLOSE]]


def beginning(word: str) -> str:
    """What a stored text has in it where a word begins so."""
    return f" {word}"
