"""One thing that was suggested to somebody: from the suggestion to what became of it (domain.md, section 9).

An activity goes to a group, which says whether there is a place; a programme, a topic or a check-in goes to nobody.
"""

from collections.abc import Mapping
from datetime import date
from typing import Literal, get_args

from jointly.prescribing.rules.moves import CLOSED, Move, Refused, Side, after, due, sides

Kind = Literal["activity", "programme", "topic", "check-in"]
State = Literal[
    "suggested",
    "agreed",
    "sent",
    "seen",
    "offered",
    "waiting",
    "full",
    "unsuitable",
    "booked",
    "going",
    "missed",
    "closed",
]
STATES: tuple[State, ...] = get_args(State)
Outcome = Literal["said-no", "going-on", "done", "stopped", "not-suitable", "full", "withdrawn", "other"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
NEXT_DAYS = {
    "suggested": 7,
    "agreed": 2,
    "sent": 5,
    "seen": 7,
    "offered": 4,
    "waiting": 14,
    "full": 2,
    "unsuitable": 2,
    "booked": 2,
    "going": 28,
    "missed": 2,
}
"""Days until somebody looks again when nobody names a day; a booked visit's are counted from the visit. Ours."""
STILL_WEEKS = 12
"""Who goes for this long after the first visit is said to be still going."""

_OPEN = frozenset(STATES) - {CLOSED}
_TELLS = frozenset({"suggested", "agreed", "full", "unsuitable"})
_WITH_GROUP = frozenset({"sent", "seen", "offered", "waiting", "full", "unsuitable", "booked", "going", "missed"})
_GROUP = sides("group")
_ANY = sides("person", "worker", "group")

MOVES: dict[str, Move] = {
    "yes": Move(sides("person"), frozenset({"suggested"}), "agreed"),
    "no": Move(sides("person"), _OPEN, CLOSED),
    "ask": Move(sides("person"), _OPEN),
    "say": Move(_ANY, frozenset(STATES)),
    "send": Move(sides("worker"), _OPEN - {"sent", "seen"}, "sent"),
    "seen": Move(_GROUP, frozenset({"sent"}), "seen"),
    "offer": Move(_GROUP, _WITH_GROUP - {"going"}, "offered"),
    "wait": Move(_GROUP, _WITH_GROUP - {"booked", "going"}, "waiting"),
    "full": Move(_GROUP, _WITH_GROUP - {"going"}, "full"),
    "unsuitable": Move(_GROUP, _WITH_GROUP, "unsuitable"),
    "book": Move(_ANY, _WITH_GROUP | {"suggested", "agreed"}, "booked"),
    "been": Move(_ANY, _OPEN, "going"),
    "missed": Move(_ANY, _WITH_GROUP, "missed"),
    "undo": Move(sides("worker", "group"), frozenset({"booked", "going", "missed"})),
    "off": Move(sides("service", "group", "worker"), frozenset({"booked", "offered"}), "offered"),
    "finish": Move(sides("person", "worker"), _OPEN, CLOSED),
    "withdraw": Move(sides("person", "worker", "service"), _OPEN, CLOSED),
}
"""`send` tells the group, once more where it said no; `seen`, `offer`, `wait`, `full` and `unsuitable` are its answers;
`book` is the first visit, with its plan; `undo` takes a mark of a register back (`rules.visits` says where that leaves
it); `off` says that the date which was booked, or offered, does not take place; `say` is a message."""

GROUP_SEES = frozenset({"send", "seen", "offer", "wait", "full", "unsuitable", "book", "been", "missed", "undo", "off"})
GROUP_READS: Mapping[str, frozenset[str]] = {
    "send": frozenset({"words", "contact", "adjustments"}),
    "book": frozenset({"start", "meets"}),
    "been": frozenset({"start"}),
    "missed": frozenset({"start"}),
    "off": frozenset({"start", "words"}),
    "say": frozenset({"words", "to"}),
}
"""What a group reads of a step that is not its own: why somebody said no or stopped is not among it."""


def state_after(state: str, kind: str, side: Side, *, of: str = "activity", told: bool = False) -> str:
    """The state after a step on something of kind `of`, of which a group was `told` before. Raises `moves.Refused`.

    A visit may be booked, or over, before the group hears of the person: that it is told then takes nothing back.
    """
    to = after(MOVES, state, kind, side)
    if of != "activity" and kind in ONLY_ACTIVITIES:
        raise Refused("step-not-now")
    if kind == "send" and state not in _TELLS:
        if told:
            raise Refused("step-not-now")
        return state
    return to


ONLY_ACTIVITIES = frozenset({"send", "seen", "offer", "wait", "full", "unsuitable", "book", "missed", "undo", "off"})


def next_on(state: str, today: date, asked: date | None = None, visit: date | None = None) -> date | None:
    """By when somebody looks again."""
    return due(NEXT_DAYS, state, visit if visit and state == "booked" else today, asked)


def sees(reader: Side, kind: str, side: Side, to: str | None) -> bool:
    """Whether one of the three sides sees a step. The worker sees all; `to` says whom a message is for."""
    if reader == "worker" or side == reader:
        return True
    if kind == "say":
        return to == reader
    if reader == "group":
        return kind in GROUP_SEES or kind in ("no", "finish", "withdraw")
    return kind != "ask"


def reads(reader: Side, kind: str, side: Side) -> frozenset[str] | None:
    """Which words of a step that it sees one of the three sides reads; none for all of them."""
    return None if reader != "group" or side == "group" else GROUP_READS.get(kind, frozenset())
