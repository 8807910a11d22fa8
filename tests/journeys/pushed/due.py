"""Time that goes by for a service, without waiting for it: what would be due later is due now."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

from jointly.reminders.units import AGAIN
from support.push.waiting import until
from support.server import Server

NEXT = (
    "select id, person, at from due where state = 'waiting' and kind = ? and (local = ?) = ? "
    "and person in (select person from subscription join reminded using (person) where planned_at is not null) "
    "order by at limit 1"
)
"""Of whoever is pushed to, as others of the demonstration have reminders too, once it is what they now wish for."""


def wait_for_the_next(server: Server, kind: str) -> None:
    """Until the service has planned something of a kind, which it does soon after it hears of wishes."""
    until(lambda: _next(server, kind, put_off=False), f"{kind} to be planned")


def let_the_next_be_due(server: Server, kind: str) -> None:
    """As if the time of the next reminder of a kind had come, while the service was away for a moment."""
    _let_come(server, kind, put_off=False)


def let_it_come_again(server: Server, kind: str) -> timedelta:
    """The same for what somebody put off, once the service knows of it. Gives how long that would have taken."""
    return _let_come(server, kind, put_off=True)


def _let_come(server: Server, kind: str, *, put_off: bool) -> timedelta:
    [[id, person, at]] = until(lambda: _next(server, kind, put_off=put_off), f"{kind} to be planned")
    server.stop()
    now = datetime.now(UTC)
    said = now.isoformat(" ", "microseconds")
    with closing(sqlite3.connect(server.data / "jointly.sqlite3")) as database, database:
        database.execute("update due set at = ? where id = ?", (said, id))
        database.execute("update reminded set next_at = ? where person = ?", (said, person))
    server.start()
    return datetime.fromisoformat(at) - now


def _next(server: Server, kind: str, *, put_off: bool) -> list[tuple]:
    with closing(sqlite3.connect(server.data / "jointly.sqlite3")) as database:
        return database.execute(NEXT, (kind, AGAIN, put_off)).fetchall()
