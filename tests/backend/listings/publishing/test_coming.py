"""The dates that are kept are those that the phone showed before, by tests/verification/coming.yaml."""

from datetime import datetime
from uuid import UUID

import pytest

from jointly.listings.dates.expanding import occurrences_of
from jointly.listings.model import Organisation
from jointly.listings.publishing.making import service_of
from jointly.listings.publishing.schemas import NewListing
from support.shipped import yaml_of

ID = UUID("0197a000-0000-7000-8000-000000000000")
NOTHING = {
    "where": None,
    "join_url": None,
    "costs": [],
    "stated": {},
    "conditions": [],
    "groups": [],
    "activity": None,
    "referral": None,
    "eligibility": None,
    "to_bring": None,
    "capacity": None,
    "min_age": None,
    "max_age": None,
    "gender": None,
    "languages": [],
    "contact": None,
    "phone": None,
    "email": None,
    "url": None,
    "booking_url": None,
}
CASES = yaml_of("tests/verification/coming.yaml")["cases"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_dates_of_a_pattern(case: dict):
    now = datetime.fromisoformat(case["now"])
    said = NewListing(
        name="A", kind="activity", summary="B", attendance="online", runs=case["runs"], published=True, **NOTHING
    )
    who = Organisation(id=ID, name="C")
    made = service_of(said, id=ID, by=who, now=now, spot=None, activity=None)
    found, problems = occurrences_of(ID, made.schedules, now=now)
    assert not problems
    expected = [datetime.fromisoformat(start) for start in case["dates"]]
    assert [one.start for one in found[: len(expected)]] == expected
