"""Facets that OpenActive states in fields of their own. Nothing is read out of running text."""

from collections.abc import Mapping, Sequence
from typing import Any

from jointly.listings.model import Problem
from jointly.listings.reading.facet_words import facet_of
from jointly.listings.reading.places import amenities_of
from jointly.listings.reading.raw import flag, thing


def stated_of(whole: Mapping[str, Any], levels: Sequence[str], problems: list[Problem]) -> dict[str, bool]:
    """Yes or no for each facet that is spoken of.

    The terms of accessibilitySupport say whom it suits ("Hearing impairment"), not what is there (a hearing loop): they
    are kept as topics, and none of them states a facet.
    """
    stated: dict[str, bool] = {}
    for name, has in amenities_of(thing(whole.get("location")), problems).items():
        facet = facet_of(name)
        if facet:
            stated[facet] = has
    wheels = flag(whole.get("beta:isWheelchairAccessible"))
    if wheels is not None:
        stated["step-free"] = wheels
    if any(facet_of(level) == "beginners" for level in levels):
        stated["beginners"] = True
    return stated
