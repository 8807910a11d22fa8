"""What it costs, from OpenActive's offers and its flag for what is free."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from jointly.listings.model import Price, Problem
from jointly.listings.reading.ages import age_range
from jointly.listings.reading.cleaning import line
from jointly.listings.reading.links import link
from jointly.listings.reading.money import fee_words, pence
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import flag, text, things

_MOST = 40


class Cost(NamedTuple):
    """`words` stand beside the prices when these are not the whole of it: then nothing is said to be free."""

    prices: tuple[Price, ...]
    words: str | None
    booking: str | None


def cost_of(item: Mapping[str, Any], summary: str | None, problems: list[Problem]) -> Cost:
    """The prices of a tidy item. Where the flag, the offers and the text disagree, all are shown and it is told."""
    offers = item.get("offers")
    if "offer" in item or isinstance(offers, dict):
        note(problems, "offers-not-list")
    given = things(offers if offers is not None else item.get("offer"))[:_MOST]
    prices = tuple(dict.fromkeys(price for offer in given if (price := _price(offer, problems))))
    booking = next((found for offer in given if (found := link(offer.get("url"), problems))), None)
    words, free = None, flag(item.get("isAccessibleForFree"))
    if free and any(price.pence for price in prices):
        note(problems, "free-but-priced")
        prices = (Price(pence=0), *prices) if all(price.pence for price in prices) else prices
    elif free and not prices:
        prices = (Price(pence=0),)
    elif free is False and prices and not any(price.pence for price in prices):
        note(problems, "priced-but-free")
        words, prices = ", ".join(price.name for price in prices if price.name) or None, ()
    if prices and not any(price.pence for price in prices):
        words = fee_words(summary)
        if words:
            note(problems, "fee-in-text", words)
    return Cost(prices, words, booking)


def _price(offer: Mapping[str, Any], problems: list[Problem]) -> Price | None:
    amount = pence(offer.get("price"), problems)
    if amount is None:
        return None
    currency = (text(offer.get("priceCurrency")) or "").upper()
    if not currency and amount:
        note(problems, "currency-missing")
    return Price(
        pence=amount,
        name=line(offer.get("name"), problems),
        currency=currency if len(currency) == 3 and currency.isascii() and currency.isalpha() else "GBP",
        words=line(offer.get("description"), problems),
        min_age=age_range(offer.get("ageRestriction"), problems)[0],
    )
