"""A slot: one thing at one local time. Its key is the same however often it is worked out, on the phone as here.

Cases that both are held to: tests/verification/reminder-keys.yaml.
"""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Literal
from uuid import UUID

Kind = Literal[
    "exercise", "check-in", "session", "change", "reply", "date", "week", "unanswered", "due", "referral", "confirm"
]
KEY_BYTES = 16


@dataclass(frozen=True, slots=True, order=True)
class Planned:
    """What is due: told at `at` or, after an outage, as long as it is before `until` (both in UTC).

    `about` says what it is for, among those of its kind; `local` is the local day or time that it belongs to.
    """

    at: datetime
    key: str
    kind: Kind
    about: str
    local: str
    until: datetime

    @property
    def id(self) -> UUID:
        """The key as the database has it."""
        return id_of(self.key)


def key_of(secret: bytes, kind: str, about: str, local: str) -> str:
    """The key of a slot: 16 bytes of HMAC-SHA-256 (RFC 2104) in base64url, from the person's own 16 random bytes.

    >>> key_of(bytes(range(16)), "exercise", "", "2026-11-22T09:00")
    'pxNRNem3NR3zUGm4Id5nEQ'
    """
    digest = hmac.new(secret, f"{kind}|{about}|{local}".encode(), sha256).digest()
    return urlsafe_b64encode(digest[:KEY_BYTES]).decode().rstrip("=")


def id_of(key: str) -> UUID:
    """The 16 bytes of a key as an id."""
    return UUID(bytes=secret_of(key))


def key_from(id: UUID) -> str:
    """The key that an id was made of."""
    return urlsafe_b64encode(id.bytes).decode().rstrip("=")


def secret_of(key: str) -> bytes:
    """The 16 bytes that 22 characters of base64url stand for."""
    return urlsafe_b64decode(key + "==")
