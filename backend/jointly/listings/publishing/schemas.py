"""What an organisation says of itself and of what it runs, and what it is told."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints, model_validator

from jointly.listings.facets import CONDITIONS, DECIDED, FACETS, GROUPS
from jointly.listings.model import Attendance, Day, Kind
from jointly.people.schemas import Wire

_PLAIN = r"^[^\x00-\x1f\x7f<>]*$"
_PARAGRAPHS = r"^[^\x00-\x09\x0b-\x1f\x7f<>]*$"
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120, pattern=_PLAIN)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000, pattern=_PARAGRAPHS)]
Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400, pattern=_PARAGRAPHS)]
Https = Annotated[str, StringConstraints(max_length=300, pattern=r"^https://[^\s\x00-\x20<>\"'\\@]+$")]
Phone = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[0-9+() ]{3,30}$")]
Email = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\".]+$")]
Postcode = Annotated[
    str,
    StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"(?i)^[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}$"),
]
Time = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Age = Annotated[int, Field(ge=0, le=120)]
Stated = Literal[tuple(name for name in FACETS if name not in DECIDED)]
Condition = Literal[CONDITIONS]
Group = Literal[GROUPS]
What = Literal["was-not-on", "wrong-time", "wrong-place", "other"]
Came = Literal["put-right", "was-right", "noted"]


class Profile(Wire):
    """The public side of an organisation."""

    description: Text | None
    url: Https | None
    email: Email | None
    phone: Phone | None
    charity: Annotated[str, StringConstraints(pattern=r"^(SC|NIC)?[0-9]{5,8}$")] | None


class Where(Wire):
    """Where it is. The whole address, so that people get there; `access` is how to get in."""

    name: Line
    street: Line
    town: Line
    postcode: Postcode
    access: Short | None


class Runs(Wire):
    """When it runs. Every `interval` days, weeks or months from `first` on; in months on the first (1) to fourth, or
    last (-1), of these weekdays. Without `every` it is once."""

    first: date
    start: Time
    end: Time
    every: Literal["week", "month"] | None
    interval: Annotated[int, Field(ge=1, le=12)] = 1
    days: Annotated[list[Day], Field(max_length=7)] = []
    weeks: Annotated[list[Literal[1, 2, 3, 4, -1]], Field(max_length=5)] = []
    last: date | None = None
    not_on: Annotated[list[date], Field(max_length=60)] = []

    @model_validator(mode="after")
    def _makes_sense(self):
        if self.end <= self.start:
            raise ValueError("it ends after it starts")
        if self.last and self.last < self.first:
            raise ValueError("the last day comes after the first")
        if (self.every is None) != (not self.days):
            raise ValueError("what comes again needs its days, and what is once has none")
        if (self.every == "month") != bool(self.weeks):
            raise ValueError("each month needs to say in which weeks")
        return self


class Cost(Wire):
    """What it costs, in pence; free is said outright, as one cost of 0."""

    pence: Annotated[int, Field(ge=0, le=100_000)]
    words: Line | None


class NewListing(Wire):
    """A session, group or service as an organisation says it. What is not said stays "not stated"."""

    name: Line
    kind: Kind
    summary: Text
    attendance: Attendance
    where: Where | None
    join_url: Https | None
    runs: Annotated[list[Runs], Field(max_length=6)]
    costs: Annotated[list[Cost], Field(max_length=6)]
    stated: dict[Stated, bool]
    conditions: Annotated[list[Condition], Field(max_length=len(CONDITIONS))]
    groups: Annotated[list[Group], Field(max_length=4)]
    activity: UUID | None
    referral: Literal["self", "professional", "either"] | None
    eligibility: Short | None
    to_bring: Short | None
    capacity: Annotated[int, Field(ge=1, le=10_000)] | None
    min_age: Age | None
    max_age: Age | None
    gender: Literal["any", "female", "male"] | None
    languages: Annotated[list[Line], Field(max_length=8)]
    contact: Line | None
    phone: Phone | None
    email: Email | None
    url: Https | None
    booking_url: Https | None
    published: bool

    @model_validator(mode="after")
    def _makes_sense(self):
        if self.attendance != "online" and self.where is None:
            raise ValueError("what is in a place says where")
        if self.min_age and self.max_age and self.min_age > self.max_age:
            raise ValueError("the youngest is not older than the oldest")
        return self


class DateChange(Wire):
    """One date that is not as the others: cancelled, or moved to another start and end; null for as usual again."""

    start: AwareDatetime
    """When it would have been."""
    change: Literal["cancelled", "moved"] | None
    to_start: AwareDatetime | None = None
    to_end: AwareDatetime | None = None
    words: Short | None = None

    @model_validator(mode="after")
    def _makes_sense(self):
        if (self.change == "moved") != (self.to_start is not None and self.to_end is not None):
            raise ValueError("a moved date has its new start and end, and no other has")
        if self.to_start and self.to_end and self.to_end <= self.to_start:
            raise ValueError("it ends after it starts")
        return self


class Mine(Wire):
    """A listing as its publisher sees it. `said` is what was said last, to be changed or copied."""

    id: UUID
    said: NewListing
    state: Literal["shown", "waiting", "hidden", "cancelled", "gone"]
    freshness: Literal["fresh", "fading", "hidden"]
    asked: bool
    """"Still correct?" is to be answered now."""
    over: bool
    """Its last date has passed: people find it no more, and there is nothing left to be asked about."""
    checked_at: datetime | None
    next_at: datetime | None
    reports: int


class TakenBack(Wire):
    """ "Still correct" is taken back: when it was last confirmed before."""

    checked_at: AwareDatetime


class ActivityChoice(Wire):
    """An activity that a listing can be of, by its id and label in the OpenActive list, with our group."""

    id: UUID
    label: str
    group: str


class Board(Wire):
    """Everything that one organisation publishes here, 500 at most, and the activities to choose from."""

    organisation: UUID
    name: str
    profile: Profile
    approved: bool
    listings: list[Mine]
    activities: list[ActivityChoice]


class NewReport(Wire):
    """Somebody says that a listing was wrong."""

    listing: UUID
    what: What
    on: date | None
    words: Short | None


class ReportSaid(Wire):
    """A report, to its publisher and to the service. `name` is the listing's and `by` who runs it; `by_staff` tells
    whether one of the team said it, `answer` what came of it."""

    id: UUID
    listing: UUID
    name: str
    by: str
    what: What
    on: date | None
    words: str | None
    by_staff: bool
    made_at: datetime
    answered_at: datetime | None
    answer: Came | None


class ToLookAt(Wire):
    """How many organisations wait for the service's yes, none for those who cannot give it; and how many reports that
    something was wrong nobody has answered."""

    organisations: int
    reports: int


class Waiting(Wire):
    """An organisation that publishes for the first time, with what it would show."""

    organisation: UUID
    name: str
    profile: Profile
    listings: list[NewListing]
