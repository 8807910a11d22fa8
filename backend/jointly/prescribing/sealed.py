"""How the words of this room are sealed: with the key of whom they are about, each for its own place."""

from uuid import UUID

import msgspec

from jointly.kit.sealing import SealingKey, Unreadable
from jointly.people.schemas import Wire

Said = dict[str, str | int | bool | list[str]]
_read = msgspec.json.Decoder(Said).decode


def seal(key: SealingKey, person: UUID, id: UUID, said: Wire, without: set[str] | None = None) -> bytes:
    """What was said, without what is left out and without what is kept in clear."""
    words = said.model_dump_json(exclude_none=True, exclude=without or set())
    return key.seal(words.encode(), _place(person, id))


def open_said(key: SealingKey, person: UUID, id: UUID, sealed: bytes | None) -> Said:
    """What was said; nothing when there is nothing or it does not open."""
    try:
        return _read(key.open(sealed, _place(person, id))) if sealed else {}
    except Unreadable:
        return {}


def in_clear(thing: str) -> bool:
    """Whether what was suggested is kept in clear: the id of a listing, which is public and by which those who go there
    are found. The slug of a topic or a programme says what somebody lives with, and is sealed."""
    try:
        UUID(thing)
    except ValueError:
        return False
    return True


def with_thing(key: SealingKey, person: UUID, id: UUID, sealed: bytes | None, thing: str) -> bytes:
    """What was said with a suggestion, sealed anew with what it is. Raises `Unreadable` for what does not open."""
    said = _read(key.open(sealed, _place(person, id))) if sealed else {}
    return key.seal(msgspec.json.encode(said | {"thing": thing}), _place(person, id))


def move_seal(
    keys: tuple[SealingKey, SealingKey], was: UUID, now: UUID, id: UUID, sealed: bytes | None
) -> bytes | None:
    """What was sealed for one person, sealed anew for another: the same words, under the other's key. Raises
    `Unreadable` for what does not open, so that nothing is lost unseen."""
    if sealed is None:
        return None
    return keys[1].seal(keys[0].open(sealed, _place(was, id)), _place(now, id))


def _place(person: UUID, id: UUID) -> bytes:
    return person.bytes + id.bytes + b"/support"
