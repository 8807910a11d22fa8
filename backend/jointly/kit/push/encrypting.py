"""Words that only one browser can read (RFC 8291), all of one length: the length of a push tells nothing of it."""

from pywebpush import WebPusher

from jointly.kit.push.endpoints import Endpoint
from jointly.kit.push.messages import LONGEST_TEXT

PADDED = 2_048
"""Bytes of every message. The padding is blanks behind the JSON, which every reader of JSON passes over; pywebpush
does not offer that of RFC 8188."""
ENCODING = "aes128gcm"

assert LONGEST_TEXT <= PADDED  # nosec B101 # two constants of ours, compared once


def padded(text: bytes) -> bytes:
    """The text, with blanks behind it."""
    return text.ljust(PADDED)


def encrypted(to: Endpoint, text: bytes) -> bytes:
    """One record for one browser, 103 bytes longer than the text. Raises `ValueError` for a point off the curve."""
    return _Encrypting(to).encode(text, ENCODING)["body"]


class _Encrypting(WebPusher):
    """pywebpush for a browser whose keys were read and checked before: its own reading copies and decodes them again,
    and takes a secret of any length."""

    def __init__(self, to: Endpoint) -> None:
        self.receiver_key = to.p256dh
        self.auth_key = to.auth
