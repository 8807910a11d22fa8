"""Care cards: fixed advice in three tiers, each opened by a yes to a sign that is printed on it.

Nothing here weighs one answer against another: a sign belongs to one card, and opens that card.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jointly.content.card_words import CardWords, read_card_words
from jointly.content.facts import Sheet, read_facts
from jointly.content.faults import Desk
from jointly.content.help_numbers import NUMBERS, Numbers, read_numbers
from jointly.content.reviews import check_review
from jointly.content.safety_models import CardCases, CardFacts, Tier
from jointly.content.slugs import check_slug
from jointly.content.yaml_lines import Place

CRISIS = "crisis"
"""The card for somebody who thinks of ending their life. It must be there: other parts of the app open it by name."""
STOP = "exercise-stop"
TIERS: tuple[Tier, ...] = ("emergency", "urgent", "non-urgent")
_NEEDED: Mapping[Tier, frozenset[str]] = {
    "emergency": frozenset({"emergency", "crisis"}),
    "urgent": frozenset({"urgent", "emergency"}),
    "non-urgent": frozenset(),
}
"""Of which kinds a part of each tier needs a number at least."""


@dataclass(frozen=True)
class Card:
    facts: CardFacts
    words: CardWords


@dataclass(frozen=True)
class Safety:
    """Every card, the most urgent tier first, and the numbers that they name."""

    cards: tuple[Card, ...]
    numbers: Numbers


def read_safety(desk: Desk) -> Safety | None:
    """The cards and numbers; None when any of them cannot be used, as a card that is left out is a hazard."""
    numbers = read_numbers(desk)
    folders = desk.folders("safety")
    sheets = {folder: read_facts(desk, f"safety/{folder}/card.yaml", CardFacts) for folder in folders}
    cards = [card for folder, sheet in sheets.items() if (card := _read(desk, folder, sheet, numbers))]
    _check_once({folder: sheet for folder, sheet in sheets.items() if sheet})
    for missing in [slug for slug in (CRISIS, STOP) if slug not in folders]:
        desk.fault(f"safety/{missing}/card.yaml", 1, f"the card '{missing}' is missing: the app opens it by name")
    if numbers is None or len(cards) < len(folders):
        return None
    ordered = sorted(cards, key=lambda card: (TIERS.index(card.facts.tier), card.facts.order))
    return Safety(tuple(ordered), numbers)


def _read(desk: Desk, folder: str, sheet: Sheet[CardFacts] | None, numbers: Numbers | None) -> Card | None:
    words = read_card_words(desk, f"safety/{folder}/en.md", sheet.facts if sheet else None)
    cases = read_facts(desk, f"safety/{folder}/cases.yaml", CardCases)
    if sheet is None or words is None or cases is None:
        return None
    facts = sheet.facts
    check_slug(sheet, facts.slug, folder)
    check_review(sheet, facts.review)
    if facts.sooner and TIERS.index(facts.sooner.tier) > TIERS.index(facts.tier):
        sheet.fault(("sooner", "tier"), f"what comes sooner is not {facts.sooner.tier}: the card is {facts.tier}")
    if numbers is not None:
        _check_numbers(sheet, numbers)
    _check_cases(cases, facts)
    return Card(facts, words)


def _check_numbers(sheet: Sheet[CardFacts], numbers: Numbers) -> None:
    for place, tier, named in _parts(sheet.facts):
        for index, slug in enumerate(named):
            if slug not in numbers:
                sheet.fault((*place, "numbers", index), f"'{slug}' is not a number of {NUMBERS}")
        kinds = {numbers[slug][0].for_ for slug in named if slug in numbers}
        if _NEEDED[tier] and not kinds & _NEEDED[tier]:
            sheet.fault((*place, "numbers"), f"a card that is {tier} names a number to call")


def _parts(facts: CardFacts) -> Iterator[tuple[Place, Tier, tuple[str, ...]]]:
    yield (), facts.tier, facts.numbers
    if facts.sooner:
        yield ("sooner",), facts.sooner.tier, facts.sooner.numbers


def _check_once(sheets: Mapping[str, Sheet[CardFacts]]) -> None:
    """A sign belongs to one card alone, and no two cards stand in one place."""
    owner: dict[str, str] = {}
    placed: dict[tuple[Tier, int], str] = {}
    for folder, sheet in sheets.items():
        facts = sheet.facts
        listed = [(("triggers",), facts.triggers)]
        listed += [(("sooner", "triggers"), facts.sooner.triggers)] if facts.sooner else []
        for place, triggers in listed:
            for index, trigger in enumerate(triggers):
                if first := owner.get(trigger.id):
                    sheet.fault((*place, index, "id"), f"'{trigger.id}' is on the card '{first}' already")
                owner.setdefault(trigger.id, folder)
        if other := placed.get((facts.tier, facts.order)):
            sheet.fault(("order",), f"'{other}' has the same order among the {facts.tier} cards")
        placed.setdefault((facts.tier, facts.order), folder)


def _check_cases(sheet: Sheet[CardCases], facts: CardFacts) -> None:
    """Each sign has a worked case, and each case is about a sign of this card."""
    expected = {trigger.id: facts.tier for trigger in facts.triggers}
    expected |= {trigger.id: facts.sooner.tier for trigger in facts.sooner.triggers} if facts.sooner else {}
    for index, case in enumerate(sheet.facts.cases):
        if case.trigger not in expected:
            sheet.fault(("cases", index, "trigger"), f"'{case.trigger}' is not a sign of this card")
        elif (case.expect.card, case.expect.tier) != (facts.slug, expected[case.trigger]):
            tier = expected[case.trigger]
            sheet.fault(("cases", index, "expect"), f"a yes to '{case.trigger}' opens {facts.slug}, {tier}")
    for missing in [id for id in expected if id not in {case.trigger for case in sheet.facts.cases}]:
        sheet.fault(("cases",), f"there is no worked case for '{missing}'")
