"""A version of an entry on the wire, as `POST /api/sync` carries it.

These are msgspec structs, not Pydantic models: this is the one hot path, and a year of diary is decoded here.
The bodies are structs of their own rooms. `gc=False`: they hold nothing that could hold them, so Python need not look.
"""

import re
from functools import lru_cache
from typing import Annotated, ClassVar, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

_ZONE = r"^[A-Za-z0-9_+\-/]+$"
Zone = Annotated[str, Meta(max_length=40, extra_json_schema={"pattern": _ZONE})]
"""Its pattern is `is_zone`'s to check: a diary has few zones, and each costs a regular expression only once."""
LocalTime = Annotated[
    str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}([+-]\d{2}:\d{2}|Z)$", description="RFC 3339 with offset")
]
is_zone = lru_cache(maxsize=1024)(re.compile(_ZONE).search)
How = Literal["self", "carer", "phone", "paper", "together"]


class Body(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True, frozen=True, gc=False):
    """What one kind of entry says. Unknown fields are refused, and so is a value of another type ("3" is no 3).

    msgspec reads them and not Pydantic, as all that is synced: it takes a tenth of the time.
    """

    scope: ClassVar[str]
    """The part of a diary that it belongs to, when it is shared: one of `people.rules.SCOPES`."""
    stays: ClassVar[bool] = False
    """Whether such an entry is only added to: nobody deletes it, short of deleting the whole account."""
    here: ClassVar[bool] = False
    """Whether such an entry is written by the service itself, and never taken from a device."""


class NewVersion(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True, frozen=True, gc=False):
    """One version as a device sends it.

    The first version of an entry has no `entry` and no `previous`: its id is the entry's. `at` is when it
    happened, in local time with its UTC offset; `picked` says that the person chose that date by hand.
    `gone` deletes, and then there is no `body`.
    """

    id: UUID
    kind: Annotated[str, Meta(max_length=24)]
    at: LocalTime
    zone: Zone
    entry: UUID | None = None
    previous: UUID | None = None
    picked: bool = False
    how: How = "self"
    gone: bool = False
    body: msgspec.Raw = msgspec.field(default_factory=msgspec.Raw)


class Row(msgspec.Struct, omit_defaults=True, frozen=True, gc=False):
    """One version as the feed gives it. `skew_seconds` is the device's clock minus ours, from 2 minutes on."""

    number: int
    id: UUID
    kind: str
    at: str
    zone: str
    by: UUID
    device: UUID
    received_at: str
    entry: UUID | None = None
    previous: UUID | None = None
    picked: bool = False
    how: str = "self"
    gone: bool = False
    skew_seconds: int | None = None
    body: msgspec.Raw | None = None


class Refused(msgspec.Struct, frozen=True):
    """A version that was not kept, and why. It stays on the device."""

    id: str
    code: str
    message: str


class Opened(msgspec.Struct, frozen=True):
    """Somebody else opened the diary at `at`: what it had of `scopes` up to `number`."""

    by: UUID
    number: int
    scopes: list[str]
    at: str


class Page(msgspec.Struct, frozen=True):
    """A stretch of one person's feed, up to `number`; `head` is the last number there is.

    `seen` says, to the person alone, who else opened their diary and how far it had come then.
    """

    number: int
    head: int
    grant: int
    epoch: UUID
    rows: list[Row]
    seen: list[Opened]
    more: bool
