"""What can be wrong with the facts of a questionnaire: items, what cards they open, groups and the table of norms."""

from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise

from jointly.content.facts import Sheet
from jointly.content.questionnaire_models import Item, QuestionnaireFacts
from jointly.content.questionnaire_scores import check_scores
from jointly.content.safety import CRISIS, STOP
from jointly.content.yaml_lines import Place

Facts = Sheet[QuestionnaireFacts]
Signs = Mapping[str, Collection[str]]
"""The signs of each care card."""

_NEEDED = {"choice": ("options",), "scale": (), "number": ("min", "max"), "text": ("max",)}
_OF_A_KIND = ("options", "min", "max")


def check_questionnaire(sheet: Facts, signs: Signs | None) -> None:
    """`signs` is None when the care cards themselves cannot be used: then what a card lists is not looked up."""
    _check_options(sheet)
    _check_items(sheet)
    check_scores(sheet)
    _check_opens(sheet, signs)
    _check_norms(sheet)
    if sheet.facts.shipped == "wording" and not sheet.facts.items:
        sheet.fault(("shipped",), "it ships with its wording, but it has no items")
    if sheet.facts.groups and sheet.facts.shipped == "wording":
        sheet.fault(("groups",), "groups are for scores that are worked out elsewhere")


def once(sheet: Facts, place: Place, ids: Iterable[str]) -> None:
    """Each id of a list is there once."""
    seen: set[str] = set()
    for index, id_ in enumerate(ids):
        if id_ in seen:
            sheet.fault((*place, index, "id"), f"'{id_}' is there twice")
        seen.add(id_)


def _check_options(sheet: Facts) -> None:
    used = {item.options for item in sheet.facts.items}
    for name, values in sheet.facts.options.items():
        for index, value in enumerate(values):
            if value in values[:index]:
                sheet.fault(("options", name, index), f"two options of '{name}' count {value}")
        if name not in used:
            sheet.fault(("options", name), f"no item uses the options '{name}'")


def _check_items(sheet: Facts) -> None:
    once(sheet, ("items",), (item.id for item in sheet.facts.items))
    before: dict[str, Item] = {}
    for index, item in enumerate(sheet.facts.items):
        place = ("items", index)
        _check_kind(sheet, place, item)
        if item.only_if is not None and (item.only_if not in before or before[item.only_if].kind == "text"):
            sheet.fault((*place, "only_if"), f"there is no number '{item.only_if}' before '{item.id}'")
        if item.about is not None and (item.about not in before or before[item.about].kind != "text"):
            sheet.fault((*place, "about"), f"there is no text '{item.about}' before '{item.id}'")
        before.setdefault(item.id, item)


def _check_kind(sheet: Facts, place: Place, item: Item) -> None:
    for name in _OF_A_KIND:
        given = getattr(item, name) is not None
        if given and name not in _NEEDED[item.kind]:
            sheet.fault((*place, name), f"'{name}' does not belong to an item of kind '{item.kind}'")
        elif not given and name in _NEEDED[item.kind]:
            sheet.fault((*place, name), f"'{name}' is missing: an item of kind '{item.kind}' needs it")
    if item.options is not None and item.options not in sheet.facts.options:
        sheet.fault((*place, "options"), f"there are no options '{item.options}'")
    if item.min is not None and item.max is not None and item.min >= item.max:
        sheet.fault((*place, "max"), "'max' must be more than 'min'")


def _check_opens(sheet: Facts, signs: Signs | None) -> None:
    choices = {item.id: item for item in sheet.facts.items if item.options in sheet.facts.options}
    for index, opens in enumerate(sheet.facts.opens):
        item = choices.get(opens.item)
        if item is None:
            sheet.fault(("opens", index, "item"), f"there is no choice '{opens.item}'")
        elif opens.from_ not in sheet.facts.options[item.options or ""]:
            sheet.fault(("opens", index, "from"), f"no option of '{opens.item}' counts {opens.from_}")
        if signs is None or (opens.card in (CRISIS, STOP) and opens.card not in signs):
            continue  # said where the cards are read
        if opens.card not in signs:
            sheet.fault(("opens", index, "card"), f"there is no care card '{opens.card}'")
        elif opens.sign not in signs[opens.card]:
            sheet.fault(("opens", index, "sign"), f"'{opens.sign}' is not a sign of the card '{opens.card}'")


def _check_norms(sheet: Facts) -> None:
    norms = sheet.facts.norms
    if norms is None:
        return
    items = {item.id: item for item in sheet.facts.items}
    if norms.score not in {score.id for score in sheet.facts.scores}:
        sheet.fault(("norms", "score"), f"there is no score '{norms.score}'")
    if norms.age not in items or items[norms.age].kind != "number":
        sheet.fault(("norms", "age"), f"there is no number '{norms.age}'")
    sexes = sheet.facts.options.get(items[norms.sex].options or "", ()) if norms.sex in items else ()
    for name in ("women", "men"):
        if getattr(norms, name) not in sexes:
            sheet.fault(("norms", name), f"no option of '{norms.sex}' counts {getattr(norms, name)}")
    for index, row in enumerate(norms.rows):
        for name, (low, high) in (("to", (row.from_, row.to)), ("women", row.women), ("men", row.men)):
            if low > high:
                sheet.fault(("norms", "rows", index, name), f"{low} to {high} runs backwards")
    for index, (before, after) in enumerate(pairwise(norms.rows), start=1):
        if after.from_ != before.to + 1:
            sheet.fault(
                ("norms", "rows", index, "from"), f"ages have a gap or meet twice: {before.to}, then {after.from_}"
            )
