"""Ceremonies: sign-ins that have begun, each bound to the browser it began in, for 5 minutes and one use.

The challenge is kept here. The browser has a random cookie, of which only a hash is kept: an answer that was made in
another browser, was used before or comes too late finds nothing.
"""

import json
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.people.house import House
from jointly.people.sessions import hash_of

COOKIE = "__Host-jointly-ceremony"
LIFE = timedelta(minutes=5)


class Ceremony(NamedTuple):
    """What was begun. `details` are whatever the beginning wants to know again at the end."""

    challenge: bytes
    person: UUID | None
    details: dict[str, Any]


async def begin(
    house: House,
    *,
    purpose: str,
    challenge: bytes,
    person: UUID | None = None,
    details: Mapping[str, Any] | None = None,
) -> str:
    """Keeps a challenge; gives the token for the cookie `COOKIE` of the browser that asked.

    `purpose` has at most 24 letters: an answer counts for what it was begun for and for nothing else.
    """
    token, now = secrets.token_urlsafe(32), clock.now()
    row = (hash_of(token), purpose, challenge, person, json.dumps(dict(details or {})), now + LIFE)
    await house.vault.database.run(_begin, row, now, actor=person, subject=person, purpose="begin to sign in")
    return token


async def finish(house: House, *, purpose: str, token: str, person: UUID | None = None) -> Ceremony:
    """What was begun in the browser that holds `token`, which is over with this; raises a `Refusal` when there is none.

    With `person`, it must have been begun for them.
    """
    hashed, now = hash_of(token), clock.now()
    found = await house.vault.database.run(_finish, hashed, purpose, now, purpose="finish signing in")
    if found is None or (person is not None and found[1] != person):
        raise Refusal(403, "ceremony-over")
    challenge, begun_for, details = found
    return Ceremony(challenge, begun_for, json.loads(details))


def _begin(row: tuple, now: datetime):
    yield Query("delete from ceremony where ends_at < ?", (now,))
    yield Query(
        "insert into ceremony (id, purpose, challenge, person, details, ends_at) values (?, ?, ?, ?, ?, ?)", row
    )


def _finish(hashed: bytes, purpose: str, now: datetime):
    rows = yield Query(
        'delete from ceremony where id = ? returning purpose, challenge, person as "person [UUID]", details, '
        'ends_at as "ends_at [TIMESTAMPTZ]"',
        (hashed,),
    )
    if not rows or rows[0][0] != purpose or rows[0][4] < now:
        return None
    return rows[0][1:4]
