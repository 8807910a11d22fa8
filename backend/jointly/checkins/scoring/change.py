"""Change since the start: how much a score moved, which way, and whether by as much as people notice.

The size that counts, and its source, stand in the content. The phone runs the same rules
(pwa/src/shared/rules/score-change.ts), on the same worked cases. It says what moved, never why, and never what will be.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from jointly.checkins.scoring.answers import Value, Values, is_asked, number_of, tidy, words_of
from jointly.checkins.scoring.rules import score_of
from jointly.content.questionnaire_pack import PackChange, PackItem, PackQuestionnaire, PackScore


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """From `first` to `now`. `percent` is of the first score; None when that was 0.

    `better` is None when nothing moved or the score has no better end. `reached`: by as much as the threshold of the
    content, whichever way; None without a threshold. `more`: for the better by as much as the larger threshold; None
    without one. `items`: the answers that both scores were made of.
    """

    first: float
    now: float
    difference: float
    percent: float | None
    better: bool | None
    reached: bool | None
    more: bool | None
    items: tuple[str, ...] = ()


class Answers(Protocol):
    """The answers to one version of an instrument, as a check-in keeps them."""

    @property
    def version(self) -> int: ...
    @property
    def values(self) -> Mapping[str, Value]: ...


def change_between(score: PackScore, first: float, now: float, items: tuple[str, ...] = ()) -> Change:
    """The change from one score to another, such as two that were worked out elsewhere."""
    difference = tidy(now - first)
    better = None if score.better is None or difference == 0 else (difference > 0) == (score.better == "high")
    more = None if score.change_more is None else better is True and _reaches(score.change_more, first, difference)
    return Change(
        first=first,
        now=now,
        difference=difference,
        percent=tidy(difference * 100 / first) if first else None,
        better=better,
        reached=None if score.change is None else _reaches(score.change, first, difference),
        more=more,
        items=items,
    )


def change_since(questionnaire: PackQuestionnaire, score_id: str, first: Answers, now: Answers) -> Change | None:
    """The change of a score between two check-ins; None when they cannot be compared.

    Both are answers to this version of the instrument. What rates a person's own words counts only where it was rated
    both times in the same words.
    """
    if first.version != questionnaire.version or now.version != questionnaire.version:
        return None
    score = next((score for score in questionnaire.scores if score.id == score_id), None)
    if score is None:
        return None
    kept = {item.id for item in questionnaire.items if _comparable(questionnaire, item, first.values, now.values)}
    before, after = (
        score_of(questionnaire, score, {id_: value for id_, value in answers.values.items() if id_ in kept})
        for answers in (first, now)
    )
    if before.value is None or after.value is None:
        return None
    return change_between(score, before.value, after.value, tuple(id_ for id_, _ in after.parts))


def _comparable(questionnaire: PackQuestionnaire, item: PackItem, first: Values, now: Values) -> bool:
    if item.about is None:
        return True
    rated = all(
        is_asked(questionnaire, item, values) and number_of(questionnaire, item.id, values) is not None
        for values in (first, now)
    )
    return rated and words_of(questionnaire, item.about, first) == words_of(questionnaire, item.about, now)


def _reaches(change: PackChange, first: float, difference: float) -> bool:
    """Whether a difference, of either direction, reaches a threshold: in points, or as a part of the first score."""
    percent = abs(tidy(difference * 100 / first)) if first else 0
    if change.kind == "percent":
        return percent >= change.amount
    return abs(difference) >= change.amount or (change.or_percent is not None and percent >= change.or_percent)
