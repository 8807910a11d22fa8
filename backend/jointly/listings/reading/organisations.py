"""Who runs it, from OpenActive's organizer. A person who runs something is named; leaders and helpers are not."""

import re
from typing import Any

from jointly.listings.model import Organisation, Problem
from jointly.listings.reading.cleaning import email, key, line, phone, words
from jointly.listings.reading.feed import FeedFacts
from jointly.listings.reading.ids import part_id
from jointly.listings.reading.links import link, picture
from jointly.listings.reading.problems import note
from jointly.listings.reading.raw import tail, text, thing, things


def organisation_of(value: Any, feed: FeedFacts, problems: list[Problem]) -> Organisation:
    """The organisation that a tidy `organizer` says; the publisher of the feed when it says none."""
    given = thing(value)
    name = line(given.get("name"), problems) if given else _plain_name(value, problems)
    if name is None and tail(given.get("@type")) == "Person":
        name = line(f"{text(given.get('givenName')) or ''} {text(given.get('familyName')) or ''}", problems)
    name = name or line(given.get("legalName"), problems)
    if name is None:
        note(problems, "organisation-missing")
        return publisher_of(feed, problems)
    return Organisation(
        id=part_id(feed.dataset, "organisation", key(given.get("@id")) or key(given.get("identifier")), name),
        name=name,
        description=words(given.get("description"), problems),
        url=link(given.get("url"), problems),
        email=email(given.get("email"), problems),
        phone=phone(given.get("telephone"), problems),
        logo=picture(given.get("logo"), problems),
    )


def publisher_of(feed: FeedFacts, problems: list[Problem]) -> Organisation:
    """The organisation whose feed it is."""
    name = line(feed.publisher, problems) or str(feed.dataset)
    return Organisation(
        id=part_id(feed.dataset, "organisation", None, name), name=name, url=link(feed.publisher_url, problems)
    )


def without_people(title: str, people: Any, problems: list[Problem]) -> str:
    """A title without the names of its leaders: `Yoga with Ann Lee` is `Yoga`."""
    for person in things(people):
        given, family = text(person.get("givenName")), text(person.get("familyName"))
        whole = text(person.get("name")) or " ".join(filter(None, (given, family)))
        for name in filter(None, (whole, given)):
            cut = re.sub(
                rf"\s*(?:[-–—:|(,]\s*)?\b(?:with|by|led by)?\s*\b{re.escape(name)}\b\s*\)?",
                " ",
                title,
                flags=re.IGNORECASE,
            )
            cut = " ".join(cut.split()).strip(" -–—:|,(")
            # A first name alone counts only after "with" or "by": it may be a word of the title as well.
            if name == given != whole and not re.search(rf"\b(?:with|by)\s+{re.escape(name)}\b", title, re.IGNORECASE):
                continue
            if cut and cut != title:
                note(problems, "person-named")
                title = cut
    return title


def _plain_name(value: Any, problems: list[Problem]) -> str | None:
    found = line(value, problems)
    return None if found is None or found.startswith(("http://", "https://")) else found
