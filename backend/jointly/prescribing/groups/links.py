"""Verbs: a worker makes a link with which a group without an account answers one suggestion, once, and ends it.

The code is made from the id that the worker's device made, so that asking again after a lost answer gives the same one;
only a keyed digest of it is kept. It is in the part of the address that browsers do not send.
"""

from datetime import datetime, timedelta
from uuid import UUID

import segno

from jointly.kit import clock
from jointly.kit.db import Query, stored
from jointly.kit.errors import Refusal
from jointly.people import audit
from jointly.people.codes import RECOVERY_LENGTH, code_from, shown
from jointly.people.house import House
from jointly.people.vault import Session
from jointly.prescribing import reading
from jointly.prescribing.groups.schemas import LinkNow, MadeLink
from jointly.prescribing.rules.moves import CLOSED
from jointly.prescribing.stepping import need_team

GOOD_FOR = timedelta(days=14)
PURPOSE = "support"
Row = tuple[datetime, datetime, datetime | None, bool]


async def make(house: House, *, session: Session, prescription: UUID, id: UUID) -> MadeLink:
    """A link that is good for 14 days and one answer. One made before ends; asking again gives the same.

    Raises a `Refusal`: 404 when the team may not see their support, 409 `link-not-sent` before the group was told.
    """
    person = await _person(house, session, prescription)
    code, now = code_of(house, prescription, id), clock.now()
    event = audit.did(session, "made-code", chain=person, subject=person, what=["link"], count=1, purpose=PURPOSE)
    row = (digest_of(house, code), stored(prescription), person, house.service, session.person, now, now + GOOD_FOR)
    who = {"actor": session.person, "subject": person, "group": house.service, "purpose": PURPOSE}
    ends_at = await house.db.run(_make, row, house.audit_key, event, **who)
    if isinstance(ends_at, str):
        raise Refusal(409, ends_at)
    link = f"{house.origin}/answer#{shown(code)}"
    drawn = segno.make(link, error="m", micro=False)
    return MadeLink(code=shown(code), link=link, ends_at=ends_at, qr=["".join(map(str, row)) for row in drawn.matrix])


async def now_of(house: House, *, session: Session, prescription: UUID) -> LinkNow:
    """How the newest link of a suggestion stands."""
    person = await _person(house, session, prescription)
    who = {"actor": session.person, "subject": person, "group": house.service, "purpose": PURPOSE}
    row: Row | None = await house.db.read(_newest, prescription, **who)
    if row is None:
        return LinkNow(state="none", made_at=None, ends_at=None)
    made_at, ends_at, used_at, ended = row
    state = "used" if used_at else "ended" if ended else "expired" if ends_at <= clock.now() else "open"
    return LinkNow(state=state, made_at=made_at, ends_at=ends_at)


async def end(house: House, *, session: Session, prescription: UUID) -> None:
    """Nobody answers this by a link any more. Doing it again changes nothing."""
    person = await _person(house, session, prescription)
    event = audit.did(session, "ended-code", chain=person, subject=person, what=["link"], count=1, purpose=PURPOSE)
    who = {"actor": session.person, "subject": person, "group": house.service, "purpose": PURPOSE}
    await house.db.run(_end, prescription, house.audit_key, clock.now(), event, **who)


def code_of(house: House, prescription: UUID, id: UUID) -> str:
    """The code that a link of this id has: 12 letters, 3.5 × 10¹⁷ of them, so that it can be typed from paper."""
    return code_from(house.index_key.digest(b"answer link/" + prescription.bytes + id.bytes), RECOVERY_LENGTH)


def digest_of(house: House, code: str) -> bytes:
    """What is kept of a code."""
    return house.index_key.digest(b"answer code/" + code.encode())


async def _person(house: House, session: Session, prescription: UUID) -> UUID:
    person = await house.db.read(
        reading.whose, "prescription", prescription, group=house.service, purpose="find whose this is"
    )
    if person is None:
        raise Refusal(404, "no-such-prescription")
    try:
        await need_team(house, session=session, person=person)
    except Refusal:
        raise Refusal(404, "no-such-prescription") from None  # whose it is is not told either
    return person


def _make(row: tuple, key: bytes, event: audit.Event):
    digest, prescription, *_, now, _ends_at = row
    rows = yield Query("select state, sent_at from prescription where id = ?", (prescription,))
    [(state, sent_at)] = rows
    if state == CLOSED:
        return "step-closed"
    if sent_at is None:
        return "link-not-sent"
    kept = yield Query("select ends_at from answer_link where digest = ?", (digest,))
    if kept:
        return kept[0][0]
    yield Query("update answer_link set ended = ? where prescription = ? and used_at is null", (True, prescription))
    yield Query(
        "insert into answer_link (digest, prescription, person, service, made_by, made_at, ends_at, ended) "
        "values (?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, False),
    )
    yield from audit.note(key, now, [event])
    return row[-1]


def _newest(prescription: UUID):
    rows = yield Query(
        "select made_at, ends_at, used_at, ended from answer_link where prescription = ? order by made_at desc limit 1",
        (prescription,),
    )
    return (*rows[0][:3], bool(rows[0][3])) if rows else None


def _end(prescription: UUID, key: bytes, at: datetime, event: audit.Event):
    ended = yield Query(
        "update answer_link set ended = ? where prescription = ? and used_at is null and ended = ? returning digest",
        (True, prescription, False),
    )
    if ended:
        yield from audit.note(key, at, [event])
