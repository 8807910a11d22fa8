"""The words of a part of somebody's page, line by line."""

from collections.abc import Iterable

from jointly.prescribing.rules.page import part_of
from jointly.prescribing.schemas import Step


def lines_of(page: Iterable[Step], section: str) -> list[str]:
    """Each line that says something; what two wrote at once is both there."""
    words = [str(step.said.get("words", "")) for step in part_of(page, section)]
    return [line.strip() for one in words for line in one.splitlines() if line.strip()]


def words_of(page: Iterable[Step], section: str) -> str:
    """The same in one text."""
    return "\n".join(lines_of(page, section))
