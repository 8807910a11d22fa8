"""What is known of the feed that something came from, before looking at it."""

from typing import NamedTuple
from uuid import UUID

from jointly.listings.model import Kind


class FeedFacts(NamedTuple):
    """`dataset` is what ids of items are unique in. `publisher` runs what names no organisation of its own."""

    dataset: UUID
    publisher: str
    publisher_url: str | None = None
    licence: str | None = None
    kind: Kind = "activity"
