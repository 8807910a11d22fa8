"""What names one date of a series for good: the start it was planned for, even when it is moved."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import unquote
from uuid import UUID, uuid5

from jointly.listings.model import Schedule

PLACEHOLDER = "{startDate}"
_PLAIN = len("2026-11-24T10:30:00Z")
_ESCAPED = len("2026-11-24T10%3A30%3A00Z")


def occurrence_id(service: UUID, original_start: datetime) -> UUID:
    """The id of a date: the same from each reading of the same source."""
    return uuid5(service, original_start.astimezone(UTC).isoformat())


def named_start(key: str, schedules: Iterable[Schedule]) -> datetime | None:
    """The start that `key` (an `@id`) names by a schedule's `id_template`, or none.

    In the template `{startDate}` stands for the UTC start, `YYYY-MM-DDThh:mm:ssZ`; its colons may be escaped, as a URI
    template (RFC 6570) has it. Such a date replaces the generated one of that start, wherever it was moved to.
    """
    for schedule in schedules:
        before, found, _ = (schedule.id_template or "").partition(PLACEHOLDER)
        if not found or not key.startswith(before):
            continue
        for length in (_PLAIN, _ESCAPED):
            words = key[len(before) : len(before) + length]
            start = _utc(unquote(words))
            if start and schedule.id_template.replace(PLACEHOLDER, words) == key:
                return start
    return None


def _utc(text: str) -> datetime | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z", text):
        return None
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
