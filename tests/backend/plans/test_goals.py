"""The body of a goal: all but the goal may be left out, and one that was never looked at again keeps its bytes. When it
is to be looked at again meets every worked case in tests/verification/goals.yaml."""

from datetime import date
from types import SimpleNamespace

import pytest

from jointly.plans.rules import review_due
from jointly.sync.kinds import canonical
from support.shipped import yaml_of

CASES = yaml_of("tests/verification/goals.yaml")["cases"]

ALONE = (
    b'{"matters":null,"goal":"walk to the park","importance":null,"action":null,"coping":[],"review_on":null,'
    b'"status":"active","helped":null,"bad_day":null}'
)


def test_a_goal_alone_is_enough() -> None:
    assert canonical("goal", ALONE) == ALONE


def test_not_looked_at_again_is_written_as_nothing() -> None:
    assert canonical("goal", ALONE[:-1] + b',"reviewed":null}') == ALONE


def test_a_review_says_when_and_how_it_went() -> None:
    reviewed = ALONE[:-1] + b',"reviewed":{"on":"2026-11-20","went":"not"}}'
    assert canonical("goal", reviewed) == reviewed


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_a_review_is_due_when_the_worked_case_says(case) -> None:
    review_on = case["goal"]["review_on"]
    goal = SimpleNamespace(status=case["goal"]["status"], review_on=review_on and date.fromisoformat(review_on))
    assert review_due(goal, date.fromisoformat(case["today"])) == case["days"]


def test_case_ids_are_unique() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES) >= 8
