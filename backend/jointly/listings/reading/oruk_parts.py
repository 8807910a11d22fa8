"""Parts of an Open Referral UK service: who runs it, what it costs, whom to ask, and what its terms say."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from jointly.listings.model import Concept, Organisation, Price, Problem
from jointly.listings.reading.cleaning import email, key, line, phone, words
from jointly.listings.reading.concepts import ACTIVITY_LIST
from jointly.listings.reading.feed import FeedFacts
from jointly.listings.reading.ids import part_id
from jointly.listings.reading.links import link, picture
from jointly.listings.reading.moments import day
from jointly.listings.reading.money import fee_words, pence, says_free
from jointly.listings.reading.organisations import publisher_of
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import text, thing, things

_CHARITY = frozenset({"GB-CHC", "GB-SC", "GB-NIC"})


class Contact(NamedTuple):
    name: str | None = None
    email: str | None = None
    phone: str | None = None


class Charge(NamedTuple):
    prices: tuple[Price, ...]
    words: str | None


def organisation_in(service: Mapping[str, Any], feed: FeedFacts, problems: list[Problem]) -> Organisation:
    """Who runs it; some spell the key with s."""
    if "organization" not in service and "organisation" in service:
        note(problems, "spelt-organisation")
    given = thing(service.get("organization")) or thing(service.get("organisation"))
    name = line(given.get("name"), problems)
    if name is None:
        note(problems, "organisation-missing")
        return publisher_of(feed, problems)
    return Organisation(
        id=part_id(feed.dataset, "organisation", key(given.get("id")), name),
        name=name,
        description=words(given.get("description"), problems),
        url=link(given.get("website") or given.get("url") or given.get("uri"), problems),
        email=email(given.get("email"), problems),
        phone=_phone_in(given, problems),
        charity=_charity(given),
        logo=picture(given.get("logo"), problems),
    )


def charge_of(service: Mapping[str, Any], summary: str | None, today: date, problems: list[Problem]) -> Charge:
    """Amounts that are still asked, and the words beside them. "Free" alone is a price of nothing."""
    prices = tuple(
        dict.fromkeys(
            price for option in things(service.get("cost_options")) if (price := _price(option, today, problems))
        )
    )
    said = [words(service.get(name), problems) for name in ("fees", "fees_description")]
    fees = "\n".join(dict.fromkeys(filter(None, said))) or None
    if fees and says_free(fees):
        if any(price.pence for price in prices):
            note(problems, "free-but-priced")
        prices, fees = (prices if any(not price.pence for price in prices) else (Price(pence=0), *prices)), None
    if fees is None and prices and not any(price.pence for price in prices):
        fees = fee_words(summary)
        if fees:
            note(problems, "fee-in-text", fees)
    return Charge(prices, fees)


def contact_of(service: Mapping[str, Any], problems: list[Problem]) -> Contact:
    """Whom to ask. The address of a named person is theirs, and is left out; that of the service stands."""
    contacts = things(service.get("contacts"))
    names = (line(given.get("name"), problems) for given in contacts)
    shared = (email(given.get("email"), problems) for given in contacts if not text(given.get("name")))
    numbers = (_phone_in(given, problems) for given in [*contacts, service])
    return Contact(
        next(filter(None, names), None),
        email(service.get("email"), problems) or next(filter(None, shared), None),
        next(filter(None, numbers), None),
    )


def terms_of(*holders: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The taxonomy terms that are linked to these objects."""
    for holder in holders:
        for link_ in things(holder.get("attributes")):
            term = thing(link_.get("taxonomy_term"))
            if term:
                yield term


def concepts_of(terms: Iterator[dict[str, Any]], problems: list[Problem]) -> tuple[Concept, ...]:
    """Terms as concepts, each once."""
    made = (_concept(term, problems) for term in terms)
    return tuple(dict.fromkeys(concept for concept in made if concept))


def _concept(term: Mapping[str, Any], problems: list[Problem]) -> Concept | None:
    """A term by its address where it has one; the name of its list is that of OpenActive's where it is from there."""
    label = line(term.get("name") or term.get("term"), problems)
    if label is None:
        return None
    id = key(term.get("term_uri")) or key(term.get("id"))
    if (id or "").startswith(f"{ACTIVITY_LIST}#"):
        return Concept(label=label, scheme=ACTIVITY_LIST, id=id)
    scheme = text(term.get("taxonomy")) or thing(term.get("taxonomy_detail")).get("name")
    return Concept(label=label, scheme=line(scheme, problems), id=id)


def _price(option: Mapping[str, Any], today: date, problems: list[Problem]) -> Price | None:
    until = day(option.get("valid_to"), problems)
    amount = pence(option.get("amount"), problems)
    if amount is None or (until and until < today):
        return None
    currency = (text(option.get("currency")) or "GBP").upper()
    return Price(
        pence=amount,
        name=line(option.get("option"), problems),
        currency=currency if re.fullmatch("[A-Z]{3}", currency) else "GBP",
        words=line(option.get("amount_description"), problems),
    )


def _phone_in(given: Mapping[str, Any], problems: list[Problem]) -> str | None:
    return next((found for each in things(given.get("phones")) if (found := phone(each.get("number"), problems))), None)


def _charity(given: Mapping[str, Any]) -> str | None:
    for each in things(given.get("organization_identifiers")):
        scheme, sort = text(each.get("identifier_scheme")) or "", text(each.get("identifier_type")) or ""
        if scheme.upper() in _CHARITY or "charity" in sort.casefold():
            return key(each.get("identifier"))
    return None
