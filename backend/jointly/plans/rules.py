"""The ladder: which printed rule of an exercise a person's own entries meet, and why. Also when a goal is to be looked
at again (tests/verification/goals.yaml).

Nothing moves by itself: the person chooses up, stay or down. Pain bands (0 to 10) and counts come from the programme's
content. The phone runs the same rule (pwa/src/shared/rules/ladder.ts); both are held to the worked cases in
tests/verification/ladder.yaml. Source: the bands of NHS AHP Suffolk by default, as the content says; the rule is
Jointly's own and needs clinical sign-off.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

Rule = Literal["up", "stay", "down"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bands:
    """Pain to ``go_max`` is fine, to ``caution_max`` asks for caution, above it says stop."""

    go_max: int
    caution_max: int
    sessions_to_move_up: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One time the exercise was done, as the person told it. None means: not said."""

    on: date
    level: int
    outcome: Literal["done", "part", "skipped"]
    gentle: bool
    pain: int | None
    confident: bool | None
    settled: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The rule that is met, the reason as a slug, how many sessions it rests on, and the pain score that decided.
    ``lowest``: already at the lowest level, so "down" means half as much or the bad-day version."""

    rule: Rule | None
    reason: str
    sessions: int
    pain: int | None = None
    lowest: bool = False


def rule_met(
    *, sessions: Sequence[Session], level: int, levels: int, bands: Bands, flares: Collection[date] = ()
) -> Finding:
    """Sessions come oldest first; those at other levels, and skipped ones, are left out of account."""
    here = [session for session in sessions if session.level == level and session.outcome != "skipped"]

    def say(rule: Rule | None, reason: str, count: int, pain: int | None = None) -> Finding:
        return Finding(rule=rule, reason=reason, sessions=count, pain=pain, lowest=level <= 1)

    if not here:
        return say(None, "no-sessions", 0)
    latest = here[-1]
    if latest.pain is not None and latest.pain > bands.caution_max:
        return say("down", "stop-band", 1, latest.pain)
    if latest.settled is False:
        return say("down", "not-settled", 1)

    recent = here[-bands.sessions_to_move_up :]
    for session in reversed(recent):
        if caution := _caution_in(session, bands):
            return say("stay", caution, len(recent), session.pain if caution.endswith("-band") else None)
    if any(day >= recent[0].on for day in flares):
        return say("stay", "flare", len(recent))
    if len(recent) < bands.sessions_to_move_up:
        return say("stay", "too-few", len(recent))
    if level >= levels:
        return say("stay", "top-level", len(recent))
    return say("up", "all-well", len(recent))


def _caution_in(session: Session, bands: Bands) -> str | None:
    """What in one session speaks against moving up, if anything does."""
    signs = {
        "stop-band": session.pain is not None and session.pain > bands.caution_max,
        "caution-band": session.pain is not None and session.pain > bands.go_max,
        "not-settled-before": session.settled is False,
        "gentle": session.gentle,
        "part": session.outcome == "part",
        "not-confident": session.confident is False,
        "pain-not-said": session.pain is None,
        "confidence-not-said": session.confident is None,
        "settled-not-said": session.settled is None,
    }
    return next((reason for reason, there in signs.items() if there), None)


class LookedAt(Protocol):
    """What there is of a goal for this: how it stands, and the day chosen for looking at it again."""

    @property
    def status(self) -> str: ...
    @property
    def review_on(self) -> date | None: ...


def review_due(goal: LookedAt, today: date) -> int | None:
    """Whole days since a goal that is worked on was to be looked at again, 0 on that day; None when it is not due."""
    if goal.status != "active" or goal.review_on is None or goal.review_on > today:
        return None
    return (today - goal.review_on).days
