"""The facts of an exercise: its levels and doses, where it belongs, and its picture."""

from typing import Annotated, Literal

from pydantic import Field

from jointly.content.figures_models import FigureFacts
from jointly.content.models import Fact, Review, Slug


class Dose(Fact):
    """How much to do. A sided exercise is done this much on each side."""

    sets: Annotated[int, Field(ge=1, le=6)]
    reps: Annotated[int, Field(ge=1, le=30)] | None = Field(default=None, description="Times in each set.")
    hold_seconds: Annotated[int, Field(ge=1, le=120)] | None = Field(default=None, description="How long each hold is.")
    seconds: Annotated[int, Field(ge=10, le=3600)] | None = Field(default=None, description="Length of a timed set.")
    rest_seconds: Annotated[int, Field(ge=0, le=300)] = Field(description="Rest between sets.")
    seconds_a_rep: Annotated[int, Field(ge=1, le=150)] | None = Field(
        default=None, description="One repetition from start to start, its hold included."
    )


class Level(Dose):
    """One rung of the ladder; 1 is the easiest."""

    level: Annotated[int, Field(ge=1, le=9)]


Group = Literal["knee", "hip", "back", "neck", "shoulder", "hand", "foot", "balance", "breath", "aerobic"]


class ExerciseFacts(Fact):
    """exercises/<slug>/exercise.yaml"""

    slug: Slug
    version: Annotated[int, Field(ge=1)] = Field(description="Goes up by 1 with each published change.")
    group: Group = Field(description="What it is for, as the library sorts it.")
    position: Literal["standing", "sitting", "lying", "kneeling"]
    seated: Slug | None = Field(
        description="An exercise that can be done instead, sitting down; null if there is none."
    )
    body_regions: Annotated[tuple[Slug, ...], Field(min_length=1, description="Parts named in body-regions.yaml.")]
    equipment: tuple[Slug, ...] = Field(description="Things named in equipment.en.yaml.")
    sided: bool = Field(description="True when each side is done in turn.")
    kind: Literal["reps", "hold", "timed"]
    levels: Annotated[tuple[Level, ...], Field(max_length=9)]
    gentle: Dose = Field(description="The dose for a bad day: less than Level 1.")
    figure: FigureFacts
    review: Review
