"""Labels that state a facet outright, where a field of its own holds them. Running text is never looked at for them."""

from collections.abc import Mapping

LABELS: Mapping[str, str] = {
    "step-free": "step-free",
    "step free": "step-free",
    "step-free access": "step-free",
    "step free access": "step-free",
    "level access": "step-free",
    "wheelchair access": "step-free",
    "wheelchair accessible": "step-free",
    "fully wheelchair accessible": "step-free",
    "accessible toilet": "accessible-toilet",
    "accessible toilets": "accessible-toilet",
    "accessible toilet facilities": "accessible-toilet",
    "disabled toilet": "accessible-toilet",
    "disabled toilets": "accessible-toilet",
    "wheelchair accessible toilet": "accessible-toilet",
    "parking": "parking",
    "car park": "parking",
    "car parking": "parking",
    "accessible parking": "parking",
    "disabled parking": "parking",
    "hearing loop": "hearing-loop",
    "hearing loops": "hearing-loop",
    "hearing induction loop": "hearing-loop",
    "induction loop": "hearing-loop",
    "seated exercise": "seated",
    "can be done seated": "seated",
    "beginner": "beginners",
    "beginners": "beginners",
    "suitable for beginners": "beginners",
    "carers welcome": "carers",
    "drop-in": "drop-in",
    "drop in": "drop-in",
    "quiet": "quiet",
    "quiet space": "quiet",
}


def facet_of(label: str | None) -> str | None:
    """The facet that a whole label names, or none."""
    return LABELS.get(" ".join((label or "").casefold().split()).rstrip("."))
