"""Packs: what phones keep."""

import gzip
import hashlib
import json
import shutil

import pytest

from jointly.content import ContentFaults, load
from jointly.content.packs import LARGEST_PACK


def pack(tree, name: str = "programme-knee-hip") -> dict:
    return json.loads(load(tree.root).packs[name].body)


def words(blocks: list[dict]) -> str:
    """Running text of a pack, one piece a line."""
    return "\n".join(text for block in blocks for text in block.get("items", [block.get("text")]))


def test_a_pack_is_named_by_its_bytes(tree):
    packs = load(tree.root).packs

    programmes = {f"programme-{name}" for name in ("back", "getting-going", "hands-feet", "knee-hip", "neck-shoulder")}
    others = {"library", "lists", "pages", "safety", "questionnaires", "pathways", "topics", "outcodes"}
    assert set(packs) == programmes | others
    for name, (hash_, body) in packs.items():
        assert hashlib.sha256(body).hexdigest().startswith(hash_)
        assert len(hash_) == 16
        assert packs.manifest["packs"][name] == hash_
        assert packs.body(hash_) == body
    assert packs.body("0" * 16) is None


def test_the_same_content_gives_the_same_bytes(tree, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(tree.root, copy)

    assert load(copy).packs.manifest == load(tree.root).packs.manifest


def test_a_changed_word_gives_another_hash(tree):
    before = load(tree.root).packs.manifest["packs"]
    tree.plant("exercises/bridge/en.md", "Put your arms by your sides.", "Rest your arms by your sides.")
    after = load(tree.root).packs.manifest["packs"]

    assert after["programme-knee-hip"] != before["programme-knee-hip"]
    assert after["lists"] == before["lists"]


def test_the_programme_comes_whole(tree):
    programme = pack(tree)

    assert set(programme) == {
        "slug", "version", "title", "about", "approved", "ladder", "stop", "stop_advice",
        "days_suggested", "times_suggested", "gentle", "exercises",
    }  # fmt: skip
    assert len(programme["exercises"]) == 12
    assert [len(exercise["levels"]) for exercise in programme["exercises"]] == [3] * 12
    for exercise in programme["exercises"]:
        assert set(exercise) == {
            "slug", "title", "purpose", "steps", "care", "position", "kind", "sided",
            "equipment", "levels", "gentle", "approved",
        }  # fmt: skip
        amounts = {"words", "sets", "reps", "hold_seconds", "seconds", "rest_seconds", "seconds_a_rep"}
        assert set(exercise["gentle"]) == amounts
        assert all(set(level) == amounts | {"level"} for level in exercise["levels"])


def test_the_library_has_every_exercise_with_all_its_words(tree):
    exercises = pack(tree, "library")["exercises"]
    in_the_programme = {exercise["slug"]: exercise for exercise in pack(tree)["exercises"]}

    assert [exercise["title"] for exercise in exercises] == sorted(exercise["title"] for exercise in exercises)
    more = {"version", "group", "seated", "mistakes", "stop_if", "picture", "search", "figure"}
    for exercise in exercises:
        same = in_the_programme.get(exercise["slug"])
        assert same is None or same == {name: exercise[name] for name in exercise.keys() - more}
        assert set(exercise["figure"]) == {
            "kind", "view", "crop", "props", "poses", "alternate", "seconds", "arrow",
        }  # fmt: skip


def test_printed_rules_carry_the_ladder_s_numbers(tree):
    path = "programmes/knee-hip/programme.yaml"
    tree.plant(path, "go_max: 3", "go_max: 2")
    tree.plant(path, "caution_max: 5", "caution_max: 4")
    tree.plant(path, "sessions_to_move_up: 3", "sessions_to_move_up: 2")
    rules = pack(tree)["ladder"]["rules"]

    assert "last 2 times" in words(rules["up"])
    assert "pain was 2 or less" in words(rules["up"])
    assert "pain was 3 to 4" in words(rules["stay"])
    assert "pain was 5 or more" in words(rules["down"])


def test_a_timed_exercise_counts_its_set_as_one_repetition(tree):
    walking = next(exercise for exercise in pack(tree)["exercises"] if exercise["slug"] == "walking")

    assert [level["seconds"] for level in walking["levels"]] == [level["seconds_a_rep"] for level in walking["levels"]]


def test_regions_stand_on_one_picture_or_both(tree):
    regions = pack(tree, "lists")["regions"]

    assert len(regions) == 24
    assert all(set(region) == {"slug", "name", "side", "group"} for region in regions)
    assert {region["slug"]: region["side"] for region in regions}["lower-back"] == "back"


def test_a_phone_on_a_bad_line_gets_it_soon(tree):
    packs = load(tree.root).packs

    assert len(gzip.compress(packs["programme-knee-hip"].body)) < 8 * 1024
    assert len(gzip.compress(packs["lists"].body)) < 1024
    assert len(gzip.compress(packs["library"].body)) < 24 * 1024
    # with the names of places; it is fetched once, when somebody first looks from one
    assert len(gzip.compress(packs["outcodes"].body)) < 36 * 1024


def test_a_programme_that_is_too_big_is_found(tree):
    step = "Put your arms by your sides. " * 20
    tree.plant(
        "exercises/bridge/en.md",
        "2. Put your arms",
        f"{'2. ' + step + chr(10)}" * (LARGEST_PACK // len(step)) + "3. Put your arms",
    )

    faults = tree.faults()
    assert len(faults) == 2, "it is in two of them"
    for programme, fault in zip(("back", "knee-hip"), faults, strict=True):
        assert fault.startswith(f"programmes/{programme}/programme.yaml:1: the programme is too big for phones: ")


def test_content_with_faults_is_not_used(tree):
    tree.plant("exercises/bridge/exercise.yaml", "lying", "floating")
    tree.plant("exercises/bridge/en.md", "# Bridge", "# **Bridge**")

    with pytest.raises(ContentFaults) as caught:
        load(tree.root)
    assert len(caught.value.faults) == 2
