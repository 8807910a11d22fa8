"""Which versions of a part of somebody's page count, when several people wrote.

The phone runs the same rule (pwa/src/shared/rules/page-parts.ts).
"""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol, TypeVar
from uuid import UUID


class Said(Protocol):
    """A step of somebody's page, as far as the rule looks."""

    @property
    def id(self) -> UUID: ...
    @property
    def kind(self) -> str: ...
    @property
    def previous(self) -> UUID | None: ...
    @property
    def said(self) -> Mapping[str, Any]: ...


S = TypeVar("S", bound=Said)


def part_of(page: Iterable[S], section: str) -> list[S]:
    """What a part says now, the oldest first: nothing that another version was written over, or joined, counts."""
    all_ = [step for step in page if step.kind == "section" and step.said.get("section") == section]
    over = {str(step.previous) for step in all_ if step.previous}
    over |= {str(id) for step in all_ for id in step.said.get("also") or ()}
    return [step for step in all_ if str(step.id) not in over]
