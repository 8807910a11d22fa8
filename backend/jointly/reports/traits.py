"""In which categories somebody is counted, from what they say of themselves, as far as they let the service know."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import msgspec

from jointly.reports.figures import CATEGORIES, NOT_KNOWN


class Traits(NamedTuple):
    """The categories of one person, in the order of `figures.PEOPLE`."""

    age: str
    sex: str
    ethnicity: str
    deprivation: str


UNKNOWN = Traits(NOT_KNOWN, NOT_KNOWN, NOT_KNOWN, NOT_KNOWN)


class Said(msgspec.Struct):
    """The part of `record.about.About` that is counted."""

    age_band: str | None = None
    sex: str | None = None
    ethnicity: str | None = None
    postcode: str | None = None


read = msgspec.json.Decoder(Said).decode

_WORDS = {
    "asian": "asian indian pakistani bangladeshi chinese",
    "black": "black african caribbean",
    "mixed": "mixed multiple",
    "white": "white british english welsh scottish irish gypsy traveller roma",
    "other": "arab",
}
_GROUPS = {word: group for group, words in _WORDS.items() for word in words.split()}


def traits_of(said: Said, fifth_of: Callable[[str], str | None]) -> Traits:
    """The categories of what somebody said; `fifth_of` knows how deprived the neighbourhood of a postcode is."""
    return Traits(
        said.age_band if said.age_band in CATEGORIES["age"] else NOT_KNOWN,
        said.sex if said.sex in CATEGORIES["sex"] else NOT_KNOWN,
        group_of(said.ethnicity) if said.ethnicity else NOT_KNOWN,
        (said.postcode and fifth_of(said.postcode)) or NOT_KNOWN,
    )


@lru_cache(maxsize=1024)
def group_of(words: str) -> str:
    """One of the five groups of the census of England and Wales in 2021, for somebody's own words; not known when no
    word of a group is in them, and for words of two groups that do not say they are mixed."""
    said = re.findall(r"[a-z]+", words.lower())
    found = {_GROUPS[word] for word in said if word in _GROUPS}
    if "mixed" in found or (len(found) > 1 and "white" in said and "and" in said):
        return "mixed"
    if "white" not in said and len(found) > 1:
        found.discard("white")  # "Black British" and "British Asian" are no two groups
    return found.pop() if len(found) == 1 else NOT_KNOWN
