"""As much of Protocol Buffers as Chromium's push connection needs: numbers, eight bytes, and bytes."""

from asyncio import StreamReader
from collections import defaultdict
from collections.abc import Mapping

NUMBER, EIGHT, BYTES, FOUR = 0, 1, 2, 5
_FIXED = {EIGHT: 8, FOUR: 4}


def varint(number: int) -> bytes:
    """Seven bits a byte, the lowest first; the top bit says that there is more."""
    said = bytearray()
    while number > 127:
        said.append(number & 127 | 128)
        number >>= 7
    return bytes([*said, number])


def number(field: int, value: int) -> bytes:
    """A field with a number."""
    return varint(field << 3 | NUMBER) + varint(value)


def eight(field: int, value: int) -> bytes:
    """A field with a number of always eight bytes."""
    return varint(field << 3 | EIGHT) + value.to_bytes(8, "little")


def some(field: int, value: bytes | str) -> bytes:
    """A field with bytes, a text or another message."""
    raw = value.encode() if isinstance(value, str) else value
    return varint(field << 3 | BYTES) + varint(len(raw)) + raw


def fields(message: bytes) -> Mapping[int, list[int | bytes]]:
    """What a message holds, by number of field; a field that is not there is an empty list."""
    found: dict[int, list[int | bytes]] = defaultdict(list)
    at = 0
    while at < len(message):
        tag, at = _varint_at(message, at)
        value: int | bytes
        if tag & 7 == NUMBER:
            value, at = _varint_at(message, at)
        elif tag & 7 in _FIXED:
            end = at + _FIXED[tag & 7]
            value, at = int.from_bytes(message[at:end], "little"), end
        elif tag & 7 == BYTES:
            size, at = _varint_at(message, at)
            value, at = message[at : at + size], at + size
        else:
            raise ValueError(f"no such kind of field: {tag & 7}")
        found[tag >> 3].append(value)
    return found


async def read_varint(reader: StreamReader) -> int:
    """The number that comes next."""
    said = b""
    while not said or said[-1] > 127:
        said += await reader.readexactly(1)
    return _varint_at(said, 0)[0]


def _varint_at(message: bytes, at: int) -> tuple[int, int]:
    """The number at this place, and the place behind it."""
    value = shift = 0
    while True:
        value |= (message[at] & 127) << shift
        shift, at = shift + 7, at + 1
        if message[at - 1] < 128:
            return value, at
