"""Every worked case of what may happen to a referral and to a suggestion comes out as it says, refusals in words."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from jointly.prescribing.rules import prescription, referral
from jointly.prescribing.rules.moves import Refused
from support.repository import ROOT
from support.shipped import yaml_of

TODAY = date(2026, 11, 22)
REFERRALS = yaml_of("tests/verification/referral-moves.yaml")["cases"]
PRESCRIPTIONS = yaml_of("tests/verification/prescription-moves.yaml")["cases"]
REFUSALS = dict(
    line.removeprefix("error-").split(" = ", 1)
    for line in (ROOT / "content/messages/en/support-server.ftl").read_text(encoding="utf-8").splitlines()
    if line.startswith("error-step-")
)
"""The words of each refusal, by its code."""


def referral_after(state: str, who: Any, step: str, tries: int = 0, outcome: str | None = None) -> tuple[str, Any]:
    """Where a referral stands then, and by when something is due."""
    to = referral.state_after(state, step, who, outcome=outcome, attempts=tries)
    return to, referral.next_on(to, TODAY)


def prescription_after(state: str, who: Any, step: str, of: str = "activity", told: bool = False) -> tuple[str, Any]:
    """Where a suggestion stands then, and by when somebody looks again: of a visit today, if one is booked."""
    to = prescription.state_after(state, step, who, of=of, told=told)
    return to, prescription.next_on(to, TODAY, visit=TODAY)


EVERY = [(case, referral_after) for case in REFERRALS] + [(case, prescription_after) for case in PRESCRIPTIONS]


@pytest.mark.parametrize(("case", "after"), EVERY, ids=[case["says"] for case, _ in EVERY])
def test_a_worked_case_comes_out_as_it_says(case, after):
    facts = dict(case["case"])
    expected = facts.pop("becomes", None), facts.pop("days", None)
    if "refused" in case:
        with pytest.raises(Refused) as refused:
            after(**facts)
        assert REFUSALS[refused.value.code] == case["refused"]
    else:
        to, due = after(**facts)
        assert (to, due and (due - TODAY) // timedelta(days=1)) == expected


@pytest.mark.parametrize(("cases", "rules"), [(REFERRALS, referral), (PRESCRIPTIONS, prescription)])
def test_every_step_and_every_state_is_worked(cases, rules):
    worked = [case["case"] for case in cases]
    assert {case["step"] for case in worked if "becomes" in case} == set(rules.MOVES)
    assert {case["state"] for case in worked} == set(rules.STATES)
    assert {case["becomes"] for case in worked if "becomes" in case} >= set(rules.STATES) - {"suggested"}


def test_ids_are_used_once():
    assert len({UUID(case["id"]) for case, _ in EVERY}) == len(EVERY)
