"""Activities that people can go to: which terms of the OpenActive activity list matter here, and our groups of them."""

from typing import Annotated

from pydantic import Field

from jointly.content.models import Fact, Line, Review, Slug

TermId = Annotated[str, Field(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]


class Activity(Fact):
    """One term of the list: the id after the `#` of its address, and its label there."""

    id: TermId
    label: Line
    group: Slug


class ActivityList(Fact):
    """lists/activities.yaml"""

    scheme: Line = Field(description="The address of the list; an activity's own is this, a # and its id.")
    source: Line
    licence: Line
    attribution: Line = Field(description="What the licence asks for wherever the list is shown.")
    groups: Annotated[tuple[Slug, ...], Field(min_length=1)] = Field(description="Ours, in the order they are shown.")
    activities: Annotated[tuple[Activity, ...], Field(min_length=1)]
    review: Review


class ActivityGroupWords(Fact):
    """lists/activities.<language>.yaml: what each group is called."""

    groups: dict[str, Line]
