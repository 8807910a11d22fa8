"""What somebody asks for and reads of their own support, on the wire."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from jointly.people.schemas import Wire
from jointly.prescribing.rules import referral
from jointly.prescribing.schemas import Source, Text


class NewOwnReferral(Wire):
    """Somebody asks for support, agrees that the team keeps a record of it, and may say why in their own words."""

    agreed: Literal[True]
    words: Text | None = None


class OwnReferral(Wire):
    """Where somebody's own episode stands, without what the team wrote down for itself.

    `called` has it in hand, none while nobody has taken it. `attempts` counts the times that the team tried to reach
    them. `words` are what they wrote themselves when they asked, `referrer` who else asked for them.
    """

    id: UUID
    source: Source
    state: referral.State
    called: str | None
    referrer: str | None
    words: str | None
    received_at: datetime
    attempts: int
    first_contact_at: datetime | None
    accepted_at: datetime | None
    closed_at: datetime | None
    outcome: referral.Outcome | None
    has_letter: bool
    """Whether the team wrote to them about it as it ended."""
