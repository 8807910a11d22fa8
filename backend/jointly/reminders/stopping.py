"""Verbs: ending the e-mails of reminders by the link in one of them, without signing in (RFC 8058), and wanting them
again, in the app."""

from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.kit.sealing import SealingKey
from jointly.people.house import House
from jointly.people.vault import Session
from jointly.reminders.messages import id_with, token_of

PURPOSE = b"stop-emails"
"""What the token in the link is good for: for this alone, and for as long as its person is here."""


def stop_link(key: SealingKey, origin: str, person: UUID) -> str | None:
    """Where one press ends the e-mails of this person. None without TLS, as when Jointly is tried out on one's own
    machine: mail readers press no such link."""
    if not origin.startswith("https://"):
        return None
    return f"{origin}/open/reminders/stop/{token_of(key, person, PURPOSE)}"


async def stop(house: House, *, token: str) -> None:
    """No e-mail of reminders goes to this person from now on, whatever else they change. Said twice it counts once.
    Raises a 404 `Refusal` for a token that is none of ours."""
    person = id_with(house.index_key, token, PURPOSE)
    if person is None:
        raise Refusal(404, "no-such-link")
    await house.db.run(_stop, person, clock.now(), group=house.service, purpose="stop e-mails of reminders")


async def want_again(house: House, *, session: Session) -> None:
    """They go out again, to the address that is wished for."""
    who = {"actor": session.person, "group": house.service, "purpose": "be reminded"}
    await house.db.run(_want_again, session.person, **who)


def stopped(person: UUID):
    """Unit: whether this person ended them."""
    rows = yield Query("select 1 from reminded where person = ? and stopped_at is not null", (person,))
    return bool(rows)


def _stop(person: UUID, now):
    yield Query("update reminded set stopped_at = ? where person = ? and stopped_at is null", (now, person))


def _want_again(person: UUID):
    yield Query("update reminded set stopped_at = null where person = ?", (person,))
