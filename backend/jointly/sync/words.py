"""Reasons for refusing an entry, in plain words from the message files."""

from collections.abc import Callable

from jointly.record.schemas import Refused

LABELS = {
    "score": "refused-label-score",
    "regions": "refused-label-regions",
    "note": "refused-label-note",
    "pain": "refused-label-pain",
    "effort": "refused-label-effort",
    "level": "refused-label-level",
    "days": "refused-label-days",
}
"""Fields a person knows by name; any other is called "one of the answers"."""


class Words:
    """Turns refusal codes into sentences, in the language it was made with."""

    def __init__(self, speak: Callable[..., str]) -> None:
        self._speak = speak

    def refused(self, id: str, code: str, field: str = "") -> Refused:
        """The refusal of entry `id`; `field` names what was wrong in it, when a person would know it."""
        label = self._speak(LABELS.get(field, "refused-label-other"))
        return Refused(id=id, code=code, message=self._speak(f"refused-{code}", what=label))
