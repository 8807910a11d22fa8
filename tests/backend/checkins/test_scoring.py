"""Scores meet every worked case in content/questionnaires/*/v1/cases.yaml, and the cases leave no boundary out."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID, uuid4

import msgspec
import pytest

from jointly.checkins.schemas import Answered
from jointly.checkins.scoring.change import change_between, change_since
from jointly.checkins.scoring.worked import differences
from jointly.content.questionnaire_cases import ScoreCase
from support.questionnaires import cases, licensed, of_case, shipped

CASES = cases()
FEWEST = 8
KEYS = {"scores", "bands", "parts", "missing", "opens", "faults", "norm", "change", "refused", "score_ids"}


@dataclass(frozen=True)
class Answers:
    version: int
    values: dict


@pytest.mark.parametrize(("slug", "case"), CASES, ids=[f"{slug}: {case['says']}" for slug, case in CASES])
def test_a_worked_case_comes_out_as_it_says(slug: str, case: dict):
    assert list(differences(of_case(slug, case), ScoreCase(**case))) == []


def test_a_case_that_comes_out_otherwise_is_told_with_what_it_comes_to():
    case = {"id": str(uuid4()), "says": "x", "values": {"now": 4}}
    expect = {"scores": {"now": 5}, "missing": ["average"], "opens": ["crisis"], "faults": {"now": "too-fine"}}
    expect |= {"score_ids": ["now"], "change": {"now": {"difference": 1}}, "bands": {"now": [0, 1]}}

    found = differences(shipped()["pain-nrs"], ScoreCase(**case, expect=expect))

    assert {name: (came_to, said) for name, came_to, said in found} == {
        "scores": ({"now": 4}, {"now": 5}),
        "missing": (["average", "worst"], ["average"]),
        "opens": ([], ["crisis"]),
        "faults": ({}, {"now": "too-fine"}),
        "score_ids": (["now", "average", "worst"], ["now"]),
        "change": ({"now": None}, {"now": {"difference": 1}}),
        "bands": ({"now": None}, {"now": [0, 1]}),
    }


def test_every_instrument_has_worked_cases_enough():
    counts = Counter(slug for slug, _ in CASES)

    assert set(counts) == set(shipped())
    assert {slug: count for slug, count in counts.items() if count < FEWEST} == {}


def test_every_case_has_an_id_of_its_own_and_says_something_that_is_looked_at():
    ids = [str(UUID(case["id"])) for _, case in CASES]

    assert len(set(ids)) == len(ids)
    assert all(case["says"] and case["expect"] and case["expect"].keys() <= KEYS for _, case in CASES)


def test_every_end_of_every_band_is_in_a_case():
    proved: dict[tuple[str, str], set] = {}
    for slug, case in CASES:
        for score_id, value in case["expect"].get("scores", {}).items():
            if score_id in case["expect"].get("bands", {}):
                proved.setdefault((slug, score_id), set()).add(value)
    ends = {
        (slug, score.id): {end for band in score.bands for end in (band.from_, band.to)}
        for slug, one in shipped().items()
        for score in one.scores
        if score.bands
    }

    assert ends.keys() == proved.keys()
    assert {key: sorted(found - proved[key]) for key, found in ends.items() if found - proved[key]} == {}


def test_every_score_s_least_and_most_is_in_a_case():
    values: dict[tuple[str, str], set] = {}
    for slug, case in CASES:
        for score_id, value in case["expect"].get("scores", {}).items():
            values.setdefault((slug, score_id), set()).add(value)
        for result in [case["entered"]] if case["expect"].get("refused") == {} else []:
            for score_id, value in {**result["subscales"], "total": result["total"]}.items():
                values.setdefault((slug, score_id), set()).add(value)
    reached = {
        (slug, score.id): {score.min, score.max} - {None}
        for slug, one in shipped().items()
        for score in one.scores
        # The 5 activities rate alike, and their mean has both ends.
        if not score.id.startswith("one-")
    }

    assert {
        key: sorted(ends - values.get(key, set())) for key, ends in reached.items() if ends - values.get(key, set())
    } == {}


def test_every_threshold_has_a_case_that_reaches_it_and_one_that_does_not():
    seen: dict[tuple[str, str], set] = {}
    for slug, case in CASES:
        for wanted in case["expect"].get("change", {}).values():
            for name in ("reached", "more"):
                if wanted and wanted.get(name) is not None:
                    seen.setdefault((slug, name), set()).add(wanted[name])
    has = {
        (slug, name)
        for slug, one in shipped().items()
        for score in one.scores
        for name, threshold in (("reached", score.change), ("more", score.change_more))
        if threshold
    }

    assert seen == {key: {True, False} for key in has}


def test_answers_to_another_version_are_not_compared():
    questionnaire = shipped()["confidence"]
    old, new = Answers(0, {"sure": 3}), Answers(1, {"sure": 8})

    assert change_since(questionnaire, "sure", old, new) is None
    assert change_since(questionnaire, "sure", new, new) is not None


def test_a_percent_of_the_first_score_can_be_a_threshold_too():
    score = shipped()["wsas"].scores[0]
    change = shipped()["pain-nrs"].scores[0].change.model_copy(update={"kind": "percent", "amount": 30})
    by_percent = score.model_copy(update={"change": change})

    assert [change_between(by_percent, 10, last).reached for last in (7, 8, 13)] == [True, False, True]
    assert change_between(by_percent, 0, 5).reached is False


def test_what_a_licence_adds_is_what_can_be_scored():
    assert set(licensed()) == {"msk-hq", "eq-5d-5l", "koos", "hoos", "koos-12", "hoos-12", "start-back", "wsas"}


@pytest.mark.parametrize(("slug", "questionnaire"), {**shipped(), **licensed()}.items())
def test_a_check_in_has_room_for_every_answer(slug: str, questionnaire):
    values = {item.id: "x" * item.max if item.kind == "text" else item.max or 0 for item in questionnaire.items}
    body = {"version": questionnaire.version, "values": values, "left": False}

    assert msgspec.convert(body, Answered).values == values
