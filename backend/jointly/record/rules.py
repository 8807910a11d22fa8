"""What the versions of one entry say together: the merge rule.

Nothing is thrown away: a correction is a new version that names the one it corrects. The phone runs the same rule
(pwa/src/shared/record/versions.ts); both are held to the worked cases in tests/verification/versions.yaml.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One thing written once. ``number`` is its place in the person's feed; None before the server has given one.
    ``at`` is local time with its UTC offset; ``body`` is None when ``gone``."""

    id: str
    previous: str | None
    number: int | None
    at: str
    gone: bool
    body: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a person sees: the head, and versions written beside it that nobody has corrected."""

    head: Version
    also: tuple[Version, ...]

    @property
    def gone(self) -> bool:
        return self.head.gone


def entry_of(versions: Iterable[Version]) -> Entry:
    """The entry that these versions (one or more, all of one entry, in any order) make.

    Leaves are versions that no other corrects. If any leaf is gone the entry is gone; else the leaf with the highest
    number is the head. Leaves that say the same count once. Raises ValueError when there are no versions.
    """
    ordered = sorted(versions, key=_place)
    if not ordered:
        raise ValueError("an entry has at least one version")
    leaves = _distinct(_leaves(ordered))
    head = next((leaf for leaf in reversed(leaves) if leaf.gone), leaves[-1])
    return Entry(head=head, also=tuple(leaf for leaf in leaves if leaf is not head))


def _place(version: Version) -> tuple[float, str]:
    """By feed number; what has none yet comes after, in the order it was made (ids sort by time)."""
    return (inf if version.number is None else version.number, version.id)


def _leaves(versions: list[Version]) -> list[Version]:
    """Versions that no other corrects. Versions that name each other in a ring count as leaves."""
    corrected = {version.previous for version in versions}
    return [version for version in versions if version.id not in corrected] or versions


def _distinct(leaves: list[Version]) -> list[Version]:
    """Leaves that say the same count once: the last of them stands for all."""
    said: dict[str, Version] = {}
    for leaf in leaves:
        content = json.dumps([leaf.gone, leaf.at, leaf.body], sort_keys=True)
        said.pop(content, None)
        said[content] = leaf
    return list(said.values())
