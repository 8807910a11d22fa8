"""What one running process holds: its databases, its keys and its name."""

from dataclasses import dataclass
from uuid import UUID

from jointly.kit.db import Database
from jointly.kit.sealing import SealingKey
from jointly.people.vault import Vault


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
    name: str
    origin: str
    demonstration: bool
