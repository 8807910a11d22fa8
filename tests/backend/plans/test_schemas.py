"""The body of a plan: what was written before exercises could be chosen stays as it was, to the byte."""

import pytest

from jointly.sync.kinds import canonical

BEFORE = b'{"programme":"knee-hip","started_on":"2026-11-01","days":{"mon":["09:00"]},"paused":null}'


def test_a_plan_from_before_keeps_its_bytes() -> None:
    assert canonical("plan", BEFORE) == BEFORE


def test_no_choice_is_written_like_none_before() -> None:
    assert canonical("plan", BEFORE[:-1] + b',"exercises":null}') == BEFORE


@pytest.mark.parametrize("exercises", [b'["bridge"]', b'["walking","bridge"]'])
def test_chosen_exercises_keep_their_order(exercises: bytes) -> None:
    chosen = BEFORE[:-1] + b',"exercises":' + exercises + b"}"
    assert canonical("plan", chosen) == chosen


def test_twenty_exercises_fit() -> None:
    exercises = ",".join(f'"exercise-{number}"' for number in range(20)).encode()
    chosen = BEFORE[:-1] + b',"exercises":[' + exercises + b"]}"
    assert canonical("plan", chosen) == chosen
