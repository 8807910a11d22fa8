"""What an operator can see of reminders, and how old ones go."""

from datetime import datetime, timedelta

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.people.house import House

KEEP = timedelta(days=60)
"""How long it is kept what was told: long enough to answer why something came, or did not."""
MOST = 200
"""Rows of a list."""


async def failed(house: House) -> dict:
    """The messages that came to nothing, the newest first: no words, no address, only what went wrong."""
    rows = await house.db.read(_failed, MOST, **_who(house, "list what was not delivered"))
    fields = ("id", "person", "channel", "kinds", "state", "made_at", "tries", "fault")
    return {"failed": [{name: _plain(value) for name, value in zip(fields, row, strict=True)} for row in rows]}


async def waiting(house: House, *, hours: int) -> dict:
    """What is due in the next hours, told to nobody: how many of each kind in each hour, and what is late.

    Raises `ValueError` for hours outside 1 to 336.
    """
    if not 1 <= hours <= 336:
        raise ValueError("Choose 1 to 336 hours.")
    now = clock.now()
    rows = await house.db.read(_waiting, now + timedelta(hours=hours), **_who(house, "try reminders dry"))
    counts: dict[tuple[str, str], int] = {}
    for at, kind in rows:
        hour = "late" if at < now else at.strftime("%Y-%m-%d %H:00")
        counts[hour, kind] = counts.get((hour, kind), 0) + 1
    found = [{"hour": hour, "kind": kind, "count": count} for (hour, kind), count in sorted(counts.items())]
    return {"waiting": found, "more": len(rows) == MOST_WAITING}


async def forget_told(house: House) -> None:
    """Deletes what was told, and messages, after 60 days."""
    await house.db.run(_forget, clock.now() - KEEP, **_who(house, "keep to the periods"))


def gauges():
    """Unit: how many messages are on their way and how many were given up, and since when what is due waits."""
    states = yield Query(
        "select state, count(*) from message where state in ('sending', 'dead', 'failed') group by state"
    )
    oldest = yield Query("select at from due where state = 'waiting' order by at limit 1")
    pushed = yield Query("select count(*) from subscription")
    return dict(states), oldest[0][0] if oldest else None, pushed[0][0]


MOST_WAITING = 100_000
VERBS = {"reminders_failed": failed, "reminders_waiting": waiting}


def _who(house: House, purpose: str) -> dict:
    return {"group": house.service, "purpose": purpose}


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return clock.rfc3339(value)
    return value if value is None or isinstance(value, int) else str(value)


def _failed(most: int):
    return (
        yield Query(
            "select id, person, channel, kinds, state, made_at, tries, fault from message "
            "where state in ('failed', 'dead') order by made_at desc, id limit ?",
            (most,),
        )
    )


def _waiting(until: datetime):
    sql = "select at, kind from due where state = 'waiting' and at <= ? order by at limit ?"
    return (yield Query(sql, (until, MOST_WAITING)))


def _forget(before: datetime):
    yield Query("delete from due where at < ? and state <> 'waiting'", (before,))
    yield Query("delete from message where made_at < ? and state <> 'sending'", (before,))
