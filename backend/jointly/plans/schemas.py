"""Bodies of the entries that this room owns."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Level = Annotated[int, Field(ge=1, le=9)]
TimeOfDay = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class Body(BaseModel):
    """What one kind of entry says. Unknown fields are refused, and so is a value of another type ("3" is no 3)."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Pause(Body):
    """A break from the plan: from a day, until a day or left open."""

    from_: date = Field(alias="from")
    until: date | None

    @model_validator(mode="after")
    def _in_order(self) -> "Pause":
        if self.until is not None and self.until < self.from_:
            raise ValueError("the end of a break comes after its start")
        return self


class Plan(Body):
    """A person's plan: which programme, since when, and at what times on which days of the week."""

    programme: Slug
    started_on: date
    days: dict[Weekday, Annotated[list[TimeOfDay], Field(max_length=4)]]
    paused: Pause | None


class LevelChoice(Body):
    """A level that the person (or an advisor) chose for an exercise, and the printed rule they saw, if any."""

    programme: Slug
    exercise: Slug
    level: Level
    choice: Literal["up", "stay", "down", "set"]
    rule: Slug | None


class BadDay(Body):
    """A day on which the gentler version of the plan is done. It counts as success."""

    on: date


KINDS: dict[str, type[Body]] = {"plan": Plan, "level": LevelChoice, "bad-day": BadDay}
