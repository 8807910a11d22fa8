"""Arrivals on the wire."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import StringConstraints

from jointly.people.schemas import CodeText, Wire
from jointly.prescribing.schemas import Line, Name, ReferralDetails, Source, Text

_PLAIN = r"^[^\x00-\x1f\x7f]*$"
Given = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=35, pattern=_PLAIN)]
"""PRSB's given and family names are 35 characters each."""
Typed = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40, pattern=_PLAIN)]
Postcode = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, to_upper=True, pattern=r"(?i)^[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}$", max_length=8
    ),
]
Prefers = Literal["phone", "text", "email", "letter"]
Alike = Literal["nhs", "born"]


class NewArrival(Wire):
    """Somebody who is referred: who they are, how to reach them, and why. An NHS number may have spaces.

    `agreed` says how they agreed to be referred and to the team keeping a record.
    """

    given_name: Given
    family_name: Given
    born_on: date
    nhs_number: Typed | None = None
    postcode: Postcode | None = None
    phone: Typed | None = None
    email: (
        Annotated[str, StringConstraints(strip_whitespace=True, max_length=254, pattern=r"^[^@\s]+@[^@\s]+$")] | None
    ) = None
    prefers: Prefers | None = None
    referrer: Name | None = None
    referrer_role: Name | None = None
    contact: Name | None = None
    reason: Line | None = None
    referrer_view: Text | None = None
    own_view: Text | None = None
    return_to: Name | None = None
    practice_code: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{3,6}$")] | None = None
    agreed: Literal["asked", "form"]


class Referring(Wire):
    """A referrer's code, as it was typed or opened from a link."""

    code: CodeText


class ReferringAs(Wire):
    """Whose code it is, and whom it refers to."""

    name: str
    service: str


class OutsideReferral(Wire):
    """A referral with a referrer's code. `id` is made by the form, so that sending it again is harmless."""

    code: CodeText
    id: UUID
    who: NewArrival


class StaffReferral(Wire):
    """A referral that one of the team writes down, of somebody who has no record here yet."""

    source: Source
    organisation: Name | None = None
    who: NewArrival


class Receipt(Wire):
    """That a referral was kept. It says nothing of the one who was referred, nor whether they were known."""

    number: str
    received_at: datetime
    service: str
    days: int
    """Within how many days the team is to look at it."""


class AlikePerson(Wire):
    """Somebody known here who has something in common with an arrival. Only a human says whether they are the same."""

    person: UUID
    called: str | None
    alike: list[Alike]
    open: bool
    """Whether they are being supported now."""


class Arrival(Wire):
    """A referral that nobody of the team has taken yet."""

    id: UUID
    person: UUID
    called: str | None
    source: Source
    state: str
    received_at: datetime
    next_on: date | None
    number: str
    details: ReferralDetails | None
    same_as: list[AlikePerson]


class Arrivals(Wire):
    """At most 500, the longest waiting first."""

    arrivals: list[Arrival]


class ArrivalsCount(Wire):
    """How many referrals nobody has taken, and since when the first of them waits: nothing of anybody."""

    count: int
    since: datetime | None


class Settled(Wire):
    """Whose a referral is after somebody said that two are the same."""

    referral: UUID
    person: UUID
    state: str
