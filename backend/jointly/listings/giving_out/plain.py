"""Words and links as they may leave: whatever got into a listing, nothing of it is markup where it arrives.

Publishers cannot write any of this (see `publishing.schemas`); what gives out does not rely on it.
"""

import html
import re

_NO_TEXT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_LINK = re.compile(r"https?://[^\s\x00-\x20\x7f<>\"'\\^`{|}]+")
_MAIL = re.compile(r"[^\s@<>\"(),:;\[\]\\\x00-\x1f]+@[^\s@<>\"(),:;\[\]\\\x00-\x1f]+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_DEEPEST = 3
"""So often something may have been escaped that was escaped already."""
_ANGLES = str.maketrans("<>", "‹›")


def words(text: str | None) -> str | None:
    """Text of several lines without control characters and without a tag; none when nothing is left."""
    if text is None:
        return None
    found = _NO_TEXT.sub("", re.sub("\r\n?", "\n", text).replace("\t", " "))
    for _ in range(_DEEPEST):
        found = _ENTITY.sub(lambda entity: html.unescape(entity[0]), found)
    return _NO_TEXT.sub("", found).translate(_ANGLES).strip() or None


def line(text: str | None) -> str | None:
    """The same on one line."""
    found = words(text)
    return " ".join(found.split()) if found else None


def link(address: str | None) -> str | None:
    """The address of a web page, or none."""
    return address if address and _LINK.fullmatch(address) else None


def mail(address: str | None) -> str | None:
    """An e-mail address, or none."""
    return address if address and _MAIL.fullmatch(address) else None
