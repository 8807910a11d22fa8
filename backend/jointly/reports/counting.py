"""From episodes to counts. Pure: who is in which figure, and how many that is by each category."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

import msgspec

from jointly.kit.disclosure import Average, mean, middle
from jointly.reports.figures import CATEGORIES, PEOPLE, UNANSWERED_AFTER, WITHIN
from jointly.reports.traits import Traits

STILL_GOING = timedelta(weeks=12)
"""From the first visit to the last one that is known of."""


class Episode(NamedTuple):
    """A referral, with the first and the last visit to an activity that came of it."""

    id: UUID
    person: UUID
    received_at: datetime
    first_contact_at: datetime | None
    accepted_at: datetime | None
    first_been_at: datetime | None
    last_been_at: datetime | None

    @property
    def is_accepted(self) -> bool:
        """Whether the person and the service agreed to work together in time."""
        return self.accepted_at is not None and self.accepted_at - self.received_at < WITHIN

    @property
    def has_arrived(self) -> bool:
        """Whether they were accepted and went to something in time."""
        return self.is_accepted and self.first_been_at is not None and self.first_been_at - self.received_at < WITHIN

    @property
    def is_going(self) -> bool:
        """Whether they arrived, and a visit is known of twelve weeks or more after the first."""
        if self.first_been_at is None or self.last_been_at is None:
            return False
        return self.has_arrived and self.last_been_at - self.first_been_at >= STILL_GOING


class Sending(NamedTuple):
    """An activity that an organisation was told of."""

    organisation: UUID
    sent_at: datetime
    answered_at: datetime | None
    closed_at: datetime | None

    @property
    def is_unanswered(self) -> bool:
        """Whether nobody answered in time, and nobody took it back before that."""
        late = self.sent_at + UNANSWERED_AFTER
        return all(at is None or at > late for at in (self.answered_at, self.closed_at))


class Counted(msgspec.Struct):
    """A figure of a quarter, unrounded: in all, by split and category, and the averages that were taken with it, of
    which the split `""` is the one in all."""

    total: int
    splits: dict[str, dict[str, int]]
    averages: dict[str, dict[str, dict[str, Average]]] = {}


def count(people: Iterable[Traits]) -> Counted:
    """How many there are, and how many by each category."""
    alike = Counter(people)
    splits = {split: dict.fromkeys(CATEGORIES[split], 0) for split in PEOPLE}
    for traits, number in alike.items():
        for split, category in zip(PEOPLE, traits, strict=True):
            splits[split][category] += number
    return Counted(alike.total(), splits)


def count_unanswered(sendings: Iterable[Sending]) -> Counted:
    """How many were not answered, by who was told; an organisation that answered all of them is there with 0."""
    by = Counter[str]()
    for one in sendings:
        by[str(one.organisation)] += one.is_unanswered
    return Counted(by.total(), {"organisation": dict(sorted(by.items()))})


def count_ended(outcomes: Iterable[str]) -> Counted:
    """How many referrals were closed, by how they ended; a way in which none did is there with 0."""
    alike = Counter(outcomes)
    by = {outcome: alike[outcome] for outcome in CATEGORIES["outcome"]}
    return Counted(sum(by.values()), {"outcome": by})


Pairs = Sequence[tuple[Episode, Traits]]


def count_episodes(pairs: Pairs) -> dict[str, Counted]:
    """The four figures of referrals, and with those accepted the days that people waited."""
    reached: dict[str, list[Traits]] = {name: [] for name in ("referred", "accepted", "arrived", "going")}
    contact: list[tuple[Traits, int]] = []
    accept: list[tuple[Traits, int]] = []
    for one, traits in pairs:
        reached["referred"].append(traits)
        if one.first_contact_at and one.first_contact_at - one.received_at < WITHIN:
            contact.append((traits, _days(one.received_at, one.first_contact_at)))
        if one.is_accepted:
            accept.append((traits, _days(one.received_at, one.accepted_at)))
            reached["accepted"].append(traits)
            if one.has_arrived:
                reached["arrived"].append(traits)
                if one.is_going:
                    reached["going"].append(traits)
    found = {name: count(people) for name, people in reached.items()}
    found["accepted"].averages = {
        "contact-days": by_category(contact, middle),
        "accept-days": by_category(accept, middle),
    }
    return found


def changes(scored: Sequence[tuple[Traits, int]]) -> dict[str, dict[str, Average]]:
    """How much a score changed, on average."""
    return by_category(scored, mean)


def by_category(
    values: Sequence[tuple[Traits, int]], average: Callable[[Sequence[int]], Average]
) -> dict[str, dict[str, Average]]:
    """An average in all, under `""`, and by each category of each split."""
    alike: dict[Traits, list[int]] = defaultdict(list)
    for traits, value in values:
        alike[traits].append(value)
    found: dict[str, dict[str, list[int]]] = {split: defaultdict(list) for split in PEOPLE}
    for traits, some in alike.items():
        for split, category in zip(PEOPLE, traits, strict=True):
            found[split][category] += some
    return {"": {"": average([value for _, value in values])}} | {
        split: {category: average(found[split][category]) for category in CATEGORIES[split]} for split in PEOPLE
    }


def _days(since: datetime, until: datetime | None) -> int:
    """Whole days; none for what was written down later than it happened."""
    return max(0, (until - since).days) if until else 0
