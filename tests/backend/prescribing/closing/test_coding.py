"""The code of an episode goes out once, and only for what the person said."""

from datetime import date

import pytest

from jointly.prescribing.closing import model as m
from jointly.prescribing.closing.coding import DECLINED, REFERRED, code_of

DAY = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        (m.Ending(outcome="goals-met", accepted_on=DAY), REFERRED),
        (m.Ending(outcome="disengaged", accepted_on=DAY), REFERRED),
        (m.Ending(outcome="died", accepted_on=DAY), REFERRED),
        (m.Ending(outcome="goals-met", accepted_on=DAY, coded_before=True), ""),
        (m.Ending(outcome="declined", declined_on=DAY), DECLINED),
        (m.Ending(outcome="declined", declined_on=DAY, coded_before=True), ""),
        (m.Ending(outcome="unable"), ""),
        (m.Ending(outcome="unsuitable"), ""),
        (m.Ending(outcome="moved"), ""),
        (m.Ending(), ""),
    ],
)
def test_the_code_that_a_message_carries(ending: m.Ending, code: str):
    assert code_of(ending) == code
