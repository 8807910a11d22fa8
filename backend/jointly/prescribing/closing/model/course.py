"""What happened: how somebody was referred, who met them, what was tried, and the scores before and after."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from jointly.prescribing.closing.model.fields import LONG, MUST, NAME, TEXT, Coded, many, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Referrer:
    """Who referred, filled from their sign-in where they have one."""

    name: str = words(NAME, must=True)
    service: str = words(NAME, must=True)
    organisation: str = words(NAME, must=True)
    contact: str = words(NAME, must=True)
    role: str = words(NAME)
    team: str = words(NAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """How somebody came to the service. `to` is the service; `return_to` is where the answer goes."""

    on: date | None = None
    referrer: Referrer = field(default_factory=Referrer)
    method: Literal["", "phone", "secure", "letter", "e-rs", "self", "form", "file"] = ""
    reason: str = words(TEXT)
    to: str = words(NAME, must=True)
    return_to: str = words(NAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How the episode went. `accepted_on` is when the person said yes to support, in the first interaction.

    `coded_before`: another message of this episode carried the SNOMED CT code of its beginning, so this one does not.
    """

    outcome: Literal[
        "",
        "declined",
        "unable",
        "unsuitable",
        "goals-met",
        "part-met",
        "moved",
        "disengaged",
        "died",
        "withdrawn",
        "other",
    ] = words(must=True)
    accepted_on: date | None = None
    declined_on: date | None = None
    closed_on: date | None = field(default=None, metadata=MUST)
    comment: str = words(TEXT)
    coded_before: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A conversation or a meeting with the person. Attempts that nobody answered are none."""

    at: datetime | None = None
    location: str = words(TEXT)
    seen_by: tuple[str, ...] = many(most=NAME)
    responsible: str = words(NAME)
    kind: str = words(TEXT)
    method: Literal["", "phone", "video", "in-person", "text", "email", "letter", "home", "group"] = ""
    others: tuple[str, ...] = many(most=TEXT)
    outcome: str = words(TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """Something that was suggested or tried, whether it helped or not: both are told.

    `referred_on` is when a group was told of the person, empty where nobody was. `helped` left empty follows from what
    is said to have helped, and not to have helped.
    """

    id: UUID
    what: str = words(TEXT, must=True)
    kind: Literal["activity", "programme", "topic", "check-in", "other"] = "other"
    organisation: str = words(NAME)
    referred_on: date | None = None
    first_on: date | None = None
    last_on: date | None = None
    visits: int = 0
    outcome: Literal["", "said-no", "going-on", "done", "stopped", "not-suitable", "full", "withdrawn", "other"] = ""
    helped: Literal["", "yes", "partly", "no"] = ""
    what_helped: str = words(TEXT)
    what_did_not: str = words(TEXT)

    @property
    def went(self) -> Literal["", "yes", "partly", "no"]:
        """Whether it helped, in a word; empty when nobody has said."""
        if self.helped:
            return self.helped
        if self.what_helped:
            return "partly" if self.what_did_not else "yes"
        return "no" if self.what_did_not else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signpost:
    """Details that were given, and nobody was told: no referral, and counted apart."""

    on: date | None = None
    to: str = words(TEXT, must=True)
    reason: Coded | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One score, as it was counted on a day."""

    on: date
    value: int | float


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One number of a questionnaire at the beginning and later (PRSB assessment).

    `slug` and `version` name the instrument, as answers keep them, and `key` the score of it; `instrument` and `name`
    are their words. `better` is which way is better, empty where neither is. `meaning` says what size of change people
    notice, with whose work says so in `source`; both are the words of the questionnaire.
    """

    slug: str = words(80, must=True)
    version: str = words(20, must=True)
    key: str = words(80, must=True)
    instrument: str = words(TEXT, must=True)
    name: str = words(TEXT, must=True)
    lowest: int | float | None = None
    highest: int | float | None = None
    unit: str = words(10)
    better: Literal["", "higher", "lower"] = ""
    first: Reading | None = field(default=None, metadata=MUST)
    last: Reading | None = None
    meaning: str = words(LONG)
    source: str = words(LONG)
    comment: str = words(TEXT)

    @property
    def change(self) -> int | float | None:
        """The last less the first; none when there is only one."""
        return None if self.first is None or self.last is None else round(self.last.value - self.first.value, 6)
