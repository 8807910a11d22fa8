"""The merge rule meets every worked case in tests/verification/versions.yaml."""

import pytest

from jointly.record.rules import Version, entry_of
from support.shipped import yaml_of

CASES = yaml_of("tests/verification/versions.yaml")["cases"]


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_versions_read_as_the_worked_case_says(case):
    entry = entry_of(Version(**version) for version in case["versions"])
    assert entry.head.id == case["expect"]["head"]
    assert [version.id for version in entry.also] == case["expect"]["also"]
    assert entry.gone is case["expect"]["gone"]


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_the_order_of_arrival_does_not_matter(case):
    versions = [Version(**version) for version in case["versions"]]
    assert entry_of(versions) == entry_of(reversed(versions))


def test_an_entry_without_versions_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        entry_of([])


def test_case_ids_are_unique():
    assert len({case["id"] for case in CASES}) == len(CASES)
