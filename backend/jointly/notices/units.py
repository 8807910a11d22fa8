"""The units of notices: written with what they tell of."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid5

from jointly.kit.db import Many, Query

MOST = 200
"""Notices in a list, the newest first."""


class New(NamedTuple):
    """A notice to write: for whom, of what kind, about what, whom it concerns, and the step that it comes from."""

    person: UUID
    kind: str
    about: UUID
    subject: UUID | None
    step: UUID


def put(service: UUID, at: datetime, new: Iterable[New]):
    """Unit: writes notices; one that was written for the same step stays as it is."""
    rows = [
        (uuid5(one.step, f"{one.person}/{one.kind}"), one.person, service, one.kind, one.about, one.subject, at)
        for one in new
    ]
    if rows:
        yield Many(
            "insert into notice (id, person, service, kind, about, subject, at) values (?, ?, ?, ?, ?, ?, ?) "
            "on conflict (id) do nothing",
            rows,
        )


def of(person: UUID):
    """Unit: somebody's notices, the newest first."""
    rows = yield Query(
        "select id, kind, about, subject, at, seen_at from notice where person = ? order by at desc, id limit ?",
        (person, MOST),
    )
    return rows


def see(person: UUID, ids: Iterable[UUID], at: datetime):
    """Unit: somebody has seen these."""
    yield Many(
        "update notice set seen_at = ? where id = ? and person = ? and seen_at is null",
        [(at, id, person) for id in ids],
    )
