"""Any text is an address or is refused, and what is connected to is what stands in it."""

import httpx
from hypothesis import given, settings
from hypothesis import strategies as st

from jointly.kit.fetching.answers import Refused
from jointly.kit.fetching.urls import joined, target_of

WORDS = ("http", "https", "ftp", "://", "::1", "127.0.0.1", "feed.test", "99999", "xn--", "%2f", "%40", "{x}")
LETTERS = "/@?#[].%\\:80éK℀．+ \t\n\0"
PIECES = st.lists(st.sampled_from((*WORDS, *LETTERS)) | st.text(max_size=3), max_size=12).map("".join)
BASE = target_of("https://feed.test/a/b?c")


@settings(max_examples=300, deadline=None, database=None)
@given(PIECES | PIECES.map("http://feed.test".__add__) | PIECES.map("https://".__add__))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    for found in (target_of(text), joined(BASE, text)):
        if isinstance(found, Refused):
            continue
        assert found.url.scheme in ("http", "https")
        assert found.host and found.host.isascii() and "@" not in found.host
        assert found.host == httpx.URL(found.text).raw_host.decode().lower().rstrip(".")
        assert found.wire.startswith(b"/")
        assert all(0x20 < letter < 0x7F for letter in found.wire)
        assert found.secure == found.text.lower().startswith("https://")
