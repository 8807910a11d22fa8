"""The facts of a pathway: which contacts it has, when each is due, and what belongs to each.

Nothing here looks at an answer: what a contact shows, it shows to everybody who is on it.
"""

from typing import Annotated, Literal

from pydantic import Field

from jointly.content.models import Fact, Review, Slug

RouteKind = Literal[
    "talking-therapies", "leisure", "gp", "physiotherapist", "pharmacist", "link-worker", "work", "benefits"
]
DayNumber = Annotated[int, Field(ge=0, le=1100)]


class Contact(Fact):
    """One meeting or check-in, due from one day to another. Days are counted from the day the pathway started, 0."""

    slug: Slug
    due_from_day: DayNumber
    due_to_day: DayNumber = Field(description="The last day on which it is due; from the next day on it is overdue.")
    measures: tuple[Slug, ...] = Field(description="Instruments, in the order in which they are asked.")
    optional_measures: tuple[Slug, ...] = Field(default=(), description="Instruments that are offered.")
    topics: tuple[Slug, ...] = Field(default=(), description="Topics to talk about or read.")
    goal_review: bool = Field(description="True when the goal and the plan are made, or looked at again.")
    refers: tuple[Slug, ...] = Field(default=(), description="Routes shown to everybody, whatever their answers.")
    only_for: tuple[Slug, ...] = Field(default=(), description="Variants that have this contact; empty means all.")


class Variant(Fact):
    """What staff choose between. Its measures and topics come on top of those of each contact."""

    slug: Slug
    measures: tuple[Slug, ...] = ()
    topics: tuple[Slug, ...] = ()


class Route(Fact):
    """A way on to other help."""

    slug: Slug
    kind: Literal[
        "talking-therapies",
        "leisure",
        "gp",
        "physiotherapist",
        "pharmacist",
        "link-worker",
        "work",
        "benefits",
        "weight",
    ]


class PathwayFacts(Fact):
    """pathways/<slug>/pathway.yaml"""

    slug: Slug
    version: Annotated[int, Field(ge=1)] = Field(description="Goes up by 1 with each published change.")
    variants: tuple[Variant, ...] = ()
    contacts: Annotated[tuple[Contact, ...], Field(min_length=1, description="In the order in which they are due.")]
    routes: tuple[Route, ...] = ()
    safety: tuple[Slug, ...] = Field(
        default=(), description="Care cards whose signs are asked about as each contact begins, the most urgent first."
    )
    early_finish_from: Slug = Field(description="The contact from which on somebody may end it early, and happy.")
    review: Review
