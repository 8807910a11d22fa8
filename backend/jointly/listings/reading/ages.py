"""For which ages it is: whole years, none where nothing is said. -1 and 0 to 0 are how feeds write nothing."""

import re
from typing import Any

from jointly.listings.model import Problem
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import number, text, thing

OLDEST = 120

Ages = tuple[int | None, int | None]
"""The youngest and the oldest who may come."""


def age_range(value: Any, problems: list[Problem]) -> Ages:
    """OpenActive's ageRange: an object, or the text that some write: `18`, `18+`, `16-25`."""
    given = thing(value)
    if given:
        return ages(given.get("minValue"), given.get("maxValue"), problems)
    found = text(value)
    if found is None:
        return None, None
    note(problems, "age-is-text", found)
    read = re.fullmatch(
        r"(\d{1,3})\s*(?:(\+|plus|and over)|(?:-|–|to)\s*(\d{1,3}))?(?:\s*(?:yrs|years?))?\.?", found, re.IGNORECASE
    )
    if read is None:
        note(problems, "age-wrong", found)
        return None, None
    return ages(read[1], read[3], problems)


def ages(least: Any, most: Any, problems: list[Problem]) -> Ages:
    """Two ends, each of which may be missing. A range that nobody is in is left out, and told."""
    youngest, oldest = _age(least, problems), _age(most, problems)
    if oldest == 0:
        oldest = None
    if youngest is not None and oldest is not None and youngest > oldest:
        note(problems, "age-wrong", f"{least} to {most}")
        return None, None
    return youngest or None, oldest


def _age(value: Any, problems: list[Problem]) -> int | None:
    years = number(value)
    if years is None or years == -1:
        return None
    if not 0 <= years <= OLDEST:
        note(problems, "age-wrong", value)
        return None
    return int(years)
