"""A yes to a sign opens the card that lists it, whatever else was answered: the worked cases of every card."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jointly.safety.rules import Card, Part, card_for
from support.repository import ROOT, named
from support.shipped import shipped_content, yaml_of

FILES = sorted((ROOT / "content/safety").glob("*/cases.yaml"))
CASES = [case for file in FILES for case in yaml_of(named(file))["cases"]]


def _cards() -> list[Card]:
    """The shipped cards as the rule sees them."""
    found = []
    for card in shipped_content().safety.cards:
        parts = [Part(card.facts.tier, frozenset(card.words.part.signs))]
        if card.facts.sooner and card.words.sooner:
            parts.append(Part(card.facts.sooner.tier, frozenset(card.words.sooner.signs)))
        found.append(Card(card.facts.slug, tuple(parts)))
    return found


CARDS = _cards()
SIGNS = sorted(chain.from_iterable(part.signs for card in CARDS for part in card.parts))


def opened(trigger: str, cards: list[Card] = CARDS) -> dict[str, str] | None:
    found = card_for(trigger, cards)
    return {"card": found[0].slug, "tier": found[1].tier} if found else None


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_a_yes_opens_the_card_that_the_worked_case_says(case):
    assert opened(case["trigger"]) == case["expect"]
    for also in case["also"]:
        assert opened(also), "what else was answered is a sign too, and changes nothing above"


def test_every_sign_has_a_worked_case_and_every_case_its_own_id():
    assert sorted(case["trigger"] for case in CASES) == SIGNS
    assert len({case["id"] for case in CASES}) == len(CASES) > 50


@given(answers=some.dictionaries(some.sampled_from(SIGNS), some.booleans(), min_size=1))
def test_the_cards_of_several_answers_are_those_of_each_alone(answers):
    said_yes = [sign for sign, yes in answers.items() if yes]
    together = {sign: opened(sign) for sign in said_yes}
    assert together == {sign: opened(sign, CARDS) for sign in reversed(said_yes)}
    assert all(together.values())


@given(sign=some.sampled_from(SIGNS), order=some.permutations(CARDS), left_out=some.sets(some.sampled_from(SIGNS)))
def test_the_answer_for_one_sign_depends_on_no_other_sign_and_no_other_card(sign, order, left_out):
    others = frozenset(left_out - {sign})
    changed = [Card(card.slug, tuple(Part(part.tier, part.signs - others) for part in card.parts)) for card in order]
    assert opened(sign, changed) == opened(sign)
    alone = [card for card in CARDS if opened(sign) and card.slug == opened(sign)["card"]]
    assert opened(sign, alone) == opened(sign)


@given(sign=some.text(max_size=20).filter(lambda text: text not in SIGNS))
def test_what_is_printed_on_no_card_opens_none(sign):
    assert opened(sign) is None
