"""Messages that were reviewed, as the journal keeps them: each is the one word of a step of kind `message`."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

import msgspec

from jointly.kit.db import Query
from jointly.kit.sealing import SealingKey
from jointly.people.schemas import Wire
from jointly.prescribing import sealed
from jointly.prescribing.closing.model import ClosingMessage
from jointly.prescribing.rules.moves import Refused

_read = msgspec.json.Decoder(ClosingMessage).decode
encode = msgspec.json.Encoder().encode


class Words(Wire):
    """What such a step says: the message as JSON."""

    message: str


class MessageRow(NamedTuple):
    """A step that is a message."""

    id: UUID
    about: UUID
    sealed: bytes | None


def seal(key: SealingKey, message: ClosingMessage) -> bytes:
    """A message as it is kept."""
    return sealed.seal(key, message.person.id, message.id, Words(message=encode(message).decode()))


def opened(key: SealingKey, person: UUID, rows: Iterable[MessageRow]) -> list[ClosingMessage]:
    """Messages in the order of their rows, without any that does not open."""
    said = [sealed.open_said(key, person, row.id, row.sealed).get("message") for row in rows]
    return [_read(words) for words in said if isinstance(words, str)]


def of_episode(episode: UUID):
    """Unit: the messages of an episode, the oldest first."""
    rows = yield Query(
        "select id, about, sealed from step where about = ? and kind = 'message' order by number", (episode,)
    )
    return [MessageRow(*row) for row in rows]


def of_person(person: UUID):
    """Unit: all messages about somebody, the oldest first."""
    rows = yield Query(
        "select id, about, sealed from step where person = ? and kind = 'message' order by received_at, number",
        (person,),
    )
    return [MessageRow(*row) for row in rows]


def need_last(episode: UUID, new: UUID, previous: UUID | None):
    """Unit: raises `Refused` unless the message before `new` is the one that its reviewer knew of, or none."""
    rows = yield Query(
        "select id from step where about = ? and kind = 'message' and id <> ? order by number desc limit 1",
        (episode, new),
    )
    if (rows[0][0] if rows else None) != previous:
        raise Refused("message-changed")
