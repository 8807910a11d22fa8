"""The person's own page: about me, what support they need, the plan, and the risks (PRSB)."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from jointly.prescribing.closing.model.fields import TEXT, Coded, many, words


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutMe:
    """What the person wants others to know, in their own words."""

    most_important: str = words(TEXT)
    people: str = words(TEXT)
    communicate: str = words(TEXT)
    wellness: str = words(TEXT)
    please: str = words(TEXT)
    support: str = words(TEXT)
    also: str = words(TEXT)
    written_with: str = words(TEXT)
    media: str = words(TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirements:
    """What has to be done differently for this person, as it is needed at present."""

    adjustments: tuple[Coded, ...] = many()
    impairments: tuple[Coded, ...] = many()
    mobility: tuple[Coded, ...] = many()
    other: tuple[Coded, ...] = many()


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """One safeguarding concern."""

    indicator: str = words(TEXT)
    start: date | None = None
    end: date | None = None
    what: Coded | None = None
    comment: str = words(TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Safeguarding:
    """Never leaves unless whoever sends the message asks for it, and never goes to the person."""

    concerns: tuple[Concern, ...] = many()


@dataclass(frozen=True, slots=True, kw_only=True)
class SocialContext:
    """How somebody lives. `smoking` is a code's words, never yes or no."""

    household: str = words(TEXT)
    occupation: str = words(TEXT)
    education: str = words(TEXT)
    lifestyle: str = words(TEXT)
    smoking: Coded | None = None
    alcohol: str = words(TEXT)
    drugs: str = words(TEXT)
    circumstances: str = words(TEXT)
    access: str = words(TEXT)
    dependants: str = words(TEXT)
    accommodation: str = words(TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Care or a service that somebody has beside this one."""

    what: str = words(TEXT, must=True)
    since: date | None = None
    comment: str = words(TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """One risk, with when it began and ended where that is known."""

    risk: Coded = field(default_factory=Coded)
    start: date | None = None
    end: date | None = None
    comment: str = words(TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Risks:
    """Either what is known, or that nothing is: `none_known` is said outright, never taken from an empty list."""

    known: tuple[Risk, ...] = many()
    none_known: bool = False
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What was agreed: `when` and `review` are months, as 2026-11. `confidence` is 0 (not at all) to 10 (very sure).

    PRSB counts confidence from 1: where it leaves, 0 is 1, with a note.
    """

    what: tuple[str, ...] = many(least=1, most=TEXT)
    who: str = words(TEXT)
    when: str = words(7)
    strategies: str = words(TEXT)
    status: Literal["", "planned", "doing", "done", "part", "not"] = ""
    confidence: int | None = None
    updated: date | None = None
    review: str = words(7)
    stages: tuple[str, ...] = many(most=TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What somebody wanted to reach, in their own words. `importance` is 1 to 10."""

    goal: str = words(TEXT, must=True)
    importance: int | None = None
    status: Literal["", "active", "done", "part", "stopped"] = ""
    outcomes: tuple[str, ...] = many(most=TEXT)
    actions: tuple[Action, ...] = many()


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A need or concern, and the goals that belong to it."""

    need: Coded = field(default_factory=Coded)
    goals: tuple[Goal, ...] = many()


@dataclass(frozen=True, slots=True, kw_only=True)
class CarePlan:
    """The care and support plan. `updated_on` is the day of its last change, which is not typed by anybody."""

    strengths: tuple[str, ...] = many(most=TEXT)
    needs: tuple[Need, ...] = many()
    agreed_with: str = words(TEXT)
    funding: str = words(TEXT)
    updated_on: date | None = None
    other_documents: tuple[str, ...] = many(most=TEXT)
    next_review_on: date | None = None
    responsible: str = words(TEXT)
