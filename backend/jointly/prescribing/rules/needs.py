"""Which words a step cannot do without."""

from collections.abc import Mapping

from jointly.prescribing.rules.moves import Refused

NEEDS: Mapping[str, tuple[str, ...]] = {
    "take": ("owner",),
    "attempt": ("method",),
    "contact": ("method",),
    "signpost": ("name",),
    "note": ("words",),
    "plan-date": ("next_on",),
    "close": ("outcome",),
    "ask": ("words",),
    "say": ("words", "to"),
    "unsuitable": ("words",),
    "book": ("start",),
    "finish": ("outcome",),
    "send": ("agreed",),
    "section": ("section",),
    "undo": ("previous",),
}


def check(kind: str, said: Mapping[str, object]) -> None:
    """Raises `moves.Refused` with `step-needs-FIELD` for the first field that is missing.

    A part of somebody's page has words or a place, or says outright that there is nothing.
    """
    for field in NEEDS.get(kind, ()):
        if said.get(field) is None:
            raise Refused(f"step-needs-{field.replace('_', '-')}")
    if kind == "section" and not any(said.get(field) for field in ("words", "place", "none")):
        raise Refused("step-needs-words")
