"""What one running process holds: its databases, its keys and its name."""

from dataclasses import dataclass, field
from uuid import UUID

from jointly.kit.db import Database
from jointly.kit.metering import Meter
from jointly.kit.sealing import SealingKey
from jointly.people.setup_schemas import Setup
from jointly.people.vault import Vault


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
    """Makes the keyed digests by which codes are found without being kept."""
    audit_key: bytes
    """Makes the hashes of the audit's chains."""
    service: UUID
    defaults: Setup
    """The service's settings where nobody has set them: see `people.setup`."""
    origin: str
    demonstration: bool
    nhs_login: bool = False
    """Whether one can sign in with NHS login."""
    noted: Noted = field(default_factory=Noted)
    meter: Meter = field(default_factory=Meter)
    """How much was asked of this process: see `people.limits`."""

    @property
    def name(self) -> str:
        """What the service is called, as last read; `setup.present` reads it anew."""
        return (self.noted.setup or self.defaults).name
