"""Words, e-mail addresses and telephone numbers as people wrote them, made fit to show."""

import re
from typing import Any

from jointly.listings.model import Problem
from jointly.listings.reading.markup import plain
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import text, tidy_text

LONGEST_LINE = 200
LONGEST_WORDS = 5_000
LONGEST_KEY = 1_000
_EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9-]{1,63})+)"
)
_PLACEHOLDERS = re.compile(
    r"(?:^|\.)(?:invalid|example|test|localhost|example\.(?:com|org|net|co\.uk))$", re.IGNORECASE
)


def words(value: Any, problems: list[Problem], longest: int = LONGEST_WORDS) -> str | None:
    """A text of several lines; none when there are no words in it."""
    found = text(value)
    if found is None:
        return None
    return _cut(plain(found, problems), longest, problems) or None


def line(value: Any, problems: list[Problem], longest: int = LONGEST_LINE) -> str | None:
    """A text on one line, such as a name."""
    found = text(value)
    if found is None:
        return None
    return _cut(" ".join(plain(found, problems).split()), longest, problems) or None


def key(value: Any) -> str | None:
    """An id as its source wrote it, numbers as their digits. It only ever names: nothing is looked up by it."""
    found = text(value)
    return " ".join(tidy_text(found).split())[:LONGEST_KEY] or None if found else None


def email(value: Any, problems: list[Problem]) -> str | None:
    """An e-mail address that a letter may be sent to."""
    found = text(value)
    if found is None:
        return None
    found = re.sub(r"^mailto:", "", found, flags=re.IGNORECASE)
    read = _EMAIL.fullmatch(found)
    if read is None or len(found) > LONGEST_LINE:
        note(problems, "email-wrong", found)
        return None
    if is_placeholder(read[1]):
        note(problems, "email-placeholder", found)
        return None
    return found


def phone(value: Any, problems: list[Problem]) -> str | None:
    """A telephone number, or the prose in its place: kept as it is, without quotation marks round it."""
    found = line(value, problems)
    return found.strip("\"'“” ") or None if found else None


def is_placeholder(host: str) -> bool:
    """Whether a host is one of those that never are a real one (RFC 2606 and what feeds put in its place)."""
    return bool(_PLACEHOLDERS.search(host.rstrip(".")))


def _cut(found: str, longest: int, problems: list[Problem]) -> str:
    if len(found) <= longest:
        return found
    note(problems, "text-too-long", len(found))
    return found[: longest - 1].rstrip() + "…"
