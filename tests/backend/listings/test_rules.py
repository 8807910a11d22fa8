"""Freshness meets every worked case in tests/verification/freshness.yaml, and only ever gets worse with time."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jointly.listings.rules import Checked, freshness, is_asked
from support.shipped import yaml_of

FILE = yaml_of("tests/verification/freshness.yaml")
NOW = datetime.fromisoformat(FILE["now"])


@pytest.mark.parametrize("case", FILE["cases"], ids=[case["says"] for case in FILE["cases"]])
def test_a_listing_is_as_fresh_as_the_worked_case_says(case):
    checked = Checked(datetime.fromisoformat(case["checked_at"]), case["said"], case["runs_days"])
    assert {"freshness": freshness(checked, NOW), "asked": is_asked(checked, NOW)} == case["expect"]


@given(some.booleans(), some.integers(1, 400), some.lists(some.integers(-10, 3000), min_size=2, max_size=6))
def test_nothing_gets_fresher_by_waiting(said: bool, runs_days: int, days: list[int]):
    order = ("fresh", "fading", "hidden")
    checked = Checked(NOW, said, runs_days)
    seen = [order.index(freshness(checked, NOW + timedelta(days=each))) for each in sorted(days)]
    assert seen == sorted(seen)
