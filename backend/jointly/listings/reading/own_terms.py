"""Our own words in other people's formats: what a listing says of itself, as the address of a term.

Other formats have no place for who may refer, what is step-free or which conditions a group copes with.
What is published here says it with such terms, and they are read back; no other words are guessed to mean them.
"""

from collections.abc import Iterable
from typing import Any, get_args

from jointly.listings.facets import CONDITIONS, DECIDED, FACETS, GROUPS, KINDS
from jointly.listings.model import Attendance, Concept

ROOT = "urn:jointly:"
OWN_GROUPS = "jointly:groups"
"""The scheme of topics that are our groups: whoever publishes here chooses them. The id of each is its slug."""
SORTS: dict[str, tuple[str, ...]] = {
    "facet": tuple(name for name in FACETS if name not in DECIDED),
    "no-facet": tuple(name for name in FACETS if name not in DECIDED),
    "condition": CONDITIONS,
    "kind": KINDS,
    "attendance": get_args(Attendance),
    "gender": ("any", "female", "male"),
    "referral": ("self", "professional", "either"),
    "group": GROUPS,
}
"""`no-facet` says that a listing has been said not to have it."""


def term(sort: str, name: str) -> str:
    """The address of one of our terms, such as `urn:jointly:condition:back`."""
    return f"{ROOT}{sort}:{name}"


def terms_in(addresses: Iterable[str | None]) -> dict[str, Any]:
    """What our terms among these addresses say, by the names of `model.Service`; others say nothing."""
    said: dict[str, Any] = {"stated": {}, "conditions": (), "groups": ()}
    for address in addresses:
        sort, _, name = (address or "").removeprefix(ROOT).partition(":")
        if not (address or "").startswith(ROOT) or name not in SORTS.get(sort, ()):
            continue
        if sort in ("facet", "no-facet"):
            said["stated"][name] = sort == "facet"
        elif sort == "group":
            said["groups"] = tuple(dict.fromkeys((*said["groups"], Concept(label=name, scheme=OWN_GROUPS, id=name))))
        elif sort == "condition":
            said["conditions"] = tuple(dict.fromkeys((*said["conditions"], name)))
        else:
            said[sort] = name
    return said
