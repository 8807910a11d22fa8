"""Identifiers: UUIDv7 (RFC 9562), which sort by the time they were made."""

import os
import time
from uuid import UUID


def uuid7(milliseconds: int | None = None) -> UUID:
    """A new UUIDv7 of now, or of the given Unix time in milliseconds."""
    at = time.time_ns() // 1_000_000 if milliseconds is None else milliseconds
    rest = int.from_bytes(os.urandom(10), "big")
    return UUID(int=(at << 80) | (7 << 76) | ((rest >> 64 & 0xFFF) << 64) | (2 << 62) | (rest & 0x3FFF_FFFF_FFFF_FFFF))
