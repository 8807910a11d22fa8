"""The envelope of `POST /api/sync`."""

from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from jointly.record.schemas import NewVersion, Opened, Refused, Row

MAX_ENTRIES = 500
"""Entries one request may carry, over all its subjects."""
MAX_SUBJECTS = 300
"""People one request may ask about: a link worker's caseload."""

Number = Annotated[int, Meta(ge=0, le=2**53)]


class SyncPush(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """What a device has for, and last heard of, one person: the grant version and feed number of its cursor."""

    subject: UUID
    grant: Number
    number: Number
    entries: Annotated[list[NewVersion], Meta(max_length=MAX_ENTRIES)]


class SyncRequest(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One sync. `device_now` is the device's own clock, `epoch` the one it last heard of."""

    device_now: Annotated[str, Meta(max_length=40)]
    epoch: UUID | None
    subjects: Annotated[list[SyncPush], Meta(max_length=MAX_SUBJECTS)]


class LoosePush(SyncPush, frozen=True):
    """The same with its entries undecoded, so that each stands or falls alone."""

    entries: list[msgspec.Raw] = []


class LooseRequest(SyncRequest, frozen=True):
    """One sync with an entry that is no version at all."""

    subjects: Annotated[list[LoosePush], Meta(max_length=MAX_SUBJECTS)]


class SyncPull(msgspec.Struct, frozen=True):
    """What became of the push and what is new.

    `numbers` are runs of `[index in the request, feed number, length]`: every entry in a run is kept for good.
    `number` is the device's new cursor and `head` the last number there is; `more` means ask again at once.
    `again` means that the database or the grant changed: start from 0 and send everything held once more.
    `withdrawn` means that nothing of this person may be seen (any more): drop all that is held of them.
    `seen` says who else opened this diary; `names` are those of the others who are named here.
    """

    subject: UUID
    grant: int
    number: int
    head: int
    more: bool
    again: bool
    withdrawn: bool
    received_at: str
    numbers: list[tuple[int, int, int]]
    refused: list[Refused]
    rows: list[Row]
    seen: list[Opened]
    names: dict[UUID, str]


class SyncAnswer(msgspec.Struct, frozen=True):
    """The answer to one sync. `erased` names people whose record is gone for good: drop what is held of them."""

    now: str
    epoch: UUID
    subjects: list[SyncPull]
    erased: list[UUID]
