"""Saying who sends (VAPID, RFC 8292): keys by their id, and the header that each push service wants, signed rarely."""

import re
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

LASTS = timedelta(hours=12)
"""How long a header is good for; 24 h are allowed, and clocks differ."""
RENEWED = timedelta(hours=11)
"""How long we use it."""
_KEPT = 500
"""Headers that are kept: one for each push service and key, but of two services there can be any number of hosts."""
_CONTACT = re.compile(r"mailto:[^\s@<>,;:]+@[a-z0-9-]+(\.[a-z0-9-]+)+|https://[a-z0-9-]+(\.[a-z0-9-]+)+(/\S*)?", re.I)
_SECRET = 32


class BadKey(ValueError):
    """What was given cannot sign pushes; the text says why and holds no secret."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the service's own. Browsers subscribe with `public`, and are written to with that key for ever.

    `id` is 8 letters that tell it from others; `public` is its point (65 bytes) in base64url.
    """

    id: str
    public: str
    secret: ec.EllipticCurvePrivateKey = field(repr=False, compare=False)

    @classmethod
    def from_secret(cls, secret: bytes) -> "Key":
        """The key of 32 random bytes; raises `BadKey` for others."""
        if len(secret) != _SECRET:
            raise BadKey(f"a key for web push has {_SECRET} bytes, not {len(secret)}")
        try:
            private = ec.derive_private_key(int.from_bytes(secret), ec.SECP256R1())
        except ValueError:
            raise BadKey("these bytes are no key of the curve P-256: take other random ones") from None
        point = private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return cls(_text(sha256(point).digest())[:8], _text(point), private)

    def header(self, origin: str, contact: str, until: datetime) -> str:
        """What `origin` wants in `Authorization`, good `until` then."""
        claims = {"aud": origin, "exp": int(until.timestamp()), "sub": contact}
        return f"vapid t={jwt.encode(claims, self.secret, algorithm='ES256')},k={self.public}"


class Keys:
    """The key for new subscriptions, and older ones until nobody is left who subscribed with them."""

    def __init__(self, current: Key, older: tuple[Key, ...] = ()) -> None:
        self.current = current
        self._by_id = {key.id: key for key in (*older, current)}

    def of(self, id: str) -> Key | None:
        """The key with this id, if we still have it."""
        return self._by_id.get(id)

    def with_public(self, public: str) -> Key | None:
        """The key with this public point, if we still have it."""
        return next((key for key in self._by_id.values() if key.public == public.rstrip("=")), None)


class Headers:
    """The signed headers, each used for hours. `contact` is whom a push service can ask: `mailto:` or `https://`."""

    def __init__(self, contact: str, now: Callable[[], datetime]) -> None:
        if not _CONTACT.fullmatch(contact):
            # One of them answers 403 to an address that cannot be written to.
            raise BadKey("the contact for web push is mailto: and a real address, or an https:// address")
        self._contact = contact
        self._now = now
        self._kept: dict[tuple[str, str], tuple[datetime, str]] = {}

    def of(self, origin: str, key: Key) -> str:
        """The header for a push service; a clock that was set back makes a new one too."""
        now = self._now()
        made_at, header = self._kept.get((origin, key.id), (None, ""))
        if made_at is None or not made_at <= now < made_at + RENEWED:
            header = key.header(origin, self._contact, now + LASTS)
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            self._kept[origin, key.id] = (now, header)
        return header


def _text(some: bytes) -> str:
    return urlsafe_b64encode(some).rstrip(b"=").decode()
