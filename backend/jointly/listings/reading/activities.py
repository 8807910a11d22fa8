"""Which of our groups something belongs to, by the ids and labels of its activities, else by its name."""

import re
from collections.abc import Iterator

from jointly.content.activities import Activities
from jointly.listings.model import Concept, Service
from jointly.listings.reading.own_terms import OWN_GROUPS

_SEPARATORS = re.compile(r"[^\w]+")


def groups_of(service: Service, known: Activities) -> tuple[str, ...]:
    """The groups, each once, in the order of the list.

    A term's id counts, then its label, and our own groups where it was published with them. Only where nothing of that
    is given is the name looked at: large providers leave their activities empty, and call a class what it is.
    """
    own = {topic.id for topic in service.topics if topic.scheme == OWN_GROUPS}
    found = own | set(_by_activity(service.activities, known))
    if not service.activities and not own:
        found |= set(_by_name(service.name, known))
    return tuple(group for group in known.facts.groups if group in found)


def _by_activity(activities: tuple[Concept, ...], known: Activities) -> Iterator[str]:
    for concept in activities:
        # Some feeds write http; the address names the term, and nothing is fetched.
        address = (concept.id or "").replace("http://", "https://", 1)
        activity = known.by_address.get(address) or known.by_label.get(concept.label.casefold())
        if activity:
            yield activity.group


def _by_name(name: str, known: Activities) -> Iterator[str]:
    """Groups of the labels that stand in a name as whole words; a label inside a longer one does not count."""
    rest = f" {_plain(name)} "
    for label in sorted(known.by_label, key=len, reverse=True):
        words = f" {_plain(label)} "
        if words in rest:
            rest = rest.replace(words, " | ")
            yield known.by_label[label].group


def _plain(text: str) -> str:
    return " ".join(_SEPARATORS.sub(" ", text.casefold()).split())
