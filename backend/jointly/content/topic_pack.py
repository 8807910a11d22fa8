"""The shape of the pack `topics`: every topic by its slug, in the order of the list."""

from collections.abc import Mapping

from pydantic import RootModel

from jointly.content.blocks import blocks
from jointly.content.pack_shapes import PackSection, Shape
from jointly.content.topic_models import Group
from jointly.content.topics import Topic


class PackTopic(Shape):
    """`order` is where it stands in its group, `summary` what a list shows, `search` what people may type for it."""

    slug: str
    version: int
    order: int
    group: Group
    title: str
    summary: str
    sections: tuple[PackSection, ...]
    search: tuple[str, ...]
    approved: bool


class TopicsPack(RootModel[dict[str, PackTopic]]):
    """Every topic by its slug."""


def topics_pack(topics: Mapping[str, Topic]) -> TopicsPack:
    return TopicsPack({slug: _topic(topic) for slug, topic in topics.items()})


def _topic(topic: Topic) -> PackTopic:
    return PackTopic(
        slug=topic.facts.slug,
        version=topic.facts.version,
        order=topic.facts.order,
        group=topic.facts.group,
        title=topic.title,
        summary=topic.summary,
        sections=tuple(PackSection(heading=part.name, words=blocks(part.words)) for part in topic.sections),
        search=topic.search,
        approved=topic.facts.review.approved,
    )
