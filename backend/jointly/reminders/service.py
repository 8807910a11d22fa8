"""Verbs of whoever is signed in: how they are reached, what is to come, what came and why, and trying it out."""

from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Literal, NamedTuple
from uuid import UUID, uuid4

import msgspec

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.people.house import House
from jointly.people.rules import STAFF
from jointly.people.vault import Session
from jointly.reminders import units
from jointly.reminders.manner import Rounds, manner_with, opened, sealed
from jointly.reminders.messages import answers_to, token_of
from jointly.reminders.planning import Pathways, plan_of, untold
from jointly.reminders.rules.grouping import together
from jointly.reminders.rules.planning import AHEAD
from jointly.reminders.rules.slots import Planned, key_from
from jointly.reminders.schemas import (
    Answerable,
    CalendarLink,
    Coming,
    Item,
    Push,
    QuietHours,
    Reached,
    Rehearsal,
    Reminders,
    RoundsWished,
    Told,
    ToldList,
    Tried,
    WasTold,
)
from jointly.reminders.subscribing import is_current
from jointly.reminders.telling import AFTER_PUSH

MOST_TOLD = 50
TEST_FOR = timedelta(minutes=10)


async def reminders(house: House, *, session: Session) -> Reminders:
    """How they can be reached, and when they last were."""
    rows, calendar, stopped_at = await house.db.read(_reached, session.person, **_who(house, session))
    names = {one.device: one.device_name for one in await house.vault.sessions_of(session.person)}
    devices = [
        Reached(
            device=device,
            name=names[device],
            since=since,
            reached_at=reached,
            wants="ok" if state == "ok" and is_current(house.push_keys, key) else "resubscribe",
        )
        for device, since, reached, state, key in rows
        if device in names
    ]
    return Reminders(
        push=Push(key=house.push_keys.current.public) if house.push_keys else None,
        channels=list(house.channels),
        devices=devices,
        reached_at=max((one.reached_at for one in devices if one.reached_at), default=None),
        calendar=calendar,
        stopped_at=stopped_at,
    )


async def rehearsal(house: House, *, session: Session, pathways: Pathways, days: int) -> Rehearsal:
    """What will be told in the next `days`, as everything stands: worked out by the rule that then tells it."""
    now = clock.now()
    kept, known, put_off = await house.db.read(_known, session.person, now, **_who(house, session))
    plan = await plan_of(house, pathways, session.person, now, kept)
    if plan is None or plan.standing.wishes is None:
        return Rehearsal(zone=None, tellings=[])
    zone = plan.standing.wishes.zone
    until = now + min(timedelta(days=days), AHEAD)
    again = [Planned(at, key_from(id), kind, "", units.AGAIN, ends) for id, kind, at, ends in put_off]
    items = [one for one in (*untold(plan.items, known, now), *again) if one.at < until]
    tellings = [
        Coming(
            at=group[0].at,
            local=group[0].at.astimezone(zone).strftime("%Y-%m-%dT%H:%M"),
            items=[
                Item(key=one.key, kind=one.kind, about=one.about, local=one.local, until=one.until) for one in group
            ],
        )
        for group in together(items)
    ]
    return Rehearsal(zone=str(zone), tellings=tellings)


async def told(house: House, *, session: Session) -> ToldList:
    """What was told, and why: the last 50 messages."""
    messages, dues = await house.db.read(_told, session.person, **_who(house, session))
    items: dict[UUID, list[WasTold]] = {}
    for telling, kind, local in dues:
        items.setdefault(telling, []).append(WasTold(kind=kind, local=local))
    # An answer counts for the whole telling, on whichever of its browsers it was given.
    answered = {one.telling for one in messages if one.done_at or one.later_at}
    now = clock.now()
    return ToldList(
        told=[
            Told(
                id=one.id,
                at=one.made_at,
                channel=one.channel,
                state=STATES[one.state],
                items=items.get(one.telling) or [WasTold(kind=kind, local="") for kind in one.kinds.split()],
                shown_at=one.shown_at,
                done_at=one.done_at,
                later_at=one.later_at,
                answer=None if one.telling in answered or one.until <= now else _answer(house, one),
            )
            for one in messages
        ]
    )


STATES: dict[str, Literal["sent", "failed", "waiting"]] = {
    "sending": "waiting",
    "sent": "sent",
    "failed": "failed",
    "dead": "failed",
}


def _answer(house: House, one: "_Message") -> Answerable | None:
    says = answers_to(set(one.kinds.split()))
    return Answerable(token=token_of(house.index_key, one.id), until=one.until, says=says) if says else None


async def held(house: House, *, session: Session) -> dict:
    """What is kept of their reminders beside their record, for a copy of all that is held. Where a browser is pushed to
    stays out of it: who has that can push. So does what a message is answered with."""
    reached = await reminders(house, session=session)
    came = [one.model_copy(update={"answer": None}) for one in (await told(house, session=session)).told]
    return {"devices": reached.devices, "calendar": reached.calendar, "told": came}


async def test(house: House, *, session: Session) -> Tried:
    """Sends a test by the way that reminders take: it comes within seconds. Gives by which; e-mails that were ended are
    none. Raises a 409 `Refusal` `not-reached` when there is no way but the in-app list."""
    now = clock.now()
    reached = await reminders(house, session=session)
    [(kept,)] = await house.db.read(units.sealed_of, session.person, **_who(house, session)) or [(None,)]
    manner = opened(house.index_key, kept)
    pushed = [one for one in reached.devices if one.wants == "ok" or reached.push]
    addresses = {"email": manner.email if reached.stopped_at is None else None, "sms": manner.mobile}
    others = (name for name in AFTER_PUSH if addresses[name] and name in house.channels)
    by = "push" if pushed else next(others, None)
    if by is None:
        raise Refusal(409, "not-reached")
    await house.db.run(_test, session.person, house.service, now, **_who(house, session))
    return Tried(sent=len(pushed) or 1, channel=by)


async def rounds(house: House, *, session: Session) -> RoundsWished:
    """What one of the staff, or of a group, wished."""
    rows = await house.db.read(units.sealed_of, session.person, **_who(house, session))
    wished = opened(house.index_key, rows[0][0] if rows else None).rounds
    if wished is None:
        return RoundsWished(kinds=[])
    quiet = wished.quiet and QuietHours(**{"from": wished.quiet.from_}, to=wished.quiet.to)
    return RoundsWished(
        kinds=wished.kinds, time=wished.time, days=wished.days, zone=wished.zone, quiet=quiet, email=wished.email
    )


async def wish_rounds(house: House, *, session: Session, wished: RoundsWished) -> None:
    """Sets it. Raises a 403 `Refusal` for whoever has a record: their wishes are in it."""
    if session.role not in STAFF:
        raise Refusal(403, "not-allowed")
    rounds = msgspec.convert(wished.model_dump(by_alias=True), Rounds)
    kept = sealed(house.index_key, manner_with(rounds))
    await house.db.run(_wish, session.person, house.service, kept, clock.now(), **_who(house, session))


async def make_calendar(house: House, *, session: Session) -> CalendarLink:
    """A new private address of their reminders as a calendar; the one before ends."""
    token = token_urlsafe(24)
    digest = house.index_key.digest(b"calendar" + token.encode())
    await house.db.run(_calendar, session.person, house.service, digest, **_who(house, session))
    return CalendarLink(address=f"{house.origin}/open/reminders/{token}.ics")


async def end_calendar(house: House, *, session: Session) -> None:
    """The address leads nowhere from now on."""
    await house.db.run(_calendar, session.person, house.service, None, **_who(house, session))


def _who(house: House, session: Session) -> dict:
    return {"actor": session.person, "group": house.service, "purpose": "be reminded"}


def _reached(person: UUID):
    rows = yield Query(
        "select device, made_at, reached_at, state, key from subscription where person = ? "
        "order by made_at desc limit 50",
        (person,),
    )
    found = yield Query("select calendar, stopped_at from reminded where person = ?", (person,))
    calendar, stopped_at = found[0] if found else (None, None)
    return rows, calendar is not None, stopped_at


def _known(person: UUID, now: datetime):
    rows = yield from units.sealed_of(person)
    known = yield from units.known(person, now - AHEAD)
    put_off = yield from units.put_off(person, now)
    return rows[0][0] if rows else None, known, put_off


class _Message(NamedTuple):
    """A message of the past."""

    id: UUID
    telling: UUID
    made_at: datetime
    until: datetime
    channel: str
    state: str
    kinds: str
    shown_at: datetime | None
    done_at: datetime | None
    later_at: datetime | None


def _told(person: UUID):
    messages = yield Query(
        f"select {', '.join(_Message._fields)} from message where person = ? order by made_at desc, id limit ?",  # nosec B608 # the names are ours, every value is bound
        (person, MOST_TOLD),
    )
    dues = yield Query(
        "select telling, kind, local from due where person = ? and telling is not null order by at desc limit 500",
        (person,),
    )
    return [_Message(*row) for row in messages], dues


def _test(person: UUID, service: UUID, now: datetime):
    yield Query(
        "insert into due (id, person, service, kind, local, at, until, state) "
        "values (?, ?, ?, 'test', '', ?, ?, 'waiting')",
        (uuid4(), person, service, now, now + TEST_FOR),
    )
    yield from units.wake(service, [person], now)


def _wish(person: UUID, service: UUID, kept: bytes, now: datetime):
    yield from units.wake(service, [person], now)
    yield Query("update reminded set sealed = ?, planned_at = null where person = ?", (kept, person))


def _calendar(person: UUID, service: UUID, digest: bytes | None):
    yield Query(
        "insert into reminded (person, service, number) values (?, ?, -1) on conflict (person) do nothing",
        (person, service),
    )
    yield Query("update reminded set calendar = ? where person = ?", (digest, person))
