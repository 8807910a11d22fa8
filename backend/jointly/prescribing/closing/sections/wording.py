"""How the values of a message are written: labels from the messages, values as they are."""

from datetime import date, datetime
from typing import Any

from jointly.content.speaking import Speak
from jointly.prescribing.closing.letter import day, moment, number
from jointly.prescribing.closing.model import Coded


def label(speak: Speak, field: str) -> str:
    """What a field is called."""
    return speak(f"closing-field-{field.replace('_', '-')}")


def word(speak: Speak, id: str) -> str:
    """The word for a choice; nothing when nothing was chosen, and its id ends where the choice would stand."""
    return "" if id.endswith("-") else speak(id)


def written(value: Any) -> str:
    """A value in words: a day, a time, a code's text with its id, or several of them."""
    match value:
        case None:
            return ""
        case str():
            return value
        case datetime():
            return moment(value)
        case date():
            return day(value)
        case Coded(text=text, code=code):
            return f"{text} (SNOMED CT {code})" if code else text
        case tuple():
            return "; ".join(filter(None, map(written, value)))
        case _:
            return number(value)


def pairs(speak: Speak, part: Any, *names: str) -> list[tuple[str, str]]:
    """The fields of a part of the message, each with its label."""
    return [(label(speak, name), written(getattr(part, name))) for name in names]
