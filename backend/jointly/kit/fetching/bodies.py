"""The body of an answer, counted piece by piece as it comes and as it unfolds, so that no bomb is ever whole."""

import zlib
from collections.abc import AsyncIterable

from jointly.kit.fetching.answers import Failing

TAKEN = ("gzip", "x-gzip")
_GZIP = 31


class Bad(Exception):
    """The body cannot be used, for this reason."""

    def __init__(self, reason: Failing) -> None:
        super().__init__(reason)
        self.reason = reason


async def read(pieces: AsyncIterable[bytes], *, encoding: str, length: str | None, limit: int) -> bytes:
    """The whole body; raises `Bad`. `encoding` and `length` are the headers Content-Encoding and Content-Length."""
    names = [name for name in map(str.strip, encoding.lower().split(",")) if name not in ("", "identity")]
    if len(names) > 1 or (names and names[0] not in TAKEN):
        raise Bad("encoding")
    if length and length.isascii() and length.isdigit() and (len(length) > 18 or int(length) > limit):
        raise Bad("too-big")
    body, came = bytearray(), 0
    inflater = zlib.decompressobj(_GZIP) if names else None
    async for piece in pieces:
        came += len(piece)
        if came > limit:
            raise Bad("too-big")
        body += _unpacked(inflater, piece, limit + 1 - len(body)) if inflater else piece
        if len(body) > limit:
            raise Bad("too-big")
    if inflater and not inflater.eof:
        raise Bad("cut-off")
    return bytes(body)


def _unpacked(inflater, piece: bytes, most: int) -> bytes:
    """What a piece unfolds to, at most so many bytes of it."""
    try:
        plain = inflater.decompress(piece, most)
    except zlib.error:
        raise Bad("encoding") from None
    if inflater.unused_data:
        raise Bad("encoding")
    return plain
