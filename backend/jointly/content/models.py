"""The facts of the content as a physiotherapist writes them in YAML: one model a kind of file.

Facts hold no words for people: those stand beside them in en.md, so that a translation can never change a dose.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400, pattern=r"^[^<>]*$")]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Time = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class Fact(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Review(Fact):
    """Whether a clinician has approved this item. An unapproved item says so wherever it is shown."""

    approved: bool
    by: Line | None
    role: Line | None
    on: date | None
    next_due: date | None
    evidence: tuple[Line, ...] = Field(description="Sources that support this item; empty when there is none.")
    to_check: tuple[Line, ...] = Field(default=(), description="What the clinician is asked to look at first.")


class Ladder(Fact):
    """Where the pain bands lie, 0 to 10, and how many good sessions come before a move up. Never a constant in code.

    Go is 0 to go_max, caution is go_max + 1 to caution_max, stop is the rest.
    """

    preset: Slug
    go_max: Annotated[int, Field(ge=0, le=8)]
    caution_max: Annotated[int, Field(ge=1, le=9)]
    sessions_to_move_up: Annotated[int, Field(ge=2, le=6)]
    by: Line = Field(description="Who chose these numbers last.")
    on: date = Field(description="When they were chosen.")


class GentlePlan(Fact):
    """The shorter list for a bad day."""

    exercises: Annotated[tuple[Slug, ...], Field(min_length=1)]


class ProgrammeFacts(Fact):
    """programmes/<slug>/programme.yaml"""

    slug: Slug
    version: Annotated[int, Field(ge=1)]
    exercises: Annotated[tuple[Slug, ...], Field(min_length=1)]
    days_suggested: Annotated[tuple[Day, ...], Field(min_length=1)]
    times_suggested: Annotated[tuple[Time, ...], Field(min_length=1, max_length=4)]
    gentle: GentlePlan
    ladder: Ladder
    review: Review


class Region(Fact):
    """One place on the body map."""

    slug: Slug
    part: Slug = Field(description="The part of the body it is, whichever side: exercises name these.")
    side: Literal["front", "back", "both"] = Field(description="Which picture of the body it is on.")
    group: Slug


class BodyRegions(Fact):
    """lists/body-regions.yaml"""

    regions: Annotated[tuple[Region, ...], Field(min_length=1)]
    review: Review


class BodyRegionWords(Fact):
    """lists/body-regions.<language>.yaml: what each region and each group is called."""

    groups: dict[str, Line]
    regions: dict[str, Line]


class EquipmentWords(Fact):
    """lists/equipment.<language>.yaml: what each thing to get ready is called."""

    equipment: dict[str, Line]


class PageGaps(Fact):
    """pages/<page>/gaps.<language>.yaml: what each gap of a page says while the service has not filled it in."""

    gaps: dict[str, Line]
