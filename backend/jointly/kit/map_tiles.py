"""Where the pictures of a map come from: one source that the operator named, and no other."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from jointly.kit.errors import UnsafeSetting
from jointly.kit.own_machine import is_own_machine

PARTS = ("{z}", "{x}", "{y}")
"""Zoom, column and row of a picture, as the tile servers of the web count them."""
LONGEST_ATTRIBUTION = 200


@dataclass(frozen=True, slots=True)
class MapTiles:
    """An address with `{z}`, `{x}` and `{y}` in its path or query, and whom to name beside the map, in plain text."""

    address: str
    attribution: str

    @property
    def origin(self) -> str:
        """The one origin that pictures may be fetched from, as a content-security policy names it."""
        scheme, host, *_ = urlsplit(self.address)
        return f"{scheme}://{host.lower()}"


def map_tiles(address: str, attribution: str) -> MapTiles | None:
    """The source of two settings; none when both are empty. Raises `UnsafeSetting`, naming the one that is wrong."""
    if not address:
        if attribution:
            raise UnsafeSetting("JOINTLY_MAP_ATTRIBUTION goes with JOINTLY_MAP_TILES: set both or neither.")
        return None
    if not _is_safe(address):
        raise UnsafeSetting(
            "JOINTLY_MAP_TILES must look like https://tiles.example/{z}/{x}/{y}.png: {z}, {x} and {y} once each, after "
            "the host, and nothing else in braces."
        )
    if not attribution:
        raise UnsafeSetting("JOINTLY_MAP_ATTRIBUTION must be set too: people have to be told whose map it is.")
    if len(attribution) > LONGEST_ATTRIBUTION or not attribution.isprintable():
        raise UnsafeSetting(f"JOINTLY_MAP_ATTRIBUTION must be one line of {LONGEST_ATTRIBUTION} characters at most.")
    return MapTiles(address, attribution)


def _is_safe(address: str) -> bool:
    # The host goes into the content-security policy: nothing may stand in it that means something there.
    if not re.fullmatch(r"https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?/[^\s\"'<>\\^`|#]*", address):
        return False
    parts = urlsplit(address)
    if parts.scheme == "http" and not is_own_machine(parts.hostname or ""):
        return False
    after = f"{parts.path}?{parts.query}"
    left = after
    for part in PARTS:
        left = left.replace(part, "", 1)
    return all(part in after for part in PARTS) and not set(left) & set("{}")
