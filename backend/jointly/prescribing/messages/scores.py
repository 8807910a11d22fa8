"""The first and the last score of each questionnaire around an episode, as PRSB's assessments."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from jointly.checkins.schemas import Answered, Score
from jointly.checkins.scoring.answers import words_of
from jointly.checkins.scoring.change import change_between, change_since
from jointly.checkins.scoring.rules import score_of
from jointly.content.questionnaire_pack import PackQuestionnaire, PackScore
from jointly.prescribing.closing import model as m
from jointly.prescribing.messages.material import Material, Told
from jointly.prescribing.stepping import today

BEFORE = timedelta(days=28)
"""A questionnaire that was filled in so long before the referral may be its first one: it is often why somebody is
referred. Ours."""
TOTAL = "total"
"""What a result that was worked out elsewhere calls its total, and the content too."""
B = TypeVar("B")
_BETTER = {"high": "higher", "low": "lower", None: ""}


def scores_of(material: Material) -> tuple[m.Score, ...]:
    """All scores from the referral to the end of the episode, by questionnaire, version and score."""
    found: list[m.Score] = []
    for slug, newest in sorted(material.questionnaires.items()):
        for questionnaire in (newest, *newest.earlier):
            answered = _answers(material, slug, questionnaire.version)
            found += [made for score in questionnaire.scores for made in _asked(questionnaire, score, answered)]
        for version, results in _forms(material, slug).items():
            found += [made for score in newest.scores for made in _given(newest, version, score, results)]
    return tuple(found)


def _inside(material: Material, told: Iterable[Told[B]]) -> list[Told[B]]:
    """What is about a day of the episode, the oldest first."""
    episode = material.episode
    first, last = today(episode.received_at) - BEFORE, today(episode.closed_at) if episode.closed_at else date.max
    return sorted((one for one in told if first <= one.on <= last), key=lambda one: one.on)


def _answers(material: Material, slug: str, version: int) -> list[Told[Answered]]:
    said = [Told(one.body.on, one.body.answers[slug]) for one in material.check_ins if slug in one.body.answers]
    return [one for one in _inside(material, said) if one.body.version == version]


def _forms(material: Material, slug: str) -> dict[str, list[Told[Score]]]:
    """Results by the version that is printed on the form: two versions are never compared."""
    forms: dict[str, list[Told[Score]]] = {}
    results = [Told(one.body.on, one.body) for one in material.entered if one.body.instrument == slug]
    for one in _inside(material, results):
        forms.setdefault(one.body.version.strip().casefold(), []).append(one)
    return forms


def _asked(
    questionnaire: PackQuestionnaire, score: PackScore, answered: Sequence[Told[Answered]]
) -> tuple[m.Score, ...]:
    """A score of answers: only those that give it count, and of two that cannot be compared none is told."""
    whole = [one for one in answered if _value(questionnaire, score, one.body) is not None]
    if not whole:
        return ()
    version, first, last = str(questionnaire.version), whole[0], whole[-1]
    if first.on == last.on:
        value = _value(questionnaire, score, last.body)
        made = () if value is None else (_score(questionnaire, version, score, m.Reading(on=last.on, value=value)),)
        return tuple(replace(one, comment=_own_words(questionnaire, score, last.body)) for one in made)
    change = change_since(questionnaire, score.id, first.body, last.body)
    if change is None:
        return ()
    readings = m.Reading(on=first.on, value=change.first), m.Reading(on=last.on, value=change.now)
    return (
        replace(_score(questionnaire, version, score, *readings), comment=_own_words(questionnaire, score, last.body)),
    )


def _own_words(questionnaire: PackQuestionnaire, score: PackScore, answered: Answered) -> str:
    """What the one item of a score rates, in the person's own words."""
    about = [item.about for item in questionnaire.items if item.id in score.items and item.about]
    return (words_of(questionnaire, about[0], answered.values) or "") if len(about) == 1 else ""


def _value(questionnaire: PackQuestionnaire, score: PackScore, answered: Answered) -> float | None:
    return score_of(questionnaire, score, answered.values).value


def _given(
    questionnaire: PackQuestionnaire, version: str, score: PackScore, results: Sequence[Told[Score]]
) -> tuple[m.Score, ...]:
    """A score that was worked out elsewhere."""
    readings = [m.Reading(on=one.on, value=value) for one in results if (value := _number(one.body, score)) is not None]
    if not readings:
        return ()
    first, last = readings[0], readings[-1]
    if first.on == last.on:
        return (_score(questionnaire, version, score, last),)
    change = change_between(score, first.value, last.value)
    readings = [m.Reading(on=first.on, value=change.first), m.Reading(on=last.on, value=change.now)]
    return (_score(questionnaire, version, score, *readings),)


def _number(result: Score, score: PackScore) -> float | None:
    return result.total if score.id == TOTAL else result.subscales.get(score.id)


def _score(
    questionnaire: PackQuestionnaire, version: str, score: PackScore, first: m.Reading, last: m.Reading | None = None
) -> m.Score:
    return m.Score(
        slug=questionnaire.slug,
        version=version,
        key=score.id,
        instrument=questionnaire.title,
        name=score.words,
        lowest=score.min,
        highest=score.max,
        better=_BETTER[score.better],
        first=first,
        last=last,
        meaning=score.change.words if score.change else "",
        source=questionnaire.attribution.removeprefix("Source: "),
    )
