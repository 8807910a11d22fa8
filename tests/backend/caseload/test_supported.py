"""Why somebody who is supported is on the list meets every worked case in tests/verification/supported.yaml."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from jointly.caseload.rules import Facts, reasons
from jointly.caseload.support_rules import Episode, Suggested, Supported, Wrote
from support.shipped import yaml_of

FILE = yaml_of("tests/verification/supported.yaml")
TODAY = date.fromisoformat(FILE["today"])
STARTED_SHARING = date(2026, 11, 3)


def dated(said: dict[str, Any]) -> dict[str, Any]:
    """The same with days for what is a day."""
    return {name: date.fromisoformat(value) if name.endswith("_on") else value for name, value in said.items()}


def facts_of(case: dict[str, Any]) -> Facts:
    """The facts of a worked case."""
    suggested = [Suggested(id=uuid4(), **{"next_on": None} | dated(one)) for one in case.get("suggested", [])]
    supported = Supported(
        episode=Episode(**dated(case["episode"])) if "episode" in case else None,
        suggested=tuple(suggested),
        tasks=tuple(date.fromisoformat(day) for day in case.get("tasks", [])),
        wrote=tuple(Wrote(**dated(one)) for one in case.get("wrote", [])),
    )
    missed = case.get("missed", 0)
    shared_on = STARTED_SHARING if missed else None
    return Facts(
        shared_on=shared_on, started=False, standing=None, goals=(), shown=(), missed=missed, supported=supported
    )


@pytest.mark.parametrize("case", FILE["cases"], ids=[case["says"] for case in FILE["cases"]])
def test_the_reasons_are_those_the_worked_case_says(case):
    found = [{"code": one.code, "days": one.days} for one in reasons(facts_of(case), TODAY)]
    # Nothing at all to do is a line too: it stands last.
    assert found == (case["expect"] or [{"code": "finished", "days": 0}])


def test_ids_are_used_once():
    assert len({UUID(case["id"]) for case in FILE["cases"]}) == len(FILE["cases"])


def test_a_reason_says_which_suggestion_and_how_often():
    [case] = [case for case in FILE["cases"] if case["says"] == "They missed three visits"]
    [reason] = reasons(facts_of(case), TODAY)
    assert (reason.name, reason.times, type(reason.about)) == ("Chair yoga", 3, UUID)
