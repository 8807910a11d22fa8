"""Scores: what answers add up to, the band it is printed in, and the printed average for an age and a sex.

Takes a questionnaire as its pack has it; how each score is made stands in the content, never here. The phone runs the
same rules (pwa/src/shared/rules/scoring.ts); both are held to content/questionnaires/<slug>/v1/cases.yaml. Totals need
every answer unless the content says otherwise. Nothing here diagnoses: a band is a range of numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from jointly.checkins.scoring.answers import Values, is_asked, is_fine, number_of, tidy
from jointly.content.questionnaire_pack import PackBand, PackQuestionnaire, PackScore


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A score, None when an answer is missing. `parts` are the numbers that are added up, by the item each is from."""

    value: float | None
    parts: tuple[tuple[str, float], ...] = ()
    band: PackBand | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """The printed average range of one sex at some ages, and where the score lies."""

    from_age: int
    to_age: int
    sex: int
    low: int
    high: int
    where: Literal["below", "within", "above"]


def scores_of(questionnaire: PackQuestionnaire, values: Values) -> dict[str, Scored]:
    """Every score of a questionnaire by its id."""
    return {score.id: score_of(questionnaire, score, values) for score in questionnaire.scores}


def score_of(questionnaire: PackQuestionnaire, score: PackScore, values: Values) -> Scored:
    match score.how:
        case "minutes":
            parts = _minutes(questionnaire, score, values)
        case "stands":
            parts = _stands(questionnaire, score, values)
        case "entered":
            return Scored(value=None)
        case _:
            parts = _answered(questionnaire, score, values)
    if parts is None:
        return Scored(value=None)
    value = _value(score, [number for _, number in parts])
    return Scored(value=value, parts=parts, band=band_of(score, value))


def band_of(score: PackScore, value: float) -> PackBand | None:
    """The printed range that a score lies in; None for a score without ranges."""
    return next((band for band in score.bands if band.from_ <= value <= band.to), None)


Parts = tuple[tuple[str, float], ...]


def _answered(questionnaire: PackQuestionnaire, score: PackScore, values: Values) -> Parts | None:
    """The numbers of a sum or a mean; None while there are too few."""
    items = {item.id: item for item in questionnaire.items}
    found = [
        (id_, _counted(score, id_, number))
        for id_ in score.items
        if is_asked(questionnaire, items[id_], values) and (number := number_of(questionnaire, id_, values)) is not None
    ]
    return tuple(found) if len(found) >= (score.at_least or len(score.items)) else None


def _counted(score: PackScore, id_: str, number: float) -> float:
    return int(number >= score.count_from[id_]) if id_ in score.count_from else number


def _minutes(questionnaire: PackQuestionnaire, score: PackScore, values: Values) -> Parts | None:
    """Days × minutes of each pair, times what the pair counts; no days are no minutes, whatever else was said."""
    parts = []
    for days_id, minutes_id, times in zip(score.items[::2], score.items[1::2], score.times, strict=True):
        days = number_of(questionnaire, days_id, values)
        minutes = 0 if days == 0 else number_of(questionnaire, minutes_id, values)
        if days is None or minutes is None:
            return None
        parts.append((minutes_id, days * minutes * times))
    return tuple(parts)


def _stands(questionnaire: PackQuestionnaire, score: PackScore, values: Values) -> Parts | None:
    """Stands counted, or 0 when the arms were used (Jones and Rikli, 2002); None while either is not said."""
    counted, arms = (number_of(questionnaire, id_, values) for id_ in score.items)
    return None if counted is None or arms is None else ((score.items[0], 0 if arms > 0 else counted),)


def _value(score: PackScore, numbers: list[float]) -> float:
    total = sum(numbers)
    if score.how == "mean":
        return tidy(total / len(numbers))
    if score.how == "best-100":
        return tidy(100 - total * 25 / len(numbers))
    return tidy(total)


def norm_of(questionnaire: PackQuestionnaire, values: Values) -> Norm | None:
    """The printed average; None without an age and a sex that the table has, or without the score."""
    norms = questionnaire.norms
    if norms is None:
        return None
    score = next(score for score in questionnaire.scores if score.id == norms.score)
    value = score_of(questionnaire, score, values).value
    age, sex = (number_of(questionnaire, id_, values) for id_ in (norms.age, norms.sex))
    if value is None or age is None or sex is None:
        return None
    row = next((row for row in norms.rows if row.sex == sex and row.from_ <= age <= row.to), None)
    if row is None:
        return None
    where = "below" if value < row.low else "above" if value > row.high else "within"
    return Norm(from_age=row.from_, to_age=row.to, sex=row.sex, low=row.low, high=row.high, where=where)


EnteredFault = Literal["unknown", "out-of-range", "too-fine"]


def entered_faults(
    questionnaire: PackQuestionnaire, *, total: float | None, subscales: Mapping[str, float], group: str | None = None
) -> dict[str, EnteredFault]:
    """What is wrong with a result that was worked out elsewhere, by the id of the score, or `group`."""
    given = {**subscales, **({} if total is None else {"total": total})}
    scores = {score.id: score for score in questionnaire.scores}
    faults = {id_: fault for id_, value in given.items() if (fault := _entered_fault(scores.get(id_), value))}
    if group is not None and group not in {one.id for one in questionnaire.groups}:
        faults["group"] = "unknown"
    return faults


def _entered_fault(score: PackScore | None, value: float) -> EnteredFault | None:
    if score is None:
        return "unknown"
    if value < score.min or (score.max is not None and value > score.max):
        return "out-of-range"
    return None if is_fine(value, score.decimals) else "too-fine"
