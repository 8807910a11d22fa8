"""Whether the words of a questionnaire are those that its facts ask for: none missing, none over, no unknown gap."""

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from pydantic import BaseModel

from jointly.content.facts import Sheet
from jointly.content.questionnaire_models import Change, Item, QuestionnaireFacts, Score
from jointly.content.questionnaire_wording import ItemWords, QuestionnaireWords, ScoreWords, Wording
from jointly.content.yaml_lines import Place

Model = TypeVar("Model", bound=BaseModel)
AnyWording = TypeVar("AnyWording", bound=Wording)
_GAP = re.compile(r"\{([^{}]*)\}")


def check_wording(facts: QuestionnaireFacts, words: Sheet[AnyWording]) -> None:
    """What is asked, in the shipped words or in those of a licence holder."""
    items = {item.id: item for item in facts.items}
    _same_ids(words, ("items",), items, words.facts.items)
    used: dict[str, None] = {}
    for id_, said in words.facts.items.items():
        if id_ not in items:
            continue
        item, place = items[id_], ("items", id_)
        _check_item(words, place, item, said)
        if said.options is not None:
            _same_ids(words, (*place, "options"), map(str, facts.options.get(item.options or "", ())), said.options)
        elif item.options is not None:
            used[item.options] = None
    _same_ids(words, ("options",), used, words.facts.options)
    for name, each in words.facts.options.items():
        _same_ids(words, ("options", name), map(str, facts.options.get(name, ())), each)


def check_scores_words(facts: QuestionnaireFacts, words: Sheet[QuestionnaireWords]) -> None:
    """What scores, bands, thresholds and groups are called."""
    scores = {score.id: score for score in facts.scores}
    _same_ids(words, ("scores",), scores, words.facts.scores)
    for id_, said in words.facts.scores.items():
        if id_ in scores:
            _check_score(words, ("scores", id_), scores[id_], said)
    _same_ids(words, ("groups",), facts.groups, words.facts.groups)
    named = any(said.names for said in words.facts.scores.values())
    if named != (words.facts.reference is not None):
        words.fault(("reference",), "'reference' says whose the names of bands are: there are both or neither")


def _same_ids(sheet: Sheet[Model], place: Place, wanted: Iterable[str], named: Mapping[str, object]) -> None:
    ids = list(wanted)
    for missing in (id_ for id_ in ids if id_ not in named):
        sheet.fault(place, f"there are no words for '{missing}'")
    for extra in (id_ for id_ in named if id_ not in ids):
        sheet.fault((*place, extra), f"there are words for '{extra}', but the facts do not have it")


def _check_item(sheet: Sheet[AnyWording], place: Place, item: Item, said: ItemWords) -> None:
    kinds = {"low": "scale", "high": "scale", "unit": "number"}
    for name, kind in kinds.items():
        given = getattr(said, name) is not None
        if given and item.kind != kind:
            sheet.fault((*place, name), f"'{name}' does not belong to an item of kind '{item.kind}'")
        elif not given and item.kind == kind:
            sheet.fault((*place, name), f"'{name}' is missing: an item of kind '{item.kind}' needs it")
    if said.options is not None and item.kind != "choice":
        sheet.fault((*place, "options"), f"'options' does not belong to an item of kind '{item.kind}'")


def _check_score(sheet: Sheet[QuestionnaireWords], place: Place, score: Score, said: ScoreWords) -> None:
    if len(said.bands) != len(score.bands):
        sheet.fault((*place, "bands"), f"{len(said.bands)} bands have words, and the facts have {len(score.bands)}")
    if said.names and len(said.names) != len(score.bands):
        sheet.fault((*place, "names"), f"{len(said.names)} bands have names, and the facts have {len(score.bands)}")
    for index, text in enumerate(said.bands):
        _check_gaps(sheet, (*place, "bands", index), text, {"from", "to", "max"}, {"from"})
    for name in ("change", "change_more"):
        change: Change | None = getattr(score, name)
        text: str | None = getattr(said, name)
        if (change is None) != (text is None):
            sheet.fault((*place, name), f"'{name}' is in the facts or in the words, but not in both")
        elif change is not None and text is not None:
            amount = "amount" if change.kind == "points" else "percent"
            _check_gaps(sheet, (*place, name), text, {amount}, {amount})


def _check_gaps(sheet: Sheet[Model], place: Place, text: str, known: set[str], needed: set[str]) -> None:
    """Numbers come from the facts, so that words and numbers cannot disagree."""
    found = set(_GAP.findall(text))
    for gap in sorted(found - known):
        sheet.fault(place, f"{{{gap}}} is not a number that is known here: use {', '.join(sorted(known))}")
    for gap in sorted(needed - found):
        sheet.fault(place, f"these words do not say {{{gap}}}")
