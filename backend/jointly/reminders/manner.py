"""How somebody is told, apart from when: kept sealed beside their plan, so that telling need not open their record."""

from typing import Annotated

import msgspec
from msgspec import Meta

from jointly.kit.sealing import SealingKey
from jointly.plans.schemas import TimeOfDay, Weekday
from jointly.record.schemas import Zone
from jointly.reminders.entries import Email, Quiet, Reminding

PLACE = b"reminded"


class Rounds(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What staff and groups are reminded of, on which days and at what time; they have no record that could say it."""

    kinds: Annotated[list[str], Meta(max_length=6)]
    time: TimeOfDay
    days: Annotated[list[Weekday], Meta(max_length=7)]
    zone: Zone
    quiet: Quiet | None = None
    email: Email | None = None
    detailed: bool = False


class Manner(msgspec.Struct, frozen=True, omit_defaults=True):
    """Whether names may be said, and where else than by push somebody is reached. `rounds` are the wishes of staff;
    `zone` is where their days begin."""

    detailed: bool = False
    email: str | None = None
    mobile: str | None = None
    rounds: Rounds | None = None
    zone: Zone = "Europe/London"


NO_MANNER = Manner()


def manner_of(wished: Reminding) -> Manner:
    """What of somebody's wishes says how they are told."""
    return Manner(wished.detailed, wished.email, wished.mobile, zone=wished.zone)


def manner_with(rounds: Rounds) -> Manner:
    """The same of staff."""
    return Manner(rounds.detailed, rounds.email, None, rounds, rounds.zone)


def sealed(key: SealingKey, manner: Manner) -> bytes:
    """As it is kept."""
    return key.seal(msgspec.json.encode(manner), PLACE)


def opened(key: SealingKey, kept: bytes | None) -> Manner:
    """As it was kept; nothing was, for who never said."""
    return msgspec.json.decode(key.open(kept, PLACE), type=Manner) if kept else NO_MANNER
