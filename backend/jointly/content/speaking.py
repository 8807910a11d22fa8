"""Speaks to people from the server: reminders, codes and errors, in the same messages that the phone has."""

from pathlib import Path
from typing import Protocol

from fluent.runtime import FluentBundle, FluentResource

_LOCALES = {"en": "en-GB", "cy": "cy-GB"}


class Speak(Protocol):
    def __call__(self, id: str, **args: str | int) -> str:
        """The message as plain text. Raises LookupError for an unknown id, ValueError when an argument is missing."""


def messages(root: Path, lang: str) -> Speak:
    """Every message of a language. Without the marks that keep text of two directions apart: this is plain text."""
    bundle = FluentBundle([_LOCALES.get(lang, lang)], use_isolating=False)
    for path in sorted((root / "messages" / lang).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))

    def speak(id: str, **args: str | int) -> str:
        if not bundle.has_message(id) or (pattern := bundle.get_message(id).value) is None:
            raise LookupError(f"there is no message '{id}' in '{lang}'")
        text, errors = bundle.format_pattern(pattern, args)
        if errors:
            raise ValueError(f"the message '{id}' in '{lang}' cannot be said: {errors[0]}")
        return str(text)

    return speak
