"""What was looked for, on the wire."""

from datetime import date
from typing import Literal

from jointly.people.schemas import Wire

Told = int | Literal["*"]
"""A count, rounded; `*` for too few to tell."""


class LookedForRow(Wire):
    """Of one sort of thing: how many wishes, and for how many of them there was no place; none where that is not told.

    `group` is one of `facets.GROUPS`, or `other`.
    """

    group: str
    wishes: Told
    no_place: Told | None


class LookedForNear(Wire):
    """One square of the country with places of the group, by their names: in all, and by the sort of thing."""

    places: list[str]
    wishes: Told
    no_place: Told | None
    rows: list[LookedForRow]


class LookedFor(Wire):
    """The last quarter that is counted, by its first and last day. `service` is whose people they are; `near` are the
    squares that the group's places are in, those with most of them first, and none without a place that is known."""

    service: str
    first_on: date
    last_on: date
    near: list[LookedForNear]
