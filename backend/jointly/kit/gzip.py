"""gzip on the wire, with a bound on what a small body may unfold to."""

from isal import isal_zlib

from jointly.kit.errors import Refusal

MAX_INFLATED = 2_000_000
"""Bytes a request body may unfold to."""
WORTH_IT = 1_000
"""A smaller answer is sent as it is."""
_GZIP = 31
_LEVEL = 2
"""As small as level 3 of zlib, in an eighth of its time."""


def inflate(packed: bytes, limit: int = MAX_INFLATED) -> bytes:
    """What a gzip body holds.

    Raises a `Refusal`: 400 when it is cut off, damaged or followed by more, 413 past `limit`.
    """
    member = isal_zlib.decompressobj(_GZIP)
    try:
        plain = member.decompress(packed, limit + 1)
    except isal_zlib.error:
        raise Refusal(400, "bad-gzip") from None
    if len(plain) > limit:
        raise Refusal(413, "too-big")
    if not member.eof or member.unused_data:
        raise Refusal(400, "bad-gzip")
    return plain


def deflate(plain: bytes) -> bytes:
    """`plain` as one gzip member."""
    packer = isal_zlib.compressobj(_LEVEL, isal_zlib.DEFLATED, _GZIP)
    return packer.compress(plain) + packer.flush()
