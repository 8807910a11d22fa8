"""Reminders on the wire."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field
from typing_extensions import TypedDict

from jointly.people.schemas import Wire

TimeOfDay = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class Push(Wire):
    """With which key a browser subscribes (base64url)."""

    key: str


class Reached(Wire):
    """A browser that is pushed to: its name among the devices, since when, when it last showed something, and whether
    it has to subscribe again."""

    device: UUID
    name: str
    since: datetime
    reached_at: datetime | None
    wants: Literal["ok", "resubscribe"]


class Reminders(Wire):
    """How somebody can be reached here, and when they last were. `calendar`: a private link is in use. `stopped_at`:
    when they ended e-mails by the link in one."""

    push: Push | None
    channels: list[str]
    devices: list[Reached]
    reached_at: datetime | None
    calendar: bool
    stopped_at: datetime | None


class Item(Wire):
    """One thing that is due: its key, what it is, what it is about, and the local day or time that it belongs to."""

    key: str
    kind: str
    about: str
    local: str
    until: datetime


class Coming(Wire):
    """What will be told at one time, on the clock of the zone that was wished."""

    at: datetime
    local: str
    items: list[Item]


class Rehearsal(Wire):
    """Exactly what will be told in the days that come, as everything stands."""

    zone: str | None
    tellings: list[Coming]


class WasTold(Wire):
    """One thing that was told: its kind and the local time that it belonged to."""

    kind: str
    local: str


class Answerable(Wire):
    """What can be answered to a message in the app, as on its notification: by which token, until when, and what."""

    token: str
    until: datetime
    says: list[Literal["done", "later"]]


class Told(Wire):
    """One message of the past, and what became of it. `items` is why it came; `answer` is none once it was answered or
    is of no use any more."""

    id: UUID
    at: datetime
    channel: Literal["push", "email", "sms", "list"]
    state: Literal["sent", "failed", "waiting"]
    items: list[WasTold]
    shown_at: datetime | None
    done_at: datetime | None
    later_at: datetime | None
    answer: Answerable | None


class ToldList(Wire):
    """The last 50, the newest first."""

    told: list[Told]


class NewSubscription(Wire):
    """What a browser gave when it subscribed: its endpoint and its two keys (base64url), and the key that it used."""

    endpoint: Annotated[str, Field(max_length=1000)]
    p256dh: Annotated[str, Field(max_length=100)]
    auth: Annotated[str, Field(max_length=40)]
    key: Annotated[str, Field(max_length=100)]


class OwnSubscription(Wire):
    """Whether this browser is pushed to, and whether it has to subscribe again."""

    here: bool
    wants: Literal["ok", "resubscribe"]


class Tried(Wire):
    """How many messages a test sent, and by which channel."""

    sent: int
    channel: str


class Said(Wire):
    """What a notification answers, by its token alone. `at` is when, on the phone's clock."""

    token: Annotated[str, Field(max_length=64)]
    said: Literal["shown", "done", "later"]
    at: datetime


QuietHours = TypedDict("QuietHours", {"from": TimeOfDay, "to": TimeOfDay})
"""From when until when nothing is told."""


class RoundsWished(Wire):
    """What staff and groups are reminded of, and when."""

    kinds: Annotated[list[Literal["unanswered", "due", "confirm", "referral", "reply", "change"]], Field(max_length=6)]
    time: TimeOfDay = "08:30"
    days: Annotated[list[Weekday], Field(max_length=7)] = ["mon", "tue", "wed", "thu", "fri"]
    zone: Annotated[str, Field(max_length=40, pattern=r"^[A-Za-z0-9_+\-/]+$")] = "Europe/London"
    quiet: QuietHours | None = None
    email: Annotated[str, Field(min_length=3, max_length=254)] | None = None


class CalendarLink(Wire):
    """The private address of somebody's reminders as a calendar."""

    address: str


class DeadLetter(Wire):
    """A message that came to nothing, for an operator: no words and no address, only what went wrong."""

    id: UUID
    person: UUID
    channel: str
    kinds: str
    made_at: datetime
    tries: int
    fault: str | None
