"""The one place that asks what time it is, so that tests and later rules can hand in their own."""

from datetime import UTC, datetime
from functools import lru_cache


def now() -> datetime:
    """This instant, aware, in UTC."""
    return datetime.now(UTC)


@lru_cache(maxsize=256)
def rfc3339(instant: datetime) -> str:
    """An instant as the wire writes it: UTC, whole seconds, ``2026-11-21T08:00:00Z``."""
    return instant.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
