"""What a push service holds a sender to (RFC 8292): who it is, for which service, and for how long."""

import time
from base64 import urlsafe_b64decode
from collections.abc import Collection

import jwt
from cryptography.hazmat.primitives.asymmetric import ec

ONE_DAY = 24 * 60 * 60


class Refused(Exception):
    """The header is missing, badly signed, out of date, for another service, or by somebody else's key."""


def check(authorization: str, *, key: str, origins: Collection[str]) -> None:
    """Raises `Refused` unless it was signed with the key that the browser subscribed with (base64url)."""
    scheme, _, said = authorization.partition(" ")
    fields = dict(part.strip().partition("=")[::2] for part in said.split(","))
    if scheme.lower() != "vapid" or fields.get("k", "").rstrip("=") != key.rstrip("="):
        raise Refused("not signed with the key of this subscription")
    try:
        public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), from_base64url(fields["k"]))
        wanted = {"require": ["aud", "exp", "sub"]}
        claims = jwt.decode(fields["t"], public, algorithms=["ES256"], audience=list(origins), options=wanted)
    except (KeyError, ValueError, jwt.InvalidTokenError) as fault:
        raise Refused(str(fault)) from fault
    if claims["exp"] > time.time() + ONE_DAY:
        raise Refused("good for more than a day")


def from_base64url(text: str) -> bytes:
    """The bytes of it, with or without the filling at its end."""
    return urlsafe_b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4))
