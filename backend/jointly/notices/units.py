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


def take_news(now: datetime, limit: int):
    """Unit: takes up what nobody was told of by other channels yet; gives for whom, each person once."""
    rows = yield Query(
        "update notice set told_at = ? where id in (select id from notice where told_at is null order by at limit ?) "
        "and told_at is null returning person",
        (now, limit),
    )
    return list({person for (person,) in rows})


def record_changed(person: UUID, at: datetime):
    """Unit: the plan of somebody who is reminded is looked at again; of who is not, nothing is kept. It is
    here for all who write into a record, and not only for reminders, which stand above them.

    The earliest change that is in no plan yet stands: a time that was chosen with it may have come before a later one.
    """
    yield Query("update reminded set changed_at = coalesce(changed_at, ?) where person = ?", (at, person))
    yield Query(
        "update reminded set next_at = ? where person = ? and (next_at is null or next_at > ?)", (at, person, at)
    )


def unseen(person: UUID, since: datetime):
    """Unit: what somebody was told since then and has not seen, the oldest first: id, kind and when."""
    rows = yield Query(
        "select id, kind, at from notice where person = ? and seen_at is null and at > ? order by at, id limit ?",
        (person, since, MOST),
    )
    return rows
