"""The key of a slot is that of every worked case in tests/verification/reminder-keys.yaml, and is got from its id."""

import hashlib
import hmac
from base64 import urlsafe_b64decode
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jointly.reminders.rules.slots import id_of, key_from, key_of, secret_of
from support.shipped import yaml_of

CASES = yaml_of("tests/verification/reminder-keys.yaml")["cases"]
secrets = some.binary(min_size=16, max_size=16)


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_the_key_is_that_of_the_worked_case(case: dict[str, Any]) -> None:
    slot = case["slot"]
    secret = secret_of(case["reminder_key"])
    assert len(secret) == 16
    assert key_of(secret, slot["kind"], slot["about"], slot["local"]) == case["key"]
    assert key_from(id_of(case["key"])) == case["key"]


def test_case_ids_are_unique_and_so_are_keys() -> None:
    assert len({case["id"] for case in CASES}) == len({case["key"] for case in CASES}) == len(CASES) >= 10


@given(secrets, some.text(), some.text(), some.text())
def test_a_key_is_the_first_half_of_a_mac_and_fits_an_id(secret: bytes, kind: str, about: str, local: str) -> None:
    key = key_of(secret, kind, about, local)
    mac = hmac.digest(secret, "|".join((kind, about, local)).encode(), hashlib.sha256)
    assert (len(key), urlsafe_b64decode(f"{key}==")) == (22, mac[:16])
    assert id_of(key).bytes == mac[:16]


@given(secrets, secrets, some.text())
def test_who_lacks_the_persons_key_makes_other_ones(mine: bytes, theirs: bytes, local: str) -> None:
    assert (key_of(mine, "date", "", local) == key_of(theirs, "date", "", local)) == (mine == theirs)
