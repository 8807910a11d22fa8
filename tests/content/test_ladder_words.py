"""What the app says about a person's own sessions counts the sessions that there are."""

import re

import pytest

from jointly.content.speaking import messages
from support.repository import ROOT
from support.shipped import yaml_of

CASES = yaml_of("tests/verification/ladder.yaml")["cases"]
SPEAK = messages(ROOT / "content", "en")
CAUTIONS = ("caution-band", "flare", "part", "gentle", "not-confident")
UNSAID = ("pain-not-said", "confidence-not-said", "settled-not-said")


def said(reason: str, *, sessions: int, pain: int = 4) -> str:
    return SPEAK(f"ladder-{reason}", sessions=sessions, pain=pain, go_max=3, needed=3)


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_a_number_of_times_is_the_number_there_was(case: dict):
    found = case["expect"]
    before = found["rule"] == "stay" and found["reason"] == "stop-band"
    words = said(f"{found['reason']}{'-before' * before}", sessions=found["sessions"], pain=found["pain"] or 0)

    assert set(re.findall(r"\blast (\d+) times", words)) <= {str(found["sessions"])}


@pytest.mark.parametrize("reason", [*CAUTIONS, *UNSAID])
def test_one_session_is_the_last_time_and_two_are_two(reason: str):
    assert " last time" in said(reason, sessions=1)
    assert " 1 time" not in said(reason, sessions=1)
    assert "your last 2 times" in said(reason, sessions=2).replace("Your", "your")


@pytest.mark.parametrize("sessions", [2, 3])
def test_an_answer_missing_for_an_earlier_time_is_not_put_on_the_last(sessions: int):
    assert f"one of your last {sessions} times" in said("settled-not-said", sessions=sessions)


def test_what_is_too_few_counts_what_was_done():
    assert "done this 2 times since you came to this level" in said("too-few", sessions=2)
    assert "done this 1 time since you came to this level" in said("too-few", sessions=1)
