"""The pack `pathways`: every pathway by its slug, facts and words together; pwa/src/shared/content/pathway-types.ts."""

from collections.abc import Mapping

from pydantic import ConfigDict, Field, RootModel

from jointly.content.blocks import blocks
from jointly.content.pack_shapes import PackList, PackParagraph, Shape
from jointly.content.pathway_models import Contact, Route, Variant
from jointly.content.pathways import Named, Pathway

Blocks = tuple[PackParagraph | PackList, ...]


class PackContact(Shape):
    slug: str
    title: str
    about: Blocks
    due_from_day: int
    due_to_day: int
    measures: tuple[str, ...]
    optional: tuple[str, ...]
    topics: tuple[str, ...]
    goal_review: bool
    refers: tuple[str, ...]
    only_for: tuple[str, ...]


class PackVariant(Shape):
    slug: str
    title: str
    words: Blocks
    measures: tuple[str, ...]
    topics: tuple[str, ...]


class PackRoute(Shape):
    slug: str
    kind: str
    title: str
    words: Blocks


class PackEarlyFinish(Shape):
    """`from` is the contact from which on a pathway may end early."""

    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=True, validate_by_alias=True)

    from_: str = Field(alias="from")
    words: Blocks


class PackPathway(Shape):
    slug: str
    version: int
    title: str
    summary: str
    about: Blocks
    variants: tuple[PackVariant, ...]
    contacts: tuple[PackContact, ...]
    routes: tuple[PackRoute, ...]
    safety: tuple[str, ...]
    early_finish: PackEarlyFinish
    approved: bool


class PathwaysPack(RootModel[dict[str, PackPathway]]):
    pass


def pathways_pack(pathways: Mapping[str, Pathway]) -> PathwaysPack:
    return PathwaysPack({slug: _pathway(pathway) for slug, pathway in pathways.items()})


def _pathway(pathway: Pathway) -> PackPathway:
    facts, words = pathway.facts, pathway.words
    return PackPathway(
        slug=facts.slug,
        version=facts.version,
        title=words.title,
        summary=words.summary,
        about=blocks(words.about),
        variants=tuple(_variant(variant, words.variants[variant.slug]) for variant in facts.variants),
        contacts=tuple(_contact(contact, words.contacts[contact.slug]) for contact in facts.contacts),
        routes=tuple(_route(route, words.routes[route.slug]) for route in facts.routes),
        safety=facts.safety,
        early_finish=PackEarlyFinish(from_=facts.early_finish_from, words=blocks(words.early_finish)),
        approved=facts.review.approved,
    )


def _contact(contact: Contact, named: Named) -> PackContact:
    return PackContact(
        slug=contact.slug,
        title=named.title,
        about=blocks(named.words),
        due_from_day=contact.due_from_day,
        due_to_day=contact.due_to_day,
        measures=contact.measures,
        optional=contact.optional_measures,
        topics=contact.topics,
        goal_review=contact.goal_review,
        refers=contact.refers,
        only_for=contact.only_for,
    )


def _variant(variant: Variant, named: Named) -> PackVariant:
    words = blocks(named.words)
    return PackVariant(
        slug=variant.slug, title=named.title, words=words, measures=variant.measures, topics=variant.topics
    )


def _route(route: Route, named: Named) -> PackRoute:
    return PackRoute(slug=route.slug, kind=route.kind, title=named.title, words=blocks(named.words))
