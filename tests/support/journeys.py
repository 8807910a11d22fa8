"""A slow and obvious model of what steps make of a referral and of a suggestion: each journey is folded from its first
step every time, by tables written out by hand from domain.md, section 9, and not from the rules that are tested.
"""

from dataclasses import dataclass, field

OPEN_REFERRAL = ("received", "attempted", "contacted", "active")
WITH_GROUP = ("sent", "seen", "offered", "waiting", "full", "unsuitable", "booked", "going", "missed")
ASKS = ("suggested", "agreed", "full", "unsuitable")
OPEN = ("suggested", "agreed", *WITH_GROUP)
REFERRAL = {
    "take": ("worker", OPEN_REFERRAL, None),
    "note": ("worker", OPEN_REFERRAL, None),
    "plan-date": ("worker", OPEN_REFERRAL, None),
    "attempt": ("worker", ("received", "attempted"), "attempted"),
    "contact": ("worker", OPEN_REFERRAL, "contacted"),
    "accept": ("worker person", ("received", "attempted", "contacted"), "active"),
    "close": ("worker", OPEN_REFERRAL, "closed"),
}
SUGGESTION = {
    "yes": ("person", ("suggested",), "agreed"),
    "no": ("person", OPEN, "closed"),
    "ask": ("person", OPEN, None),
    "say": ("person worker group", (*OPEN, "closed"), None),
    "send": ("worker", tuple(state for state in OPEN if state not in ("sent", "seen")), "sent"),
    "seen": ("group", ("sent",), "seen"),
    "offer": ("group", tuple(state for state in WITH_GROUP if state != "going"), "offered"),
    "wait": ("group", tuple(state for state in WITH_GROUP if state not in ("booked", "going")), "waiting"),
    "full": ("group", tuple(state for state in WITH_GROUP if state != "going"), "full"),
    "unsuitable": ("group", WITH_GROUP, "unsuitable"),
    "book": ("person worker group", OPEN, "booked"),
    "been": ("person worker group", OPEN, "going"),
    "missed": ("person worker group", WITH_GROUP, "missed"),
    "finish": ("person worker", OPEN, "closed"),
    "withdraw": ("person worker", OPEN, "closed"),
}
"""By kind: whose step it may be, in which states, and where it leads; none means that it stays."""
OUTCOME = {"no": "said-no", "finish": "done", "withdraw": "withdrawn", "close": "goals-met", "ended": "withdrawn"}


@dataclass
class Journey:
    """One referral, or one suggestion, by the steps that it took: (id, kind, side)."""

    moves: dict
    first: str
    steps: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def state(self) -> str:
        """Where it stands, from the first step on."""
        state, booked = self.first, False
        for _, kind, _ in self.steps:
            if kind == "ended":
                state = "closed"
            elif kind == "missed" and state == "booked" and booked:
                pass  # the visit that is booked is still to come
            elif kind == "send" and state not in ASKS:
                pass  # what is booked already stays so
            elif kind == "contact" and state == "active":
                pass
            else:
                state = self.moves[kind][2] or state
            booked = booked or kind == "book"
        return state

    @property
    def outcome(self) -> str | None:
        """How it ended: by the step that closed it, and none after."""
        ends = [kind for _, kind, _ in self.steps if kind in OUTCOME]
        return OUTCOME[ends[0]] if ends else None

    @property
    def visits(self) -> int:
        """All of the test is one day, of which the newest mark counts."""
        marks = [kind for _, kind, _ in self.steps if kind in ("been", "missed")]
        return int(marks[-1:] == ["been"])

    @property
    def told(self) -> bool:
        """Whether a group was told of it."""
        return any(kind == "send" for _, kind, _ in self.steps)

    def may(self, kind: str, side: str) -> bool:
        """Whether a step may be taken now."""
        sides, states, _ = self.moves[kind]
        if kind == "send" and self.told and self.state not in ASKS:
            return False
        return side in sides.split() and self.state in states

    def take(self, id: str, kind: str, side: str) -> None:
        """Takes it."""
        self.steps.append((id, kind, side))

    def copy(self) -> "Journey":
        """The same again, to try something out on."""
        return Journey(self.moves, self.first, list(self.steps))
