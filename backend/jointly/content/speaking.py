"""Speaks to people from the server: reminders, codes and errors, in the same messages that the phone has."""

import re
from pathlib import Path
from typing import Protocol

from fluent.runtime import FluentBundle, FluentResource

_LOCALES = {"en": "en-GB", "cy": "cy-GB"}
_BEGINS = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)
"""The id of a message, or a term, where it begins: at the beginning of a line, as in no other place."""


class Speak(Protocol):
    def __call__(self, id: str, **args: str | int) -> str:
        """The message as plain text. Raises LookupError for an unknown id, ValueError when an argument is missing."""


def messages(root: Path, lang: str) -> Speak:
    """Every message of a language. Without the marks that keep text of two directions apart: this is plain text.

    A file is read at once and understood when a message in it is first said: nearly all are said by phones alone, and
    to understand all of them would be a fourth of a start.
    """
    bundle = FluentBundle([_LOCALES.get(lang, lang)], use_isolating=False)
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "messages" / lang).glob("*.ftl"))]
    unread = {id: text for text in reversed(texts) for id in _BEGINS.findall(text)}

    def understand(ids: set[str]) -> None:
        for text in {unread[id] for id in ids}:
            bundle.add_resource(FluentResource(text))
            for id in _BEGINS.findall(text):
                unread.pop(id, None)

    def speak(id: str, **args: str | int) -> str:
        understand(unread.keys() & {id})
        if not bundle.has_message(id) or (pattern := bundle.get_message(id).value) is None:
            raise LookupError(f"there is no message '{id}' in '{lang}'")
        text, errors = bundle.format_pattern(pattern, args)
        if errors and unread:
            # A message or a term of another file may be said in this one.
            understand(set(unread))
            text, errors = bundle.format_pattern(pattern, args)
        if errors:
            raise ValueError(f"the message '{id}' in '{lang}' cannot be said: {errors[0]}")
        return str(text)

    return speak
