"""Bodies of the entries that this room owns."""

from datetime import date
from typing import Annotated, ClassVar, Literal, get_args

import msgspec
from msgspec import Meta

from jointly.record.schemas import Body

# Python's `$` also stands before a last line feed; `(?!\n)` shuts that out in every dialect.
Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$(?!\n)", max_length=40)]
Level = Annotated[int, Meta(ge=1, le=9)]
ZeroToTen = Annotated[int, Meta(ge=0, le=10)]
TimeOfDay = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$(?!\n)")]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Week = Annotated[
    dict[Weekday, Annotated[list[TimeOfDay], Meta(max_length=4)]],
    Meta(extra_json_schema={"propertyNames": {"enum": list(get_args(Weekday))}}),
]

Chosen = Annotated[list[Slug], Meta(min_length=1, max_length=20, extra_json_schema={"uniqueItems": True})]
"""Exercises, each once, in the order in which they are done."""


class Pause(Body):
    """A break from the plan: from a day, until a day or left open."""

    from_: date = msgspec.field(name="from")
    until: date | None

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.from_:
            raise ValueError("the end of a break comes after its start")


class Plan(Body):
    """A person's plan: which programme, since when, and at what times on which days of the week.

    `exercises` are those chosen in place of the programme's own, in the order in which they are done; null or left out:
    the programme's own.
    """

    scope: ClassVar[str] = "exercise"

    programme: Slug
    started_on: date
    days: Week
    paused: Pause | None
    exercises: Chosen | None = None

    def __post_init__(self) -> None:
        if self.exercises is not None and len(set(self.exercises)) < len(self.exercises):
            raise ValueError("an exercise is in the list once")


class LevelChoice(Body):
    """A level that the person (or an advisor) chose for an exercise, and the printed rule they saw, if any."""

    scope: ClassVar[str] = "exercise"

    programme: Slug
    exercise: Slug
    level: Level
    choice: Literal["up", "stay", "down", "set"]
    rule: Slug | None


class BadDay(Body):
    """A day on which the gentler version of the plan is done. It counts as success."""

    scope: ClassVar[str] = "exercise"

    on: date


KINDS: dict[str, type[Body]] = {"plan": Plan, "level": LevelChoice, "bad-day": BadDay}
