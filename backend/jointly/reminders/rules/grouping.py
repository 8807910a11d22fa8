"""What falls together is told once."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

TOGETHER = timedelta(minutes=10)


class Timed(Protocol):
    """Something that is due at an instant."""

    @property
    def at(self) -> datetime: ...


T = TypeVar("T", bound=Timed)


def together(items: Iterable[T]) -> list[list[T]]:
    """Items in groups, in order: each group has what is due within ten minutes of its first, and is told at that."""
    groups: list[list[T]] = []
    for item in sorted(items, key=lambda one: one.at):
        if groups and item.at - groups[-1][0].at <= TOGETHER:
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def now_due(items: Sequence[T], now: datetime) -> list[T]:
    """What is told now: all that is due, and what falls together with the last of it. After an outage that is one
    telling, however much was missed."""
    due = [group for group in together(items) if group[0].at <= now]
    return [item for group in due for item in group]
