"""The facts of care cards and of the numbers that they show: one model a kind of file."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from jointly.content.models import Fact, Line, Review, Slug

Tier = Literal["emergency", "urgent", "non-urgent"]
"""The levels of NHS care cards, the most urgent first."""
Nation = Literal["england", "wales", "scotland", "northern-ireland"]
Phone = Annotated[str, StringConstraints(pattern=r"^[0-9]+( [0-9]+)*$", max_length=24)]
Id = Annotated[str, Field(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]


class Trigger(Fact):
    """A sign to which somebody may say yes. Its id belongs to one card alone."""

    id: Slug


class Sooner(Fact):
    """Signs of the same card that cannot wait as long as the others."""

    tier: Tier
    triggers: Annotated[tuple[Trigger, ...], Field(min_length=1)]
    numbers: tuple[Slug, ...] = Field(description="Numbers named in helplines.yaml, in the order in which they stand.")


class CardFacts(Fact):
    """safety/<slug>/card.yaml"""

    slug: Slug
    version: Annotated[int, Field(ge=1)] = Field(description="Goes up by 1 with each published change.")
    tier: Tier
    order: Annotated[int, Field(ge=1)] = Field(description="Where it stands among the cards of its tier.")
    triggers: Annotated[tuple[Trigger, ...], Field(min_length=1, max_length=20)]
    numbers: tuple[Slug, ...] = Field(description="Numbers named in helplines.yaml, in the order in which they stand.")
    sooner: Sooner | None = None
    review: Review


class HelpNumber(Fact):
    """A number to call or text; `where` is empty when it is for all of the UK."""

    slug: Slug
    for_: Literal["emergency", "urgent", "crisis", "listening"] = Field(alias="for")
    where: tuple[Nation, ...]
    way: Literal["call", "text", "other"]
    number: Phone | None
    top: bool = Field(default=False, description="Whether it stands on top of the list of cards.")


class HelpNumbers(Fact):
    """lists/helplines.yaml"""

    numbers: Annotated[tuple[HelpNumber, ...], Field(min_length=1)]
    review: Review


class NumberWords(Fact):
    name: Line
    words: Line


class HelpNumberWords(Fact):
    """lists/helplines.<language>.yaml: whose each number is, and what for."""

    numbers: dict[str, NumberWords]


class Opened(Fact):
    """The card that opens, and the tier of the part of it that lists the sign."""

    card: Slug
    tier: Tier


class CardCase(Fact):
    """A yes to `trigger`, with whatever else was answered yes (`also`), opens `expect`."""

    id: Id
    says: Line
    trigger: Slug
    also: tuple[Slug, ...]
    expect: Opened


class CardCases(Fact):
    """safety/<slug>/cases.yaml"""

    cases: Annotated[tuple[CardCase, ...], Field(min_length=1)]
