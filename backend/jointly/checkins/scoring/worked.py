"""Worked examples of scores against the rules: what an editor hears when a total and its scoring disagree."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from jointly.checkins.scoring.answers import Values, answer_faults, missing, opened
from jointly.checkins.scoring.change import Change, change_between, change_since
from jointly.checkins.scoring.rules import entered_faults, norm_of, scores_of
from jointly.content.facts import Sheet
from jointly.content.questionnaire_cases import Cases, Entered, ScoreCase, ScoreCases
from jointly.content.questionnaire_pack import PackQuestionnaire, pack_of
from jointly.content.questionnaire_wording import ItemWords, LicensedWording
from jointly.content.questionnaires import Questionnaire

NONE = "there is none"
_BY_NAME = frozenset({"scores", "bands", "parts", "norm"})
"""Of these a case names what it is about; of all else it says the whole."""


def check_cases(questionnaires: Mapping[str, Questionnaire], cases: Cases) -> None:
    """Faults every case that does not come out as it says, on its line.

    A questionnaire with faults of its own is left alone: with them it cannot be worked out.
    """
    for newest in questionnaires.values():
        for one in (newest, *newest.earlier):
            sheet = cases.get((one.facts.slug, one.facts.version))
            if sheet and not _is_faulty(sheet):
                _check(sheet, one)


def _is_faulty(sheet: Sheet[ScoreCases]) -> bool:
    home = sheet.path.removesuffix("cases.yaml")
    return any(fault.path.startswith(home) for fault in sheet.desk.faults)


def _check(sheet: Sheet[ScoreCases], one: Questionnaire) -> None:
    for index, case in enumerate(sheet.facts.cases):
        for name, found, wanted in differences(of_case(one, case), case):
            sheet.fault(
                ("cases", index, "expect", name), f"'{name}' comes to {_said(found)}, and the case says {_said(wanted)}"
            )


def of_case(one: Questionnaire, case: ScoreCase) -> PackQuestionnaire:
    """The questionnaire as phones have it; for a licensed case, as a service has it that holds the licence."""
    return pack_of(licensed(one) if case.licensed else one, "")


def licensed(one: Questionnaire) -> Questionnaire:
    """One that ships as scores only, with words of nobody's in the place of its owner's."""
    items = {
        item.id: ItemWords(words=item.id, unit="points" if item.kind == "number" else None) for item in one.facts.items
    }
    options = {name: {str(value): str(value) for value in values} for name, values in one.facts.options.items()}
    return replace(one, wording=LicensedWording(permission="none", items=items, options=options))


def differences(questionnaire: PackQuestionnaire, case: ScoreCase) -> Iterator[tuple[str, Any, Any]]:
    """What the rules say otherwise than the case: its name, what was found, what was expected."""
    told = _told(questionnaire, case)
    for name, wanted in case.expect.items():
        if name == "change":
            found = _changes(questionnaire, case, wanted)
        else:
            found = _named(told[name], wanted) if name in _BY_NAME else told[name]
        if found != wanted:
            yield name, found, wanted


def _named(found: Any, wanted: Any) -> Any:
    """Of what was found by name, only what a case names."""
    if isinstance(found, Mapping) and isinstance(wanted, Mapping):
        return {name: found.get(name, NONE) for name in wanted}
    return found


def _told(questionnaire: PackQuestionnaire, case: ScoreCase) -> dict[str, Any]:
    scores, norm = scores_of(questionnaire, case.values), norm_of(questionnaire, case.values)
    return {
        "scores": {id_: score.value for id_, score in scores.items()},
        "bands": {id_: score.band and [score.band.from_, score.band.to] for id_, score in scores.items()},
        "parts": {id_: [number for _, number in score.parts] for id_, score in scores.items()},
        "missing": list(missing(questionnaire, case.values)),
        "opens": [one.card for one in opened(questionnaire, case.values)],
        "faults": answer_faults(questionnaire, case.values),
        "norm": norm and asdict(norm),
        "refused": entered_faults(questionnaire, **case.entered.model_dump()) if case.entered else {},
        "score_ids": [score.id for score in questionnaire.scores],
    }


def _changes(questionnaire: PackQuestionnaire, case: ScoreCase, wanted: Any) -> dict[str, Any]:
    found = {}
    for score, said in wanted.items():
        change = _change(questionnaire, case, score)
        found[score] = change and _named(asdict(change) | {"items": list(change.items)}, said or {})
    return found


@dataclass(frozen=True)
class _Answers:
    version: int
    values: Values


def _change(questionnaire: PackQuestionnaire, case: ScoreCase, score_id: str) -> Change | None:
    if case.entered and case.entered_first:
        score = next((score for score in questionnaire.scores if score.id == score_id), None)
        first, now = (_of(one, score_id) for one in (case.entered_first, case.entered))
        return None if score is None or first is None or now is None else change_between(score, first, now)
    first_values, version = case.first or {}, questionnaire.version
    return change_since(questionnaire, score_id, _Answers(version, first_values), _Answers(version, case.values))


def _of(entered: Entered, score_id: str) -> float | None:
    return entered.total if score_id == "total" else entered.subscales.get(score_id)


def _said(value: Any) -> str:
    """Plainly: "average 6, worst none"."""
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_said(inside)}" for name, inside in value.items()) or "nothing"
    if isinstance(value, list | tuple):
        return " and ".join(map(_said, value)) or "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else f"{value:g}" if isinstance(value, int | float) else str(value)
