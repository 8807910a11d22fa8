"""Lines of a calendar (RFC 5545): values escaped, and folded at 75 bytes."""

from collections.abc import Iterable
from datetime import UTC, datetime

from jointly.listings.giving_out.plain import line, words

LONGEST = 75
"""Bytes of a line, without its end."""


def text(value: str | None) -> str:
    """A text value. A line feed in it is two letters, so that no value begins a line."""
    found = words(value) or ""
    return found.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def parameter(value: str) -> str:
    """The value of a parameter, in quotes: a quotation mark cannot stand in it (RFC 5545, 3.1)."""
    return f'"{(line(value) or "").replace(chr(34), chr(39))}"'


def utc(at: datetime) -> str:
    """An instant."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def folded(lines: Iterable[str]) -> bytes:
    """The whole calendar. No character is cut in two."""
    return b"".join(part + b"\r\n" for line_ in lines for part in _parts(line_))


def _parts(line_: str) -> list[bytes]:
    parts, part = [], b""
    for letter in line_:
        more = letter.encode()
        if len(part) + len(more) > LONGEST:
            parts.append(part)
            part = b" "
        part += more
    return [*parts, part]
