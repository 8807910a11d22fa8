"""What can be wrong with the scores of a questionnaire: unknown items, ranges that cannot be, bands with gaps."""

from itertools import pairwise

from jointly.content.facts import Sheet
from jointly.content.questionnaire_models import Change, Item, QuestionnaireFacts, Score
from jointly.content.yaml_lines import Place

Facts = Sheet[QuestionnaireFacts]
Range = tuple[float, float]

_COUNTS = {"value": 1, "stands": 2, "entered": 0}
"""How many items a score of that kind is made of, where it is not as many as there are."""


def check_scores(sheet: Facts) -> None:
    items = {item.id: item for item in sheet.facts.items}
    seen: set[str] = set()
    for index, score in enumerate(sheet.facts.scores):
        place = ("scores", index)
        if score.id in seen:
            sheet.fault((*place, "id"), f"'{score.id}' is there twice")
        seen.add(score.id)
        if _check_items(sheet, place, score, items):
            _check_range(sheet, place, score, [items[id_] for id_ in score.items])
        _check_bands(sheet, place, score)
        _check_changes(sheet, place, score)


def _check_items(sheet: Facts, place: Place, score: Score, items: dict[str, Item]) -> bool:
    """Whether the score is made of items that can be counted."""
    sound = True

    def fault(name: str, message: str, *at: str | int) -> None:
        nonlocal sound
        sound = False
        sheet.fault((*place, name, *at), message)

    for index, id_ in enumerate(score.items):
        if id_ not in items or items[id_].kind == "text":
            fault("items", f"there is no item '{id_}' that counts", index)
        elif items[id_].options is not None and items[id_].options not in sheet.facts.options:
            sound = False  # said at the item
        elif id_ in score.items[:index]:
            fault("items", f"'{id_}' is in the list twice", index)
    count = len(score.items)
    if count != _COUNTS.get(score.how, count) or (count == 0 and score.how != "entered"):
        fault(
            "items",
            f"a score of kind '{score.how}' is made of {_COUNTS.get(score.how, '1 or more')} items, not {count}",
        )
    if score.how == "entered" and sheet.facts.shipped == "wording":
        fault("how", "a questionnaire that ships with its wording is scored from its answers")
    if (score.how == "minutes" or score.times) and 2 * len(score.times) != count:
        fault("times", "'times' has 1 number for each pair of days and minutes")
    if score.at_least is not None and (score.how != "mean" or score.at_least > count):
        fault("at_least", "'at_least' is for a mean, and no more than its items")
    for id_ in score.count_from:
        if score.how != "sum" or id_ not in score.items:
            fault("count_from", f"'{id_}' is not an item that this score adds up", id_)
    return sound


def _check_range(sheet: Facts, place: Place, score: Score, items: list[Item]) -> None:
    """The range that is printed is the one that the answers can reach."""
    reached = _reached(sheet, score, items)
    for name, can in zip(("min", "max"), reached or (), strict=False):
        if getattr(score, name) != can:
            sheet.fault((*place, name), f"'{name}' is {getattr(score, name)}, but the answers come to {can:g}")


def _reached(sheet: Facts, score: Score, items: list[Item]) -> Range | None:
    """The least and the most that the answers can come to; None for what is worked out elsewhere."""
    ranges = [_range(sheet, item) for item in items]
    match score.how:
        case "sum":
            counted = [
                (0, 1) if item.id in score.count_from else range_ for item, range_ in zip(items, ranges, strict=True)
            ]
            return sum(low for low, _ in counted), sum(high for _, high in counted)
        case "mean" | "value":
            return min(low for low, _ in ranges), max(high for _, high in ranges)
        case "minutes":
            pairs = zip(ranges[::2], ranges[1::2], score.times, strict=True)
            return 0, sum(days[1] * minutes[1] * times for days, minutes, times in pairs)
        case "stands":
            return 0, ranges[0][1]
        case "best-100":
            return 0, 100
        case _:
            return None


def _range(sheet: Facts, item: Item) -> Range:
    if item.options is not None:
        values = sheet.facts.options[item.options]
        return min(values), max(values)
    return (0, 10) if item.kind == "scale" else (item.min or 0, item.max or 0)


def _check_bands(sheet: Facts, place: Place, score: Score) -> None:
    bands = score.bands
    if not bands:
        return
    for index, band in enumerate(bands):
        if band.from_ > band.to:
            sheet.fault((*place, "bands", index), f"{band.from_} to {band.to} runs backwards")
    for index, (before, after) in enumerate(pairwise(bands), start=1):
        if after.from_ > before.to + 1:
            sheet.fault((*place, "bands", index), f"the bands have a gap: {before.to}, then {after.from_}")
        elif after.from_ <= before.to:
            sheet.fault((*place, "bands", index), f"the bands overlap: {before.to}, then {after.from_}")
    if bands[0].from_ != score.min:
        sheet.fault((*place, "bands", 0), f"the first band starts at {bands[0].from_}, and the score at {score.min}")
    if bands[-1].to != score.max:
        sheet.fault(
            (*place, "bands", len(bands) - 1), f"the last band ends at {bands[-1].to}, and the score at {score.max}"
        )
    if score.decimals:
        sheet.fault((*place, "bands"), "bands are for whole numbers: a score with decimals could fall between two")


def _check_changes(sheet: Facts, place: Place, score: Score) -> None:
    change, more = score.change, score.change_more
    if more is not None and (change is None or score.better is None or not _is_more(more, change)):
        sheet.fault(
            (*place, "change_more"), "'change_more' is a larger change than 'change', of a score with a better end"
        )


def _is_more(more: Change, change: Change) -> bool:
    return more.kind == change.kind and more.amount > change.amount
