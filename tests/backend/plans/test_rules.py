"""The ladder meets every worked case in tests/verification/ladder.yaml."""

from dataclasses import asdict
from datetime import date

import pytest

from jointly.plans.rules import Bands, Session, rule_met
from support.shipped import yaml_of

FILE = yaml_of("tests/verification/ladder.yaml")
CASES = FILE["cases"]


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_the_rule_met_is_the_one_the_worked_case_says(case):
    finding = rule_met(
        sessions=[Session(**session | {"on": date.fromisoformat(session["on"])}) for session in case["sessions"]],
        level=case["level"],
        levels=case["levels"],
        bands=Bands(**FILE["bands"], sessions_to_move_up=case["sessions_to_move_up"]),
        flares=[date.fromisoformat(day) for day in case["flares"]],
    )
    assert asdict(finding) == case["expect"]


def test_case_ids_are_unique():
    assert len({case["id"] for case in CASES}) == len(CASES)
