"""Keys of slots and what is done are the same here as on the phone: the worked cases that tests/pwa runs too."""

from datetime import date, time

import pytest
import yaml

from jointly.reminders.rules.done import done_slots
from jointly.reminders.rules.slots import key_of, secret_of
from support.repository import ROOT

CASES = ROOT / "tests" / "verification"


def cases_of(name: str) -> list[dict]:
    return yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))["cases"]


def of_exercises() -> list[dict]:
    """The cases with nothing but exercise times."""
    return [case for case in cases_of("reminder-done") if all(slot["kind"] == "exercise" for slot in case["slots"])]


@pytest.mark.parametrize("case", cases_of("reminder-keys"), ids=lambda case: case["says"])
def test_keys(case: dict):
    slot = case["slot"]
    assert key_of(secret_of(case["reminder_key"]), slot["kind"], slot["about"], slot["local"]) == case["key"]


@pytest.mark.parametrize("case", of_exercises(), ids=lambda case: case["says"])
def test_exercises_that_are_done(case: dict):
    slots = [
        (date.fromisoformat(at[:10]), time.fromisoformat(at[11:])) for at in (one["local"] for one in case["slots"])
    ]
    found = set()
    for day in {day for day, _ in slots}:
        entered = [one["at"] for one in case["entries"] if one["kind"] == "exercise" and one["at"][:10] == str(day)]
        times = [at for on, at in slots if on == day]
        found |= {(day, at) for at in done_slots(times, [time.fromisoformat(at[11:16]) for at in entered])}
    assert [place for place, slot in enumerate(slots) if slot in found] == case["done"]


def test_there_are_cases():
    assert len(cases_of("reminder-keys")) > 10
    assert len(of_exercises()) > 10
