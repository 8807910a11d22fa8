"""What one running process holds: its databases, its keys and its name."""

from collections.abc import Awaitable, Callable, Generator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from jointly.kit.db import Database
from jointly.kit.map_tiles import MapTiles
from jointly.kit.metering import Meter
from jointly.kit.push import Keys
from jointly.kit.sealing import SealingKey
from jointly.people.setup_schemas import Setup
from jointly.people.vault import Session, Vault


@dataclass(slots=True)
class Noted:
    """The service's settings as this process last read them, and until when (monotonic) they need not be read again."""

    setup: Setup | None = None
    until: float = 0.0


@dataclass(frozen=True, slots=True)
class House:
    """Handed to every verb. Made once by the app, or by a command when no server runs."""

    db: Database
    vault: Vault
    index_key: SealingKey
    """Makes the keyed digests by which codes are found without being kept, and seals the names of referrers."""
    audit_key: bytes
    """Makes the hashes of the audit's chains."""
    service: UUID
    defaults: Setup
    """The service's settings where nobody has set them: see `people.setup`."""
    origin: str
    demonstration: bool
    feeds_private_hosts: tuple[str, ...] = ()
    """Hosts inside our own network that feeds may be read from."""
    map_tiles: MapTiles | None = None
    """Where the pictures of a map come from; none means that there is no map."""
    postcodes_io: str | None = None
    """Where postcodes are asked for outside; none means nowhere."""
    content: Path | None = None
    """An edited content tree; none means the one that came with the program."""
    nhs_login: bool = False
    """Whether one can sign in with NHS login."""
    when_ended: tuple[Callable[[UUID, datetime], Generator[Any, Any, Any]], ...] = ()
    """Units of rooms above: what else ends with an organisation, of this id and at this time, in one transaction."""
    when_withdrawn: tuple[Callable[..., Generator[Any, Any, Any]], ...] = ()
    """Units of rooms above: what else ends with a share, in one transaction. They are given the house, whose share it
    was, with whom (kind and id), of which scopes, when, and as `mine` whether that person ended it."""
    after_withdrawn: tuple[Callable[["House", Session, UUID], Awaitable[None]], ...] = ()
    """Verbs of rooms above, after a share ended: what the phone of the person whose share it was is told of it."""
    when_left: tuple[Callable[[UUID, UUID, datetime], Generator[Any, Any, Any]], ...] = ()
    """Units of rooms above: what becomes of what one of the staff of this service had in hand, when their work here
    ends, in one transaction."""
    after_listing_changed: tuple[Callable[["House", UUID, UUID], Awaitable[None]], ...] = ()
    """Verbs of rooms above, after somebody published a listing anew, deleted it or changed a date of it: who hears of
    it. They are given the listing and who did it."""
    push_keys: Keys | None = None
    """What pushes are signed with; none means that nobody is pushed to."""
    push_hosts: frozenset[str] = frozenset()
    """Push services beside the known ones, that the operator trusts."""
    channels: tuple[str, ...] = ()
    """How people are reminded besides by push: `email`, `sms`."""
    noted: Noted = field(default_factory=Noted)
    meter: Meter = field(default_factory=Meter)
    """How much was asked of this process: see `people.limits`."""

    @property
    def name(self) -> str:
        """What the service is called, as last read; `setup.present` reads it anew."""
        return (self.noted.setup or self.defaults).name
