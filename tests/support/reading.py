"""How hard words are to read: Flesch-Kincaid grades, where grade 6 is read at about 11."""

import re

PLAIN_GRADE = 6
LONGEST_SENTENCE = 25
UNWANTED = [r"\byour GP\b", r"!", r"\bESCAPE\b", r"\b\d+%", r"\bquad\w*", r"\bpatient\w*"]
"""What the style guide does not want, as patterns."""


def sentences_of(text: str) -> list[str]:
    """The sentences of a text; what comes before a colon counts as one."""
    return [sentence for sentence in re.split(r"(?<=[.:?])\s+", text) if sentence]


def grade(sentences: list[str]) -> float:
    """The Flesch-Kincaid grade of all of them together."""
    words = [word for sentence in sentences for word in re.findall(r"[a-z]+", sentence.lower())]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def _syllables(word: str) -> int:
    """About how many: groups of vowels, less a silent e at the end."""
    groups = len(re.findall(r"[aeiouy]+", word))
    return max(1, groups - (word.endswith("e") and not word.endswith("le")))
