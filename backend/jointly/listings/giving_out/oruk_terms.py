"""Terms of taxonomies: what Open Referral UK has no field for is an attribute with an address of its own.

`reading.own_terms` reads them back. Names are for people; what counts is the address.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from jointly.listings.giving_out.openactive_parts import ACTIVITY_LIST
from jointly.listings.giving_out.plain import line
from jointly.listings.giving_out.wording import condition_words, term_words
from jointly.listings.model import Service
from jointly.listings.reading.own_terms import SORTS, term

_NAMES = UUID("5b6f0b4e-6b5d-5d4c-9a3e-9d0f6f0e2c11")
"""What the ids of terms are made in, so that every service gives the same ones."""


@lru_cache(maxsize=4096)
def _id_of(uri: str) -> UUID:
    """The same for the same address; making it takes longer than all else about a term."""
    return uuid5(_NAMES, uri)


class Taxonomy(NamedTuple):
    """A list of terms."""

    name: str
    description: str
    uri: str

    @property
    def id(self) -> UUID:
        """Made of its address."""
        return _id_of(self.uri)


ACTIVITIES = Taxonomy("OpenActive Activity List", "Activities, as OpenActive names them (CC BY 4.0).", ACTIVITY_LIST)
OWN = Taxonomy("Jointly", "What a listing says of itself: who it suits, how to take part.", "urn:jointly:")
GROUPS = Taxonomy("Jointly groups", "What sort of thing it is, in people's words.", "urn:jointly:group")
TAXONOMIES = (ACTIVITIES, OWN, GROUPS)
_WAYS = {"in-person": "In person", "online": "Online", "mixed": "In person and online"}
_SENDERS = {"self": "No referral needed", "professional": "By referral only", "either": "With or without a referral"}
_GENDERS = {"any": "For everybody", "female": "For women", "male": "For men"}


class Term(NamedTuple):
    """A term of one of the lists."""

    taxonomy: Taxonomy
    name: str
    uri: str

    @property
    def id(self) -> UUID:
        """Made of its address."""
        return _id_of(self.uri)


def terms_of(service: Service) -> Iterator[Term]:
    """Everything that a listing says with terms."""
    for concept in service.activities:
        if (concept.id or "").startswith(f"{ACTIVITY_LIST}#"):
            yield Term(ACTIVITIES, line(concept.label) or concept.id, concept.id)
    yield _own("kind", service.kind, term_words(service.kind))
    yield _own("attendance", service.attendance, _WAYS[service.attendance])
    for facet, yes in service.stated.items():
        if facet in SORTS["facet"]:
            label = term_words(facet)
            yield _own("facet", facet, label) if yes else _own("no-facet", facet, f"Not: {label}")
    for condition in service.conditions:
        yield _own("condition", condition, condition_words(condition).capitalize())
    if service.referral:
        yield _own("referral", service.referral, _SENDERS[service.referral])
    if service.gender:
        yield _own("gender", service.gender, _GENDERS[service.gender])
    for topic in service.topics:
        if topic.id in SORTS["group"]:
            yield Term(GROUPS, term_words(topic.id), term("group", topic.id))


def row_of(one: Term) -> dict[str, Any]:
    """A term as it is given out."""
    return {
        "id": str(one.id),
        "name": one.name,
        "description": one.name,
        "taxonomy": one.taxonomy.name,
        "taxonomy_id": str(one.taxonomy.id),
        "term_uri": one.uri,
    }


def taxonomy_row(one: Taxonomy) -> dict[str, Any]:
    """A list of terms as it is given out."""
    return {"id": str(one.id), "name": one.name, "description": one.description, "uri": one.uri}


def _own(sort: str, name: str, label: str) -> Term:
    return Term(OWN, label, term(sort, name))
