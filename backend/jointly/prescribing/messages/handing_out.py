"""Verbs: a message that was reviewed, as a file for whoever referred, and as a letter for the person."""

import asyncio
import json
from typing import Literal
from uuid import UUID

from jointly.content.speaking import Speak
from jointly.kit.errors import Refusal
from jointly.people import audit
from jointly.people.house import House
from jointly.people.vault import Session
from jointly.prescribing.closing import fhir, plain, sections
from jointly.prescribing.closing.model import ClosingMessage
from jointly.prescribing.closing.pdf import pdf
from jointly.prescribing.messages import kept
from jointly.prescribing.messages.letters import shown
from jointly.prescribing.messages.schemas import OwnLetter
from jointly.prescribing.stepping import need_episode

Form = Literal["pdf", "json"]
TYPES: dict[Form, str] = {"pdf": "application/pdf", "json": fhir.CONTENT_TYPE}
AT_ONCE = 2
"""Files that one process makes at a time: setting a letter takes a core."""
_turn = asyncio.Semaphore(AT_ONCE)


async def file(house: House, *, session: Session, referral: UUID, message: UUID, form: Form, speak: Speak) -> bytes:
    """A reviewed message as a file; that it was exported is kept first. Raises a `Refusal` of 404 for an episode that
    one may not see, and for a message that it has not."""
    access = await need_episode(house, session=session, referral=referral)
    person = access.subject
    who = {"actor": session.person, "subject": person, "group": house.service, "purpose": "export"}
    rows = await house.db.read(kept.of_episode, referral, **who)
    sent = kept.opened(await house.vault.key(person), person, rows)
    found = next((one for one in sent if one.id == message), None)
    if found is None:
        raise Refusal(404, "no-such-message")
    event = audit.did(
        session, "exported", chain=person, subject=person, what=["closing", form], count=1, purpose="export"
    )
    await audit.keep(house, event)
    async with _turn:
        return await asyncio.to_thread(_file, found, form, speak)


def _file(message: ClosingMessage, form: Form, speak: Speak) -> bytes:
    # Concerns are in a message only when its reviewer said that they go: see `edits.with_edits`.
    safeguarding = bool(message.safeguarding.concerns)
    if form == "pdf":
        letter = sections.letter(message, speak, safeguarding=safeguarding)
        return pdf(letter, written_at=message.written_at, speak=speak)
    return json.dumps(fhir.document(message, speak, safeguarding=safeguarding), ensure_ascii=False).encode()


async def own_letter(house: House, *, session: Session, referral: UUID, speak: Speak) -> OwnLetter:
    """The letter to whoever is signed in about an episode of theirs. Raises a `Refusal` of 404 when there is none."""
    sent = [one for one in await own_messages(house, session=session) if one.episode == referral]
    letter = plain.letter(sent[-1], speak) if sent else None
    if letter is None:
        raise Refusal(404, "no-such-message")
    return OwnLetter(referral=referral, at=sent[-1].written_at, letter=shown(letter))


async def own_messages(house: House, *, session: Session) -> list[ClosingMessage]:
    """All messages about whoever is signed in, the oldest first."""
    me = session.person
    who = {"actor": me, "subject": me, "group": house.service, "purpose": "support"}
    return kept.opened(await house.vault.key(me), me, await house.db.read(kept.of_person, me, **who))
