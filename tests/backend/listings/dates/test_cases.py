"""Schedules become dates as every worked case in tests/verification/listing-dates.yaml says."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
import pytest

from jointly.listings.dates.expanding import occurrences_of
from jointly.listings.dates.naming import named_start, occurrence_id
from jointly.listings.model import Occurrence, Schedule
from support.shipped import yaml_of

CASES = yaml_of("tests/verification/listing-dates.yaml")["cases"]
SERVICE = UUID("5f8a1f5e-4f0c-4f39-9d2f-5f6f7c1e0a11")
FROZEN = "2026-11-21T12:00:00Z"


def explicit_of(given: Mapping[str, Any], schedules: list[Schedule]) -> Occurrence:
    """An explicit date as a reader hands it over: named by its key, else by its own start."""
    start = datetime.fromisoformat(given["start"])
    original = named_start(given.get("key", ""), schedules) or start
    return Occurrence(
        id=occurrence_id(SERVICE, original),
        original_start=original,
        start=start,
        status=given.get("status", "scheduled"),
    )


def told(date: Occurrence, wanted: Any) -> Any:
    """A date with as much as the case says of it."""
    start, end, was = (
        at and at.isoformat().replace("+00:00", "Z") for at in (date.start, date.end, date.original_start)
    )
    if isinstance(wanted, Mapping):
        whole = {"start": start, "end": end, "was": was, "status": date.status}
        return {name: whole[name] for name in wanted}
    return [start, end] if isinstance(wanted, list) else start


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_dates_are_those_of_the_worked_case(case: Mapping[str, Any]) -> None:
    schedules = [msgspec.convert({"id": str(SERVICE), **one}, Schedule) for one in case["schedules"]]
    dates, problems = occurrences_of(
        SERVICE,
        schedules,
        now=datetime.fromisoformat(case.get("now", FROZEN)),
        weeks=case.get("weeks", 12),
        explicit=[explicit_of(given, schedules) for given in case.get("explicit", ())],
    )
    wanted = case["dates"]
    assert [told(date, one) for date, one in zip(dates, wanted, strict=False)] == wanted
    assert len(dates) == len(wanted)
    assert [found.code for found in problems] == case.get("problems", [])
    for date in dates:
        assert date.id == occurrence_id(SERVICE, date.original_start)


def test_no_two_cases_have_the_same_name() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES)
