"""The shape of the pack `safety`: every care card and number, ready to show without a connection."""

from typing import Literal

from jointly.content.blocks import blocks
from jointly.content.card_words import PartWords
from jointly.content.pack_shapes import PackList, PackParagraph, Shape
from jointly.content.safety import Card, Safety
from jointly.content.safety_models import Nation, Tier


class PackSign(Shape):
    id: str
    words: str


class PackPart(Shape):
    """One printed card: `heading` ends in "if:", `action` is the same without it, `lead` goes before the signs."""

    tier: Tier
    heading: str
    action: str
    lead: str | None
    signs: tuple[PackSign, ...]
    advice: tuple[PackParagraph | PackList, ...]
    numbers: tuple[str, ...]


class PackCard(Shape):
    """A care card of 1 or 2 parts, the one that cannot wait first. `tier` is where it stands in the list."""

    slug: str
    version: int
    tier: Tier
    title: str
    parts: tuple[PackPart, ...]
    approved: bool


class PackNumber(Shape):
    """A number to call or text; `where` is empty when it is for all of the UK. `top`: first on the list of cards."""

    slug: str
    purpose: Literal["emergency", "urgent", "crisis", "listening"]
    where: tuple[Nation, ...]
    way: Literal["call", "text", "other"]
    number: str | None
    top: bool
    name: str
    words: str


class SafetyPack(Shape):
    """Cards, the most urgent tier first, and numbers in the order of their list."""

    cards: tuple[PackCard, ...]
    numbers: tuple[PackNumber, ...]


def safety_pack(safety: Safety) -> SafetyPack:
    numbers = tuple(
        PackNumber(
            slug=slug,
            purpose=fact.for_,
            where=fact.where,
            way=fact.way,
            number=fact.number,
            top=fact.top,
            **words.model_dump(),
        )
        for slug, (fact, words) in safety.numbers.items()
    )
    return SafetyPack(cards=tuple(map(_card, safety.cards)), numbers=numbers)


def _card(card: Card) -> PackCard:
    facts, words = card.facts, card.words
    parts = [_part(facts.tier, words.part, facts.numbers)]
    if facts.sooner and words.sooner:
        parts.insert(0, _part(facts.sooner.tier, words.sooner, facts.sooner.numbers))
    return PackCard(
        slug=facts.slug,
        version=facts.version,
        tier=facts.tier,
        title=words.title,
        parts=tuple(parts),
        approved=facts.review.approved,
    )


def _part(tier: Tier, words: PartWords, numbers: tuple[str, ...]) -> PackPart:
    signs = tuple(PackSign(id=id, words=said) for id, said in words.signs.items())
    return PackPart(
        tier=tier,
        heading=words.heading,
        action=words.action,
        lead=words.lead,
        signs=signs,
        advice=blocks(words.advice),
        numbers=numbers,
    )
