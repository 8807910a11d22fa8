"""Social prescribing on the wire. The words of a step are sealed as they came, with the empty ones left out."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints

from jointly.people.schemas import Called, Wire
from jointly.prescribing.rules import prescription, referral
from jointly.prescribing.rules.moves import Side

_PLAIN = r"^[^\x00-\x08\x0b-\x1f\x7f]*$"
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=150, pattern=_PLAIN)]
"""PRSB's free text is 150 characters. A longer one is refused in words, never cut."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000, pattern=_PLAIN)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=70, pattern=_PLAIN)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,80}$")]
Method = Literal["phone", "video", "in-person", "text", "email", "letter", "home", "group"]
Source = Literal["practice", "agency", "advisor", "self"]
Section = Literal[
    "about-me",
    "how-to-support",
    "requirements",
    "travel",
    "matters",
    "needs",
    "plan",
    "safeguarding",
    "risks",
    "social",
    "services",
    "consent",
    "practice",
]
"""The parts of somebody's page, in the order of PRSB Social Prescribing v1.1 as it is read: who they are first.

`travel` is where they can get to and when: what a search for an activity begins with."""
StepKind = Literal[tuple(sorted({*referral.MOVES, *prescription.MOVES, "section"}))]


class NewStep(Wire):
    """One thing that happened. Which fields it needs depends on its kind: see `needs`.

    `at` is when it happened. `side` is left out for one's own side; a worker says `group` for what a group told them
    and `person` for what somebody told them. `next_on` is the day on which something is due next.
    """

    kind: StepKind
    at: AwareDatetime
    side: Side | None = None
    words: Text | None = None
    next_on: date | None = None
    previous: UUID | None = None
    # A conversation, or one that nobody answered.
    method: Method | None = None
    minutes: Annotated[int, Field(ge=0, le=600)] | None = None
    place: Line | None = None
    others: Line | None = None
    topics: Annotated[list[Slug], Field(max_length=20)] | None = None
    """What was talked about, finer than any code says it."""
    # How something ended, and why not.
    outcome: Literal[tuple(sorted({*referral.OUTCOMES, *prescription.OUTCOMES}))] | None = None
    helped: Text | None = None
    did_not_help: Text | None = None
    # Who takes it; what was signposted.
    owner: UUID | None = None
    instead_of: UUID | None = None
    """Who had it in hand when whoever takes it looked: only who knows that may take it from somebody."""
    thing: Slug | None = None
    name: Name | None = None
    # The first visit: when, who meets them, how they get there, what to wear and bring.
    start: AwareDatetime | None = None
    meets: Line | None = None
    getting: Line | None = None
    wear: Line | None = None
    # Whom a message is for, or what the group is told on somebody's behalf.
    to: Side | None = None
    contact: Line | None = None
    adjustments: Text | None = None
    agreed: Literal[True] | None = None
    """Of `send`: the person was asked, and agreed that the group gets this. It stays there for them to read."""
    # A part of somebody's page. `none` says outright that there is nothing: "no known risks".
    section: Section | None = None
    none: bool | None = None
    also: Annotated[list[UUID], Field(max_length=20)] | None = None
    """With `previous`, all versions that this one joins: those of two who wrote at once."""
    # Where they can get to: from `place` (half a postcode), so many miles, at that time of the day.
    miles: Annotated[int, Field(ge=1, le=20)] | None = None
    time: Literal["any", "morning", "afternoon", "evening"] | None = None


class ReferralDetails(Wire):
    """How somebody was referred: PRSB "referral details", "GP practice" and "presenting issues"."""

    referred_on: date | None = None
    referrer: Name | None = None
    referrer_role: Name | None = None
    organisation: Name | None = None
    contact: Name | None = None
    method: Literal["phone", "secure", "letter", "e-rs", "self", "form", "file"] | None = None
    reason: Line | None = None
    referrer_view: Text | None = None
    own_view: Text | None = None
    return_to: Name | None = None
    practice_code: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{3,6}$")] | None = None
    practice: Name | None = None
    # Who was referred, as the referrer knows them; sealed with the rest.
    given_name: Name | None = None
    family_name: Name | None = None
    born_on: date | None = None
    nhs_number: Annotated[str, StringConstraints(pattern=r"^[0-9]{10}$")] | None = None
    postcode: Line | None = None
    phone: Line | None = None
    email: Annotated[str, StringConstraints(max_length=254)] | None = None
    prefers: Literal["phone", "text", "email", "letter"] | None = None
    agreed: Literal["asked", "form", "self"]
    """How the person agreed to be referred and to the team keeping a record: asked face to face or by phone, on a form,
    or by referring themselves."""


class NewReferral(Wire):
    """A referral of somebody who is known here."""

    person: UUID
    source: Source
    details: ReferralDetails


class NewPrescription(Wire):
    """Something to suggest to somebody. `thing` is a listing's id or the slug of a programme, topic or pathway."""

    person: UUID
    referral: UUID | None = None
    kind: prescription.Kind
    thing: Slug
    name: Name
    organisation: UUID | None = None
    why: Text | None = None
    start: AwareDatetime | None = None
    """The date that is suggested for a first visit."""
    next_on: date | None = None


class TaskWas(Wire):
    """What a task said when somebody began to change it."""

    words: Line
    due_on: date


class NewTask(Wire):
    """Something to do for somebody on a day. `done` ticks it off, or takes that back; what is left out stays as it is.

    Other words or another day than those that stand need `was`: what stood there when they were written. A new task
    needs both.
    """

    person: UUID
    due_on: date | None = None
    words: Line | None = None
    done: bool | None = None
    was: TaskWas | None = None


class Step(Wire):
    """A step as it is read. `said` are its words, as `NewStep` has them; none once nobody can open them."""

    id: UUID
    kind: str
    side: Side
    by: UUID
    called: str | None
    at: datetime
    received_at: datetime
    previous: UUID | None
    said: dict[str, str | int | bool | list[str]]


class Referral(Wire):
    """An episode and its journal, oldest first."""

    id: UUID
    person: UUID
    source: Source
    state: referral.State
    owner: UUID
    next_on: date | None
    received_at: datetime
    first_contact_at: datetime | None
    accepted_at: datetime | None
    closed_at: datetime | None
    outcome: str | None
    attempts: int
    details: ReferralDetails | None
    steps: list[Step]


class Prescription(Wire):
    """A suggestion and its journal, oldest first, as far as the reader's side sees it."""

    id: UUID
    person: UUID
    referral: UUID | None
    organisation: UUID | None
    kind: prescription.Kind
    thing: str
    name: str
    why: str | None
    state: prescription.State
    owner: UUID
    next_on: date | None
    made_at: datetime
    first_at: datetime | None
    visits: int
    missed: int
    closed_at: datetime | None
    outcome: str | None
    steps: list[Step]


class Task(Wire):
    """A dated task."""

    id: UUID
    person: UUID
    owner: UUID
    due_on: date
    words: str
    done_at: datetime | None


class AboutThem(Wire):
    """What they say about themselves, as far as it is for reaching and helping them: see `record.about.About`."""

    contact: str | None
    reach_at: str | None
    when: str | None
    language: str | None
    interpreter: bool | None
    adjustments: list[str]
    other_adjustments: str | None
    carer: str | None
    matters: str | None


class Support(Wire):
    """Somebody's social prescribing record, for the team: its page, their episodes, what was suggested, and tasks.

    `page` holds the steps that are the page's parts, oldest first: what two wrote at once is both there.
    """

    person: UUID
    called: Called | None
    about: AboutThem | None
    page: list[Step]
    referrals: list[Referral]
    prescriptions: list[Prescription]
    tasks: list[Task]
    names: dict[UUID, str]
    team: dict[UUID, str]
    """Who may take it on: the advisors and link workers of the service."""
    shared_since: datetime | None
    """Since when they share this record with the service."""
