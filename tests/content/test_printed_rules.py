"""What the app says that the printed rule says is what is printed: each reason of the ladder has its words there."""

import json

import pytest

from support.shipped import shipped_content, yaml_of

LADDER = yaml_of("tests/verification/ladder.yaml")
PROGRAMMES = {
    name: json.loads(pack.body) for name, pack in shipped_content().packs.items() if name.startswith("programme-")
}

PRINTED = {
    ("up", "all-well"): "times at this level were all like this",
    ("down", "stop-band"): "your pain was {stop_min} or more",
    ("down", "not-settled"): "it had not settled by the next morning",
    ("stay", "caution-band"): "your pain was {caution_min} to {caution_max}",
    ("stay", "stop-band"): "your pain was {stop_min} or more an earlier time, but not the last",
    ("stay", "not-settled-before"): "an earlier time, but not the last, had not settled by the next morning",
    ("stay", "gentle"): "you did the gentle version",
    ("stay", "part"): "you did only part of the exercise",
    ("stay", "not-confident"): "you did not feel sure of how to do it",
    ("stay", "pain-not-said"): "you did not write down your pain, or",
    ("stay", "confidence-not-said"): "or if you felt sure",
    ("stay", "settled-not-said"): "you have not said if it had settled by the next morning",
    ("stay", "flare"): "you had a bad day on the day of the first of those times, or since",
    ("stay", "too-few"): "you have done it fewer than {sessions} times since you came to this level",
    ("stay", "top-level"): "this is the highest level",
}


def test_every_reason_of_the_ladder_is_looked_for():
    met = {(case["expect"]["rule"], case["expect"]["reason"]) for case in LADDER["cases"]}

    assert met - {(None, "no-sessions")} == set(PRINTED)


@pytest.mark.parametrize("programme", PROGRAMMES.values(), ids=PROGRAMMES)
@pytest.mark.parametrize(("rule", "reason"), PRINTED)
def test_the_reason_is_printed_with_the_ladder_s_numbers(programme: dict, rule: str, reason: str):
    ladder = programme["ladder"]
    expected = PRINTED[rule, reason].format(
        caution_min=ladder["go_max"] + 1,
        caution_max=ladder["caution_max"],
        stop_min=ladder["caution_max"] + 1,
        sessions=ladder["sessions_to_move_up"],
    )
    printed = [text for block in ladder["rules"][rule] for text in block.get("items", [block.get("text")])]

    assert any(expected in text for text in printed)


@pytest.mark.parametrize("programme", PROGRAMMES.values(), ids=PROGRAMMES)
def test_moving_up_asks_for_everything_that_the_ladder_asks_for(programme: dict):
    [asked] = [block["items"] for block in programme["ladder"]["rules"]["up"] if "items" in block]

    assert asked == [
        "you did the whole exercise, and not the gentle version",
        f"your pain was {programme['ladder']['go_max']} or less",
        "it had settled by the next morning",
        "you felt sure of how to do it",
        "you had no bad day on the day of the first of them, or since",
    ]
