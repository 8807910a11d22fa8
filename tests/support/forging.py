"""Tokens that no honest library makes: written by hand, since ours refuses to."""

import base64
import hmac
import json
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey


def unsigned(claims: dict[str, Any], kid: str) -> str:
    """A token whose header says that it needs no signature."""
    return f"{_part({'alg': 'none', 'typ': 'JWT', 'kid': kid})}.{_part(claims)}."


def with_the_public_key_as_secret(claims: dict[str, Any], kid: str, public: RSAPublicKey) -> str:
    """A token signed by HMAC with a key that everybody has."""
    said = f"{_part({'alg': 'HS512', 'typ': 'JWT', 'kid': kid})}.{_part(claims)}"
    secret = public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return f"{said}.{_text(hmac.digest(secret, said.encode(), 'sha512'))}"


def _part(value: dict[str, Any]) -> str:
    return _text(json.dumps(value).encode())


def _text(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).decode().rstrip("=")
