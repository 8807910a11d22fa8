"""Verbs: what a notification answers, by its token and with no session, perhaps hours later and with the app closed."""

from datetime import datetime, timedelta
from uuid import UUID, uuid5

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.people.house import House
from jointly.reminders import units
from jointly.reminders.messages import TO_DO, id_with
from jointly.reminders.schemas import Said
from jointly.reminders.units import AGAIN

LATER = timedelta(hours=1)
"""How much later "Later" is."""
LATER_FOR = timedelta(hours=3)
"""How long what comes again is useful."""
LONGEST_AGO = timedelta(days=3)
"""What a phone says of a time longer ago is taken as said now: its clock may be wrong."""


async def hear(house: House, *, said: Said) -> None:
    """Keeps that a message was shown, that what it reminded of is done, or that it should come once more in an hour.

    Each counts once, however often it is said. A token that is none of ours changes nothing, and nobody is told so.
    """
    message = id_with(house.index_key, said.token)
    if message is None:
        return
    now = clock.now()
    at = said.at if now - LONGEST_AGO < said.at <= now else now
    who = {"group": house.service, "purpose": "hear from a notification"}
    await house.db.run(_HEARD[said.said], message, house.service, at, now, **who)


def _shown(message: UUID, service: UUID, at: datetime, now: datetime):
    rows = yield Query(
        "update message set shown_at = ? where id = ? and shown_at is null returning device, person", (at, message)
    )
    for device, person in rows:
        yield Query("update subscription set reached_at = ? where device = ? and person = ?", (now, device, person))


def _done(message: UUID, service: UUID, at: datetime, now: datetime):
    rows = yield Query(
        "update message set done_at = ? where id = ? and done_at is null returning telling, person, kinds",
        (at, message),
    )
    for telling, person, kinds in rows:
        if set(kinds.split()) <= TO_DO:
            yield Query(
                "update due set state = 'done' where person = ? and state in ('told', 'waiting') "
                "and (telling = ? or id = ?)",
                (person, telling, again_id(telling)),
            )


def _later(message: UUID, service: UUID, at: datetime, now: datetime):
    rows = yield Query(
        "update message set later_at = ? where id = ? and later_at is null and done_at is null "
        "returning telling, person, kinds",
        (at, message),
    )
    for telling, person, kinds in rows:
        again = max(at + LATER, now)
        # It names the telling that it comes from: what that told of may be done by then.
        yield Query(
            "insert into due (id, person, service, kind, local, at, until, state, telling) "
            "values (?, ?, ?, ?, ?, ?, ?, 'waiting', ?) on conflict (id) do nothing",
            (again_id(telling), person, service, kinds.split()[0], AGAIN, again, again + LATER_FOR, telling),
        )
        yield from units.wake(service, [person], again)


def again_id(telling: UUID) -> UUID:
    """The slot with which a telling comes once more: one, however often and from however many phones it is asked."""
    return uuid5(telling, "later")


_HEARD = {"shown": _shown, "done": _done, "later": _later}
