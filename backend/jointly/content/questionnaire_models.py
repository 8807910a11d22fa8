"""The facts of a questionnaire: what is asked, how it is scored, and what is printed beside a score.

Facts hold no wording, so that a translation can never change a score, and so that an instrument whose owner licenses
its wording can be recorded without it.
"""

from typing import Annotated, Literal

from pydantic import Field

from jointly.content.models import Fact, Line, Review, Slug

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*([-_][a-z0-9]+)*$", max_length=40)]
Number = int | float
How = Literal["sum", "mean", "value", "minutes", "stands", "best-100", "entered"]


class Item(Fact):
    """One question. Its words, and those of its options, stand in en.yaml under the same id."""

    id: Id
    kind: Literal["choice", "scale", "number", "text"] = Field(description="A scale runs from 0 to 10.")
    options: Id | None = Field(default=None, description="Of a choice: which set of options it has.")
    min: Number | None = Field(default=None, description="Of a number: the least that is taken.")
    max: Number | None = Field(default=None, description="Of a number: the most that is taken; of a text: characters.")
    decimals: Annotated[int, Field(ge=0, le=1)] = 0
    optional: bool = Field(default=False, description="True when nothing is missing without an answer.")
    only_if: Id | None = Field(default=None, description="Asked only when the answer to that item is more than 0.")
    about: Id | None = Field(default=None, description="The item with the person's own words that this one rates.")


class Band(Fact):
    """Scores from one whole number to another. It is printed as a range, never as what somebody has."""

    from_: int = Field(alias="from")
    to: int


class Change(Fact):
    """How much a score has to differ from the first before people notice it, or before it is more than chance."""

    amount: Annotated[Number, Field(gt=0)]
    kind: Literal["points", "percent"] = Field(description="Percent is of the first score.")
    or_percent: Annotated[Number, Field(gt=0)] | None = Field(
        default=None, description="Of the first score: this much is enough too."
    )
    source: Line


class Score(Fact):
    """One number made of answers.

    sum: added. mean: added and divided by how many. value: one answer. minutes: days × minutes, each pair times its
    number. stands: the first item, or 0 when the second (arms used) is more than 0. best-100: 100 - mean × 25, for
    answers 0 to 4. entered: worked out elsewhere, as its owner says.
    """

    id: Id
    how: How
    items: tuple[Id, ...] = ()
    times: tuple[int, ...] = Field(default=(), description="Of minutes: what each pair of days and minutes counts.")
    at_least: Annotated[int, Field(ge=1)] | None = Field(
        default=None, description="Of a mean: how many answers are enough; without it every item is needed."
    )
    count_from: dict[Id, int] = Field(
        default={}, description="Of a sum: items that add 1 from this answer on, and 0 below it."
    )
    min: Number
    max: Number | None = Field(description="Null when no source that we know confirms it.")
    decimals: Annotated[int, Field(ge=0, le=1)] = 0
    better: Literal["high", "low"] | None
    bands: tuple[Band, ...] = ()
    change: Change | None = None
    change_more: Change | None = Field(
        default=None, description="A larger change for the better that has its own name."
    )


class Opens(Fact):
    """An answer that is a yes to a sign printed on a care card, and so opens it, whatever else was answered."""

    item: Id
    from_: int = Field(alias="from", description="This answer and every higher one.")
    card: Slug
    sign: Slug = Field(description="The sign of that card which this answer says yes to.")


class NormRow(Fact):
    """The average range at some ages, in years, for women and for men."""

    from_: int = Field(alias="from")
    to: int
    women: Annotated[tuple[int, ...], Field(min_length=2, max_length=2)]
    men: Annotated[tuple[int, ...], Field(min_length=2, max_length=2)]


class Norms(Fact):
    """A printed table of average ranges. Without an age and a sex that it has there is no norm."""

    score: Id
    age: Id
    sex: Id
    women: int = Field(description="The answer to the item `sex` that the women's column is for.")
    men: int
    source: Line
    rows: Annotated[tuple[NormRow, ...], Field(min_length=1)]


class QuestionnaireFacts(Fact):
    """questionnaires/<slug>/v1/questionnaire.yaml"""

    slug: Slug
    version: Annotated[int, Field(ge=1)] = Field(description="The number of its folder: new scoring is a new folder.")
    shipped: Literal["wording", "score-only"]
    assigned_only: bool = Field(description="True when only an advisor puts it into somebody's check-ins.")
    holder: Line | None = Field(description="Who holds the rights; null when the words are our own.")
    source: Line = Field(description="Shown under the result.")
    options: dict[Id, Annotated[tuple[int, ...], Field(min_length=2)]] = Field(
        default={}, description="Sets of options: the number that each answer counts."
    )
    items: tuple[Item, ...] = ()
    scores: Annotated[tuple[Score, ...], Field(min_length=1)]
    opens: tuple[Opens, ...] = ()
    norms: Norms | None = None
    groups: tuple[Slug, ...] = Field(default=(), description="Groups that staff choose from.")
    review: Review
