"""Pictures: angles that no joint could take are found on their line, and the library has something for everybody."""

import json
from collections import Counter

import pytest

from jointly.content import load
from support.repository import ROOT

BRIDGE = "exercises/bridge/exercise.yaml"
STRAIGHTEN = "exercises/knee-straighten/exercise.yaml"
SQUAT = "exercises/mini-squat/exercise.yaml"
BRIDGE_WORDS = "exercises/bridge/en.md"
POSES = "lists/poses.yaml"
GROUPS = {"knee", "hip", "back", "neck", "shoulder", "hand", "foot", "balance", "breath", "aerobic"}

# path, what stands there, what is planted, a text on the line of the fault, the message
PLANTED = {
    "knee bent backwards": (
        STRAIGHTEN,
        "right-knee: { bend: 12 }",
        "right-knee: { bend: -20 }",
        "bend: -20",
        "'right-knee' cannot do this: 'bend' goes from 0 to 140",
    ),
    "elbow bent backwards": (
        BRIDGE,
        "      waist: { bend: 3 }",
        "      waist: { bend: 3 }\n      elbows: { bend: -5 }",
        "elbows",
        "'elbows' cannot do this: 'bend' goes from 0 to 145",
    ),
    "hip out of range": (BRIDGE, "hips: { raise: 12 }", "hips: { raise: 150 }", "raise: 150", None),
    "base pose bent too far": (POSES, "knees: { bend: 85 }", "knees: { bend: 185 }", "185", None),
    "joint that is not there": (
        STRAIGHTEN,
        "right-knee: {",
        "right-tail: {",
        "right-tail",
        "'right-tail' is not a joint named in lists/joints.yaml",
    ),
    "movement that a joint has not": (
        STRAIGHTEN,
        "right-knee: { bend: 12 }",
        "right-knee: { twist: 12 }",
        "twist",
        "'right-knee' has no movement 'twist': use bend",
    ),
    "pose to begin from that is not there": (
        BRIDGE,
        "base: lying-knees-bent",
        "base: floating",
        "floating",
        "'floating' is not a pose named in lists/poses.yaml",
    ),
    "nothing on the ground": (
        BRIDGE,
        "planted: [shoulders, feet]",
        "planted: []\n    resting: []",
        "figure:",
        "the figure touches nothing: say what is planted or resting",
    ),
    "thing to hold that is not there": (SQUAT, "both: worktop", "both: ladder", "ladder", None),
    "no end": (STRAIGHTEN, "  end:\n", "  ends:\n", "ends:", "'ends' is not a name that is known here"),
    "unknown group": (BRIDGE, "group: hip", "group: nose", "group: nose", None),
    "seated choice that is not there": (
        SQUAT,
        "seated: knee-straighten",
        "seated: knee-bender",
        "knee-bender",
        "there is no exercise 'knee-bender'",
    ),
    "seated choice that is not seated": (
        SQUAT,
        "seated: knee-straighten",
        "seated: bridge",
        "seated: bridge",
        "'bridge' is not done sitting down",
    ),
    "sitting exercise that gets up": (
        STRAIGHTEN,
        "planted: [seat, left-foot]",
        "planted: [left-foot]",
        "figure:",
        "it says sitting, but the figure gets up: 'planted' has no seat",
    ),
    "long words for the picture": (
        BRIDGE_WORDS,
        "A person lies with knees bent and feet flat,",
        "A person lies with knees bent and feet flat, " + "and lies there for a good long while " * 3,
        "A person lies",
        "'Picture' is longer than 124 characters",
    ),
    "one mistake only": (
        BRIDGE_WORDS,
        "- Your knees drift apart.\n- You hold your breath.\n",
        "",
        "## Common mistakes",
        "the section 'Common mistakes' has 2 to 3 points",
    ),
    "too many reasons to stop": (
        BRIDGE_WORDS,
        "- you get a sharp pain in your back\n",
        "- you get a sharp pain in your back\n" * 3,
        "## Stop this one if",
        "the section 'Stop this one if' has 1 to 3 points",
    ),
}


@pytest.mark.parametrize(("path", "old", "new", "at", "message"), PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_fault_is_found_on_its_line(tree, path: str, old: str, new: str, at: str, message: str | None):
    tree.plant(path, old, new)

    place = f"{path}:{tree.line(path, at)}: "
    faults = tree.faults()
    assert any(fault.startswith(place) for fault in faults), faults
    assert message is None or place + message in faults


def test_a_limit_made_smaller_finds_every_picture_that_goes_further(tree):
    tree.plant("lists/joints.yaml", "knees: { bend: [0, 140] }", "knees: { bend: [0, 95] }")

    found = {fault.split(":")[0] for fault in tree.faults()}
    assert {"exercises/heel-slide/exercise.yaml", "lists/poses.yaml"} <= found
    assert STRAIGHTEN not in found


def library() -> list[dict]:
    return json.loads(load(ROOT / "content").packs["library"].body)["exercises"]


def test_the_library_has_something_for_every_part_and_for_every_chair():
    exercises = library()
    assert len(exercises) >= 34
    every = Counter(exercise["group"] for exercise in exercises)
    sitting = Counter(exercise["group"] for exercise in exercises if exercise["position"] == "sitting")
    assert set(every) == set(sitting) == GROUPS
    assert min(every.values()) >= 3


def test_whoever_cannot_stand_or_lie_down_finds_what_to_do_instead():
    assert [each["slug"] for each in library() if each["position"] != "sitting" and each["seated"] is None] == []


def test_a_picture_comes_whole_to_the_phone():
    exercise = next(exercise for exercise in library() if exercise["slug"] == "knee-straighten")
    start, end = exercise["figure"]["poses"]

    assert exercise["figure"]["kind"] == "body"
    assert start["planted"] == ["seat", "left-foot", "right-foot"]
    assert end["planted"] == ["seat", "left-foot"]
    assert start["hold"] == {"left": "thigh", "right": "thigh"}
    assert (start["angles"]["right-knee"]["bend"], end["angles"]["right-knee"]["bend"]) == (85, 12)
    assert "neck" not in start["angles"], "what is 0 is left out"


def test_the_words_beside_a_picture_are_short_and_no_two_are_alike():
    words = [exercise["picture"] for exercise in library()]

    assert max(map(len, words)) < 125
    assert len(set(words)) == len(words)


def test_getting_going_is_done_in_a_chair_throughout():
    seated = {exercise["slug"] for exercise in library() if exercise["position"] == "sitting"}
    programme = json.loads(load(ROOT / "content").packs["programme-getting-going"].body)

    assert {exercise["slug"] for exercise in programme["exercises"]} <= seated
