"""Referrers' codes on the wire."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from jointly.people.schemas import Wire
from jointly.people.staff_schemas import OrganisationName

ReferrerSource = Literal["practice", "agency"]


class NewReferrer(Wire):
    """A practice or an agency that is to have a code."""

    source: ReferrerSource
    name: OrganisationName


class Referrer(Wire):
    """A practice or an agency that has a code, or had one: `ends_at` says until when."""

    id: UUID
    source: ReferrerSource
    name: str
    made_at: datetime
    ends_at: datetime


class Referrers(Wire):
    """At most 500, newest first."""

    referrers: list[Referrer]


class ReferrerCode(Wire):
    """A referrer's code that was made. It is shown once."""

    id: UUID
    name: str
    code: str
    link: str
    ends_at: datetime
