"""Opens what people sealed, into categories and changes of scores that carry no id. Away from the event loop."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

import msgspec

from jointly.kit.sealing import SealingKey, Unreadable
from jointly.record.keeping import place_of
from jointly.record.rules import Version, entry_of
from jointly.reports.figures import SCORES
from jointly.reports.quarters import quarter_of
from jointly.reports.reading import AboutRow, CheckInRow
from jointly.reports.traits import UNKNOWN, Traits, read, traits_of

Keys = Mapping[UUID, SealingKey]
_place = msgspec.json.Decoder(Traits).decode


def traits(abouts: Mapping[UUID, AboutRow], keys: Keys, fifth_of: Callable[[str], str | None]) -> dict[UUID, Traits]:
    """By person their categories. Who says nothing of themselves, or is erased, is left out: nothing is known."""
    found = {}
    for person, (_, entry, id, sealed) in abouts.items():
        if sealed is not None and (key := keys.get(person)):
            try:
                said = read(key.open(sealed, place_of(person, entry, id)))
            except (Unreadable, msgspec.MsgspecError):
                continue
            found[person] = traits_of(said, fifth_of)
    return found


def seal_placed(key: SealingKey, person: UUID, referral: UUID, found: Traits) -> bytes:
    """In which categories a referral is counted, sealed for its place."""
    return key.seal(msgspec.json.encode(found), person.bytes + referral.bytes + b"/placed")


def open_placed(placed: Mapping[UUID, tuple[UUID, bytes]], keys: Keys) -> dict[UUID, Traits]:
    """By referral the categories that it was counted in before."""
    found = {}
    for referral, (person, sealed) in placed.items():
        if key := keys.get(person):
            try:
                found[referral] = _place(key.open(sealed, person.bytes + referral.bytes + b"/placed"))
            except (Unreadable, msgspec.MsgspecError):
                found[referral] = UNKNOWN
    return found


class Scored(NamedTuple):
    """The answers of one check-in, from 0 to 10, by figure."""

    on: date
    values: dict[str, int]


_on = attrgetter("on")


class Done(msgspec.Struct):
    """The part of a `checkins.schemas.CheckIn` that is counted."""

    state: str
    on: date
    answers: dict[str, "Values"]


class Values(msgspec.Struct):
    """The answers to one instrument."""

    values: dict[str, int | float | str]


_done = msgspec.json.Decoder(Done).decode


Changes = Mapping[tuple[date, str], list[tuple[UUID, int]]]
"""By the first day of a quarter and figure: who has a change in it, and how much."""


def changes(rows: Iterable[CheckInRow], keys: Keys) -> Changes:
    """From the first answer in a check-in that is done to the last one of each quarter, as far as these are two."""
    entries: dict[UUID, list[tuple[CheckInRow, bytes | None]]] = {}
    for row in rows:
        person, _, id, entry, *_, sealed = row
        if key := keys.get(person):
            try:
                body = sealed and key.open(sealed, place_of(person, entry, id))
            except Unreadable:
                continue
            entries.setdefault(entry or id, []).append((row, body))
    answers: dict[UUID, list[Scored]] = {}
    for versions in entries.values():
        if body := versions[0][1] if len(versions) == 1 else _standing(versions):
            _add(answers, versions[0][0][0], body)
    found: dict[tuple[date, str], list[tuple[UUID, int]]] = {}
    for person, scored in answers.items():
        if len(scored) > 1:
            scored.sort(key=_on)
            for figure in SCORES:
                for quarter, change in _changes(figure, scored).items():
                    found.setdefault((quarter, figure), []).append((person, change))
    return found


def _changes(figure: str, scored: list[Scored]) -> dict[date, int]:
    """By quarter the change of one person's answer, whose check-ins are in the order of their days."""
    first: Scored | None = None
    found = {}
    for one in scored:
        value = one.values.get(figure)
        if value is None:
            continue
        if first is None:
            first = one
        elif one.on > first.on:
            found[quarter_of(one.on).from_on] = value - first.values[figure]
    return found


def _standing(versions: list[tuple[CheckInRow, bytes | None]]) -> bytes | None:
    """What several versions of one entry say together, by the one rule."""
    bodies = {str(row[2]): body for row, body in versions}
    head = entry_of(
        Version(
            id=str(id),
            previous=previous and str(previous),
            number=number,
            at=at,
            gone=body is None,
            body=body and msgspec.json.decode(body),
        )
        for (_, number, id, _, previous, _, at, _), body in versions
    ).head
    return None if head.gone else bodies[head.id]


def _add(answers: dict[UUID, list[Scored]], person: UUID, body: bytes) -> None:
    try:
        done = _done(body)
    except msgspec.MsgspecError:
        return
    if done.state != "done":
        return
    values = {
        figure: value
        for figure, (instrument, item) in SCORES.items()
        if (answered := done.answers.get(instrument)) and isinstance(value := answered.values.get(item), int)
    }
    answers.setdefault(person, []).append(Scored(done.on, values))
