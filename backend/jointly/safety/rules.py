"""Which card a yes opens. It looks at that one sign, and at nothing else that was answered."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """The signs of one tier on a card, by their ids."""

    tier: str
    signs: frozenset[str]


@dataclass(frozen=True)
class Card:
    slug: str
    parts: tuple[Part, ...]


def card_for(trigger: str, cards: Iterable[Card]) -> tuple[Card, Part] | None:
    """The card that lists this sign, with the part of it that does; none when no card does. A sign is on one card."""
    for card in cards:
        for part in card.parts:
            if trigger in part.signs:
                return card, part
    return None
