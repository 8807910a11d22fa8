"""Numbers to call or text for help: the facts of helplines.yaml with the words of helplines.en.yaml."""

from collections.abc import Mapping

from jointly.content.facts import Sheet, read_facts
from jointly.content.faults import Desk
from jointly.content.reviews import check_review
from jointly.content.safety_models import HelpNumber, HelpNumbers, HelpNumberWords, NumberWords

NUMBERS = "lists/helplines.yaml"
NUMBER_WORDS = "lists/helplines.en.yaml"

Numbers = Mapping[str, tuple[HelpNumber, NumberWords]]
"""Each number by its slug, in the order of the list, with what is said of it."""


def read_numbers(desk: Desk) -> Numbers | None:
    """The numbers; None when the list cannot be used. Those without words are left out, with a fault."""
    sheet = read_facts(desk, NUMBERS, HelpNumbers)
    words = read_facts(desk, NUMBER_WORDS, HelpNumberWords)
    if sheet is None or words is None:
        return None
    _check_numbers(sheet)
    check_review(sheet, sheet.facts.review)
    said = words.facts.numbers
    slugs = {number.slug for number in sheet.facts.numbers}
    for slug in sorted(slugs - said.keys()):
        words.fault(("numbers",), f"there are no words for '{slug}'")
    for slug in sorted(said.keys() - slugs):
        words.fault(("numbers", slug), f"there are words for '{slug}', but {NUMBERS} does not have it")
    return {number.slug: (number, said[number.slug]) for number in sheet.facts.numbers if number.slug in said}


def _check_numbers(sheet: Sheet[HelpNumbers]) -> None:
    seen: set[str] = set()
    for index, number in enumerate(sheet.facts.numbers):
        if number.slug in seen:
            sheet.fault(("numbers", index, "slug"), f"the slug '{number.slug}' is there twice")
        seen.add(number.slug)
        if (number.number is None) != (number.way == "other"):
            sheet.fault(("numbers", index, "number"), "a number to call or text is written here, and no other")
