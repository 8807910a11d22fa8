"""What a closing message still lacks, and what other systems would not keep whole. It is told; nothing is cut."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from jointly.content.speaking import Speak
from jointly.prescribing.closing.checks import is_nhs_number, is_snomed
from jointly.prescribing.closing.model import Action, ClosingMessage, Coded, Goal, Person, Score, Telecom

FIRST_STATUS, LAST_STATUS = 1, 8
"""The NHS Data Dictionary's NHS number status indicators."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something to mend, or to know. `id` is of its words; `part` is the section and `field` the field they name.

    `place` counts from 1 where a section has several entries. A message with a fault that `stops` may not be sent;
    any other is a warning, such as a text of more than `most` letters. A number belongs between `least` and `most`.
    """

    id: str
    part: str
    field: str
    place: int | None = None
    letters: int | None = None
    most: int | None = None
    least: int | None = None

    @property
    def stops(self) -> bool:
        return self.id not in _WARNINGS


_WARNINGS = {"closing-fault-long", "closing-fault-helped"}


def faults(message: ClosingMessage) -> tuple[Fault, ...]:
    """All that is missing, wrong or too long, in the order of the message."""
    found: list[Fault] = []
    for field in fields(message):
        value = getattr(message, field.name)
        found += _of_field(value, field.metadata, field.name, field.name, None)
        found += _TOGETHER.get(field.name, _nothing)(message)
    return tuple(found)


def say(fault: Fault, speak: Speak) -> str:
    """The fault in words, with where it is."""
    part = speak(f"closing-part-{fault.part.replace('_', '-')}")
    if fault.place is not None:
        part = speak("closing-fault-place", part=part, place=fault.place)
    field = "" if fault.field == fault.part else speak(f"closing-field-{fault.field.replace('_', '-')}")
    where = speak("closing-fault-field", part=part, field=field) if field else part
    return speak(fault.id, where=where, letters=fault.letters or 0, most=fault.most or 0, least=fault.least or 0)


def _of_field(value: Any, rules: Any, part: str, name: str, place: int | None) -> Iterator[Fault]:
    if isinstance(value, str):
        if rules.get("must") and not value.strip():
            yield Fault("closing-fault-missing", part, name, place)
        if (most := rules.get("most")) and len(value) > most:
            yield Fault("closing-fault-long", part, name, place, len(value), most)
    elif isinstance(value, tuple):
        if not [one for one in value if one != ""] and rules.get("least"):
            yield Fault("closing-fault-missing", part, name, place)
        for number, one in enumerate(value, start=1):
            # Of several texts inside of an entry none is counted: the entry is found, and they are short.
            alone = len(value) == 1 or (isinstance(one, str) and name != part)
            at = place if place is not None or alone else number
            yield from _of_field(one, {"most": rules.get("most")}, part, name, at)
    elif is_dataclass(value):
        yield from _of_part(value, part, place)
    elif value is None and rules.get("must"):
        yield Fault("closing-fault-missing", part, name, place)


def _of_part(value: Any, part: str, place: int | None) -> Iterator[Fault]:
    for field in fields(value):
        yield from _of_field(getattr(value, field.name), field.metadata, part, field.name, place)
    match value:
        case Coded(code=code) if code and not is_snomed(code):
            yield Fault("closing-fault-code", part, "code", place)
        case Goal(importance=int(importance)) if not 1 <= importance <= 10:
            yield Fault("closing-fault-scale", part, "importance", place, least=1, most=10)
        case Action(confidence=int(confidence)) if not 0 <= confidence <= 10:
            yield Fault("closing-fault-scale", part, "confidence", place, least=0, most=10)
        case Telecom(preference=int(preference)) if not 1 <= preference <= 5:
            yield Fault("closing-fault-scale", part, "preference", place, least=1, most=5)
        case Person(nhs_number=number) if number and not is_nhs_number(number):
            yield Fault("closing-fault-nhs-number", part, "nhs_number", place)
        case Score(first=first, last=last) if first and last and last.on < first.on:
            yield Fault("closing-fault-order", part, "last", place)
    if isinstance(value, Person) and value.nhs_number_status not in {"", *_STATUSES}:
        yield Fault("closing-fault-status", part, "nhs_number_status", place)


_STATUSES = {f"{number:02}" for number in range(FIRST_STATUS, LAST_STATUS + 1)}


def _risks(message: ClosingMessage) -> Iterator[Fault]:
    if not message.risks.known and not message.risks.none_known:
        yield Fault("closing-fault-risks", "risks", "risks")
    if message.risks.known and message.risks.none_known:
        yield Fault("closing-fault-risks-both", "risks", "risks")


def _ending(message: ClosingMessage) -> Iterator[Fault]:
    ending = message.ending
    if ending.outcome == "declined" and ending.declined_on is None:
        yield Fault("closing-fault-missing", "ending", "declined_on")
    if ending.accepted_on and ending.declined_on:
        yield Fault("closing-fault-answer", "ending", "declined_on")
    if ending.outcome in {"goals-met", "part-met"} and ending.accepted_on is None:
        yield Fault("closing-fault-missing", "ending", "accepted_on")


def _tried(message: ClosingMessage) -> Iterator[Fault]:
    for number, one in enumerate(message.tried, start=1):
        if one.visits and not one.went:
            yield Fault("closing-fault-helped", "tried", "helped", number if len(message.tried) > 1 else None)


def _nothing(message: ClosingMessage) -> Iterator[Fault]:
    return iter(())


_TOGETHER = {"risks": _risks, "ending": _ending, "tried": _tried}
"""What a section has to say as a whole."""
