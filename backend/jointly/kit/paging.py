"""Pages of a list that is read backwards, by number."""

LAST = 2**62
"""A number past every row's. What a database counts with ends at 2**63."""


def up_to(before: int | None) -> int:
    """The number that a page ends before: any that was asked for, as a database can take it."""
    return LAST if before is None else max(0, min(before, LAST))
