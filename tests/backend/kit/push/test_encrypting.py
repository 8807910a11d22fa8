"""Encrypted as RFC 8291 says: its own example, and what an independent reader makes of ours."""

import os

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from jointly.kit.push import LONGEST_TEXT, endpoint
from jointly.kit.push.encrypting import PADDED, encrypted, padded
from support.push_browser import Browser, Unreadable, from_base64url

WORDS = b"When I grow up, I want to be a watermelon"
"""RFC 8291, section 5 and appendix A."""
SENDERS_SECRET = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
BROWSERS_SECRET = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"
BROWSERS_POINT = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
AUTH, SALT = "BTBZMqHH6r4Tts7J_aSIgg", "DGv6ra1nlYgDCS1FRnbzlw"
BODY = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6Tlz"
    "AC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
)


def secret_of(text: str) -> ec.EllipticCurvePrivateKey:
    """A private key as the RFC writes it."""
    return ec.derive_private_key(int.from_bytes(from_base64url(text)), ec.SECP256R1())


@pytest.fixture
def browser() -> Browser:
    """The one of the RFC."""
    found = Browser("https://fcm.googleapis.com/", "", secret=from_base64url(AUTH), private=secret_of(BROWSERS_SECRET))
    assert found.p256dh == BROWSERS_POINT
    return found


def to_(browser: Browser):
    """Its endpoint."""
    return endpoint(browser.url, browser.p256dh, browser.auth, more_hosts=frozenset())


def test_the_example_of_the_rfc_byte_for_byte(browser: Browser, monkeypatch: pytest.MonkeyPatch):
    sender = secret_of(SENDERS_SECRET)
    monkeypatch.setattr(ec, "generate_private_key", lambda *_: sender)
    monkeypatch.setattr(os, "urandom", lambda size: from_base64url(SALT)[:size])
    assert encrypted(to_(browser), WORDS) == from_base64url(BODY)


def test_the_reader_of_these_tests_reads_the_example_of_the_rfc(browser: Browser):
    assert browser.read(from_base64url(BODY)) == WORDS


@given(st.binary(min_size=1, max_size=LONGEST_TEXT))
def test_the_browser_alone_reads_it_and_its_length_tells_nothing(text: bytes):
    browser, other = (Browser("https://fcm.googleapis.com/", "") for _ in range(2))
    body = encrypted(to_(browser), padded(text))
    assert len(body) == PADDED + 103
    assert browser.read(body) == text + b" " * (PADDED - len(text))
    with pytest.raises(Unreadable):
        other.read(body)
    changed = body[:-1] + bytes([body[-1] ^ 1])
    with pytest.raises(Unreadable):
        browser.read(changed)


def test_it_is_one_record_and_never_the_same_twice():
    browser = Browser("https://fcm.googleapis.com/", "")
    bodies = [encrypted(to_(browser), padded(b"{}")) for _ in range(2)]
    assert [int.from_bytes(body[16:20]) for body in bodies] == [4096, 4096]
    assert len(bodies[0]) < 4096
    parts = [(body[:16], body[21:86], body[86:]) for body in bodies]
    for one, another in zip(*parts, strict=True):
        assert one != another
