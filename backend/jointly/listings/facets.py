"""What a listing can be filtered by, as bits of one number: a search asks for all of some bits in one comparison.

Each facet that a person can ask for is a bit that says "stated, and yes". What is not stated has no bit: such a listing
is not found by that filter, and on its own page it says "not stated", never "no".
"""

import re
from collections.abc import Iterable, Mapping

from jointly.listings.model import Service

FACETS = (
    "free",
    "online",
    "in-person",
    "step-free",
    "accessible-toilet",
    "parking",
    "hearing-loop",
    "seated",
    "beginners",
    "met-at-door",
    "carers",
    "drop-in",
    "self-referral",
    "quiet",
    "women-only",
    "men-only",
)
"""In the order of their bits: a name may be added at the end and never moved, as phones keep the numbers."""
KINDS = ("activity", "peer-support", "service")
CONDITIONS = (
    "back",
    "neck",
    "shoulder",
    "hip",
    "knee",
    "hands",
    "feet",
    "osteoarthritis",
    "inflammatory-arthritis",
    "fibromyalgia",
    "osteoporosis",
    "long-term-pain",
    "falls",
)
"""What a listing says that it copes with, or is for."""
GROUPS = (
    "gentle-movement",
    "stretch",
    "water",
    "walking",
    "strength-and-balance",
    "aerobic",
    "cycling",
    "rehabilitation",
    "social",
    "talking",
    "learning",
    "advice",
)
"""What sort of thing it is, in people's words; `content/lists/activities.yaml` gives each activity its group."""

ORDER = (*FACETS, *KINDS, *CONDITIONS, *GROUPS)
BIT: Mapping[str, int] = {name: 1 << place for place, name in enumerate(ORDER)}
DECIDED = ("free", "online", "in-person", "self-referral", "women-only", "men-only")
"""Facets that follow from other fields; the rest are said in `Service.stated`."""


def mask(names: Iterable[str]) -> int:
    """The number with the bits of all these names; `KeyError` for a name that is none."""
    number = 0
    for name in names:
        number |= BIT[name]
    return number


def facets_of(service: Service, groups: Iterable[str]) -> int:
    """The number of a listing. `groups` are those of its activities."""
    stated = [name for name, yes in service.stated.items() if yes and name in BIT and name not in DECIDED]
    decided = {
        "free": is_free(service),
        "online": service.attendance != "in-person",
        "in-person": service.attendance != "online",
        "self-referral": service.referral in ("self", "either"),
        "women-only": service.gender == "female",
        "men-only": service.gender == "male",
    }
    return mask([*stated, *(name for name, yes in decided.items() if yes), service.kind, *service.conditions, *groups])


def is_free(service: Service) -> bool:
    """Free said outright: every price is 0, one of them for everybody, and no words speak of a fee beside it."""
    for_all = [price for price in service.prices if not _FOR_SOME.search(f"{price.name or ''} {price.words or ''}")]
    return bool(for_all) and all(price.pence == 0 for price in service.prices) and not service.price_words


_FOR_SOME = re.compile(
    r"(?<!non-)(?<!non )\b(member|subscri|(card|pass)[ -]?holder|concession|student|staff|child|junior|under[ -]?\d|"
    r"carer|companion|taster|trial|first (class|session|visit))",
    re.IGNORECASE,
)
"""What is free with a membership, for a companion or the first time is not free for whoever reads it."""
