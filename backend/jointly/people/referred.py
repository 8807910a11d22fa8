"""Units: the shares that come with being referred, as the person agreed when they were asked.

They are shares like any other: the person sees them, and one tap ends them.
"""

from datetime import datetime
from uuid import UUID

from jointly.kit.db import Query
from jointly.kit.ids import uuid7
from jointly.people import audit
from jointly.people.rules import ABOUT, REFERRAL, SUPPORT, WithKind
from jointly.people.vault import Session

SCOPES: dict[WithKind, tuple[str, ...]] = {"service": (ABOUT, SUPPORT), "organisation": (REFERRAL,)}
"""What such a share holds: for the service the social prescribing record, for an organisation what a referral needs."""


def share(person: UUID, with_kind: WithKind, with_id: UUID, session: Session | None, key: bytes, at: datetime):
    """Unit: makes sure that somebody shares what a referral needs with the service, or with an organisation."""
    needed = SCOPES[with_kind]
    # Taking their rows: of a job that ends such a share just now, this either sees that it did, or is seen by it.
    running = yield Query(
        "update share set ended_at = ended_at where person = ? and with_kind = ? and with_id = ? and ended_at is null "
        "returning scopes, ends_at",
        (person, with_kind, with_id),
    )
    if any(set(needed) <= set(scopes.split()) and (ends_at is None or ends_at > at) for scopes, ends_at in running):
        return
    by = session.person if session else with_id
    yield Query(
        "insert into share (id, person, with_kind, with_id, scopes, may_write, given_by, given_at) "
        "values (?, ?, ?, ?, ?, ?, ?, ?)",
        (uuid7(), person, with_kind, with_id, " ".join(sorted(needed)), False, by, at),
    )
    event = audit.did(session, "shared", chain=person, subject=person, what=[with_kind, *needed], purpose="referral")
    yield from audit.note(key, at, [event])
