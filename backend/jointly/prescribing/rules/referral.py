"""One episode with the service: from its arrival to the message that closes it (domain.md, section 9)."""

from datetime import date
from typing import Literal, get_args

from jointly.prescribing.rules.moves import CLOSED, Move, Refused, Side, after, due, sides

State = Literal["received", "attempted", "contacted", "active", "closed"]
STATES: tuple[State, ...] = get_args(State)
Outcome = Literal[
    "declined",
    "unable",
    "unsuitable",
    "goals-met",
    "part-met",
    "moved",
    "disengaged",
    "died",
    "withdrawn",
    "merged",
    "other",
]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
NOBODY_COMES = frozenset({"declined", "unable", "moved", "died", "withdrawn"})
"""Ends after which nobody comes to what was suggested meanwhile: it ends too. Who has what they wanted, or stopped
seeing the worker, may go on with a group."""
NEXT_DAYS = {"received": 2, "attempted": 3, "contacted": 7, "active": 28}
"""Days until something is due when nobody names a day. Ours; a service will have its own and needs to agree them."""
UNABLE_AFTER = 3
"""Attempts before a referral may be closed as unable to contact. Ours."""

_OPEN = frozenset(STATES) - {CLOSED}
_BEFORE = frozenset({"received", "attempted"})
_WORKER = sides("worker")

MOVES: dict[str, Move] = {
    "take": Move(_WORKER, _OPEN),
    "attempt": Move(_WORKER, _BEFORE, "attempted"),
    "undo": Move(_WORKER, frozenset({"attempted"})),
    "contact": Move(_WORKER, _OPEN, "contacted"),
    "accept": Move(sides("worker", "person"), _OPEN - {"active"}, "active"),
    "signpost": Move(_WORKER, _OPEN),
    "note": Move(_WORKER, _OPEN),
    "plan-date": Move(_WORKER, _OPEN),
    "ask": Move(sides("person"), _OPEN),
    "close": Move(_WORKER, _OPEN, CLOSED),
    "withdraw": Move(sides("person", "service"), _OPEN, CLOSED),
    "message": Move(_WORKER, frozenset(STATES)),
}
"""`contact` is a conversation, `attempt` one that nobody answered; `undo` says that an attempt never was, or takes a
note back; `take` hands it to somebody of the team; `signpost` gives details and refers nobody; `message` is the closing
message, looked over and sent."""


def state_after(state: str, kind: str, side: Side, *, outcome: str | None = None, attempts: int = 0) -> str:
    """The state after a step. Raises `moves.Refused`.

    A conversation does not end an accepted episode's being active, nobody is "unable to contact" before `UNABLE_AFTER`
    attempts, and without its only attempt a referral is as it was received.
    """
    to = after(MOVES, state, kind, side)
    if kind == "close" and outcome == "unable" and (state not in _BEFORE or attempts < UNABLE_AFTER):
        raise Refused("step-attempts")
    if kind == "undo" and attempts <= 1:
        return "received"
    return "active" if kind == "contact" and state == "active" else to


def next_on(state: str, today: date, asked: date | None = None) -> date | None:
    """By when something is due next."""
    return due(NEXT_DAYS, state, today, asked)
