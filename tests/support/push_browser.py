"""A browser's half of web push, by other code than the sender's: keys, reading by http_ece, checking by py_vapid."""

import json
import os
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from secrets import token_urlsafe

import http_ece
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02

ONE_DAY = 24 * 60 * 60


class Unreadable(Exception):
    """Not encrypted for this browser."""


def base64url(some: bytes) -> str:
    """As browsers write keys."""
    return urlsafe_b64encode(some).rstrip(b"=").decode()


def from_base64url(text: str) -> bytes:
    """The bytes of it."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


@dataclass
class Browser:
    """One subscription: `url`, `p256dh` and `auth` are what the page gives to the server."""

    base: str
    server_key: str
    """Who alone may write to it."""
    gone: bool = False
    secret: bytes = field(default_factory=lambda: os.urandom(16), repr=False)
    private: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def __post_init__(self) -> None:
        self.url = self.base + token_urlsafe(32)
        point = self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.p256dh, self.auth = base64url(point), base64url(self.secret)

    def read(self, body: bytes) -> bytes:
        """What was encrypted for it; raises `Unreadable`."""
        try:
            return http_ece.decrypt(body, private_key=self.private, auth_secret=self.secret)
        except (http_ece.ECEException, InvalidTag, ValueError, IndexError):
            raise Unreadable from None


def checked_vapid(authorization: str, server_key: str, audience: str) -> dict[str, object] | int:
    """What the sender says of itself, or the status to refuse it with: 401, or 403 for another key than subscribed."""
    try:
        fields = dict(part.split("=", 1) for part in authorization.removeprefix("vapid ").split(","))
        claims = json.loads(from_base64url(fields["t"].split(".")[1]))
        sound = Vapid02.verify(authorization)
    except (AssertionError, KeyError, IndexError, ValueError):
        return 401
    now = time.time()
    if not sound or claims.get("aud") != audience or not now < claims.get("exp", 0) <= now + ONE_DAY:
        return 401
    return claims if fields["k"] == server_key else 403
