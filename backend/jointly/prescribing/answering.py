"""Verb: what somebody said to a suggestion, on a phone that may have had no signal, becomes a step.

The answer is an entry of their own record; its step has the same id. It is taken after the entry is kept and before the
phone hears so: a phone that heard nothing sends again, and the step is added then. What cannot be the step that it was
meant to be is added as a message to the team, so that no words of anybody's are lost; without words it stays the entry
that it is. Nothing of it ever fails the sync, which has more to bring. What was taken back before it was sent comes
together with its deletion, and was never said.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

import msgspec
from pydantic import ValidationError

from jointly.kit import clock
from jointly.kit.errors import Refusal
from jointly.people.house import House
from jointly.people.vault import Session
from jointly.prescribing import stepping
from jointly.prescribing.entries import Reply
from jointly.prescribing.schemas import NewStep
from jointly.record.keeping import Prepared

_read = msgspec.json.Decoder(Reply).decode
_BREAKS = "\r\x0b\x0c\x1c\x1d\x1e\x85"
"""What begins a new line somewhere, and is no part of words that are read here."""
_PLAIN = dict.fromkeys((*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0)), " ") | {ord(c): "\n" for c in _BREAKS}


async def take(house: House, *, session: Session, person: UUID, items: Iterable[Prepared]) -> None:
    """Adds the steps of answers that were kept just now. Only a person's own count: see `sync.service`."""
    answers = [item for item in items if item.version.kind == "answer"]
    taken_back = {item.entry for item in answers if item.body is None}
    for item in answers:
        if item.body is not None and item.entry is None and item.id not in taken_back:
            await _take(house, session, person, item.id, _read(item.body), _when(item))


def _when(item: Prepared) -> datetime:
    """When it was said: by a clock that was put right, and never later than now."""
    return min(item.corrected_at or datetime.fromisoformat(item.version.at), clock.now())


async def _take(house: House, session: Session, person: UUID, id: UUID, answer: Reply, at: datetime) -> None:
    given = {"session": session, "about": "prescription", "of": answer.prescription, "person": person, "id": id}
    words = plain(answer.words or "")
    meant = {"kind": answer.answer, "to": answer.to, "outcome": answer.outcome, "start": answer.start}
    for said in (meant, {"kind": "say", "to": "worker"}) if words else (meant,):
        try:
            await stepping.take(house, **given, new=NewStep(at=at, words=words, **said), side="person")
            return
        except (Refusal, ValidationError):
            continue  # there is no such suggestion to this person, it cannot be said now, or it is no time at all


def plain(words: str) -> str | None:
    """Words as a step takes them, with line breaks and spaces for control characters; none when nothing can be read."""
    words = words.replace("\r\n", "\n").translate(_PLAIN).strip()
    return words if any(each.isprintable() and each != " " for each in words) else None
