"""The shape of the packs that phones keep: facts and English words together, ready to show.

No defaults, so that the types made from these for the phone know that every field is there.
"""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PackParagraph(Shape):
    type: Literal["paragraph"]
    text: str


class PackList(Shape):
    type: Literal["bullets", "numbers"]
    items: tuple[str, ...]


class PackDose(Shape):
    """How much to do, on each side when sided.

    `seconds_a_rep` is one repetition from start to start, its hold included; of a timed exercise, the whole set.
    """

    words: str
    sets: int
    reps: int | None
    hold_seconds: int | None
    seconds: int | None
    rest_seconds: int
    seconds_a_rep: int


class PackLevel(PackDose):
    level: int


class PackExercise(Shape):
    slug: str
    title: str
    purpose: str
    steps: tuple[str, ...]
    care: tuple[str, ...]
    position: Literal["standing", "sitting", "lying", "kneeling"]
    kind: Literal["reps", "hold", "timed"]
    sided: bool
    equipment: tuple[str, ...]
    levels: tuple[PackLevel, ...]
    gentle: PackDose
    approved: bool


class PackRules(Shape):
    """The ladder's rules as printed words. The person chooses; the rules only say what each choice is for."""

    up: tuple[PackParagraph | PackList, ...]
    stay: tuple[PackParagraph | PackList, ...]
    down: tuple[PackParagraph | PackList, ...]


class PackLadder(Shape):
    preset: str
    go_max: int
    caution_max: int
    sessions_to_move_up: int
    by: str
    on: date
    rules: PackRules


class PackGentle(Shape):
    exercises: tuple[str, ...]
    note: str


class ProgrammePack(Shape):
    slug: str
    version: int
    title: str
    about: tuple[PackParagraph | PackList, ...]
    approved: bool
    ladder: PackLadder
    stop: tuple[str, ...]
    stop_advice: str
    days_suggested: tuple[str, ...]
    times_suggested: tuple[str, ...]
    gentle: PackGentle
    exercises: tuple[PackExercise, ...]


class PackRegion(Shape):
    """One place on the body map; `group` is the heading it stands under in the list."""

    slug: str
    name: str
    side: Literal["front", "back", "both"]
    group: str


class ListsPack(Shape):
    regions: tuple[PackRegion, ...]


class PackSection(Shape):
    """A heading and what stands under it; its texts may have gaps such as {controller}."""

    heading: str
    words: tuple[PackParagraph | PackList, ...]


class PackPage(Shape):
    """A page that the service completes. `missing` says what stands in a gap that it has not filled in."""

    title: str
    sections: tuple[PackSection, ...]
    missing: dict[str, str]


class PagesPack(Shape):
    privacy: PackPage
    accessibility: PackPage
