"""Addresses of pages and pictures: only those of public web servers, so that none can run or reach inwards."""

import re
from ipaddress import ip_address
from typing import Any
from urllib.parse import quote, urlsplit

from jointly.listings.model import Problem
from jointly.listings.reading.cleaning import is_placeholder
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import text, things

LONGEST = 1_500
_BARE = re.compile(r"(?:www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#]\S*)?", re.IGNORECASE)
_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{0,61}[^\W_]", re.IGNORECASE)
_INWARD = re.compile(r"\.(?:local|localhost|internal|intranet|lan|home|corp|onion|arpa)$", re.IGNORECASE)
_NO_PICTURE = re.compile(r"\.(?:svgz?|html?|js|pdf|xml)$", re.IGNORECASE)


def link(value: Any, problems: list[Problem]) -> str | None:
    """The address of a web page, or none: http or https, a public host name, nobody's password in it."""
    found = text(value)
    if found is None:
        return None
    if _BARE.fullmatch(found):
        note(problems, "url-without-scheme", found)
        found = f"https://{found}"
    host = _host(found)
    if host is None:
        note(problems, "url-wrong", found)
        return None
    if is_placeholder(host):
        note(problems, "url-placeholder", found)
        return None
    # Quotes, brackets of tags and the like have no meaning in an address, and one in what it is written into.
    return re.sub(r"[\"<>\\^`{|}']", lambda odd: quote(odd[0], safe=""), found)


def picture(value: Any, problems: list[Problem]) -> str | None:
    """The address of the first picture: a text, an object with a `url`, or a list of them."""
    for found in (text(value), *(text(thing.get("url")) for thing in things(value))):
        if found is None:
            continue
        if _NO_PICTURE.search(found.partition("?")[0]) or not found.lower().startswith(("http://", "https://")):
            note(problems, "picture-not-used", found)
            continue
        return link(found, problems)
    return None


def _host(found: str) -> str | None:
    """The host that an address leads to, when it may be shown."""
    if len(found) > LONGEST or re.search(r"[\s\\]", found):
        return None
    try:
        parts = urlsplit(found)
        port, host = parts.port, parts.hostname
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or "@" in parts.netloc or not host or port == 0:
        return None
    return host if _is_public(host.rstrip(".")) else None


def _is_public(host: str) -> bool:
    try:
        return ip_address(host).is_global
    except ValueError:
        return bool(_HOST.fullmatch(host)) and not _INWARD.search(host)
