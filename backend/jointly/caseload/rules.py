"""Why somebody stands where they stand on a list: dates alone, by rules that the list itself prints.

Nothing is weighed: which card was shown, what was answered and how somebody is doing change no place. The worked cases
are in tests/verification/caseload.yaml. The order of the rules is Jointly's own choice and needs clinical sign-off.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar, get_args
from uuid import UUID

from jointly.caseload.support_rules import MISSED_CHECK_INS, NOT_SUPPORTED, Supported, because
from jointly.checkins.rules import Standing
from jointly.plans.rules import LookedAt, review_due

Code = Literal[
    "safety",
    "wrote",
    "group-wrote",
    "arrived",
    "not-spoken",
    "unanswered",
    "group-no",
    "missed",
    "not-for-me",
    "task",
    "next",
    "look-again",
    "stale",
    "quiet",
    "overdue",
    "due",
    "review",
    "not-started",
    "supported",
    "not-yet",
    "other",
    "finished",
]
ORDER: tuple[Code, ...] = get_args(Code)
"""Who comes first: by the first of their reasons in this order. Among those it is who has waited longest, or whose day
comes soonest; those who are equal then follow by name."""
SAFETY_DAYS = 30
"""For how many days after it was shown a care card that somebody looked at stays on the list."""
SOONEST_FIRST = frozenset[Code]({"due", "supported", "not-yet"})
"""Reasons whose days are still to come; the days of the others have passed."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A care card that was shown: its entry, which card, the day, and whether one of the team has looked at it."""

    entry: UUID
    card: str
    on: date
    looked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the rules look at of one person. `standing` is none while they are on no pathway that is known here;
    `missed` counts the check-ins whose days went by. `shared_on` is none for who shares no check-ins."""

    shared_on: date | None
    started: bool
    standing: Standing | None
    goals: tuple[LookedAt, ...]
    shown: tuple[Shown, ...]
    missed: int = 0
    supported: Supported = NOT_SUPPORTED


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody is on the list. `days` have passed since `on`, or are left until then (see `SOONEST_FIRST`)."""

    code: Code
    days: int = 0
    on: date | None = None
    contact: str | None = None
    card: str | None = None
    entry: UUID | None = None
    name: str | None = None
    about: UUID | None = None
    times: int = 0


def reasons(facts: Facts, today: date) -> tuple[Reason, ...]:
    """All the reasons of one person, in the order of the rules; there is always one at least."""
    found = [*_cards(facts, today), *_support(facts, today), *_turn(facts, today), *_review(facts, today)]
    return tuple(sorted(found, key=place)) or (Reason("finished"),)


def place(reason: Reason) -> tuple[int, int]:
    """Where a reason puts somebody: by the rule first, then by its days."""
    return ORDER.index(reason.code), reason.days if reason.code in SOONEST_FIRST else -reason.days


Line = TypeVar("Line")


def in_order(lines: Iterable[tuple[Sequence[Reason], str, Line]]) -> list[Line]:
    """Lines in the order of the rules, each given with its reasons and its name."""
    ordered = sorted(lines, key=lambda line: (place(line[0][0]), line[1].casefold()))
    return [line for _, _, line in ordered]


def is_listed(shown: Shown, today: date) -> bool:
    """Whether a showing is still on the list: until one of the team has looked at it, however long that takes."""
    return not shown.looked or (today - shown.on).days <= SAFETY_DAYS


def _cards(facts: Facts, today: date) -> Iterable[Reason]:
    for shown in facts.shown:
        if not shown.looked:
            yield Reason("safety", max(0, (today - shown.on).days), shown.on, card=shown.card, entry=shown.entry)


def _review(facts: Facts, today: date) -> Iterable[Reason]:
    """Goals that are to be looked at again, in one reason: the one that has waited longest."""
    due = [(days, goal.review_on) for goal in facts.goals if (days := review_due(goal, today)) is not None]
    if due:
        yield Reason("review", *max(due))


def _support(facts: Facts, today: date) -> Iterable[Reason]:
    for one in because(facts.supported, today):
        yield Reason(one.code, one.days, one.on, name=one.name, about=one.about, times=one.times)


def _turn(facts: Facts, today: date) -> Iterable[Reason]:
    """What their pathway says: that they have gone quiet, and where they stand. Who shares no check-ins has none."""
    at = facts.standing
    if facts.shared_on is None:
        return
    if facts.missed >= MISSED_CHECK_INS:
        yield Reason("quiet", times=facts.missed)
    if not facts.started:
        yield Reason("not-started", max(0, (today - facts.shared_on).days), facts.shared_on)
    elif at is None:
        yield Reason("other")
    elif at.state == "finished":
        yield Reason("finished")
    else:
        yield Reason(at.state, at.days, at.from_ if at.state == "not-yet" else at.to, at.contact)
