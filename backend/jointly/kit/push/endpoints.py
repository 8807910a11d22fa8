"""Where a browser says that it can be reached. It may say anything: only known push services are believed.

The hosts are those that Chromium, Firefox, Safari and Edge give (November 2026). An address is taken only as browsers
write it, with nothing in it that two readers could read differently: no user-info, port, capitals, blanks, backslashes
or letters beyond ASCII.
"""

import binascii
import re
from base64 import urlsafe_b64decode
from dataclasses import dataclass
from typing import Literal

from cryptography.hazmat.primitives.asymmetric import ec

HOSTS = frozenset({"fcm.googleapis.com", "jmt17.google.com", "updates.push.services.mozilla.com"})
"""Chrome and what is made of it; Chromium as Debian builds it; Firefox."""
BELOW = (".push.apple.com", ".notify.windows.com")
"""Safari and Edge, which give each region or machine a name of its own."""
LONGEST = 2_048
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_ADDRESS = re.compile(rf"(https://({_LABEL}(?:\.{_LABEL}){{0,9}}(?::[0-9]{{1,5}})?))/[!$-;=?-\[\]^_a-~]*")
"""Origin, and host with its port where it has one; behind them no `"`, `#`, `<`, `>`, backslash or backtick."""
_BASE64URL = re.compile(r"[A-Za-z0-9_-]+={0,2}")
_POINT, _SECRET = 65, 16

Fault = Literal["too-long", "not-an-address", "host", "p256dh", "auth"]


class BadEndpoint(Exception):
    """No browser that we know gives this. `code` says which part; what it was is a secret, and is not told."""

    def __init__(self, code: Fault) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, repr=False)
class Endpoint:
    """Where one browser is reached, and for whom a message is encrypted. `url` is a secret that never is in a log.

    `p256dh` is the browser's public point (65 bytes), `auth` its secret (16 bytes): RFC 8291.
    """

    url: str
    p256dh: bytes
    auth: bytes

    @property
    def origin(self) -> str:
        """The push service: `https://fcm.googleapis.com`."""
        return self.url[: self.url.index("/", len("https://"))]

    def __repr__(self) -> str:
        return "Endpoint(…)"


def endpoint(url: str, p256dh: str, auth: str, *, more_hosts: frozenset[str]) -> Endpoint:
    """What a browser gave: an address and two keys in base64url. Raises `BadEndpoint`.

    `more_hosts` are other hosts that the operator trusts, as `host` or `host:port`.
    """
    if len(url) > LONGEST:
        raise BadEndpoint("too-long")
    if not _ADDRESS.fullmatch(url):
        raise BadEndpoint("not-an-address")
    if not may_be_asked(url, more_hosts):
        raise BadEndpoint("host")
    return Endpoint(url, _point(p256dh), _secret(auth))


def may_be_asked(url: str, more_hosts: frozenset[str]) -> bool:
    """Whether an address leads to a push service that we know, or to one of `more_hosts`."""
    read = _ADDRESS.fullmatch(url)
    if not read:
        return False
    host = read[2]
    return host in HOSTS or host.endswith(BELOW) or host in more_hosts


def _point(text: str) -> bytes:
    found = _decoded(text)
    if found is None or len(found) != _POINT:
        raise BadEndpoint("p256dh")
    try:
        # Of that length only the uncompressed form is taken, and only on the curve.
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), found)
    except ValueError:
        raise BadEndpoint("p256dh") from None
    return found


def _secret(text: str) -> bytes:
    found = _decoded(text)
    if found is None or len(found) != _SECRET:
        raise BadEndpoint("auth")
    return found


def _decoded(text: str) -> bytes | None:
    if len(text) > 2 * _POINT or not _BASE64URL.fullmatch(text):
        return None
    bare = text.rstrip("=")
    try:
        return urlsafe_b64decode(bare + "=" * (-len(bare) % 4))
    except (binascii.Error, ValueError):
        return None
