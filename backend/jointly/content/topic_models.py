"""The facts of topics."""

from typing import Annotated, Literal

from pydantic import Field

from jointly.content.models import Fact, Review, Slug

Group = Literal["moving", "daily-life", "mind", "work"]


class TopicFacts(Fact):
    """topics/<slug>/topic.yaml"""

    slug: Slug
    version: Annotated[int, Field(ge=1)] = Field(description="Goes up by 1 with each published change.")
    order: Annotated[int, Field(ge=1)] = Field(description="Where it stands in its group.")
    group: Group = Field(description="The heading it stands under in the list.")
    review: Review
