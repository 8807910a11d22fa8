"""What pathways, contacts, instruments and topics are called, from the packs that phones have (pwa/src/page/named.ts).

The slug stands for what the content does not have any more, or not in the version that was answered.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import msgspec

from jointly.content import Content, Pack

Body = Mapping[str, Any]


class Names:
    """The names in one content."""

    def __init__(self, content: Content) -> None:
        self._pathways, self._measures, self._topics = (
            _read(content.packs.get(name)) for name in ("pathways", "questionnaires", "topics")
        )
        self._cards = {card["slug"]: card for card in _read(content.packs["safety"])["cards"]}

    def pathway(self, slug: str) -> str:
        return self._pathways.get(slug, {}).get("title", slug)

    def part(self, pathway: str, part: str, slug: str) -> str:
        """A contact, variant or route of a pathway; `part` is what the pack calls them."""
        known = self._pathways.get(pathway, {}).get(part, ())
        return next((each["title"] for each in known if each["slug"] == slug), slug)

    def measure(self, slug: str) -> str:
        return self._measures.get(slug, {}).get("title", slug)

    def topic(self, slug: str) -> str:
        return self._topics.get(slug, {}).get("title", slug)

    def card(self, slug: str) -> str:
        return self._cards.get(slug, {}).get("title", slug)

    def sign(self, card: str, id: str) -> str:
        """A sign of a care card, as it is printed there."""
        parts = self._cards.get(card, {}).get("parts", ())
        return next((sign["words"] for part in parts for sign in part["signs"] if sign["id"] == id), id)

    def score(self, measure: str, id: str) -> str:
        """What a part of a score is called: as the instrument says, or else as it was entered."""
        scores = self._measures.get(measure, {}).get("scores", ())
        return next((each["words"] for each in scores if each["id"] == id), id)

    def answers(self, measure: str, answered: Body) -> Iterator[tuple[str, str]]:
        """What was asked, and each answer as it was offered; numbers and words that were typed in stand as they are.

        Something rated in somebody's own words is said in those. Only the version that was answered is asked.
        """
        newest, values = self._measures.get(measure), answered["values"]
        versions = [newest, *newest["earlier"]] if newest else []
        known = next((each["items"] for each in versions if each["version"] == answered["version"]), ())
        items = {item["id"]: item for item in known}
        rated = {item["about"] for id, item in items.items() if id in values}
        for id, value in values.items():
            item = items.get(id, {})
            options = {option["value"]: option["words"] for option in item.get("options") or ()}
            if id not in rated:
                yield values.get(item.get("about"), item.get("words", id)), options.get(value, str(value))


@lru_cache(maxsize=16)
def _read(pack: Pack | None) -> Mapping[str, Any]:
    return msgspec.json.decode(pack.body) if pack else {}
