"""Verbs: what a link shows to a group without an account, and its one answer.

Wrong codes are counted as join codes are. The page shows what the group needs to answer, and after the answer nothing
of the person any more. The answer is the group's; who of them wrote it is only as they say.
"""

import time
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import ConstraintBroken, Query, stored
from jointly.kit.errors import Refusal
from jointly.people import audit, limits
from jointly.people.access import find_access
from jointly.people.codes import RECOVERY_LENGTH, read_code
from jointly.people.house import House
from jointly.people.looking_up import ALL_WRONG_CODES, WRONG_CODES
from jointly.people.names import name_of, names
from jointly.people.rules import LINK_WORKER, REFERRAL, SUPPORT, Actor
from jointly.people.vault import Gone, Unknown
from jointly.prescribing import keeping, reading, telling
from jointly.prescribing.groups.links import digest_of
from jointly.prescribing.groups.schemas import Asked, AskedByLink, NewAnswer
from jointly.prescribing.groups.standing_in import by_link
from jointly.prescribing.rules import needs
from jointly.prescribing.rules.moves import CLOSED, Refused
from jointly.prescribing.schemas import NewStep
from jointly.prescribing.sealed import open_said, seal
from jointly.prescribing.stepping import IN_CLEAR, today

PURPOSE = "answer by a link"


class Link(NamedTuple):
    """A row of `answer_link`."""

    digest: bytes
    prescription: UUID
    person: UUID
    made_by: UUID
    ends_at: datetime
    used_at: datetime | None
    ended: bool


async def look(house: House, *, code: str, address: str) -> AskedByLink:
    """What a group is asked, before it answers; afterwards only when it did. Raises a `Refusal` like `_open`.

    That it was looked at is kept in the person's chain before anything of them is given.
    """
    link = await _open(house, code, address)
    if link.used_at:
        return AskedByLink(answered_at=link.used_at, asked=None)
    row, steps = await _asked(house, link)
    stand_in = by_link(house, link.prescription, link.digest)
    facts = {"chain": link.person, "subject": link.person, "what": [REFERRAL], "count": 1, "purpose": PURPOSE}
    await audit.keep(house, audit.did(stand_in, "read", **facts))
    key = await house.vault.key(link.person)
    said = open_said(key, link.person, row.id, row.sealed)
    sent = [open_said(key, link.person, step.id, step.sealed) for step in steps if step.kind == "send"]
    last = sent[-1] if sent else {}
    asked = Asked(
        service=house.name,
        name=str(said.get("name", "")),
        called=await name_of(house, link.person),
        worker=(await names(house, [link.made_by])).get(link.made_by),
        contact=last.get("contact"),
        adjustments=last.get("adjustments"),
        words=last.get("words"),
        start=row.first_at or said.get("start"),
        ends_at=link.ends_at,
    )
    return AskedByLink(answered_at=None, asked=asked)


async def answer(house: House, *, said: NewAnswer, address: str) -> AskedByLink:
    """The group's one answer. Sent again it is the same one. Raises a `Refusal`: 410 `answer-used` for a second one."""
    link = await _open(house, said.code, address)
    id, now = stored(said.id), clock.now()
    who = {"subject": link.person, "group": house.service, "purpose": PURPOSE}
    if link.used_at:
        if await house.db.read(_is_its_answer, id, link.prescription, **who):
            return AskedByLink(answered_at=link.used_at, asked=None)
        raise Refusal(410, "answer-used")
    await _asked(house, link)
    key, stand_in = await house.vault.key(link.person), by_link(house, link.prescription, link.digest)
    new = NewStep(at=now, **said.model_dump(exclude={"code", "id"}, exclude_none=True))
    step = keeping.New(
        id=id,
        about=link.prescription,
        person=link.person,
        service=house.service,
        kind=said.kind,
        side="group",
        by=stand_in.person,
        at=now,
        received_at=now,
        today=today(now),
        previous=None,
        sealed=seal(key, link.person, id, new, IN_CLEAR),
        start=said.start,
    )
    what = ["prescription", said.kind]
    event = audit.did(
        stand_in, "supported", chain=link.person, subject=link.person, what=what, count=1, purpose=PURPOSE
    )
    noted = keeping.Noted(house.audit_key, [event])
    told = await telling.prepare(house, session=stand_in, person=link.person, key=key, step=step)
    try:
        needs.check(said.kind, new.model_dump(exclude_none=True))
        async with house.db.transaction(**who):
            if not await house.db.run(_use, link.digest, now, **who):
                raise Refused("answer-used")
            await house.db.run(keeping.add, "prescription", step, noted, **who)
            await telling.tell(house, told, step, who)
    except Refused as refused:
        # Sent twice at once: this one waited for the other, which has used the link with this very answer.
        if await house.db.read(_is_its_answer, id, link.prescription, **who):
            return AskedByLink(answered_at=now, asked=None)
        raise Refusal(410 if refused.code == "answer-used" else 409, refused.code) from None
    except ConstraintBroken:
        raise Refusal(409, "step-id-reused") from None  # a step of somebody else's, who is not even seen
    return AskedByLink(answered_at=now, asked=None)


async def _open(house: House, code: str, address: str) -> Link:
    """The link of a code. Raises a `Refusal`: 404 `answer-unknown`, 410 `answer-over` for one that ended or ran out,
    429 for too many wrong ones."""
    read = read_code(code)
    digest = digest_of(house, read) if read and len(read) == RECOVERY_LENGTH else None
    wrong = f"wrong-answer:{limits.whose(house, address)}"
    found = await house.db.run(_find, digest, wrong, time.time(), group=house.service, purpose=PURPOSE)
    if isinstance(found, int):
        raise limits.too_many(found)
    if found is None:
        raise Refusal(404, "answer-unknown")
    if not found.used_at and (found.ended or found.ends_at <= clock.now()):
        raise Refusal(410, "answer-over")
    return found


async def _asked(house: House, link: Link):
    """What the link is about, as long as the person lets the worker's team support them. Raises a 410 `Refusal`."""
    who = {"actor": link.made_by, "subject": link.person, "group": house.service, "purpose": PURPOSE}
    worker = Actor(link.made_by, LINK_WORKER, house.service, None)
    try:
        await house.vault.key(link.person)
    except (Gone, Unknown):
        raise Refusal(410, "answer-over") from None
    access = await house.db.read(find_access, worker, link.person, clock.now(), **who)
    found = await house.db.read(reading.prescription, link.prescription, **who)
    if access is None or SUPPORT not in access.scopes or found is None or found[0].state == CLOSED:
        raise Refusal(410, "answer-over")
    return found


def _find(digest: bytes | None, address: str, now: float):
    """Unit: the link; none when there is none, which is counted; when the tries are used up, until when."""
    counts = (("wrong-answer:all", ALL_WRONG_CODES), (address, WRONG_CODES))
    for key, limit in counts:
        if (yield from limits.count(key, 0, limit.ends_at(now))) >= limit.tries:
            return limit.ends_at(now)
    rows = []
    if digest:
        rows = yield Query(
            "select digest, prescription, person, made_by, ends_at, used_at, ended from answer_link where digest = ?",
            (digest,),
        )
    if rows:
        *facts, ended = rows[0]
        return Link(*facts, bool(ended))
    for key, limit in counts:
        yield from limits.count(key, 1, limit.ends_at(now))
    yield from limits.forget_ended(int(now))
    return None


def _use(digest: bytes, at: datetime):
    used = yield Query(
        "update answer_link set used_at = ? where digest = ? and used_at is null and ended = ? and ends_at > ? "
        "returning digest",
        (at, digest, False, at),
    )
    return bool(used)


def _is_its_answer(id: UUID, prescription: UUID):
    rows = yield Query("select 1 from step where id = ? and about = ?", (id, prescription))
    return bool(rows)
