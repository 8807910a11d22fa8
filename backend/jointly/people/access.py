"""Asks what the rules say of one actor and one subject, with the shares as they are now."""

from datetime import datetime
from uuid import UUID

from jointly.kit import clock
from jointly.kit.db import Query
from jointly.kit.errors import Refusal
from jointly.people.house import House
from jointly.people.rules import Access, Actor, Given, access_of
from jointly.people.vault import Gone, Session


async def access(house: House, *, session: Session, subject: UUID) -> Access | None:
    """What whoever is signed in may see of `subject`; none when nothing, and when there is no such person.

    It is asked at each request: a share that was withdrawn a moment ago opens nothing.
    """
    actor = Actor(session.person, session.role, session.service, session.organisation)
    if session.person == subject:
        return access_of(actor, subject, (), clock.now())
    known = await house.vault.known(subject)
    if known is None or known.service != session.service:
        return None
    return await house.db.read(
        find_access, actor, subject, clock.now(), actor=actor.person, subject=subject, purpose="decide access"
    )


async def need(house: House, *, session: Session, subject: UUID, scope: str | None = None) -> Access:
    """The same, refused with the 404 of an unknown id when nothing of `subject` (or not that scope) may be seen."""
    try:
        found = await access(house, session=session, subject=subject)
    except Gone:
        found = None
    if found is None or (scope and scope not in found.scopes):
        raise Refusal(404, "no-such-person")
    return found


def find_access(actor: Actor, subject: UUID, now: datetime):
    """Unit: what the shares of `subject` let `actor` see."""
    rows = yield Query(
        "select id, with_kind, with_id, scopes, may_write, ends_at, ended_at from share "
        "where person = ? and ended_at is null",
        (subject,),
    )
    return access_of(actor, subject, (given(*row) for row in rows), now)


def given(id, with_kind, with_id, scopes: str, may_write, ends_at, ended_at) -> Given:
    """A row of `share` as the rules take it."""
    return Given(id, with_kind, with_id, frozenset(scopes.split()), bool(may_write), ends_at, ended_at)
