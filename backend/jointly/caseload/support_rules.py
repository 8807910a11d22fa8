"""Why somebody who is supported stands where they stand: dates and states of their referral and suggestions alone.

Every number is Jointly's own choice and printed where it acts; a service needs to agree them. Worked cases:
tests/verification/supported.yaml.
"""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jointly.prescribing.rules.prescription import NEXT_DAYS

SAID_NO_DAYS = 30
"""For how many days a "not for me" asks for another idea, unless something newer was suggested."""
MISSED_CHECK_INS = 3
"""From how many missed check-ins on somebody is said to have gone quiet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """An open referral: whether somebody of the team has it in hand, and its days."""

    received_on: date
    taken: bool
    spoken: bool
    next_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """A suggestion that is open, or was said no to. `stale` says that its listing has faded or is gone."""

    id: UUID
    name: str | None
    state: str
    made_on: date
    next_on: date | None
    sent_on: date | None = None
    answered: bool = False
    missed: int = 0
    said_no_on: date | None = None
    stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrote:
    """A question or a message to the team which nobody has seen to since; by the person, or by the group of what was
    suggested. None is of anything that is over."""

    wrote_on: date
    by_group: bool = False
    name: str | None = None
    about: UUID | None = None


@dataclass(frozen=True, slots=True)
class Supported:
    """What the rules look at of one person's support; `tasks` are the days of what is still to do."""

    episode: Episode | None
    suggested: tuple[Suggested, ...] = ()
    tasks: tuple[date, ...] = ()
    wrote: tuple[Wrote, ...] = ()


NOT_SUPPORTED = Supported(None)


@dataclass(frozen=True, slots=True)
class Because:
    """A reason: `days` have passed since `on`, or are left until then; `name` and `about` say of which suggestion."""

    code: str
    days: int = 0
    on: date | None = None
    name: str | None = None
    about: UUID | None = None
    times: int = 0


def because(of: Supported, today: date) -> Iterable[Because]:
    """Every reason of one person's support; one at least while an episode is open."""
    found = [*_wrote(of.wrote, today), *_suggestions(of.suggested, today), *_tasks(of.tasks, today)]
    yield from found
    if of.episode:
        yield _episode(of.episode, today)


def _episode(one: Episode, today: date) -> Because:
    waited = max(0, (today - one.received_on).days)
    if not one.taken:
        return Because("arrived", waited, one.received_on)
    if not one.spoken and one.next_on and one.next_on <= today:
        return Because("not-spoken", waited, one.received_on)
    if one.next_on and one.next_on <= today:
        return Because("next", (today - one.next_on).days, one.next_on)
    return Because("supported", (one.next_on - today).days if one.next_on else 0, one.next_on)


def _wrote(wrote: Iterable[Wrote], today: date) -> Iterable[Because]:
    """The first that waits of each suggestion, and of each who wrote."""
    first: dict[tuple[bool, UUID | None], Wrote] = {}
    for one in sorted(wrote, key=lambda each: each.wrote_on):
        first.setdefault((one.by_group, one.about), one)
    for one in first.values():
        days = max(0, (today - one.wrote_on).days)
        yield Because("group-wrote" if one.by_group else "wrote", days, one.wrote_on, name=one.name, about=one.about)


def _suggestions(suggested: Iterable[Suggested], today: date) -> Iterable[Because]:
    every = tuple(suggested)
    newest = max((one.made_on for one in every if one.said_no_on is None), default=date.min)
    for one in every:
        said = {"name": one.name, "about": one.id}
        if one.said_no_on:
            days = (today - one.said_no_on).days
            if 0 <= days <= SAID_NO_DAYS and newest < one.said_no_on:
                yield Because("not-for-me", days, one.said_no_on, **said)
        elif one.state == "missed":
            yield Because("missed", _since(one.next_on, today), one.next_on, times=one.missed, **said)
        elif one.state in GROUP_NO and not _has_another(one, every):
            yield Because("group-no", _since(one.next_on, today), one.next_on, **said)
        elif one.state == "sent" and one.sent_on and not one.answered and _late(one.sent_on, today):
            yield Because("unanswered", (today - one.sent_on).days, one.sent_on, **said)
        else:
            if one.stale and one.state not in ("suggested", "agreed", *GROUP_NO):
                yield Because("stale", 0, None, **said)
            if one.next_on and one.next_on <= today:
                yield Because("look-again", (today - one.next_on).days, one.next_on, **said)


def _has_another(one: Suggested, every: Iterable[Suggested]) -> bool:
    """Whether something is open that was suggested with it or after it, and to which no group has said no."""
    return any(
        other.id != one.id and other.made_on >= one.made_on and other.said_no_on is None and other.state not in GROUP_NO
        for other in every
    )


GROUP_NO: Set[str] = frozenset({"full", "unsuitable"})


def _late(sent_on: date, today: date) -> bool:
    """Whether a group has had its days to answer. Once somebody goes there, nobody waits for its answer any more."""
    return (today - sent_on).days >= NEXT_DAYS["sent"]


def _since(next_on: date | None, today: date) -> int:
    return max(0, (today - next_on).days) if next_on else 0


def _tasks(tasks: Iterable[date], today: date) -> Iterable[Because]:
    due = [on for on in tasks if on <= today]
    if due:
        yield Because("task", (today - min(due)).days, min(due), times=len(due))
