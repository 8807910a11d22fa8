"""What both journeys have in common: a table of moves, read the same way."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Side = Literal["person", "worker", "group", "referrer", "service"]
"""Whose step it is. What a group said on the phone is the group's, whoever wrote it down."""


@dataclass(frozen=True, slots=True)
class Move:
    """A kind of step: from which states it may be taken, where it leads (none: it stays), and by whom."""

    sides: frozenset[Side]
    states: frozenset[str]
    to: str | None = None


class Refused(Exception):
    """A step that cannot be taken now. `code` is the id of its words."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def after(moves: Mapping[str, Move], state: str, kind: str, side: Side) -> str:
    """The state after a step. Raises `Refused`: `step-unknown`, `step-not-yours`, `step-closed` or `step-not-now`."""
    move = moves.get(kind)
    if move is None:
        raise Refused("step-unknown")
    if side not in move.sides:
        raise Refused("step-not-yours")
    if state not in move.states:
        raise Refused("step-closed" if state == CLOSED else "step-not-now")
    return move.to or state


CLOSED = "closed"


def due(days: Mapping[str, int], state: str, today: date, asked: date | None = None) -> date | None:
    """By when something is due in a state: the day that was asked for, or so many days on; none when it is closed."""
    if state == CLOSED:
        return None
    return asked or today + timedelta(days=days[state])


def sides(*names: Side) -> frozenset[Side]:
    """A set of sides."""
    return frozenset(names)
