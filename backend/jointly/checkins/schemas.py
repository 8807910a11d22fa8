"""Bodies of the entries that this room owns. Answers keep the instrument's slug and version, and their own values only:
what a value means stands in the content, so that a total can be counted by hand from what was answered.
"""

from datetime import date
from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec import Meta

from jointly.plans.schemas import Slug
from jointly.record.schemas import Body

Version = Annotated[int, Meta(ge=1, le=9999)]
Item = Annotated[str, Meta(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$(?!\n)", max_length=40)]
Value = (
    Annotated[int, Meta(ge=-100_000, le=100_000)]
    | Annotated[float, Meta(ge=-100_000, le=100_000)]
    | Annotated[str, Meta(min_length=1, max_length=400)]
)
Number = Annotated[float, Meta(ge=-100_000, le=100_000)]


class Ended(Body):
    """When a pathway ended and why: all its contacts were done, `early` and happy, moved on to another, or stopped."""

    on: date
    why: Literal["finished", "early", "moved-on", "stopped"]


class OnPathway(Body):
    """One entry a pathway that somebody is on, changed by correcting it. Its windows are counted from `started_on`.

    `variant` is chosen by staff; `extra` are instruments that an advisor assigned on top of the pathway's own.
    """

    scope: ClassVar[str] = "checkins"

    pathway: Slug
    version: Version
    variant: Slug | None
    started_on: date
    extra: Annotated[list[Slug], Meta(max_length=10)]
    ended: Ended | None

    def __post_init__(self) -> None:
        if self.ended is not None and self.ended.on < self.started_on:
            raise ValueError("a pathway does not end before it starts")


class Answered(Body):
    """The answers to one instrument by the ids of its items; `left` says that it was left, to be finished or not."""

    version: Version
    # The longest instrument that a licence may add has 42 questions.
    values: Annotated[dict[Item, Value], Meta(max_length=60)]
    left: bool


class CheckIn(Body):
    """One contact of a pathway, `open` until it is done; `on` is the day it is counted for.

    `topics` were talked about or read; `refers` are onward routes that were shown or used. `signs`: the printed signs
    of the care cards were gone through to the end; what was answered to them is not kept here. Nobody watches answers
    live.
    """

    scope: ClassVar[str] = "checkins"

    pathway: Slug
    version: Version
    contact: Slug
    with_: Literal["alone", "together", "paper"] = msgspec.field(name="with")
    state: Literal["open", "done"]
    on: date
    answers: Annotated[dict[Slug, Answered], Meta(max_length=20)]
    topics: Annotated[list[Slug], Meta(max_length=40)]
    refers: Annotated[list[Slug], Meta(max_length=20)]
    goal_reviewed: bool
    signs: bool = False


class Score(Body):
    """The result of an instrument that was filled in elsewhere, as staff or paper gave it: never its wording.

    `version` and `licence` (who holds it) are as printed on the form; `group` is the STarT Back group, chosen by staff.
    """

    scope: ClassVar[str] = "checkins"

    instrument: Slug
    version: Annotated[str, Meta(min_length=1, max_length=40)]
    total: Number | None
    subscales: Annotated[dict[Item, Number], Meta(max_length=10)]
    on: date
    group: Literal["low", "medium", "high"] | None
    licence: Annotated[str, Meta(min_length=1, max_length=200)] | None

    def __post_init__(self) -> None:
        if self.total is None and self.group is None and not self.subscales:
            raise ValueError("a score holds a total, a subscale or a group")


KINDS: dict[str, type[Body]] = {"pathway": OnPathway, "check-in": CheckIn, "score": Score}
