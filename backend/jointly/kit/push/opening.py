"""What an operator says about pushes, checked at the start."""

import binascii
import json
from base64 import urlsafe_b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from jointly.kit import clock
from jointly.kit.errors import UnsafeSetting
from jointly.kit.own_machine import is_own_machine
from jointly.kit.push.vapid import BadKey, Headers, Key, Keys
from jointly.kit.secret_files import read_secret

NOBODY = "mailto:nobody@jointly.invalid"
"""Whom push services can ask about a service on somebody's own machine."""


@dataclass(frozen=True, slots=True)
class PushSetUp:
    """Whom push services can ask about us, the operator's own keys (newest first), push services beside the known
    ones, and, on one's own machine alone, what stands in for them."""

    contact: str
    secrets: tuple[bytes, ...] = field(default=(), repr=False)
    more_hosts: frozenset[str] = frozenset()
    instead: Mapping[str, str] = field(default_factory=dict)

    def keys(self, own: bytes) -> Keys:
        """The keys to sign with: the operator's, or else one made from `own`. That one stays good beside the others,
        for browsers that subscribed with it."""
        first, *rest = [Key.from_secret(one) for one in (*self.secrets, own)]
        return Keys(first, tuple(rest))


def push_set_up(keys_file: str, contact: str, hosts: tuple[str, ...], instead: str, origin: str) -> PushSetUp:
    """What JOINTLY_PUSH_KEYS_FILE, _CONTACT, _SERVICES and _INSTEAD say; raises `UnsafeSetting`, naming the variable.

    Without a contact push services are told the service's own address.
    """
    keys = read_secret(keys_file, "JOINTLY_PUSH_KEYS_FILE") if keys_file else ""
    secrets = tuple(_secret(one.strip()) for one in keys.split(",") if one.strip())
    host = urlsplit(origin).hostname or ""
    here = is_own_machine(host)
    who = contact or (f"https://{host}" if "." in host and not here else NOBODY)
    try:
        Headers(who, clock.now)
    except BadKey:
        raise UnsafeSetting(
            "JOINTLY_PUSH_CONTACT must look like mailto:help@example.org: push services want it."
        ) from None
    return PushSetUp(who, secrets, frozenset(hosts), _instead(instead, here))


def _secret(text: str) -> bytes:
    try:
        secret = urlsafe_b64decode(text + "=" * (-len(text) % 4))
        Key.from_secret(secret)
    except (BadKey, binascii.Error, ValueError):
        raise UnsafeSetting(
            "JOINTLY_PUSH_KEYS_FILE must hold keys of 32 random bytes in base64url, with commas between, newest first."
        ) from None
    return secret


def _instead(text: str, here: bool) -> Mapping[str, str]:
    if not text:
        return {}
    try:
        found = json.loads(text)
    except ValueError:
        found = None
    if (
        not here
        or not isinstance(found, dict)
        or not all(is_own_machine(urlsplit(str(to)).hostname or "") for to in found.values())
    ):
        raise UnsafeSetting("JOINTLY_PUSH_INSTEAD is for trying pushes out: on one's own machine, and to nowhere else.")
    return found
