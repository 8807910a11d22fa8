"""Notices on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from jointly.people.schemas import Wire


class Notice(Wire):
    """Something to tell whoever is signed in. `kind` names its message; `subject` is whose record it concerns."""

    id: UUID
    kind: str
    about: UUID
    subject: UUID | None
    at: datetime
    seen_at: datetime | None


class Seen(Wire):
    """Notices that were seen."""

    ids: Annotated[list[UUID], Field(max_length=200)]
