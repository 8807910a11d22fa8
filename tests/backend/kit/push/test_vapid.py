"""Who sends: keys that stay what they are, and headers that are signed once for hours."""

import json
import os
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from py_vapid import Vapid02

from jointly.kit.push import BadKey, Key, Keys
from jointly.kit.push.vapid import LASTS, RENEWED, Headers
from support.push_browser import from_base64url

SERVICE, OTHER = "https://fcm.googleapis.com", "https://web.push.apple.com"
CONTACT = "mailto:ops@example.org"
START = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at


def claims_of(header: str) -> dict:
    """What a header says, once it is seen to be signed."""
    assert Vapid02.verify(header)
    return json.loads(from_base64url(header.partition("t=")[2].split(".")[1]))


def test_a_key_is_what_its_secret_makes_it():
    one, same = (Key.from_secret(bytes(31) + b"\1") for _ in range(2))
    assert (one, one.id, one.public) == (same, same.id, same.public)
    # 1 × the generator of P-256 (SEC 2, 2.4.2).
    assert from_base64url(one.public).hex().startswith("046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945")
    assert len(one.id) == 8
    assert Key.from_secret(bytes(31) + b"\2").id != one.id
    ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), from_base64url(one.public))


@pytest.mark.parametrize("secret", [b"", bytes(31), bytes(33), bytes(32), b"\xff" * 32])
def test_what_is_no_key(secret: bytes):
    with pytest.raises(BadKey):
        Key.from_secret(secret)


def test_a_key_does_not_tell_its_secret():
    secret = os.urandom(32)
    told = repr(Key.from_secret(secret))
    assert secret.hex() not in told
    assert "private" not in told.lower()


def test_older_keys_still_sign():
    old, new, stranger = (Key.from_secret(os.urandom(32)) for _ in range(3))
    keys = Keys(new, (old,))
    assert keys.current is new
    assert (keys.of(old.id), keys.of(new.id), keys.of(stranger.id)) == (old, new, None)


def test_a_header_names_the_service_and_us_and_lasts_for_twelve_hours():
    key, clock = Key.from_secret(os.urandom(32)), Clock()
    header = Headers(CONTACT, clock).of(SERVICE, key)
    assert claims_of(header) == {"aud": SERVICE, "sub": CONTACT, "exp": int((START + LASTS).timestamp())}
    assert header.endswith(f",k={key.public}")
    assert timedelta(hours=12) == LASTS


def test_a_header_is_signed_once_for_each_service_and_key():
    old, new = (Key.from_secret(os.urandom(32)) for _ in range(2))
    headers = Headers(CONTACT, Clock())
    made = {(origin, key.id): headers.of(origin, key) for origin in (SERVICE, OTHER) for key in (old, new)}
    assert len(set(made.values())) == 4
    for origin in (SERVICE, OTHER):
        for key in (old, new):
            assert headers.of(origin, key) is made[origin, key.id]
            assert claims_of(made[origin, key.id])["aud"] == origin


def test_a_header_is_renewed_before_it_ends():
    key, clock = Key.from_secret(os.urandom(32)), Clock()
    headers = Headers(CONTACT, clock)
    first = headers.of(SERVICE, key)
    clock.at = START + RENEWED - timedelta(seconds=1)
    assert headers.of(SERVICE, key) is first
    clock.at = START + RENEWED
    assert claims_of(headers.of(SERVICE, key))["exp"] == int((clock.at + LASTS).timestamp())
    assert RENEWED < LASTS, "what is under way still counts"


def test_a_clock_that_is_set_back_signs_anew():
    key, clock = Key.from_secret(os.urandom(32)), Clock()
    headers = Headers(CONTACT, clock)
    headers.of(SERVICE, key)
    clock.at = START - timedelta(days=2)
    assert claims_of(headers.of(SERVICE, key))["exp"] == int((clock.at + LASTS).timestamp())


def test_headers_for_any_number_of_hosts_take_no_more_room():
    key, headers = Key.from_secret(os.urandom(32)), Headers(CONTACT, Clock())
    for number in range(1_200):
        assert claims_of(headers.of(f"https://{number}.push.apple.com", key))["aud"].startswith(f"https://{number}.")
        assert len(headers._kept) <= 500


@pytest.mark.parametrize("contact", ["mailto:a@b.example", "https://example.org", "https://example.org/contact"])
def test_whom_a_service_can_ask(contact: str):
    assert Headers(contact, Clock())


@pytest.mark.parametrize(
    "contact",
    ["", "a@b.example", "mailto:a@localhost", "mailto: a@b.example", "mailto:<a@b.example>", "http://example.org"],
)
def test_whom_it_cannot(contact: str):
    with pytest.raises(BadKey):
        Headers(contact, Clock())
