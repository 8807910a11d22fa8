"""Verbs: on which devices somebody is signed in, and bringing another one in."""

from datetime import timedelta
from uuid import UUID

import segno

from jointly.kit.errors import Refusal
from jointly.people import audit
from jointly.people.house import House
from jointly.people.rules import STAFF
from jointly.people.service import make_code
from jointly.people.signing_in_schemas import OwnSession, SecondDevice
from jointly.people.vault import Session

SECOND_DEVICE = timedelta(minutes=10)


async def own_sessions(house: House, *, session: Session) -> list[OwnSession]:
    """Where whoever is signed in is signed in, the last used first."""
    return [
        OwnSession(
            device=one.device,
            name=one.device_name,
            method=one.method,
            signed_in_at=one.signed_in_at,
            heard_at=one.heard_at,
            current=one.device == session.device,
        )
        for one in await house.vault.sessions_of(session.person)
    ]


async def end_session(house: House, *, session: Session, device: UUID) -> None:
    """Signs a device of theirs out from here: it wipes itself at its next contact. Another's is nobody's."""
    if device not in [one.device for one in await house.vault.sessions_of(session.person)]:
        raise Refusal(404, "no-such-device")
    await audit.keep(house, _ended(session, 1))
    await house.vault.revoke(person=session.person, device=device)


async def end_others(house: House, *, session: Session) -> None:
    """Signs every other device of theirs out from here."""
    others = [one for one in await house.vault.sessions_of(session.person) if one.device != session.device]
    await audit.keep(house, _ended(session, len(others)))
    await house.vault.revoke(person=session.person, but=session.device)


async def second_device(house: House, *, session: Session) -> SecondDevice:
    """A code that opens the same record on another device, as words and to scan; good for 10 minutes and once."""
    if session.role in STAFF:
        raise Refusal(403, "needs-passkey")
    code = await make_code(
        house, kind="person", role=session.role, person=session.person, session=session, life=SECOND_DEVICE
    )
    drawn = segno.make(code.link, error="m", micro=False)
    return SecondDevice(**code.model_dump(), qr=["".join(map(str, row)) for row in drawn.matrix])


def _ended(session: Session, count: int) -> audit.Event:
    person = session.person
    return audit.did(session, "ended-sessions", chain=person, subject=person, count=count, purpose="sign out")
