"""Ids of what is read: made from the source's own, so that the next reading finds the same ones."""

from uuid import UUID, uuid5


def service_id(dataset: UUID, key: str) -> UUID:
    """The id of a service by the id that its source gives it."""
    return uuid5(dataset, key)


def part_id(dataset: UUID, sort: str, ref: str | None, *known: str | None) -> UUID:
    """The id of an organisation or a place: by the source's id of it, else by what is known of it."""
    if ref:
        return uuid5(dataset, f"{sort} {ref}")
    return uuid5(dataset, f"{sort} " + "\n".join((words or "").casefold() for words in known))
