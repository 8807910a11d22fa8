"""How often something may be tried, counted in the database so that all processes share one count."""

import time

from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.people.house import House


async def spend(house: House, key: str, *, limit: int, seconds: int) -> None:
    """Counts one try of `key`; raises a 429 `Refusal` past `limit` tries in a window of `seconds`."""
    window, into = divmod(int(time.time()), seconds)
    if await house.db.run(_count, key, window, purpose="limit tries") > limit:
        raise _too_many(seconds - into)


async def check(house: House, key: str, *, limit: int, seconds: int) -> None:
    """Raises the same when `key` is used up, without counting a try."""
    window, into = divmod(int(time.time()), seconds)
    if await house.db.read(_spent, key, window, purpose="limit tries") >= limit:
        raise _too_many(seconds - into)


def _too_many(wait: int) -> Refusal:
    return Refusal(429, "too-many-tries", retry_after=wait, minutes=wait // 60 + 1)


def _count(key, window):
    rows = yield Query(
        'insert into attempts (key, "window", count) values (?, ?, 1) on conflict (key) do update set '
        'count = case when attempts."window" = excluded."window" then attempts.count + 1 else 1 end, '
        '"window" = excluded."window" returning count',
        (key, window),
    )
    return rows[0][0]


def _spent(key, window):
    rows = yield Query('select count from attempts where key = ? and "window" = ?', (key, window))
    return rows[0][0] if rows else 0
