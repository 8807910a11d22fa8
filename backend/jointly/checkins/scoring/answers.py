"""Single answers: whether one counts, which are still to come, and which care card one of them opens.

The phone runs the same rules (pwa/src/shared/rules/answers.ts); both are held to the worked cases beside each
questionnaire. Nothing here weighs answers: a card opens because one answer is printed as opening it.
"""

import math
import re
from collections.abc import Mapping
from typing import Literal

from jointly.content.questionnaire_pack import PackItem, PackOpens, PackQuestionnaire

Value = int | float | str
Values = Mapping[str, Value]
"""Answers by the id of their item; an item that is not there was not answered."""
_SPACES = re.compile("[ \t\r\n\u00a0]+")
AnswerFault = Literal["unknown", "not-a-number", "not-an-option", "out-of-range", "too-fine", "empty", "too-long"]


def tidy(number: float) -> float:
    """A number without the dust of division: to 6 decimals, halves up, so that both languages say the same."""
    return math.floor(number * 1e6 + 0.5) / 1e6


def answer_fault(item: PackItem, value: Value) -> AnswerFault | None:
    """Why an answer cannot be taken; None when it can."""
    if item.kind == "text":
        return _text_fault(item, value)
    if isinstance(value, str | bool) or not math.isfinite(value):
        return "not-a-number"
    if item.options is not None:
        return None if value in {option.value for option in item.options} else "not-an-option"
    if not (item.min or 0) <= value <= (item.max or 0):
        return "out-of-range"
    return None if is_fine(value, item.decimals) else "too-fine"


def is_fine(number: float, decimals: int) -> bool:
    """Whether a number has no more decimals than that."""
    steps = number * 10**decimals
    return abs(steps - math.floor(steps + 0.5)) < 1e-6


def _text_fault(item: PackItem, value: Value) -> AnswerFault | None:
    if not isinstance(value, str) or not _squeezed(value):
        return "empty"
    return "too-long" if len(value) > (item.max or 0) else None


def answer_faults(questionnaire: PackQuestionnaire, values: Values) -> dict[str, AnswerFault]:
    """What is wrong with a set of answers, by item."""
    items = {item.id: item for item in questionnaire.items}
    faults: dict[str, AnswerFault] = {}
    for id_, value in values.items():
        fault = answer_fault(items[id_], value) if id_ in items else "unknown"
        if fault:
            faults[id_] = fault
    return faults


def number_of(questionnaire: PackQuestionnaire, id_: str, values: Values) -> float | None:
    """The answer as a number; None when it is missing or cannot be taken."""
    item = next((item for item in questionnaire.items if item.id == id_), None)
    value = values.get(id_)
    if item is None or value is None or isinstance(value, str) or answer_fault(item, value):
        return None
    return value


def words_of(questionnaire: PackQuestionnaire, id_: str, values: Values) -> str | None:
    """The person's own words in answer to an item, spaces tidied; None when there are none."""
    item = next((item for item in questionnaire.items if item.id == id_), None)
    value = values.get(id_)
    if item is None or not isinstance(value, str) or answer_fault(item, value):
        return None
    return _squeezed(value)


def _squeezed(text: str) -> str:
    return _SPACES.sub(" ", text).strip(" ")


def is_asked(questionnaire: PackQuestionnaire, item: PackItem, values: Values) -> bool:
    """Whether an item is asked after the answers so far: minutes only with days, a rating only with what it rates."""
    if item.only_if is not None:
        return (number_of(questionnaire, item.only_if, values) or 0) > 0
    return item.about is None or words_of(questionnaire, item.about, values) is not None


def missing(questionnaire: PackQuestionnaire, values: Values) -> tuple[str, ...]:
    """The items that are asked, are not optional, and have no answer that can be taken; in order."""

    def lacks(item: PackItem) -> bool:
        return item.id not in values or answer_fault(item, values[item.id]) is not None

    return tuple(
        item.id
        for item in questionnaire.items
        if not item.optional and is_asked(questionnaire, item, values) and lacks(item)
    )


def opened(questionnaire: PackQuestionnaire, values: Values) -> tuple[PackOpens, ...]:
    """The signs of care cards that single answers say yes to, whatever the others are; in order."""
    return tuple(
        one
        for one in questionnaire.opens
        if (number := number_of(questionnaire, one.item, values)) is not None and number >= one.from_
    )
