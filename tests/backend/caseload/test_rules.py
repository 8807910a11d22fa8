"""Why somebody is on the list and who comes first meet every worked case in tests/verification/caseload.yaml."""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from jointly.caseload.rules import ORDER, Facts, Reason, Shown, in_order, is_listed, reasons
from jointly.checkins.rules import Standing
from support.shipped import yaml_of

FILE = yaml_of("tests/verification/caseload.yaml")
TODAY = date.fromisoformat(FILE["today"])


@dataclass(frozen=True)
class Looked:
    """A goal as far as the list looks at it."""

    status: str
    review_on: date | None


def facts_of(case) -> Facts:
    """The facts of a worked case."""
    at = case["standing"]
    return Facts(
        shared_on=date.fromisoformat(case["shared_on"]),
        started=case["started"],
        standing=at
        and Standing(
            state=at["state"], contact=at["contact"], from_=day(at["from"]), to=day(at["to"]), days=at["days"]
        ),
        goals=(Looked("active", day(case["review_on"])),),
        shown=tuple(Shown(uuid4(), one["card"], date.fromisoformat(one["on"]), one["looked"]) for one in case["shown"]),
    )


def day(words: str | None) -> date | None:
    return words and date.fromisoformat(words)


@pytest.mark.parametrize("case", FILE["reasons"], ids=[case["says"] for case in FILE["reasons"]])
def test_the_reasons_are_those_the_worked_case_says(case):
    found = reasons(facts_of(case), TODAY)
    assert [{"code": one.code, "days": one.days} for one in found] == case["expect"]


@pytest.mark.parametrize("case", FILE["orders"], ids=[case["says"] for case in FILE["orders"]])
def test_the_order_is_the_one_the_worked_case_says(case):
    lines = [([Reason(one["code"], one["days"])], one["called"], one["called"]) for one in case["lines"]]
    assert in_order(lines) == case["expect"]
    random.Random(4).shuffle(lines)
    assert in_order(lines) == case["expect"], "however they come"


def test_there_are_enough_cases_and_each_reason_is_in_one():
    cases = [*FILE["reasons"], *FILE["orders"]]
    assert len({UUID(case["id"]) for case in cases}) == len(cases) >= 12
    reasons = [*FILE["reasons"], *yaml_of("tests/verification/supported.yaml")["cases"]]
    assert {one["code"] for case in reasons for one in case["expect"]} == set(ORDER)


def test_which_card_it_is_changes_nothing():
    """The list compares nobody's answers: two people with the same days stand at the same place."""
    case = next(case for case in FILE["reasons"] if case["shown"])
    found = []
    for card in ("crisis", "general", "back-emergency"):
        shown = [{**one, "card": card} for one in case["shown"]]
        found.append([(one.code, one.days) for one in reasons(facts_of({**case, "shown": shown}), TODAY)])
    assert found[0] == found[1] == found[2]


def test_of_goals_only_those_worked_on_count_and_the_one_that_waits_longest_is_said():
    """The day is reckoned by the same rule as on the phone (tests/verification/goals.yaml)."""
    case = next(case for case in FILE["reasons"] if not case["shown"] and case["standing"] is None)
    stated = [("done", "2026-11-01"), ("active", "2026-11-20"), ("active", "2026-11-15"), ("active", None)]
    goals = tuple(Looked(status, day(on)) for status, on in stated)
    found = reasons(replace(facts_of(case), goals=goals), TODAY)
    assert [(one.days, one.on) for one in found if one.code == "review"] == [(7, date(2026, 11, 15))]


def test_a_showing_leaves_the_list_30_days_after_it_when_somebody_looked_and_never_before():
    shown = Shown(uuid4(), "hot-joint", TODAY - timedelta(days=30), looked=True)
    assert is_listed(shown, TODAY)
    assert not is_listed(replace(shown, on=TODAY - timedelta(days=31)), TODAY)
    assert is_listed(replace(shown, on=TODAY - timedelta(days=400), looked=False), TODAY)
