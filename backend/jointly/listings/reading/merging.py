"""Parent and child in OpenActive: what a session, a series or an event takes over from what it belongs to."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from jointly.listings.reading.cleaning import key
from jointly.listings.reading.raw import JSON_LD, thing, tidy

UPWARDS = ("superEvent", "facilityUse")
OWN = frozenset(
    {"@id", "@type", "@context", "identifier", "subEvent", "eventSchedule", "startDate", "endDate", "duration"}
)
"""What each item says for itself alone."""
_MOST_LEVELS = 4


class Reference(NamedTuple):
    """How others name an item, and what it belongs to; each none when it is not said."""

    own: str | None
    parent: str | None


def merged(child: Mapping[str, Any], parent: Mapping[str, Any]) -> dict[str, Any]:
    """The child with what it does not say itself. Both are tidy; lists are not joined: the child's own stand alone."""
    inherited = {name: value for name, value in parent.items() if name not in OWN and name not in UPWARDS}
    return inherited | {name: value for name, value in child.items() if name not in UPWARDS}


def whole_item(item: Mapping[str, Any]) -> dict[str, Any]:
    """A tidy item merged with all that is embedded above it: a series with its event series, for one."""
    made = dict(item)
    above: Any = item
    for _ in range(_MOST_LEVELS):
        above = embedded(above)
        if not above:
            break
        made = merged(made, above)
    return {name: value for name, value in made.items() if name not in UPWARDS}


def embedded(item: Mapping[str, Any]) -> dict[str, Any]:
    """The parent that is inside an item; an empty object when there is none, or only its name."""
    return next((found for name in UPWARDS if (found := thing(item.get(name))).keys() - {"@id", "@type"}), {})


def named(item: Mapping[str, Any]) -> str | None:
    """The id inside the data of a tidy item: others refer to it by that."""
    return key(item.get("@id")) or key(item.get("identifier"))


def reference_of(data: Any) -> Reference:
    """The names in an item's raw data, for finding its parent and its children."""
    item = tidy(data, JSON_LD)
    if not isinstance(item, dict):
        return Reference(None, None)
    above = next((item[name] for name in UPWARDS if name in item), None)
    parent = key(thing(above).get("@id")) if thing(above) else key(above)
    return Reference(named(item), parent)
