"""Bodies of the entries that this room owns: how somebody wants to be reminded, and dates of their own.

They belong to nobody's share. The phone works out the same keys from them (pwa/src/shared/reminders/).
"""

from datetime import date
from typing import Annotated, ClassVar, Literal

import msgspec
from msgspec import Meta

from jointly.people.rules import OWN
from jointly.plans.schemas import TimeOfDay, Weekday
from jointly.record.schemas import Body, Zone

Key = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{22}$(?!\n)")]
"""16 random bytes in base64url, made by the phone on which reminders were first turned on."""
Wanted = Literal["exercise", "check-in", "session", "change", "reply", "date"]
What = Annotated[str, Meta(min_length=1, max_length=80)]
Email = Annotated[str, Meta(min_length=3, max_length=254)]
Mobile = Annotated[str, Meta(pattern=r"^\+[1-9][0-9]{7,14}$(?!\n)")]


class Weekly(msgspec.Struct, forbid_unknown_fields=True, frozen=True, gc=False):
    """On which day and at what time the weekly question comes."""

    day: Weekday
    time: TimeOfDay


class Quiet(msgspec.Struct, forbid_unknown_fields=True, frozen=True, gc=False):
    """Hours in which nothing is told, in local time; they may go over midnight. `from` itself is quiet, `to` is not."""

    # The same time twice means none: there is no way to say the whole day, which is what a pause is for.

    from_: TimeOfDay = msgspec.field(name="from")
    to: TimeOfDay


class Reminding(Body):
    """How somebody wants to be reminded: of what, in which zone, when not, and where else than on their phone.

    `paused_until` is the first day on which they are reminded again. `detailed`: names may stand on a lock screen.
    `email` and `mobile` are used only when their phone is not reached, and only if the service has that channel.
    """

    scope: ClassVar[str] = OWN

    key: Key
    zone: Zone
    kinds: Annotated[list[Wanted], Meta(max_length=6, extra_json_schema={"uniqueItems": True})]
    week: Weekly | None = None
    quiet: Quiet | None = None
    paused_until: date | None = None
    detailed: bool = False
    email: Email | None = None
    mobile: Mobile | None = None


class OwnDate(Body):
    """A date that somebody set themselves, such as a blood test."""

    scope: ClassVar[str] = OWN

    on: date
    what: What
    at: TimeOfDay | None = None


KINDS: dict[str, type[Body]] = {"reminding": Reminding, "own-date": OwnDate}
