"""Packs: what phones download, each named by the hash of its bytes so that it can be kept for ever."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pydantic import BaseModel

LARGEST_PACK = 64 * 1024
"""Bytes before compression: a programme must come down quickly on a bad line, and be read at once on an old phone."""


class Pack(NamedTuple):
    """The bytes of a pack, and the first 16 hex digits of their SHA-256."""

    hash: str
    body: bytes


class Packs(Mapping[str, Pack]):
    """Packs by name, such as `programme-knee-hip`."""

    def __init__(self, packs: Mapping[str, Pack]) -> None:
        self._packs = dict(packs)
        self._bodies = {pack.hash: pack.body for pack in packs.values()}

    def __getitem__(self, name: str) -> Pack:
        return self._packs[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._packs)

    def __len__(self) -> int:
        return len(self._packs)

    @property
    def manifest(self) -> dict[str, dict[str, str]]:
        """Which pack is the present one under each name."""
        return {"packs": {name: pack.hash for name, pack in self._packs.items()}}

    def body(self, hash_: str) -> bytes | None:
        """The bytes with that hash; None when there are none."""
        return self._bodies.get(hash_)


def pack(shape: BaseModel) -> Pack:
    """The same content gives the same bytes: sorted keys, no spaces, UTF-8."""
    document = shape.model_dump(mode="json")
    body = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return Pack(hashlib.sha256(body).hexdigest()[:16], body)
