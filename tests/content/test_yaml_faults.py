"""Every fault a person can make in the YAML files is found, on its own line, and alone."""

import pytest

BRIDGE = "exercises/bridge/exercise.yaml"
SQUEEZE = "exercises/thigh-squeeze/exercise.yaml"
KNEE_HIP = "programmes/knee-hip/programme.yaml"
REGIONS = "lists/body-regions.yaml"
REGION_WORDS = "lists/body-regions.en.yaml"

LEVELS = """\
  - { level: 1, sets: 2, reps: 8, rest_seconds: 60, seconds_a_rep: 5 }
  - { level: 2, sets: 2, reps: 10, rest_seconds: 60, seconds_a_rep: 5 }
  - { level: 3, sets: 3, reps: 10, rest_seconds: 60, seconds_a_rep: 5 }
"""
ONE, TWO, THREE = LEVELS.splitlines(keepends=True)

# path, what stands there, what is planted, a text on the line of the fault, the message
PLANTED = {
    "unknown key": (
        BRIDGE,
        "sided: false",
        "sided: false\ncolour: red",
        "colour",
        "'colour' is not a name that is known here",
    ),
    "unknown key in a level": (
        BRIDGE,
        "{ level: 2, sets: 2,",
        "{ level: 2, set: 2, sets: 2,",
        "set: 2,",
        "'set' is not a name that is known here",
    ),
    "missing key": (BRIDGE, "position: lying\n", "", "slug", "'position' is missing"),
    "words for a number": (BRIDGE, "level: 2, sets: 2", "level: 2, sets: two", "two", "'sets' must be a whole number"),
    "quoted number": (BRIDGE, "level: 2, sets: 2", 'level: 2, sets: "2"', '"2"', "'sets' must be a whole number"),
    "part of a number": (BRIDGE, "level: 2, sets: 2", "level: 2, sets: 2.5", "2.5", "'sets' must be a whole number"),
    "number for words": (
        KNEE_HIP,
        '"10:00"',
        "10",
        "times_suggested",
        "'times_suggested' must be words; put quotes round a number or a time",
    ),
    "yes for true": (BRIDGE, "sided: false", "sided: no", "sided", "'sided' must be true or false"),
    "too many sets": (BRIDGE, "level: 3, sets: 3", "level: 3, sets: 30", "sets: 30", "'sets' must be 6 or less"),
    "no sets": (BRIDGE, "level: 1, sets: 2", "level: 1, sets: 0", "sets: 0", "'sets' must be 1 or more"),
    "unknown position": (
        BRIDGE,
        "lying",
        "floating",
        "floating",
        "'position' must be 'standing', 'sitting', 'lying' or 'kneeling'",
    ),
    "slug is not the folder": (
        BRIDGE,
        "slug: bridge",
        "slug: bridges",
        "bridges",
        "the slug is 'bridges', but its folder is 'bridge'",
    ),
    "slug with spaces": (
        BRIDGE,
        "slug: bridge",
        "slug: The Bridge",
        "The Bridge",
        "'slug' must be small letters and numbers joined by hyphens, such as sit-to-stand",
    ),
    "key written twice": (BRIDGE, "kind: reps", "kind: reps\nkind: reps", "kind: reps\n\n", "'kind' is written twice"),
    "level missing between": (BRIDGE, "{ level: 3,", "{ level: 4,", "levels:", "level 3 is missing"),
    "levels out of order": (BRIDGE, TWO + THREE, THREE + TWO, TWO, "levels go up: 2 comes after 3"),
    "no repetitions": (
        BRIDGE,
        "reps: 10, ",
        "",
        "level: 2",
        "'reps' is missing: an exercise of kind 'reps' needs it",
    ),
    "a hold that is not held": (
        BRIDGE,
        "reps: 10,",
        "reps: 10, hold_seconds: 3,",
        "hold_seconds",
        "'hold_seconds' does not belong to an exercise of kind 'reps'",
    ),
    "a hold longer than its repetition": (
        SQUEEZE,
        "seconds_a_rep: 8",
        "seconds_a_rep: 4",
        "seconds_a_rep: 4",
        "'seconds_a_rep' counts the hold too, so it cannot be less than 'hold_seconds'",
    ),
    "a hard bad day": (
        BRIDGE,
        "gentle: { sets: 1",
        "gentle: { sets: 4",
        "gentle",
        "the dose for a bad day is more than level 1",
    ),
    "unknown part of the body": (
        BRIDGE,
        "[hip,",
        "[wing,",
        "wing",
        "'wing' is not a part named in lists/body-regions.yaml",
    ),
    "equipment without words": (
        BRIDGE,
        "[bed]",
        "[sofa]",
        "sofa",
        "there are no words for 'sofa' in lists/equipment.en.yaml",
    ),
    "no review": (KNEE_HIP, "review:", "reviews:", "reviews:", "'reviews' is not a name that is known here"),
    "unreadable": (BRIDGE, "equipment: [bed]", "equipment: [bed", "sided", None),
    "anchor": (BRIDGE, TWO, "  - *one\n", "*one", "this is not readable YAML: anchors and aliases are not used here"),
    "unknown exercise": (KNEE_HIP, "  - bridge\n", "  - brigde\n", "brigde", "there is no exercise 'brigde'"),
    "exercise twice": (
        KNEE_HIP,
        "  - balance\n",
        "  - balance\n  - bridge\n",
        "  - bridge\n  - walking",
        "'bridge' is in the list twice",
    ),
    "gentle exercise from elsewhere": (
        KNEE_HIP,
        "  - heel-slide\n",
        "",
        "exercises: [thigh",
        "'heel-slide' is not one of this programme's exercises",
    ),
    "bands with a gap": (
        KNEE_HIP,
        "caution_max: 5",
        "caution_max: 3",
        "caution_max: 3",
        "the pain bands have a gap: 'caution_max' must be more than 'go_max'",
    ),
    "bands off the scale": (
        KNEE_HIP,
        "caution_max: 5",
        "caution_max: 10",
        "caution_max: 10",
        "'caution_max' must be 9 or less",
    ),
    "ladder without a date": (
        KNEE_HIP,
        'on: "2026-11-21"',
        'on: "last week"',
        "last week",
        "'on' must be a date in quotes, such as \"2026-11-21\"",
    ),
    "unknown day": (
        KNEE_HIP,
        "[mon,",
        "[monday,",
        "monday",
        "'days_suggested' must be 'mon', 'tue', 'wed', 'thu', 'fri', 'sat' or 'sun'",
    ),
    "time of no clock": (
        KNEE_HIP,
        "10:00",
        "25:00",
        "25:00",
        "'times_suggested' must be a time in quotes, such as \"09:00\"",
    ),
    "region twice": (
        REGIONS,
        "slug: neck,",
        "slug: head,",
        "slug: head, part: neck",
        None,
    ),
    "region without words": (REGION_WORDS, '  neck: "Neck"\n', "", "regions:", "there are no words for 'neck'"),
    "words without a region": (
        REGION_WORDS,
        '  neck: "Neck"\n',
        '  neck: "Neck"\n  tail: "Tail"\n',
        "tail",
        "there are words for 'tail', but lists/body-regions.yaml does not have it",
    ),
    "empty words": (REGION_WORDS, '"Neck"', '" "', '" "', "'neck' has no words"),
    "HTML": (
        REGION_WORDS,
        '"Neck"',
        '"<b>Neck</b>"',
        "<b>",
        "'neck' has < or > in it: HTML is not allowed, write plain words",
    ),
}


@pytest.mark.parametrize(("path", "old", "new", "at", "message"), PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_fault_is_found_on_its_line(tree, path: str, old: str, new: str, at: str, message: str | None):
    tree.plant(path, old, new)

    place = f"{path}:{tree.line(path, at)}: "
    faults = tree.faults()
    assert any(fault.startswith(place) for fault in faults), faults
    assert message is None or place + message in faults


def test_a_level_taken_away_is_missed(tree):
    tree.plant(BRIDGE, THREE, "")

    assert f"{BRIDGE}:{tree.line(BRIDGE, 'levels:')}: level 3 is missing" in tree.faults()


def test_a_review_block_taken_away_is_missed(tree):
    text = tree.text(BRIDGE)
    tree.write(BRIDGE, text[: text.index("review:")])

    assert tree.faults() == [f"{BRIDGE}:2: 'review' is missing"]


def test_nothing_is_approved_without_saying_by_whom(tree):
    tree.plant(BRIDGE, "approved: false", "approved: true")

    assert tree.faults() == [
        f"{BRIDGE}:{tree.line(BRIDGE, name + ': null')}: it says approved, but '{name}' is empty"
        for name in ("by", "role", "on", "next_due")
    ]


def test_two_exercises_with_one_slug_are_found(tree):
    path = "exercises/bridge-again/exercise.yaml"
    tree.write(path, tree.text(BRIDGE))
    tree.write("exercises/bridge-again/en.md", tree.text("exercises/bridge/en.md"))

    assert tree.faults() == [
        f"{path}:2: the slug 'bridge' is another item's already",
        f"{path}:2: the slug is 'bridge', but its folder is 'bridge-again'",
    ]


def test_a_file_that_is_not_utf_8_is_found(tree):
    (tree.root / BRIDGE).write_bytes(b"slug: bridge\nversion: 1\nposition: caf\xe9\n")

    assert tree.faults() == [f"{BRIDGE}:3: this file is not saved as UTF-8: save it again with the encoding UTF-8"]


def test_a_missing_file_is_found(tree):
    (tree.root / BRIDGE).unlink()

    assert tree.faults() == [f"{BRIDGE}:1: this file is missing"]


def test_every_fault_is_told_at_once(tree):
    tree.plant(BRIDGE, "lying", "floating")
    tree.plant(SQUEEZE, "sets: 2", "sets: 0")
    tree.plant(REGION_WORDS, '"Neck"', '""')

    assert [fault.split(":")[0] for fault in tree.faults()] == [BRIDGE, SQUEEZE, REGION_WORDS]


def test_an_empty_folder_is_told_in_words(tmp_path, tree):
    (tmp_path / "empty").mkdir()

    assert "programmes:1: there is no programme here that can be used" in type(tree)(tmp_path / "empty").faults()


def test_windows_files_are_read(tree):
    (tree.root / BRIDGE).write_bytes(b"\xef\xbb\xbf" + tree.text(BRIDGE).replace("\n", "\r\n").encode())

    assert tree.faults() == []
