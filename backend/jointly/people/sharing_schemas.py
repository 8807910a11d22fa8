"""Sharing on the wire."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints

from jointly.people.rules import As, WithKind
from jointly.people.schemas import Called, CodeText, Wire

Scope = Literal["pain", "exercise", "checkins", "notes"]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]


class NewShare(Wire):
    """What somebody wants to share. A share with an organisation holds what a referral needs, whatever is asked.

    `with_id` is none for the service itself and for a carer, who comes by a code. `called` is what the giver calls
    a carer.
    """

    with_kind: Literal["person", "service", "organisation"]
    with_id: UUID | None = None
    called: Called | None = None
    scopes: Annotated[list[Scope], Field(max_length=4)]
    may_write: bool = False
    why: Words | None = None
    ends_at: AwareDatetime | None = None


class Share(Wire):
    """A share as its giver sees it. `why` of an emergency is the reason that was given for it."""

    id: UUID
    with_kind: WithKind
    with_id: UUID | None
    called: str | None
    scopes: list[str]
    may_write: bool
    why: str | None
    given_at: datetime
    ends_at: datetime | None
    ended_at: datetime | None


class Received(Wire):
    """What somebody else shares with whoever is signed in, all their shares taken together."""

    subject: UUID
    called: str | None
    as_: As
    scopes: list[str]
    may_write: bool
    ends_at: datetime | None


class Shares(Wire):
    """Given: at most 200, the newest first. Received: at most 300."""

    given: list[Share]
    received: list[Received]


class Accept(Wire):
    """A carer's code, as it was typed or opened from a link."""

    code: CodeText


class Emergency(Wire):
    """Why a record has to be opened that is not shared. The person will read it."""

    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=300)]


class Looked(Wire):
    """One thing that was done with somebody's record. `by` is none for the operator and for jobs: see `role`."""

    number: int
    at: datetime
    by: UUID | None
    called: str | None
    role: str
    action: str
    what: list[str]
    count: int
    purpose: str


class AccessLog(Wire):
    """At most 100, the newest first; `more` means ask again with `before` = the last number."""

    rows: list[Looked]
    more: bool
