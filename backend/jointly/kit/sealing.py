"""Sealing: AES-256-GCM for what people wrote, and keyed digests for comparing it.

A sealed field is ``version (1 byte) | nonce (12) | ciphertext and tag``. The associated data binds it to
its place (person, record, version …), so that a row moved elsewhere does not open. Source: NIST SP 800-38D.
"""

import hashlib
import hmac
import os
from collections import deque

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FORMAT = b"\x01"
KEY_BYTES = 32
DIGEST_BYTES = 16


class Unreadable(Exception):
    """A sealed field that does not open: wrong key, wrong place, or damaged."""


class SealingKey:
    """One 256-bit key: seals, opens and makes digests. Each use has a key of its own derived from it."""

    __slots__ = ("_aead", "_digest_key", "_secret")

    def __init__(self, secret: bytes) -> None:
        if len(secret) != KEY_BYTES:
            raise ValueError(f"a key has {KEY_BYTES} bytes")
        self._aead = AESGCM(derive(secret, b"seal"))
        # Most keys open one field and are let go of: a job opens 50,000 of them.
        self._secret, self._digest_key = secret, b""

    def seal(self, plain: bytes, place: bytes) -> bytes:
        """`plain` sealed for `place`."""
        nonce = _nonce()
        return FORMAT + nonce + self._aead.encrypt(nonce, plain, FORMAT + place)

    def open(self, sealed: bytes, place: bytes) -> bytes:
        """What was sealed for `place`; raises `Unreadable`."""
        if sealed[:1] != FORMAT:
            raise Unreadable("unknown format")
        try:
            return self._aead.decrypt(sealed[1:13], sealed[13:], FORMAT + place)
        except InvalidTag:
            raise Unreadable("does not open here") from None

    def digest(self, plain: bytes) -> bytes:
        """A keyed digest (BLAKE2b, 16 bytes): equal content can be seen without being guessed from a bare hash."""
        if not self._digest_key:
            self._digest_key = derive(self._secret, b"digest")
        return hashlib.blake2b(plain, digest_size=DIGEST_BYTES, key=self._digest_key).digest()


_nonces: deque[bytes] = deque()
os.register_at_fork(after_in_child=_nonces.clear)


def _nonce() -> bytes:
    """12 random bytes, never the same twice: each is taken out of the pool for good, which threads may do at once.

    Asking the system for each by itself lets another thread in every time, and costs more than sealing.
    """
    try:
        return _nonces.pop()
    except IndexError:
        fresh = os.urandom(12 * 256)
        _nonces.extend(fresh[start : start + 12] for start in range(12, len(fresh), 12))
        return fresh[:12]


def derive(secret: bytes, purpose: bytes) -> bytes:
    """A key for one purpose from `secret` (HMAC-SHA-256 as a one-block HKDF expand)."""
    return hmac.digest(secret, b"jointly/" + purpose, "sha256")


def new_key() -> bytes:
    """256 bits for a new key."""
    return os.urandom(KEY_BYTES)
