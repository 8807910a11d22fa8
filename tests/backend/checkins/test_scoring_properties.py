"""Scores for any answers at all: in range, never falling as answers rise, the same on the server and on the phone."""

import json
import random
from dataclasses import asdict, dataclass
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from jointly.checkins.scoring.answers import Values, answer_faults, missing, opened
from jointly.checkins.scoring.change import change_since
from jointly.checkins.scoring.rules import norm_of, scores_of
from jointly.content.questionnaire_pack import PackItem, PackQuestionnaire
from support.questionnaires import licensed, shipped
from support.repository import ROOT
from web_build import run_node

QUESTIONNAIRES = {**{slug: one for slug, one in shipped().items() if one.items}, **licensed()}
ANSWERS = 4000
WORDS = ["climbing the stairs", " climbing  the stairs ", "gardening", "", "   ", "driving\tfar", "𝄞" * 80, "x" * 81]
JUNK = [-1, 0, 1, 2, 3.5, 4, 7, 10, 10.5, 11, 40.25, 100, 601, 1e9, "", "4", "many"]


def fit(item: PackItem, chance: random.Random) -> int | float | str:
    """An answer that can be taken."""
    if item.kind == "text":
        return chance.choice(WORDS[:3])
    if item.options:
        return chance.choice(item.options).value
    steps = 10**item.decimals
    return (
        chance.randint(int(item.min * steps), int(item.max * steps)) / steps
        if steps > 1
        else chance.randint(int(item.min), int(item.max))
    )


def answers(questionnaire: PackQuestionnaire, chance: random.Random, *, junk: float, left: float) -> dict:
    """Answers to most of the items, some of them such as nobody can give."""
    values: dict[str, int | float | str] = {}
    for item in questionnaire.items:
        if chance.random() >= left:
            strange = WORDS if item.kind == "text" else JUNK
            values[item.id] = chance.choice(strange) if chance.random() < junk else fit(item, chance)
    return values


questionnaires = st.sampled_from(sorted(QUESTIONNAIRES)).map(QUESTIONNAIRES.__getitem__)


@given(questionnaires, st.randoms(use_true_random=False), st.sampled_from([0, 0.3]), st.sampled_from([0, 0.2]))
def test_a_score_is_in_its_range_and_in_a_band_if_it_has_any(questionnaire, chance, junk, left):
    values = answers(questionnaire, chance, junk=junk, left=left)
    scores = {score.id: score for score in questionnaire.scores}

    for id_, found in scores_of(questionnaire, values).items():
        assert found.value is None or scores[id_].min <= found.value <= scores[id_].max
        assert (found.band is not None) == (found.value is not None and bool(scores[id_].bands))


@given(questionnaires, st.randoms(use_true_random=False), st.data())
def test_a_higher_answer_never_moves_a_score_the_other_way(questionnaire, chance, data):
    values = answers(questionnaire, chance, junk=0, left=0)
    item = data.draw(
        st.sampled_from([item for item in questionnaire.items if item.kind != "text" and item.id != "arms"])
    )
    higher = max(values[item.id], fit(item, chance))
    before, after = scores_of(questionnaire, values), scores_of(questionnaire, values | {item.id: higher})

    for score in questionnaire.scores:
        if item.id in score.items:
            moved = after[score.id].value - before[score.id].value
            assert moved <= 0 if score.how == "best-100" else moved >= 0


@given(questionnaires, st.randoms(use_true_random=False))
def test_a_total_needs_every_answer_that_it_is_made_of(questionnaire, chance):
    values = answers(questionnaire, chance, junk=0, left=0.3)
    items = {item.id: item for item in questionnaire.items}

    for score in questionnaire.scores:
        conditional = any(items[id_].only_if or items[id_].about for id_ in score.items)
        if not conditional and score.at_least is None:
            whole = all(id_ in values for id_ in score.items)
            assert (scores_of(questionnaire, values)[score.id].value is not None) == whole


@given(questionnaires, st.randoms(use_true_random=False))
def test_what_is_added_up_is_what_is_shown(questionnaire, chance):
    values = answers(questionnaire, chance, junk=0.1, left=0.1)

    for score in questionnaire.scores:
        found = scores_of(questionnaire, values)[score.id]
        if found.value is not None and score.how in ("sum", "value", "minutes", "stands"):
            assert found.value == sum(number for _, number in found.parts)


@dataclass(frozen=True)
class Answers:
    version: int
    values: Values


def told(questionnaire: PackQuestionnaire, first: Values, values: Values) -> dict:
    """What the server's rules say, in the words of the phone's."""
    version = questionnaire.version
    norm = norm_of(questionnaire, values)
    changes = {
        score.id: change_since(questionnaire, score.id, Answers(version, first), Answers(version, values))
        for score in questionnaire.scores
    }
    return {
        "scores": {
            id_: {
                "value": score.value,
                "parts": [{"item": item, "number": number} for item, number in score.parts],
                "band": score.band and score.band.model_dump(mode="json"),
            }
            for id_, score in scores_of(questionnaire, values).items()
        },
        "missing": list(missing(questionnaire, values)),
        "opens": [one.model_dump(mode="json") for one in opened(questionnaire, values)],
        "faults": answer_faults(questionnaire, values),
        "norm": norm and asdict(norm),
        "change": {id_: change and asdict(change) | {"items": list(change.items)} for id_, change in changes.items()},
    }


def test_the_phone_says_the_same_to_thousands_of_answers(tmp_path: Path):
    chance = random.Random("the same answers every time")
    asked = []
    for name in sorted(QUESTIONNAIRES) * (ANSWERS // len(QUESTIONNAIRES) + 1):
        junk, left = chance.choice([(0, 0), (0, 0.1), (0.2, 0.1)])
        first, values = (answers(QUESTIONNAIRES[name], chance, junk=junk, left=left) for _ in range(2))
        asked.append({"of": name, "first": first, "values": values})
    packs = {name: one.model_dump(mode="json") for name, one in QUESTIONNAIRES.items()}
    (tmp_path / "asked.json").write_text(json.dumps({"questionnaires": packs, "asked": asked}))
    run_node("tests/node/score.ts", tmp_path / "asked.json", tmp_path / "told.json", cwd=ROOT)
    phone = json.loads((tmp_path / "told.json").read_text())

    assert len(phone) == len(asked) >= ANSWERS
    for one, said in zip(asked, phone, strict=True):
        assert told(QUESTIONNAIRES[one["of"]], one["first"], one["values"]) == said, one
