"""What is told: words that only the browser can read, and what its push service may know of them."""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal, get_args

Urgency = Literal["very-low", "low", "normal", "high"]
"""RFC 8030, 5.3. Only `high` wakes a phone that sleeps: `normal` was seen to wait for minutes."""

LONGEST_TEXT = 1_900
"""Bytes. Every message is padded to one length just above it; 4,096 encrypted are allowed, but some fail below that."""
SHORTEST_TTL, LONGEST_TTL = timedelta(seconds=1), timedelta(hours=48)
"""0 would be dropped where the phone is off, and some services refuse it."""
_TOPIC = re.compile(r"[A-Za-z0-9_-]{1,32}")


@dataclass(frozen=True, slots=True)
class Message:
    """One message. `text` is JSON, as blanks are added to it; it is for how long worth delivering (`ttl`).

    One with a `topic` (at most 32 letters of base64url) takes the place of an earlier one that was not delivered yet.
    """

    text: bytes = field(repr=False)
    ttl: timedelta
    urgency: Urgency = "normal"
    topic: str | None = None

    def __post_init__(self) -> None:
        """Raises `ValueError` for what no push service would take."""
        if not 0 < len(self.text) <= LONGEST_TEXT:
            raise ValueError(f"a push has 1 to {LONGEST_TEXT} bytes, not {len(self.text)}")
        if not SHORTEST_TTL <= self.ttl <= LONGEST_TTL:
            raise ValueError(f"a push is of use for 1 second to 48 hours, not {self.ttl}")
        if self.urgency not in get_args(Urgency):
            raise ValueError("the urgency of a push is very-low, low, normal or high")
        if self.topic is not None and not _TOPIC.fullmatch(self.topic):
            raise ValueError("the topic of a push has at most 32 letters of base64url")
