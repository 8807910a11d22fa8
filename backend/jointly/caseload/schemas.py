"""The list on the wire. msgspec structs without defaults, so that a screen is always told all of it."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from pydantic import StringConstraints

from jointly.caseload.rules import Code
from jointly.people.schemas import Wire


class LookedAt(msgspec.Struct, frozen=True):
    """Who of the team looked at a showing, first, and when."""

    by: UUID
    called: str | None
    at: datetime


class Mark(LookedAt, frozen=True):
    """The same, with the entry of the showing, and how often the card had been shown by then."""

    entry: UUID
    times: int


class Marks(msgspec.Struct, frozen=True):
    """The care cards of one person that one of the team has looked at."""

    looked: list[Mark]


class SafetyEvent(msgspec.Struct, frozen=True):
    """A care card that stopped a check-in in the last 30 days. `trigger` is the sign that was answered yes; `on` and
    `shown_at` are when that was last so; `did` is what the person did with it. `looked` is none again when the yes was
    given once more after somebody looked."""

    entry: UUID
    card: str
    trigger: str
    on: date
    shown_at: str
    did: Literal["shown", "called", "dismissed"]
    looked: LookedAt | None


class Due(msgspec.Struct, frozen=True):
    """Where somebody stands on their pathway: see `checkins.rules.Standing`."""

    state: Literal["due", "overdue", "not-yet", "finished"]
    contact: str | None
    from_: date | None = msgspec.field(name="from")
    to: date | None
    days: int


class Why(msgspec.Struct, frozen=True):
    """A reason with its numbers: see `caseload.rules.Reason`."""

    code: Code
    days: int
    on: date | None
    contact: str | None
    card: str | None
    entry: UUID | None
    name: str | None
    about: UUID | None
    times: int


class Supporting(msgspec.Struct, frozen=True):
    """Somebody's open referral: where it stands, who has it in hand (the service's id: nobody yet), until when."""

    referral: UUID
    state: str
    owner: UUID
    called: str | None
    received_on: date
    next_on: date | None


class CaseLine(msgspec.Struct, frozen=True):
    """One person. `standing` is none while they are on no pathway that this service's content has; `goals` are the
    active ones; `supported` says whether they let the team support them: without it nothing of their support is here;
    `why` has one reason at least, in the order of the rules."""

    person: UUID
    called: str | None
    shared_at: datetime
    pathway: str | None
    variant: str | None
    started_on: date | None
    standing: Due | None
    goals: int
    review_on: date | None
    last_check_in: date | None
    last_heard_at: datetime | None
    safety: list[SafetyEvent]
    supported: bool
    support: Supporting | None
    why: list[Why]


class Caseload(msgspec.Struct, frozen=True):
    """At most 300 people, in the order of the printed rules; `more` says that there are others.

    `order` are the rules' codes from first to last; `looks_at_list` says when staff look
    at it, as the service wrote it.
    """

    today: date
    people: list[CaseLine]
    more: bool
    order: list[Code]
    looks_at_list: str | None


class NewView(Wire):
    """A way of looking at the list: who is shown, by which column it is sorted, from the first or from the last, and
    what the worker calls it."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
    filter: Literal["all", "attention", "mine", "untaken", "overdue", "due", "not-started", "unshared"]
    column: Literal["order", "name", "check-in", "last-heard"]
    up: bool


class ListView(NewView):
    """The same, as it is kept."""

    id: UUID


class PutView(Wire):
    """A named view; none takes it away."""

    view: NewView | None


class ListViews(Wire):
    """A worker's named views, the one that was named first at the front; at most 20."""

    views: list[ListView]
