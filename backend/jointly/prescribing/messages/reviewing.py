"""Verbs: the closing message as it would be now, as a reviewer changes it, and kept once they have read it."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import blake2b
from typing import NamedTuple
from uuid import UUID

from jointly.content import Content
from jointly.content.speaking import Speak
from jointly.kit import clock
from jointly.kit.db import ConstraintBroken, stored
from jointly.kit.errors import Refusal
from jointly.notices import units as notices
from jointly.people import audit
from jointly.people.house import House
from jointly.people.rules import Access
from jointly.people.vault import Session
from jointly.prescribing import keeping, reading
from jointly.prescribing.closing import plain, sections
from jointly.prescribing.closing.coding import code_of
from jointly.prescribing.closing.faults import faults, say
from jointly.prescribing.closing.model import ClosingMessage, Review
from jointly.prescribing.messages import gathering, kept
from jointly.prescribing.messages.edits import edits_of, with_edits
from jointly.prescribing.messages.letters import shown
from jointly.prescribing.messages.making import message_of
from jointly.prescribing.messages.schemas import Draft, Edits, Lack, ReadMessage, Sent
from jointly.prescribing.rules.moves import CLOSED, Refused
from jointly.prescribing.stepping import need_episode, today

NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
NOTICE = "support-message"


class Words(NamedTuple):
    """What a message is said with: the service's messages, and the content that names what was asked."""

    speak: Speak
    content: Content


class Made(NamedTuple):
    """A message as it would be now, with those that were reviewed before it, the oldest first."""

    message: ClosingMessage
    sent: list[ClosingMessage]
    closed: bool
    has_safeguarding: bool


async def draft(house: House, *, session: Session, referral: UUID, words: Words, edits: Edits | None = None) -> Draft:
    """Both letters as they would be now, with what a reviewer wrote in this or in the last message. Nothing is kept but
    that somebody looked. Raises a `Refusal`: 404 for whoever may not see this episode."""
    access = await need_episode(house, session=session, referral=referral)
    person = access.subject
    event = audit.did(session, "read", chain=person, subject=person, what=["support"], count=1, purpose="care")
    await audit.keep(house, event)
    made = await _make(house, session, access, stored(referral), words, clock.now(), None, edits)
    return _shown(made, words.speak)


async def review(house: House, *, session: Session, referral: UUID, id: UUID, said: ReadMessage, words: Words) -> Draft:
    """Keeps the message that somebody read in both its letters, and tells the person that theirs is there. Doing it
    again changes nothing. Raises a `Refusal`: 409 `message-changed` when anything of it changed since it was read,
    `message-faults` when something stops it from going."""
    access = await need_episode(house, session=session, referral=referral)
    person, episode, id, now = access.subject, stored(referral), stored(id), clock.now()
    who = {"actor": session.person, "subject": person, "group": house.service, "purpose": "support"}
    if not await house.db.read(reading.has_step, id, episode, **who):
        made = await _make(house, session, access, episode, words, now, id, said)
        if digest_of(made.message) != said.as_read:
            raise Refusal(409, "message-changed")
        by = await gathering.worker(house, session=session, speak=words.speak)
        message = replace(made.message, review=Review(by=by, at=now))
        if any(fault.stops for fault in faults(message)):
            raise Refusal(409, "message-faults")
        await _keep(house, session, message, said.previous, now, words.speak, who)
    made = await _make(house, session, access, episode, words, now, None, None)
    return _shown(made, words.speak)


def digest_of(message: ClosingMessage) -> str:
    """Stands for what a message says, whenever it is made and whoever reviews it."""
    said = replace(message, id=message.episode, written_at=NO_TIME, review=None)
    return blake2b(kept.encode(said), digest_size=16).hexdigest()


async def _make(
    house: House,
    session: Session,
    access: Access,
    episode: UUID,
    words: Words,
    now: datetime,
    id: UUID | None,
    edits: Edits | None,
) -> Made:
    person = access.subject
    given = {"session": session, "access": access, "episode": episode, "content": words.content, "speak": words.speak}
    material = await gathering.gather(house, **given)
    who = {"actor": session.person, "subject": person, "group": house.service, "purpose": "support"}
    sent = kept.opened(await house.vault.key(person), person, await house.db.read(kept.of_episode, episode, **who))
    message = message_of(material, id=id or episode, written_at=now, speak=words.speak)
    has_safeguarding = bool(message.safeguarding.concerns)
    first = edits_of(sent[-1]) if sent else edits_of(message).model_copy(update={"safeguarding": False})
    message = with_edits(message, edits or first)
    coded = any(code_of(one.ending) for one in sent)
    ending = replace(message.ending, coded_before=coded)
    message = replace(message, ending=ending, replaces=sent[-1].id if sent else None)
    return Made(message, sent, material.episode.state == CLOSED, has_safeguarding)


async def _keep(
    house: House,
    session: Session,
    message: ClosingMessage,
    previous: UUID | None,
    now: datetime,
    speak: Speak,
    who: dict,
) -> None:
    person = message.person.id
    step = keeping.New(
        id=message.id,
        about=message.episode,
        person=person,
        service=house.service,
        kind="message",
        side="worker",
        by=session.person,
        at=now,
        received_at=now,
        today=today(now),
        previous=message.replaces,
        sealed=kept.seal(await house.vault.key(person), message),
    )
    what = ["referral", "message"]
    event = audit.did(session, "supported", chain=person, subject=person, what=what, count=1, purpose="support")
    noted = keeping.Noted(house.audit_key, [event])
    told = [notices.New(person, NOTICE, message.episode, None, message.id)] if plain.letter(message, speak) else []
    try:
        async with house.db.transaction(**who):
            if await house.db.run(keeping.add, "referral", step, noted, **who):
                await house.db.run(kept.need_last, message.episode, message.id, previous, **who)
                await house.db.run(notices.put, house.service, now, told, **who)
    except Refused as refused:
        raise Refusal(409, refused.code) from None
    except ConstraintBroken:
        if not await house.db.read(reading.has_step, message.id, message.episode, **who):
            raise Refusal(409, "step-id-reused") from None


def _shown(made: Made, speak: Speak) -> Draft:
    message = made.message
    safeguarding = bool(message.safeguarding.concerns)
    personal = plain.letter(message, speak)
    # It is not reviewed yet: that is what a draft is, and no fault of it.
    found = [fault for fault in faults(message) if fault.part != "review"]
    return Draft(
        referral=message.episode,
        closed=made.closed,
        edits=edits_of(message),
        tried={one.id: one.what for one in message.tried},
        has_safeguarding=made.has_safeguarding,
        professional=shown(sections.letter(message, speak, safeguarding=safeguarding)),
        personal=personal and shown(personal),
        faults=[Lack(words=say(one, speak), stops=one.stops, part=one.part, field=one.field) for one in found],
        as_read=digest_of(message),
        sent=[_sent(one) for one in reversed(made.sent)],
    )


def _sent(message: ClosingMessage) -> Sent:
    by = message.review.by if message.review else message.author
    at = message.review.at if message.review else message.written_at
    return Sent(id=message.id, at=at, called=by.name, replaces=message.replaces)
