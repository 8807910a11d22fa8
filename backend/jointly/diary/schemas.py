"""Bodies of the entries that this room owns. Pain and effort are whole numbers from 0 to 10 (11-point NRS)."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from jointly.plans.schemas import Level, Slug, ZeroToTen
from jointly.record.schemas import Body

Note = Annotated[str, Meta(min_length=1, max_length=4000)]


class Pain(Body):
    """How bad the pain was (0 none, 10 the worst one can imagine) and where."""

    scope: ClassVar[str] = "pain"

    score: ZeroToTen
    regions: Annotated[list[Slug], Meta(max_length=30)]
    note: Note | None = None


class Exercise(Body):
    """One exercise of a programme: the dose that was meant, how far it went, and how it felt.

    `pain` is the worst during the exercise and `effort` how hard it was; `confident` whether the person felt
    sure how to do it. Each may be left unanswered.
    """

    scope: ClassVar[str] = "exercise"

    programme: Slug
    exercise: Slug
    level: Level
    gentle: bool
    outcome: Literal["done", "part", "skipped"]
    sets: Annotated[int, Meta(ge=0, le=20)]
    pain: ZeroToTen | None
    effort: ZeroToTen | None
    confident: bool | None
    note: Note | None = None


class Settled(Body):
    """Whether what the exercises of day `on` stirred up had settled by the next morning."""

    scope: ClassVar[str] = "exercise"

    on: date
    settled: bool


KINDS: dict[str, type[Body]] = {"pain": Pain, "exercise": Exercise, "settled": Settled}
