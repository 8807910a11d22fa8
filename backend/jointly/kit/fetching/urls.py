"""Which addresses are asked for at all, read by the one parser that also connects: two readings could differ."""

import re
from urllib.parse import urlsplit

import httpx

from jointly.kit.fetching.answers import Refused, Refusing

LONGEST = 8_000
PLAIN = range(0x21, 0x7F)
_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")
"""A name or an address; what httpx would escape in a host is no part of one."""


class Target:
    """One address that may be asked for: `url` is what httpx read, `wire` what is sent as the request's target."""

    def __init__(self, text: str, url: httpx.URL) -> None:
        self.text = text
        self.url = url
        self.host = _host(url)
        self.secure = url.scheme == "https"
        self.wire = _wire(text) or url.raw_path


def target_of(text: str) -> Target | Refused:
    """What to ask for, or why not."""
    url = _parsed(text)
    if isinstance(url, str):
        return Refused(text[:LONGEST], url)
    return Target(text, url)


def joined(target: Target, location: str) -> Target | Refused:
    """Where a redirect from `target` leads; a `location` may be relative."""
    try:
        onward = str(target.url.join(location)) if not location.lower().startswith(("http:", "https:")) else location
    except (httpx.InvalidURL, ValueError):
        return Refused(target.text, "not-an-address")
    return target_of(onward)


def _host(url: httpx.URL) -> str:
    return url.raw_host.decode("ascii").lower().rstrip(".")


def _parsed(text: str) -> httpx.URL | Refusing:
    # A backslash is a slash to some readers, and blanks and line ends vanish for others.
    if (
        not text
        or len(text) > LONGEST
        or "\\" in text
        or any(ord(letter) < 0x21 or letter == "\x7f" for letter in text)
    ):
        return "not-an-address"
    try:
        url = httpx.URL(text)
        port = url.port
    except (httpx.InvalidURL, ValueError):
        return "not-an-address"
    if url.scheme not in ("http", "https"):
        return "scheme"
    if url.userinfo:
        return "password"
    if not _HOST.fullmatch(_host(url)) or (port is not None and not 1 <= port <= 65535):
        return "not-an-address"
    return url


def _wire(text: str) -> bytes | None:
    """Path and query exactly as they were given: the next page of a feed is opaque, and ids hold braces and pluses."""
    if not all(ord(letter) in PLAIN for letter in text):
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    query = f"?{parts.query}" if parts.query or "?" in text.partition("#")[0] else ""
    return f"{parts.path or '/'}{query}".encode("ascii")
